import { compareText } from '../engine/findingLog.ts';
import type { Cell } from '../table/cell.ts';
import { isSameCell, typedCell, type BatchFix, type CellEdit } from './batchFix.ts';
import type { Explanation } from './explanation.ts';
import type { Strikes } from './strikes.ts';

interface Candidate {
  readonly edit: CellEdit;
  readonly confidence: 'certain' | 'likely';
}

/** The edits that mend an explanation's findings: what the cause itself knows first, then the findings' certain and likely
 *  fixes. Where two fixes of one cell disagree the surer one stands, and of equally sure ones none: a person decides. */
export function fixOfCause(strikes: Strikes, explanation: Explanation): BatchFix | undefined {
  const repaired = new Map<number, Candidate>();
  for (const { tableId, row, column, after, confidence } of explanation.repairs ?? []) {
    const edit = editOf(strikes, tableId, row, column, after);
    repaired.set(numberOf(strikes, tableId, edit), { edit, confidence });
  }
  const fixed = new Map<number, Candidate | null>();
  const cells = new Set(repaired.keys());
  for (const finding of explanation.findings) {
    const struck = strikes.column(finding);
    if (struck === undefined) continue;
    const { fix } = strikes.verdict(finding);
    const row = strikes.rowOf[finding]!;
    const number = strikes.cellNumber(finding);
    cells.add(number);
    if (fix === undefined || fix.confidence === 'possible') continue;
    if (explanation.ownFixes === 'none' || repaired.has(number)) continue;
    const edit = editOf(strikes, struck.tableId, row, struck.index, typedCell(fix.value));
    const other = fixed.get(number);
    if (other === undefined) fixed.set(number, { edit, confidence: fix.confidence });
    else fixed.set(number, surer(other, { edit, confidence: fix.confidence }));
  }
  const candidates = [...repaired.values(), ...[...fixed.values()].filter((candidate) => candidate !== null)].filter(
    ({ edit }) => edit.before.formula !== true && !isSameCell(edit.before, edit.after),
  );
  if (candidates.length === 0) return undefined;
  return {
    edits: candidates.map(({ edit }) => edit).sort(byPlace),
    confidence: candidates.every(({ confidence }) => confidence === 'certain') ? 'certain' : 'likely',
    unfixed: cells.size - candidates.length,
  };
}

function surer(known: Candidate | null, other: Candidate): Candidate | null {
  if (known === null || known.edit.after.text === other.edit.after.text) return known;
  if (known.confidence === other.confidence) return null;
  return known.confidence === 'certain' ? known : other;
}

function editOf(strikes: Strikes, tableId: number, row: number, column: number, after: Cell): CellEdit {
  const { file, sheet, rowNumbers, columns } = strikes.tables[tableId]!;
  const tableColumn = columns[column]!;
  return {
    file,
    sheet,
    row: rowNumbers[row]!,
    column: tableColumn.sheetColumnAt(row),
    before: tableColumn.at(row),
    after,
  };
}

const numberOf = (strikes: Strikes, tableId: number, { row, column }: CellEdit): number =>
  strikes.placeNumber(tableId, row, column);

const byPlace = (a: CellEdit, b: CellEdit): number =>
  compareText(a.file, b.file) || compareText(a.sheet, b.sheet) || a.row - b.row || a.column - b.column;
