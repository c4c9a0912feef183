import { editCells, extensionOf, withoutTwins } from '../table/editedTable.ts';
import { rowCount, type Table, type TableColumn } from '../table/table.ts';
import { reliable } from './columnMapping.ts';
import type { ColumnMapping } from './reading.ts';
import { CHANNEL_NAMES, unfoldChannels, unfoldTargets, type TableSource } from './unfolding.ts';

/** A text that a person, or a fix they accepted, puts into a cell of a sheet. */
export interface SheetEdit {
  /** 1-based sheet row. */
  readonly row: number;
  /** 0-based sheet column. */
  readonly column: number;
  /** What the cell holds from now on, as text whatever it looks like; '' empties it. */
  readonly text: string;
}

/** The tables of one sheet with other texts in some of its cells, as reading the edited sheet would give them. A cell of a
 *  wide catalogue reaches its table and the channels unfolded out of it: a line appears with the first value of a channel
 *  and goes with the last; so do the lines of further "to step" columns. Tables in which nothing has changed are the same
 *  objects, columns too; the given tables stay as they are.
 *
 *  Rows stay rows and fields stay fields, see {@link editCells}. Cells that no table holds are passed over: those above,
 *  in and between the tables' rows, cells whose value comes from a group line, and, of a channels sheet, lines without any
 *  channel and columns that are not repeated beside the channels; reading the file again finds them.
 *
 *  @param tables  all tables of the sheet, as last edited
 *  @param columns  how the sheet's columns were understood (`SheetReading.columns`)
 *  @returns as many tables, in the same order */
export function editSheetCells(
  tables: readonly Table[],
  columns: readonly ColumnMapping[],
  edits: readonly SheetEdit[],
): readonly Table[] {
  const [first] = tables;
  if (first === undefined) return tables;
  const mapping = columns.map(reliable);
  const isPlain = first.unfoldedFrom === undefined && !hasTargets(first, mapping);
  const main = isPlain ? editPlain(first, edits) : null;
  if (main === first) return tables;
  if (main !== null && tables.length === 1) return [main];
  const source = sourceOf(main ?? first, mapping);
  if (main === null) putTexts(source, edits);
  return tables.map((table) => {
    if (table === first && main !== null) return main;
    const unfolded = table.unfoldedFrom === undefined ? unfoldTargets(source) : unfoldChannels(source);
    return unfolded === null ? table : keepingUnchanged(table, unfolded);
  });
}

/** Whether a table holds the lines of several "to step" columns. */
const hasTargets = (table: Table, mapping: readonly ColumnMapping[]): boolean =>
  table.dataset === 'transitions' && mapping.filter(({ field }) => field === 'buoc_tiep_theo').length > 1;

/** Edits a table with one row per sheet row. Columns that stand elsewhere in every row were filled from group lines. */
function editPlain(table: Table, edits: readonly SheetEdit[]): Table {
  const rows = new Map(Array.from(table.rowNumbers, (number, row) => [number, row]));
  const columns = new Map(table.columns.map(({ sheetColumn }, at) => [sheetColumn, at]));
  return editCells(
    table,
    edits.flatMap(({ row, column, text }) => {
      const [own, at] = [rows.get(row), columns.get(column)];
      return own === undefined || at === undefined ? [] : [{ row: own, column: at, text }];
    }),
  );
}

/** The sheet's rows before they were unfolded. */
function sourceOf(table: Table, mapping: readonly ColumnMapping[]): TableSource {
  const { rowNumbers: lineNumbers, columns, unfoldedFrom, ...head } = table;
  const { cells: dictionary } = extensionOf(columns[0]!.dictionary);
  const rowNumbers = Uint32Array.from(new Set(lineNumbers));
  const rowOf = new Map(Array.from(rowNumbers, (number, row) => [number, row]));
  const channels = columns.find(({ field }) => field === 'hinh_thuc_nop');
  const codes = mapping.map((plan) => {
    const own = new Uint32Array(rowNumbers.length);
    const unfolded = plan.channel !== undefined && unfoldedFrom !== undefined;
    for (const column of columns) {
      if (unfolded && column.field !== plan.field) continue;
      if (typeof column.sheetColumn === 'number' && column.sheetColumn !== plan.sheetColumn) continue;
      if (typeof column.sheetColumn !== 'number' && (column === channels || !isUnfolded(table, column))) continue;
      for (let line = 0; line < lineNumbers.length; line += 1) {
        if (column.sheetColumnAt(line) !== plan.sheetColumn) continue;
        if (unfolded && channels?.at(line).text !== CHANNEL_NAMES[plan.channel]) continue;
        own[rowOf.get(lineNumbers[line]!)!] = column.sources[column.codes[line]!]!;
      }
    }
    return own;
  });
  return {
    head: unfoldedFrom === undefined ? head : { ...head, dataset: unfoldedFrom },
    rowNumbers,
    columns: mapping,
    codes,
    dictionary,
  };
}

/** Whether a column whose cells stand in several sheet columns was unfolded, and not filled from group lines. */
const isUnfolded = (table: Table, { field }: TableColumn): boolean =>
  table.unfoldedFrom !== undefined || field === 'buoc_tiep_theo';

function putTexts({ rowNumbers, columns, codes, dictionary }: TableSource, edits: readonly SheetEdit[]): void {
  const rows = new Map(Array.from(rowNumbers, (number, row) => [number, row]));
  const texts = extensionOf(dictionary);
  for (const { row, column, text } of edits) {
    const own = rows.get(row);
    const at = columns.findIndex(({ sheetColumn }) => sheetColumn === column);
    if (own !== undefined && at >= 0) codes[at]![own] = text === '' ? 0 : texts.codeOf(text);
  }
}

/** The new state of a table, made of the old one's columns wherever they say the same. */
function keepingUnchanged(before: Table, after: Table): Table {
  const rowNumbers = sameNumbers(before.rowNumbers, after.rowNumbers) ? before.rowNumbers : after.rowNumbers;
  const columns = after.columns.map((column, at) => {
    const [old, now] = [before.columns[at], withoutTwins(column)];
    return old !== undefined && rowNumbers === before.rowNumbers && isSameColumn(old, now) ? old : now;
  });
  const same = rowNumbers === before.rowNumbers && columns.every((column, at) => column === before.columns[at]);
  return same && rowCount(before) === rowCount(after) ? before : { ...after, rowNumbers, columns };
}

function isSameColumn(a: TableColumn, b: TableColumn): boolean {
  if (a.field !== b.field || a.heading !== b.heading || a.distinct !== b.distinct) return false;
  if (typeof a.sheetColumn === 'number' || typeof b.sheetColumn === 'number') {
    if (a.sheetColumn !== b.sheetColumn) return false;
  } else if (!sameNumbers(a.sheetColumn, b.sheetColumn)) return false;
  if (!sameNumbers(a.codes, b.codes)) return false;
  for (let code = 1; code < a.distinct; code += 1) {
    if (a.sources[code] !== b.sources[code] && JSON.stringify(a.value(code)) !== JSON.stringify(b.value(code))) {
      return false;
    }
  }
  return true;
}

const sameNumbers = (a: Uint16Array | Uint32Array, b: Uint16Array | Uint32Array): boolean =>
  a === b || (a.length === b.length && a.every((value, at) => value === b[at]));
