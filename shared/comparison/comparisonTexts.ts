import { formatDate } from '../domain/calendarDate.ts';
import { formatChannel } from '../domain/channel.ts';
import { FIELDS } from '../domain/fields.ts';
import { translate, type Language } from '../i18n/index.ts';
import type { AgencyRef } from '../table/table.ts';
import type { ComparedField } from './comparedFields.ts';
import type { ComparedDifference, Comparison } from './compareLists.ts';
import type { ListDifference } from './listDifferences.ts';

/** What a comparison was made of, for its reports. */
export interface ComparisonInfo {
  readonly round: string;
  /** ISO date. */
  readonly today: string;
  readonly national: { readonly title: string; readonly date: string; readonly records: number } | null;
  /** Names of the files exported from the province's system. */
  readonly province: readonly string[];
}

/** The lists that take part in a difference as the ones that differ: what a report marks. */
export interface Sides {
  readonly agency: boolean;
  readonly national: boolean;
  readonly province: boolean;
}

/** A difference in the place of a procedure, in words. */
export interface ListLine {
  readonly code: string;
  readonly name: string;
  readonly agencies: string;
  readonly national: string;
  readonly province: string;
  readonly remark: string;
  readonly differs: Sides;
}

/** A difference in a field, in words. */
export interface FieldLine {
  readonly agency: string;
  readonly code: string;
  readonly name: string;
  readonly field: string;
  /** Case and channels; '' where it holds for all. */
  readonly place: string;
  readonly agencyText: string;
  readonly nationalText: string;
  readonly provinceText: string;
  /** Who differs from whom. */
  readonly pattern: string;
  /** In which way it differs, and what speaks against the national record; '' mostly. */
  readonly remark: string;
  readonly differs: Sides;
}

/** Agencies named in one cell before "and N others". */
const MOST_NAMED = 5;

/** Name of a compared field. Components are compared by their number. */
export const comparedFieldName = (field: ComparedField, language: Language): string =>
  field === 'thanh_phan_ho_so' ? translate(language, 'comparison.components') : FIELDS[field][language];

/** A list difference as people read it. */
export function listLine(difference: ListDifference, comparison: Comparison, language: Language): ListLine {
  const say = (key: string, params: Record<string, string | number> = {}): string =>
    translate(language, `comparison.${key}`, params);
  const { code, name, remarks, listedBy, missingAt, national, province } = difference;
  const agencies = [
    listedBy.length === 0 ? '' : say('listedBy', { count: listedBy.length, names: named(listedBy, say) }),
    missingAt.length === 0 ? '' : say('missingAt', { count: missingAt.length, names: named(missingAt, say) }),
  ].filter((text) => text !== '');
  const nationalState = national === 'notOpen' ? 'notOpenNationally' : (national ?? absentState(comparison));
  return {
    code,
    name,
    agencies: agencies.length === 0 ? say('notListed') : agencies.join('\n'),
    national: say(`state.${comparison.hasNational ? nationalState : 'notCompared'}`),
    province: say(`state.${comparison.hasProvince ? (province ?? 'absent') : 'notCompared'}`),
    remark: remarks.map((remark) => say(`list.${remark}`)).join('\n'),
    differs: {
      agency: remarks.includes('missing'),
      national: remarks.some((remark) => NATIONAL_REMARKS.has(remark)),
      province: remarks.some((remark) => remark === 'notInProvince' || remark === 'notOpenInProvince'),
    },
  };
}

const NATIONAL_REMARKS: ReadonlySet<string> = new Set([
  'withdrawn',
  'notNational',
  'notInThisCatalogue',
  'notOpenNationally',
]);

const absentState = ({ complete }: Comparison): string => (complete ? 'absent' : 'absentHere');

function named(agencies: readonly AgencyRef[], say: (key: string, params: Record<string, string | number>) => string) {
  const names = agencies
    .slice(0, MOST_NAMED)
    .map(({ name }) => name)
    .join('; ');
  const rest = agencies.length - MOST_NAMED;
  return rest > 0 ? say('others', { names, count: rest }) : names;
}

/** A field difference as people read it. */
export function fieldLine(difference: ComparedDifference, language: Language): FieldLine {
  const say = (key: string, params: Record<string, string | number> = {}): string =>
    translate(language, `comparison.${key}`, params);
  const { pattern, agency, code, name, field, caseText, channels, how, doubts } = difference;
  return {
    agency: agency?.name ?? say('provinceSystem'),
    code,
    name,
    field: comparedFieldName(field, language),
    place: [caseText, channels.map((channel) => formatChannel(channel, language)).join(', ')]
      .filter((text) => text !== '')
      .join(' · '),
    agencyText: difference.agencyText,
    nationalText: difference.nationalText,
    provinceText: difference.provinceText,
    pattern: say(`pattern.${pattern}`),
    remark: [
      ...(how === undefined ? [] : [say(`how.${how}`)]),
      ...(doubts.length === 0 ? [] : [say('doubt', { doubts: doubts.join('; ') })]),
    ].join('\n'),
    differs: sidesOf(difference),
  };
}

/** Which of the three values to mark: those that stand apart. */
function sidesOf({ pattern, agency }: ComparedDifference): Sides {
  switch (pattern) {
    case 'agencyNational':
    case 'agencyAlone':
      return { agency: true, national: false, province: false };
    case 'provinceNational':
    case 'provinceAlone':
      return { agency: false, national: false, province: true };
    case 'agencyProvince':
      return { agency: true, national: false, province: true };
    case 'nationalAlone':
    case 'allDiffer':
      return { agency: true, national: false, province: true };
    case 'unclear':
      return { agency: false, national: false, province: agency === null };
  }
}

/** What was compared with what, a line each; for the summary on paper and on the screen. */
export function sourceLines(comparison: Comparison, info: ComparisonInfo, language: Language): readonly string[] {
  const say = (key: string, params: Record<string, string | number> = {}): string =>
    translate(language, `comparison.${key}`, params);
  const number = (value: number): string => value.toLocaleString('vi-VN');
  const { national, province } = info;
  const date = national === null || national.date === '' ? '' : formatDate({ iso: national.date });
  return [
    say('heading', { round: info.round, date: formatDate({ iso: info.today }) }),
    say('compared', { procedures: number(comparison.procedures), agencies: number(comparison.agencies.length) }),
    national === null
      ? say('noNational')
      : say('national', {
          title: national.title,
          records: number(national.records),
          date: date === '' ? '' : say('nationalDate', { date }),
        }),
    ...(national !== null && !comparison.complete ? [say('nationalIncomplete')] : []),
    comparison.hasProvince ? say('province', { file: province.join(', ') }) : say('noProvince'),
  ];
}
