import type { Cell } from './cell.ts';
import { ExtendedDictionary } from './extendedDictionary.ts';
import type { CellDictionary } from './sheet.ts';
import { TableColumn, type Table } from './table.ts';

/** A text that a person, or a fix they accepted, puts into a cell. */
export interface CellEdit {
  /** 0-based table row. */
  readonly row: number;
  /** Index into `table.columns`. */
  readonly column: number;
  /** What the cell holds from now on, as text whatever it looks like; '' empties it. */
  readonly text: string;
}

/** A table with other texts in some cells; of two edits of one cell the later one counts. The given table stays as it is,
 *  so keeping it is all that undoing needs; columns in which nothing has changed are the same objects in both.
 *
 *  The new columns hold exactly the values in use, in the order in which they occur, as when the edited sheet is read.
 *  Rows stay rows: what an edit would mean for the sheet as a whole (its kind, its header, a line that turns into a group
 *  or a total, cells below that a merged area or a group text fills) shows when the file is read again.
 *  @throws RangeError  when an edit names a row or column that the table does not have */
export function editCells(table: Table, edits: readonly CellEdit[]): Table {
  for (const { row, column } of edits) {
    if (row in table.rowNumbers && column in table.columns) continue;
    throw new RangeError(`the table has no cell in row ${row}, column ${column}`);
  }
  const byColumn = Map.groupBy(edits, ({ column }) => column);
  const columns = table.columns.map((column, at) => withTexts(column, byColumn.get(at) ?? []));
  return columns.every((column, at) => column === table.columns[at]) ? table : { ...table, columns };
}

function withTexts(column: TableColumn, edits: readonly CellEdit[]): TableColumn {
  const texts = new Map(edits.map(({ row, text }) => [row, text]));
  const wanted = new Set(texts.values());
  // Codes of the column as it is; values that are new to it follow behind.
  const known = new Map<string, number>([['', 0]]);
  for (let code = 1; code < column.distinct && wanted.size > 0; code += 1) {
    const cell = column.value(code);
    if (wanted.has(cell.raw) && isPlainText(cell)) known.set(cell.raw, code);
  }
  const edited = [...texts].filter(([row, text]) => column.codes[row] !== known.get(text));
  if (edited.length === 0) return column;

  const dictionary = extensionOf(column.dictionary);
  const sources = [...column.sources];
  const codes = column.codes.slice();
  for (const [row, text] of edited) {
    let code = known.get(text);
    if (code === undefined) known.set(text, (code = sources.push(dictionary.codeOf(text)) - 1));
    codes[row] = code;
  }
  const used = renumber(codes, sources.length);
  const kept = Uint32Array.from(used, (code) => sources[code]!);
  return new TableColumn(column.field, column.heading, column.sheetColumn, codes, kept, dictionary.cells);
}

/** The column with one code for each plain text, where several stand for it: a text that was typed, and the same text
 *  out of another column of the sheet. */
export function withoutTwins(column: TableColumn): TableColumn {
  const first = new Map<string, number>();
  const meant = Array.from({ length: column.distinct }, (_, code) => {
    const cell = column.value(code);
    if (!isPlainText(cell)) return code;
    const known = first.get(cell.raw);
    if (known === undefined) first.set(cell.raw, code);
    return known ?? code;
  });
  if (meant.every((code, at) => code === at)) return column;
  const codes = column.codes.map((code) => meant[code]!);
  const kept = Uint32Array.from(renumber(codes, column.distinct), (code) => column.sources[code]!);
  return new TableColumn(column.field, column.heading, column.sheetColumn, codes, kept, column.dictionary);
}

const isPlainText = ({ kind, text, raw, formula, font }: Cell): boolean =>
  kind === 'text' && text === raw && formula !== true && font === undefined;

/** Numbers the codes in place by their first occurrence; gives the old codes in their new order, 0 first. */
function renumber(codes: Uint32Array, size: number): readonly number[] {
  const numbers = new Uint32Array(size);
  const used = [0];
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row]!;
    if (code === 0) continue;
    numbers[code] ||= used.push(code) - 1;
    codes[row] = numbers[code]!;
  }
  return used;
}

/** A dictionary to which typed texts are added, each once. */
export class TypedTexts {
  readonly cells: ExtendedDictionary;
  readonly #codes = new Map<string, number>();

  constructor(base: CellDictionary) {
    this.cells = base instanceof ExtendedDictionary ? base : new ExtendedDictionary(base);
  }

  /** Code of a text that is not ''. */
  codeOf(text: string): number {
    let code = this.#codes.get(text);
    if (code === undefined) this.#codes.set(text, (code = this.cells.add(text)));
    return code;
  }
}

// One extension per workbook, however many columns and states of a table are edited: its codes go on from those of the
// workbook, so columns with and without edits share one numbering, and dictionaries do not pile up edit by edit.
const EXTENSIONS = new WeakMap<CellDictionary, TypedTexts>();

/** The dictionary of typed texts behind a workbook's own, or behind an extension of it. */
export function extensionOf(dictionary: CellDictionary): TypedTexts {
  let extension = EXTENSIONS.get(dictionary);
  if (extension === undefined) {
    extension = new TypedTexts(dictionary);
    EXTENSIONS.set(dictionary, extension);
    EXTENSIONS.set(extension.cells, extension);
  }
  return extension;
}
