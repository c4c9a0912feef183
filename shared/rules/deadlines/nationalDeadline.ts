import {
  compareParts,
  durationUnitName,
  formatDuration,
  formatPart,
  formatParts,
  workingHours,
  WORKING_HOURS_PER_DAY,
  type Duration,
  type DurationPart,
} from '../../domain/duration.ts';
import type { TableView, Verdict } from '../../engine/rule.ts';
import type { RecordDoubt } from '../../reference/catalogue.ts';
import type { CatalogueContext } from '../nationalCatalogue/nationalRecord.ts';
import { nationalLinesOf, trustIn, type NationalLines } from '../nationalLines.ts';
import { oncePerPairOfRun } from '../oncePerPair.ts';
import { oncePerRow } from '../oncePerRow.ts';
import { deadlinesIn, deadlinesOf, type DeadlineReading } from './deadlineCell.ts';

/** How a deadline departs from the national one. Exactly one of DUE-02, DUE-03 and DUE-04 speaks of it. */
export interface NationalDifference {
  readonly relation: 'longer' | 'shorter' | 'unitMismatch';
  readonly reading: DeadlineReading;
  /** The deadline at fault and the national ones, as texts. */
  readonly actual: string;
  readonly expected: string;
  /** Amount too much or too little; '' where the units differ. */
  readonly difference: string;
  /** Per cent of the national deadline; 0 where it cannot be told. */
  readonly percent: number;
  /** Text of the cell (or of the unit column) as it should be, where only one is possible. */
  readonly correction?: string;
  readonly trust: Pick<Verdict, 'severity' | 'evidence'>;
}

const DOUBTS: readonly RecordDoubt[] = ['unitDiffersFromText', 'detailOfOtherProcedure'];

/** Compares each row's deadline with the national lines of its channels, all of which count: equal to any, or between the
 *  shortest and the longest, is no difference. Silent wherever one national line cannot be compared (immediate, cases in
 *  other units, references), because then nobody can say that the deadline is longer than all of them. */
export function nationalDifferenceOf(
  view: TableView,
  context: CatalogueContext,
): (row: number) => NationalDifference | null {
  const fields = ['ma_tthc', 'hinh_thuc_nop', 'thoi_han', 'dv_tinh_thoi_han'] as const;
  return oncePerRow(view, context, nationalDifferenceOf, fields, () => {
    const linesOf = nationalLinesOf(view, context);
    const readingOf = deadlinesOf(view, 'thoi_han');
    const compare = oncePerPairOfRun(context, differenceBetween);
    return (row) => {
      const lines = linesOf(row);
      const reading = readingOf(row);
      return lines === null || !reading.result.ok ? null : compare(reading, lines);
    };
  });
}

function differenceBetween(reading: DeadlineReading, national: NationalLines): NationalDifference | null {
  if (!reading.result.ok) return null;
  const duration = reading.result.value;
  const granted = national.lines.map(({ deadline }) => deadline).filter((deadline) => deadline !== null);
  const departure = departureFrom(duration, granted);
  if (departure === null) return null;
  const { relation, parts, nearest } = departure;
  const correction = correctionFor(reading, duration, parts, granted, relation);
  return {
    relation,
    reading,
    actual: formatParts(parts),
    expected: [...new Set(granted.map((deadline) => formatDuration(deadline)))].join(' hoặc '),
    difference: relation === 'unitMismatch' ? '' : amountBetween(parts, nearest, relation),
    percent: Math.round(compareParts(parts, nearest).percent ?? 0),
    ...(correction === undefined ? {} : { correction }),
    trust: trustIn(national, DOUBTS),
  };
}

/** How a deadline departs from all of several granted ones. */
export interface Departure {
  readonly relation: 'longer' | 'shorter' | 'unitMismatch';
  /** The deadline at fault: of several cases, the one that departs. */
  readonly parts: readonly DurationPart[];
  /** The nearest granted one: the longest when ours is too long, the shortest when ours is shorter. */
  readonly nearest: readonly DurationPart[];
}

/** How a deadline departs from those granted; null when it equals one of them, lies between them, or cannot be compared
 *  with each of them. */
export function departureFrom(duration: Duration, granted: readonly Duration[]): Departure | null {
  const allowed = granted.flatMap((deadline) => deadlinesIn(deadline));
  if (allowed.length === 0 || granted.some((deadline) => deadlinesIn(deadline).length === 0)) return null;
  for (const relation of ['longer', 'unitMismatch', 'shorter'] as const) {
    const parts = deadlinesIn(duration).find((own) =>
      allowed.every((other) => compareParts(own, other).relation === relation),
    );
    if (parts === undefined) continue;
    const nearest = allowed.reduce((best, other) => (compareParts(other, best).relation === relation ? other : best));
    return { relation, parts, nearest };
  }
  return null;
}

/** "thừa 02 ngày làm việc", "giảm 04 giờ làm việc"; '' for deadlines of several units. */
function amountBetween(
  own: readonly DurationPart[],
  other: readonly DurationPart[],
  relation: 'longer' | 'shorter',
): string {
  const word = relation === 'longer' ? 'thừa' : 'giảm';
  const [a, b] = [own[0]!, other[0]!];
  if (own.length === 1 && other.length === 1 && a.unit === b.unit) {
    return `${word} ${formatPart({ amount: rounded(Math.abs(a.amount - b.amount)), unit: a.unit })}`;
  }
  const [hours, otherHours] = [workingHours(own), workingHours(other)];
  if (hours === undefined || otherHours === undefined) return '';
  const amount = Math.abs(hours - otherHours);
  const part: DurationPart =
    amount % WORKING_HOURS_PER_DAY === 0
      ? { amount: amount / WORKING_HOURS_PER_DAY, unit: 'workingDay' }
      : { amount: rounded(amount), unit: 'workingHour' };
  return `${word} ${formatPart(part)}`;
}

const rounded = (amount: number): number => Math.round(amount * 100) / 100;

/** What the cell should say. Only where the national deadline is a single one, the cell holds nothing but its deadline
 *  (shares, cases and extensions would be lost), and for a wrong unit the figure agrees: 7 ngày for 5 ngày làm việc may
 *  be a decision of the agency. */
function correctionFor(
  reading: DeadlineReading,
  duration: Duration,
  parts: readonly DurationPart[],
  granted: readonly Duration[],
  relation: NationalDifference['relation'],
): string | undefined {
  const texts = new Set(granted.map((deadline) => formatDuration(deadline)));
  const [only] = granted;
  if (only === undefined || texts.size !== 1 || relation === 'shorter') return undefined;
  if (duration.cases ?? duration.breakdown ?? duration.extension ?? only.cases ?? only.breakdown) return undefined;
  const [part] = only.parts;
  if (part === undefined) return undefined;
  const single = only.parts.length === 1 && parts.length === 1;
  if (relation === 'unitMismatch') {
    if (!single || part.amount !== parts[0]!.amount) return undefined;
    if (reading.unitFrom !== undefined) return capitalised(durationUnitName(part.unit));
    return formatDuration(only);
  }
  if (reading.unitFrom === undefined) return formatDuration(only);
  return single && part.unit === parts[0]!.unit ? String(part.amount).replace('.', ',') : undefined;
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
