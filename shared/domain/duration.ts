import { WORKING_HOURS_PER_DAY } from './durationScanner.ts';
import type { Span } from './parsed.ts';

export { parseDuration } from './durationText.ts';
export type { DurationReason } from './durationText.ts';
export { findDurations, parseDurationUnit, WORKING_HOURS_PER_DAY } from './durationScanner.ts';

/** Unit families are never converted into one another: "ngày" and "ngày làm việc" differ in law (BLDS 2015 Đ147–148). */
export type DurationUnit = 'minute' | 'hour' | 'workingHour' | 'day' | 'workingDay' | 'month' | 'year';

/** One amount of time, e.g. 3 workingDay. */
export interface DurationPart {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** A duration that belongs to something named: a case of the procedure or an agency's share of the total. */
export interface LabelledDuration {
  /** The writer's own words; empty where none stand beside the figure. */
  readonly label: string;
  readonly parts: readonly DurationPart[];
  readonly span: Span;
}

/** A deadline as offices write it (DOMAIN §3).
 *  `fixed` one figure · `immediate` "ngay khi nhận đủ hồ sơ", never compared as a number · `sameDay` "trong ngày", which
 *  counts as 8 working hours · `composite` "02 tháng và 15 ngày làm việc" · `breakdown` a total with its shares ·
 *  `cases` several deadlines for several cases · `byReference` left to a legal text. */
export interface Duration {
  readonly kind: 'fixed' | 'immediate' | 'sameDay' | 'composite' | 'breakdown' | 'cases' | 'byReference';
  /** The deadline itself; empty for `immediate`, `cases` and `byReference`. */
  readonly parts: readonly DurationPart[];
  /** "không quá", "tối đa". */
  readonly atMost: boolean;
  /** Lower end of "từ 03 đến 05 ngày"; `parts` holds the upper end. */
  readonly from?: DurationPart;
  readonly breakdown?: readonly LabelledDuration[];
  readonly cases?: readonly LabelledDuration[];
  /** "gia hạn … không quá 30 ngày", "trường hợp cần xác minh …". */
  readonly extension?: { readonly max: readonly DurationPart[]; readonly condition: string; readonly span: Span };
  /** "không tính thời gian …": the clock stops for something. */
  readonly suspended?: boolean;
  /** Where the figures of `parts` (or of the cases) stand in the text. */
  readonly spans: readonly Span[];
}

type Family = 'working' | 'clock' | 'day' | 'month';

const FAMILIES: Record<DurationUnit, { readonly family: Family; readonly factor: number }> = {
  minute: { family: 'clock', factor: 1 / 60 },
  hour: { family: 'clock', factor: 1 },
  workingHour: { family: 'working', factor: 1 },
  workingDay: { family: 'working', factor: WORKING_HOURS_PER_DAY },
  day: { family: 'day', factor: 1 },
  month: { family: 'month', factor: 1 },
  year: { family: 'month', factor: 12 },
};

/** Amount of each unit family: working hours, clock hours, calendar days, months. */
function familyTotals(parts: readonly DurationPart[]): Map<Family, number> {
  const totals = new Map<Family, number>();
  for (const part of parts) {
    const { family, factor } = FAMILIES[part.unit];
    totals.set(family, (totals.get(family) ?? 0) + part.amount * factor);
  }
  return totals;
}

/** Working hours of a deadline made of working days and working hours only, otherwise undefined. */
export function workingHours(parts: readonly DurationPart[]): number | undefined {
  const totals = familyTotals(parts);
  return totals.size === 1 ? totals.get('working') : undefined;
}

/** Whether the shares of a breakdown add up to its total; undefined where they cannot be added (other units, no shares). */
export function breakdownAddsUp(duration: Duration): boolean | undefined {
  if (duration.breakdown === undefined || duration.breakdown.length === 0) return undefined;
  const relation = compareParts(
    duration.breakdown.flatMap((share) => share.parts),
    duration.parts,
  ).relation;
  return relation === 'same' ? true : relation === 'shorter' || relation === 'longer' ? false : undefined;
}

export interface DurationComparison {
  readonly relation: 'same' | 'shorter' | 'longer' | 'unitMismatch' | 'notComparable';
  /** How much shorter or longer, in per cent of the second deadline. */
  readonly percent?: number;
}

/** How `a` stands to `b`, only inside one unit family (DOMAIN §3): working hours and working days are converted (×8),
 *  "ngày" against "ngày làm việc" is `unitMismatch`, months against days are compared only where every calendar gives the
 *  same answer; immediate deadlines, cases and references are `notComparable` unless both say the same. */
export function compareDurations(a: Duration, b: Duration): DurationComparison {
  if (a.kind === 'immediate' && b.kind === 'immediate') return { relation: 'same' };
  if (a.cases !== undefined && b.cases !== undefined) {
    const keys = (cases: readonly LabelledDuration[]): string =>
      cases
        .map((entry) => formatParts(entry.parts, 'vi'))
        .sort()
        .join('|');
    return { relation: keys(a.cases) === keys(b.cases) ? 'same' : 'notComparable' };
  }
  return compareParts(a.parts, b.parts);
}

/** {@link compareDurations} for bare amounts of time. */
export function compareParts(a: readonly DurationPart[], b: readonly DurationPart[]): DurationComparison {
  if (a.length === 0 || b.length === 0) return { relation: 'notComparable' };
  const left = familyTotals(a);
  const right = familyTotals(b);
  if (left.size !== right.size || [...left.keys()].some((family) => !right.has(family))) {
    return { relation: isUnitMismatch(left, right) ? 'unitMismatch' : monthsAgainstDays(left, right) };
  }
  const differences = [...left].map(([family, amount]) => amount - right.get(family)!);
  if (differences.every((difference) => Math.abs(difference) < 1e-9)) return { relation: 'same' };
  const shorter = differences.every((difference) => difference < 1e-9);
  const longer = differences.every((difference) => difference > -1e-9);
  if (!shorter && !longer) return { relation: 'notComparable' };
  const relation = shorter ? 'shorter' : 'longer';
  const whole = left.size === 1 ? [...right.values()][0]! : 0;
  return whole > 0 ? { relation, percent: (Math.abs(differences[0]!) / whole) * 100 } : { relation };
}

/** Least and most calendar days of an amount. A month has 28 to 31; working days may lie among weekends and the longest
 *  holiday, Tết. */
const CALENDAR_DAYS: Readonly<Record<Family, (amount: number) => readonly [least: number, most: number]>> = {
  clock: (hours) => [hours / 24, hours / 24],
  day: (days) => [days, days],
  month: (months) => [28 * months, 31 * months],
  working: (hours) => [hours / WORKING_HOURS_PER_DAY, (hours / WORKING_HOURS_PER_DAY) * 1.4 + 14],
};

/** Months against days, which nobody converts: compared only where no calendar could turn the answer round, so that
 *  3 months are longer than 3 working days and one month is not compared with 30 days. */
function monthsAgainstDays(
  left: ReadonlyMap<Family, number>,
  right: ReadonlyMap<Family, number>,
): 'shorter' | 'longer' | 'notComparable' {
  if (!left.has('month') && !right.has('month')) return 'notComparable';
  const bounds = (totals: ReadonlyMap<Family, number>): readonly [number, number] =>
    [...totals]
      .map(([family, amount]) => CALENDAR_DAYS[family](amount))
      .reduce(([least, most], [low, high]) => [least + low, most + high], [0, 0]);
  const [least, most] = bounds(left);
  const [otherLeast, otherMost] = bounds(right);
  return least > otherMost ? 'longer' : most < otherLeast ? 'shorter' : 'notComparable';
}

/** Working time against the time of the calendar or the clock: the figures look alike and mean different dates. */
function isUnitMismatch(left: Map<Family, number>, right: Map<Family, number>): boolean {
  if (left.size !== 1 || right.size !== 1) return false;
  const families = new Set([...left.keys(), ...right.keys()]);
  return families.has('working') && !families.has('month');
}

const UNIT_NAMES: Record<DurationUnit, { readonly vi: string; readonly en: string }> = {
  minute: { vi: 'phút', en: 'minute' },
  hour: { vi: 'giờ', en: 'hour' },
  workingHour: { vi: 'giờ làm việc', en: 'working hour' },
  day: { vi: 'ngày', en: 'day' },
  workingDay: { vi: 'ngày làm việc', en: 'working day' },
  month: { vi: 'tháng', en: 'month' },
  year: { vi: 'năm', en: 'year' },
};

/** Name of a unit, e.g. "ngày làm việc". */
export const durationUnitName = (unit: DurationUnit, lang: 'vi' | 'en' = 'vi'): string => UNIT_NAMES[unit][lang];

/** One amount in the spelling of administrative texts: "03 ngày làm việc", "0,5 ngày"; English: "3 working days". */
export function formatPart(part: DurationPart, lang: 'vi' | 'en' = 'vi'): string {
  if (lang === 'en') return `${part.amount} ${UNIT_NAMES[part.unit].en}${part.amount === 1 ? '' : 's'}`;
  const figures = Number.isInteger(part.amount)
    ? String(part.amount).padStart(2, '0')
    : String(part.amount).replace('.', ',');
  return `${figures} ${UNIT_NAMES[part.unit].vi}`;
}

/** Amounts joined with "và" / "and". */
export function formatParts(parts: readonly DurationPart[], lang: 'vi' | 'en' = 'vi'): string {
  return parts.map((part) => formatPart(part, lang)).join(lang === 'vi' ? ' và ' : ' and ');
}

/** A deadline as text; {@link parseDuration} reads the Vietnamese form back. */
export function formatDuration(duration: Duration, lang: 'vi' | 'en' = 'vi'): string {
  const words = WORDS[lang];
  if (duration.kind === 'byReference') return words.byReference;
  if (duration.cases !== undefined) return duration.cases.map((entry) => formatLabelled(entry, lang)).join('; ');
  let text: string = words.immediate;
  if (duration.kind === 'sameDay') text = words.sameDay;
  else if (duration.kind !== 'immediate') {
    const from = duration.from === undefined ? '' : `${words.from} ${formatPart(duration.from, lang)} ${words.to} `;
    text = `${from === '' && duration.atMost ? `${words.atMost} ` : ''}${from}${formatParts(duration.parts, lang)}`;
  }
  if (duration.breakdown !== undefined) {
    text += `, ${words.ofWhich}: ${duration.breakdown.map((share) => formatLabelled(share, lang).replace(':', '')).join(', ')}`;
  }
  if (duration.extension !== undefined) text += `; ${words.extension} ${formatParts(duration.extension.max, lang)}`;
  return text;
}

function formatLabelled(entry: LabelledDuration, lang: 'vi' | 'en'): string {
  const text = entry.parts.length === 0 ? WORDS[lang].immediate : formatParts(entry.parts, lang);
  return entry.label === '' ? text : `${entry.label}: ${text}`;
}

const WORDS = {
  vi: {
    byReference: 'Theo quy định',
    immediate: 'Ngay sau khi nhận đủ hồ sơ',
    sameDay: 'Trong ngày làm việc',
    atMost: 'Không quá',
    from: 'Từ',
    to: 'đến',
    ofWhich: 'trong đó',
    extension: 'gia hạn không quá',
  },
  en: {
    byReference: 'As referenced',
    immediate: 'On receipt of the complete dossier',
    sameDay: 'Within the working day',
    atMost: 'At most',
    from: 'From',
    to: 'to',
    ofWhich: 'of which',
    extension: 'extendable by at most',
  },
} as const;
