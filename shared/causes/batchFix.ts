import { fail, succeed, type Result } from '../result.ts';
import { cellAddress, type Cell } from '../table/cell.ts';
import { TableColumn, type Table } from '../table/table.ts';

/** One cell of a sheet with another content. Cells keep their kind, so that a number that was a code can be put back. */
export interface CellEdit {
  readonly file: string;
  readonly sheet: string;
  /** 1-based sheet row. */
  readonly row: number;
  /** 0-based sheet column. */
  readonly column: number;
  readonly before: Cell;
  readonly after: Cell;
}

/** Edits that mend one cause; nothing is changed before a person has seen the preview. */
export interface BatchFix {
  /** By file, sheet, row, column; at most one per cell. */
  readonly edits: readonly CellEdit[];
  /** `certain` when every edit is the only possible meaning. */
  readonly confidence: 'certain' | 'likely';
  /** Cells of the cause that a person has to mend: no safe value, or a formula stands there. */
  readonly unfixed: number;
}

/** One line of a preview. */
export interface PreviewRow {
  readonly file: string;
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly before: string;
  readonly after: string;
}

/** What a fix would change, as texts; the first `most` edits, all by default. */
export const preview = (fix: BatchFix, most = fix.edits.length): readonly PreviewRow[] =>
  fix.edits.slice(0, most).map(({ file, sheet, row, column, before, after }) => ({
    file,
    sheet,
    cell: cellAddress(column, row),
    before: before.text,
    after: after.text,
  }));

/** The fix that takes a fix back. */
export const inverse = (fix: BatchFix): BatchFix => ({
  ...fix,
  edits: fix.edits.map((edit) => ({ ...edit, before: edit.after, after: edit.before })),
});

/** A cell as a person types it. */
export const typedCell = (text: string): Cell => ({ kind: 'text', text, raw: text });

/** Whether two cells hold the same; how they are shown by a format counts too. */
export const isSameCell = (a: Cell, b: Cell): boolean =>
  a === b ||
  (a.kind === b.kind &&
    a.raw === b.raw &&
    a.text === b.text &&
    a.format === b.format &&
    (a.formula === true) === (b.formula === true));

/** Applies edits to tables and gives the tables back, those of other sheets untouched; the given tables stay as they are.
 *  All or nothing. Tables unfolded out of a sheet change with it where they show the same cell.
 *  Errors: `cause.noCell` (no table holds the cell), `cause.changed` (the cell no longer holds `before`). */
export function applyFix(tables: readonly Table[], fix: Pick<BatchFix, 'edits'>): Result<readonly Table[]> {
  const bySheet = Map.groupBy(fix.edits, ({ file, sheet }) => sheetName(file, sheet));
  const missed = new Map<CellEdit, Cell | undefined>(fix.edits.map((edit) => [edit, undefined]));
  const changed = tables.map((table) => {
    const edits = bySheet.get(sheetName(table.file, table.sheet));
    return edits === undefined ? table : editedTable(table, edits, missed);
  });
  for (const [{ file, sheet, row, column, before }, found] of missed) {
    const place = { file, sheet, cell: cellAddress(column, row) };
    if (found === undefined) return fail('cause.noCell', place);
    return fail('cause.changed', { ...place, before: before.text, found: found.text });
  }
  return succeed(changed);
}

const sheetName = (file: string, sheet: string): string => `${file}\u0000${sheet}`;

/** The table with the edits that fit it; these are taken out of `missed`, the others leave there what they met. */
function editedTable(table: Table, edits: readonly CellEdit[], missed: Map<CellEdit, Cell | undefined>): Table {
  const byRow = Map.groupBy(edits, ({ row }) => row);
  const replacements = new Map<TableColumn, Map<number, Cell>>();
  table.rowNumbers.forEach((sheetRow, row) => {
    for (const edit of byRow.get(sheetRow) ?? []) {
      for (const column of table.columns) {
        if (column.sheetColumnAt(row) !== edit.column) continue;
        const found = column.at(row);
        if (!isSameCell(found, edit.before)) {
          if (missed.has(edit)) missed.set(edit, found);
          continue;
        }
        missed.delete(edit);
        const cells = replacements.get(column);
        if (cells === undefined) replacements.set(column, new Map([[row, edit.after]]));
        else cells.set(row, edit.after);
      }
    }
  });
  if (replacements.size === 0) return table;
  return {
    ...table,
    columns: table.columns.map((column) => {
      const cells = replacements.get(column);
      return cells === undefined ? column : editedColumn(column, cells);
    }),
  };
}

function editedColumn(column: TableColumn, replacements: ReadonlyMap<number, Cell>): TableColumn {
  const added: Cell[] = [];
  const codes = column.codes.slice();
  // One code per distinct content, as in a column that was read: rules judge by code.
  const known = new Map<string, number>();
  const nameOf = (cell: Cell): string =>
    JSON.stringify([cell.kind, cell.raw, cell.text, cell.format ?? null, cell.formula === true]);
  for (let code = 1; code < column.distinct; code += 1) known.set(nameOf(column.value(code)), code);
  for (const [row, cell] of replacements) {
    const name = nameOf(cell);
    let code = cell.kind === 'empty' ? 0 : known.get(name);
    if (code === undefined) known.set(name, (code = column.distinct + added.push(cell) - 1));
    codes[row] = code;
  }
  const size = column.distinct + added.length;
  return new TableColumn(
    column.field,
    column.heading,
    column.sheetColumn,
    codes,
    Uint32Array.from({ length: size }, (_, code) => code),
    {
      size,
      cell: (code) => (code < column.distinct ? column.value(code) : added[code - column.distinct]!),
      forget: () => column.forget(),
    },
  );
}
