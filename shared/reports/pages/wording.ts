import type { SeverityCounts } from '../../engine/findings.ts';
import type { TableBlock, TableColumnHead } from './officialDocument.ts';

/** A whole number as people here write it: 1.234. */
export const integer = (value: number): string => value.toLocaleString('vi-VN');

/** Per cent, or a dash where nothing was there to be counted. */
export const percentText = (value: number | null): string => (value === null ? '–' : `${value}%`);

/** Counts as the parameters `errors`, `warnings`, `notes` of a text. */
export const countsText = (counts: SeverityCounts): Readonly<Record<'errors' | 'warnings' | 'notes', string>> => ({
  errors: integer(counts.error),
  warnings: integer(counts.warning),
  notes: integer(counts.info),
});

/** Series of charts; dark enough to be told apart in a black-and-white print. */
export const SEVERITY_SERIES = [
  { key: 'severity.error', color: '#a4262c' },
  { key: 'severity.warning', color: '#e0a030' },
  { key: 'severity.info', color: '#b8c4d0' },
] as const;

/** A table block from short column descriptions: heading, share of the width in per cent, alignment. */
export const tableOf = (
  caption: string,
  columns: readonly (readonly [heading: string, width: number, align: TableColumnHead['align']])[],
  rows: readonly (readonly string[])[],
  total?: readonly string[],
): TableBlock => ({
  kind: 'table',
  caption,
  columns: columns.map(([heading, width, align]) => ({ heading, width, align })),
  rows,
  ...(total === undefined ? {} : { total }),
});

/** 4 → IV, for numbers of annexes. */
export function romanNumeral(value: number): string {
  let left = value;
  let text = '';
  for (const [worth, letters] of [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const) {
    while (left >= worth) {
      text += letters;
      left -= worth;
    }
  }
  return text;
}
