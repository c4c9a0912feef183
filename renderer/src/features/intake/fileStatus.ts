import type { IntakeFile, IntakeSheet } from '../../../../shared/contract/intake.ts';

/** How a file stands, the most urgent first. */
export type FileStatus = 'unreadable' | 'unsure' | 'recognised' | 'returned' | 'nothing';

/** Which files the list shows. */
export const FILE_FILTERS = ['all', 'unsure', 'unreadable'] as const;
export type FileFilter = (typeof FILE_FILTERS)[number];

export function statusOf({ fault, sheets }: Pick<IntakeFile, 'fault' | 'sheets'>): FileStatus {
  if (fault !== null) return 'unreadable';
  if (sheets.some(({ verdict }) => verdict === 'unsure')) return 'unsure';
  if (sheets.some(({ verdict }) => verdict === 'recognised')) return 'recognised';
  return sheets.some(isReturnedList) ? 'returned' : 'nothing';
}

/** Whether a sheet is a correction list of ours that an agency sent back. */
export const isReturnedList = ({ questions }: Pick<IntakeSheet, 'questions'>): boolean =>
  questions.some(({ code }) => code === 'intake.returnedList');

/** Files that a filter leaves. */
export const filtered = (files: readonly IntakeFile[], filter: FileFilter): readonly IntakeFile[] =>
  filter === 'all' ? files : files.filter((file) => statusOf(file) === filter);

/** A sheet of a file. */
export interface SheetPlace {
  readonly file: string;
  readonly sheet: string;
}

/** Sheets that wait for an answer, in the order of the list. */
export const unsureSheets = (files: readonly IntakeFile[]): readonly SheetPlace[] =>
  files.flatMap(({ file, sheets }) =>
    sheets.filter(({ verdict }) => verdict === 'unsure').map(({ sheet }) => ({ file, sheet })),
  );

/** Agencies that the files name, each once, in alphabetical order. */
export function agenciesOf(files: readonly IntakeFile[]): readonly string[] {
  const names = new Set<string>();
  for (const { agency, sheets } of files) {
    for (const name of agency === null ? sheets.map((sheet) => sheet.agency) : [agency]) {
      if (name !== null) names.add(name);
    }
  }
  return [...names].toSorted((a, b) => a.localeCompare(b, 'vi'));
}

/** Sheets that are judged, and their data rows. */
export function judgedOf(files: readonly IntakeFile[]): { readonly sheets: number; readonly rows: number } {
  const judged: IntakeSheet[] = files.flatMap(({ sheets }) => sheets.filter(({ verdict }) => verdict === 'recognised'));
  return { sheets: judged.length, rows: judged.reduce((sum, { rows }) => sum + rows, 0) };
}
