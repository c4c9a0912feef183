import { create } from 'zustand';
import { officeSchema, type DailyRoute, type Office } from '../../../../../shared/settings/office.ts';
import { formatDayList, parseDayList } from './dayList.ts';

/** Fields that are one line of text. */
export const LINE_FIELDS = {
  parentAgency: 200,
  agency: 200,
  place: 100,
  number: 20,
  symbol: 40,
  coordinator: 200,
  authority: 200,
  signatoryTitle: 200,
  signatoryName: 100,
} as const;
export type LineField = keyof typeof LINE_FIELDS;

/** Fields with one entry per line: how many entries, how long each. */
export const LIST_FIELDS = { addressees: [20, 200], recipients: [50, 200], basis: [20, 500] } as const;
export type ListField = keyof typeof LIST_FIELDS;

/** Longest time for corrections, in days. */
export const DAY_FIELDS = { daysErrors: 90, daysWarnings: 180 } as const;
export type DayField = keyof typeof DAY_FIELDS;

/** Fields with days, one or a run of them per line: how many days in all. */
export const DATE_FIELDS = { daysOff: 400, workingDays: 100 } as const;
export type DateField = keyof typeof DATE_FIELDS;

export const MOST_ROUTES = 20;

/** Office data as they stand in the form: everything as it is typed. */
export type OfficeDraft = Readonly<Record<LineField | ListField | DayField | DateField, string>> & {
  readonly level: Office['level'];
  readonly province: string;
  /** null: the common routes. */
  readonly routes: readonly DailyRoute[] | null;
};

export const draftOf = (office: Office): OfficeDraft => ({
  parentAgency: office.parentAgency,
  agency: office.agency,
  place: office.place,
  number: office.number,
  symbol: office.symbol,
  coordinator: office.coordinator,
  authority: office.signatory.authority,
  signatoryTitle: office.signatory.title,
  signatoryName: office.signatory.name,
  addressees: office.addressees.join('\n'),
  recipients: office.recipients.join('\n'),
  basis: office.basis.join('\n'),
  daysErrors: String(office.daysToCorrect.errors),
  daysWarnings: String(office.daysToCorrect.warnings),
  daysOff: formatDayList(office.daysOff),
  workingDays: formatDayList(office.workingDays),
  level: office.level,
  province: office.province ?? '',
  routes: office.dailyRoutes ?? null,
});

/** Entries of a list, empty lines left out. */
export const entriesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the form says, as office data; null while a field holds what can't be used. */
export function officeOfDraft(draft: OfficeDraft): Office | null {
  const { addressees, recipients, basis, authority, signatoryTitle, signatoryName, ...rest } = draft;
  const read = officeSchema.safeParse({
    parentAgency: rest.parentAgency,
    agency: rest.agency,
    place: rest.place,
    number: rest.number,
    symbol: rest.symbol,
    coordinator: rest.coordinator,
    addressees: entriesOf(addressees),
    recipients: entriesOf(recipients),
    basis: entriesOf(basis),
    signatory: { authority, title: signatoryTitle, name: signatoryName },
    daysToCorrect: { errors: wholeNumber(rest.daysErrors), warnings: wholeNumber(rest.daysWarnings) },
    daysOff: daysOf(rest.daysOff),
    workingDays: daysOf(rest.workingDays),
    level: rest.level,
    ...(rest.routes === null ? {} : { dailyRoutes: rest.routes }),
    ...(rest.province.trim() === '' ? {} : { province: rest.province.trim() }),
  });
  return read.success ? read.data : null;
}

/** Days of a list as it is typed; none while it holds a line that can't be read. */
export function daysOf(text: string): readonly string[] {
  const read = parseDayList(text);
  return read.ok ? read.value : [];
}

/** A whole number as people type it; NaN for anything else. */
export const wholeNumber = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** What was typed and not saved yet; kept while other places are visited. */
export const useOfficeDraft = create<{ readonly draft: OfficeDraft | null }>(() => ({ draft: null }));
