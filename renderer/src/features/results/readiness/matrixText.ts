import type { ReadinessCell, ReadinessMatrix } from '../../../../../shared/contract/readiness.ts';
import { formulaSafe } from '../../../../../shared/reports/machine/formulaSafe.ts';
import type { MatrixAgency } from './matrixRows.ts';

/** The matrix for the clipboard: one line per agency, tabs between the cells, the whole round last; after the per cents the
 *  changes where there is a round before. Names are never formulas.
 *  @param headings  of the names, of each column, and of each column's change
 *  @param whole  name of the last line */
export function matrixText(
  { total, before }: ReadinessMatrix,
  agencies: readonly MatrixAgency[],
  headings: { readonly name: string; readonly columns: readonly string[]; readonly changes: readonly string[] },
  whole: string,
): string {
  const changes = (cells: readonly ReadinessCell[]): readonly string[] =>
    before === null ? [] : cells.map(({ change }) => (change === null ? '' : String(change)));
  const line = (name: string, cells: readonly ReadinessCell[]): readonly string[] => [
    nameText(name),
    ...cells.map(({ ready }) => (ready === null ? '–' : `${ready}%`)),
    ...changes(cells),
  ];
  return [
    [headings.name, ...headings.columns, ...(before === null ? [] : headings.changes)].map(nameText),
    ...agencies.map(({ name, cells }) => line(name, cells)),
    line(whole, total),
  ]
    .map((cells) => `${cells.join('\t')}\r\n`)
    .join('');
}

/** A cell that begins with a quotation mark would go on to the next one, over tabs and lines. */
function nameText(name: string): string {
  const text = formulaSafe(name.replaceAll(/\s+/g, ' ').trim());
  return text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}
