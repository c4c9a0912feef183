import type { DecisionTarget } from '../../../shared/contract/decisions.ts';
import { WHOLE_ROW, WHOLE_SHEET } from '../../../shared/engine/findingLog.ts';
import type { CellCorrection } from './roundDecisions.ts';
import type { RoundSession } from './roundSession.ts';

/** A correction that can be accepted. */
export interface ProposedEdit extends CellCorrection {
  readonly agency: string;
  readonly confidence: 'certain' | 'likely' | 'possible';
}

/** What accepting the corrections of some findings would change. */
export interface ProposedChanges {
  /** At most one per cell, in the order of the findings. */
  readonly edits: readonly ProposedEdit[];
  /** Findings for which there is nothing to accept: a person has to write the value. */
  readonly withoutFix: number;
}

const RANK = { certain: 0, likely: 1, possible: 2 };

/** Collects the corrections of the findings that are meant. Where several are proposed for a cell the surest counts; a cause
 *  has its own corrections where it knows better than its findings.
 *  @param onlyCertain  leaves out those that are not the only possible meaning */
export function proposedChanges(session: RoundSession, target: DecisionTarget, onlyCertain: boolean): ProposedChanges {
  const cause = target.kind === 'cause' ? session.causes.find(({ id }) => id === target.cause) : undefined;
  if (cause?.fix !== undefined) {
    const { edits, confidence, unfixed } = cause.fix;
    const isLeftOut = onlyCertain && confidence !== 'certain';
    return {
      edits: isLeftOut
        ? []
        : edits.map(({ file, sheet, row, column, before, after }) => ({
            file,
            sheet,
            row,
            column,
            before: before.text,
            after: after.text,
            agency: session.tablesOfSheet(file, sheet)[0]?.agency.name ?? '',
            confidence,
          })),
      withoutFix: isLeftOut ? cause.cells : unfixed,
    };
  }
  const byCell = new Map<string, ProposedEdit>();
  let withoutFix = 0;
  for (const place of session.placesOf(target)) {
    const { table, row, column, verdict } = session.result.log.at(place);
    const { fix } = verdict;
    if (
      fix === undefined ||
      row === WHOLE_SHEET ||
      column === WHOLE_ROW ||
      (onlyCertain && fix.confidence !== 'certain')
    ) {
      withoutFix += 1;
      continue;
    }
    // A value that stands in no cell of the row (the name of a channel, the text of a group line) can't be written there.
    const sheetColumn = table.columns[column]!.sheetColumnAt(row);
    const before = table.columns[column]!.at(row).text;
    if (session.cellText(table.file, table.sheet, table.rowNumbers[row]!, sheetColumn) !== before) {
      withoutFix += 1;
      continue;
    }
    const edit: ProposedEdit = {
      file: table.file,
      sheet: table.sheet,
      row: table.rowNumbers[row]!,
      column: sheetColumn,
      before,
      after: fix.value,
      agency: table.agency.name,
      confidence: fix.confidence,
    };
    const cell = `${edit.file}\u0000${edit.sheet}\u0000${edit.row}\u0000${edit.column}`;
    const known = byCell.get(cell);
    if (known === undefined || RANK[edit.confidence] < RANK[known.confidence]) byCell.set(cell, edit);
  }
  return { edits: [...byCell.values()], withoutFix };
}
