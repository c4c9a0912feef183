import type { Sheet } from '../../../shared/table/sheet.ts';
import { visitElements } from './xlsx/xmlElements.ts';

/** What is hidden in a sheet of an OpenDocument spreadsheet; SheetJS passes over it. */
export interface OdsSheet {
  readonly visibility: Sheet['visibility'];
  /** 1-based first and last row of each stretch hidden by hand or by a filter, ascending. Stretches, because one tag may
   *  hide a million rows. */
  readonly hiddenStretches: readonly (readonly [first: number, last: number])[];
  /** 0-based. */
  readonly hiddenColumns: ReadonlySet<number>;
}

const MAX_COLUMNS = 16_384;
const MAX_ROWS = 1_048_576;

/** Reads which sheets, rows and columns an OpenDocument spreadsheet hides (OpenDocument 1.3 part 3, 19.759
 *  `table:visibility`, 20.401 `table:display`), in the order of its sheets.
 *
 *  @param xml  `content.xml`, or a flat document
 *  @throws FileRefusal `file.damaged.content`, `file.unsafe.doctype` */
export function readOdsVisibility(xml: string): readonly OdsSheet[] {
  const hiddenStyles = new Set<string>();
  const sheets: OdsSheet[] = [];
  let hiddenStretches: [first: number, last: number][] = [];
  let hiddenColumns = new Set<number>();
  let style = '';
  let depth = 0;
  let row = 0;
  let column = 0;
  visitElements(xml, 'content.xml', {
    open(name, attribute) {
      if (name === 'style') style = attribute('name') ?? '';
      else if (name === 'table-properties' && attribute('display') === 'false') hiddenStyles.add(style);
      // A cell may hold a table of its own, whose rows are none of the sheet's.
      else if (name === 'table' && ++depth === 1) {
        const isHidden = hiddenStyles.has(attribute('style-name') ?? '');
        hiddenStretches = [];
        hiddenColumns = new Set();
        sheets.push({ visibility: isHidden ? 'hidden' : 'visible', hiddenStretches, hiddenColumns });
        row = 0;
        column = 0;
      } else if (depth !== 1) return;
      else if (name === 'table-row') {
        const first = row;
        row = Math.min(MAX_ROWS, row + repetitions(attribute('number-rows-repeated')));
        if (isHiddenPart(attribute('visibility'))) hiddenStretches.push([first + 1, row]);
      } else if (name === 'table-column') {
        const first = column;
        column = Math.min(MAX_COLUMNS, column + repetitions(attribute('number-columns-repeated')));
        if (!isHiddenPart(attribute('visibility'))) return;
        for (let index = first; index < column; index++) hiddenColumns.add(index);
      }
    },
    close(name) {
      if (name === 'table') depth--;
    },
  });
  return sheets;
}

const isHiddenPart = (visibility: string | undefined): boolean => visibility === 'collapse' || visibility === 'filter';

const repetitions = (text: string | undefined): number => Math.max(1, Math.floor(Number(text ?? 1)) || 1);

/** Those of the given rows that lie in a hidden stretch.
 *  @param rows  1-based, ascending */
export function rowsInStretches(rows: Uint32Array, stretches: OdsSheet['hiddenStretches']): Set<number> {
  const hidden = new Set<number>();
  let index = 0;
  for (const row of rows) {
    while (index < stretches.length && stretches[index]![1] < row) index++;
    if (index < stretches.length && stretches[index]![0] <= row) hidden.add(row);
  }
  return hidden;
}
