import { datasetKind, type DatasetId } from '../domain/datasets.ts';
import { FIELDS, type FieldKey } from '../domain/fields.ts';
import type { Sheet } from '../table/sheet.ts';
import type { AgencyRef, Table, TableColumn, TitleFact } from '../table/table.ts';
import { ColumnEncoder } from './columnEncoder.ts';
import { ExtendedDictionary } from '../table/extendedDictionary.ts';
import { fillDown, groupValue } from './groupValues.ts';
import type { HeaderBlock } from './headerDetection.ts';
import type { ColumnMapping, SkippedRows } from './reading.ts';
import { classifyRows } from './rowRoles.ts';
import type { SheetGrid } from './sheetGrid.ts';
import { unfoldChannels, unfoldTargets, type TableSource } from './unfolding.ts';

/** What a table is built from. */
export interface TablePlan {
  readonly grid: SheetGrid;
  readonly block: HeaderBlock;
  readonly dataset: DatasetId;
  readonly columns: readonly ColumnMapping[];
  readonly file: string;
  readonly agency: AgencyRef;
  readonly titleFacts: readonly TitleFact[];
}

/** The tables of a sheet and what was left out of them. */
export interface BuiltTables {
  readonly tables: readonly Table[];
  /** Data rows of the sheet. */
  readonly rows: number;
  readonly hiddenRows: number;
  readonly skipped: SkippedRows;
}

/** Builds the tables of a sheet. Group texts are filled down into `linh_vuc` or `don_vi`: where the sheet has no such
 *  column, the value's address is the row's own line in the column of the group text (a table row has one line). */
export function buildTables(plan: TablePlan): BuiltTables {
  const { grid, block, dataset } = plan;
  const codes = withMergesFilled(grid.sheet, block.last + 1, grid.rows);
  const keyColumns = keyColumnsOf(plan);
  const roles = classifyRows(grid, {
    firstHeaderRow: block.first,
    lastHeaderRow: block.last,
    codes,
    keyColumns,
    keyIsName: !plan.columns.some((column) => column.field === 'ma_tthc'),
    mappedColumns: plan.columns.filter((column) => column.field !== null).map((column) => column.sheetColumn),
  });
  const dictionary = new ExtendedDictionary(grid.sheet.dictionary);
  const groups = roles.groups.map((group) => groupValue(group, dataset));
  const gathered = plan.columns.map((column) => gather(codes[column.sheetColumn]!, roles.data));
  const added = (['linh_vuc', 'don_vi'] as const).flatMap((field) => {
    const filled = fillDown(field, groups, roles.data, dictionary);
    if (filled === null) return [];
    const own = plan.columns.findIndex((column) => column.field === field);
    if (own < 0) return [{ field, ...filled }];
    const target = gathered[own]!;
    for (let row = 0; row < target.length; row++) target[row] ||= filled.codes[row]!;
    return [];
  });

  const rowNumbers = Uint32Array.from(roles.data, (row) => grid.rowNumber(row));
  const head = {
    dataset,
    agency: plan.agency,
    file: plan.file,
    sheet: grid.sheet.name,
    headerRow: grid.rowNumber(block.last),
    ...(plan.titleFacts.length > 0 ? { titleFacts: plan.titleFacts } : {}),
  };
  const source = { head, rowNumbers, columns: plan.columns, codes: gathered, dictionary };
  const channels = unfoldChannels(source);
  const main = unfoldTargets(source) ?? {
    ...head,
    rowNumbers,
    columns: encodeAll(source, added),
  };
  const tables = channels === null ? [main] : dataset === 'channels' ? [channels] : [main, channels];
  return { tables, rows: roles.data.length, hiddenRows: countHidden(grid.sheet, rowNumbers), skipped: roles.skipped };
}

function encodeAll(
  source: TableSource,
  added: readonly { readonly field: FieldKey; readonly codes: Uint32Array; readonly sheetColumns: Uint16Array }[],
): TableColumn[] {
  const encoder = new ColumnEncoder(source.dictionary);
  const columns = source.columns.map((column, at) =>
    encoder.encode(
      // What a column says of one channel stands in the channels table; here it is only echoed.
      column.channel === undefined ? column.field : null,
      column.heading,
      column.sheetColumn,
      Uint32Array.from(source.codes[at]!),
    ),
  );
  const fromGroups = added.map(({ field, codes, sheetColumns }) =>
    encoder.encode(field, FIELDS[field].vi, sheetColumns, codes),
  );
  return [...columns, ...fromGroups];
}

function gather(codes: Uint32Array, rows: Uint32Array): Uint32Array {
  const gathered = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) gathered[at] = codes[rows[at]!] ?? 0;
  return gathered;
}

/** Columns that name rows: the code and the name of the kind's subject, else its key. */
function keyColumnsOf(plan: TablePlan): number[] {
  const naming: FieldKey[] = ['ma_tthc', 'ten_tthc', ...datasetKind(plan.dataset).key, 'ho_ten', 'ten_buoc'];
  return [...new Set(naming)].flatMap((field) => {
    const column = plan.columns.find((mapped) => mapped.field === field && mapped.channel === undefined);
    return column === undefined ? [] : [column.sheetColumn];
  });
}

/** The sheet's columns with each vertically merged range filled down from its first cell. Ranges of a sound file do not
 *  overlap, so a column takes at most as many fills as it has rows; a file that asks for more is not served further. */
function withMergesFilled(sheet: Sheet, firstRow: number, rows: number): readonly Uint32Array[] {
  const columns = [...sheet.columns];
  const budget = new Map<number, number>();
  if (firstRow >= rows) return columns;
  const numbers = sheet.rowNumbers;
  for (const range of sheet.merges) {
    if (range.lastRow === range.firstRow || range.firstRow < numbers[firstRow]!) continue;
    const column = range.firstColumn;
    const original = sheet.columns[column];
    const from = indexOfRow(numbers, range.firstRow);
    const code = from < 0 ? 0 : (original?.[from] ?? 0);
    if (original === undefined || code === 0) continue;
    if (columns[column] === original) {
      const copy = new Uint32Array(rows);
      copy.set(original.subarray(0, rows));
      columns[column] = copy;
    }
    const target = columns[column]!;
    let left = budget.get(column) ?? rows;
    for (let row = from + 1; row < rows && numbers[row]! <= range.lastRow && left > 0; row++, left--)
      target[row] ||= code;
    budget.set(column, left);
  }
  return columns;
}

function indexOfRow(numbers: Uint32Array, rowNumber: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = numbers[middle]!;
    if (found === rowNumber) return middle;
    if (found < rowNumber) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function countHidden(sheet: Sheet, rowNumbers: Uint32Array): number {
  if (sheet.hiddenRows.size === 0) return 0;
  let hidden = 0;
  for (const row of rowNumbers) if (sheet.hiddenRows.has(row)) hidden++;
  return hidden;
}
