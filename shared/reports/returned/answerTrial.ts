import type { FindingLog } from '../../engine/findingLog.ts';
import { WHOLE_ROW, WHOLE_SHEET } from '../../engine/findingLog.ts';
import { renderedFinding } from '../../engine/findings.ts';
import { sheetName } from '../../engine/sheetFindings.ts';
import type { Language } from '../../i18n/index.ts';
import { cellName, type AnsweredCell } from './presentRound.ts';
import { isTakenByDefault, type JudgedLine } from './answerStanding.ts';

/** What rules would find wrong in cells once answers were taken. */
export interface Trial {
  readonly log: FindingLog;
  /** Places in `log` of what would stand in a cell: the finding that was answered, and any that was not there before. */
  readonly wrong: ReadonlyMap<string, readonly number[]>;
}

/** Compares the findings of some cells before and after answers. */
export function trialOf(cells: readonly AnsweredCell[], before: FindingLog, after: FindingLog): Trial {
  const wanted = new Set(cells.map(cellName));
  const sheets = new Set(cells.map(sheetName));
  const known = new Set([...findingsIn(before, wanted, sheets)].map(({ identity }) => identity));
  const wrong = new Map<string, number[]>();
  for (const { cell, identity, place, severity } of findingsIn(after, wanted, sheets)) {
    // A note is no fault, and what was there before belongs to other lines.
    if (severity === 'info' && !known.has(identity)) continue;
    const key = known.has(identity) ? `${cell}\u0000${identity}` : cell;
    const own = wrong.get(key);
    if (own === undefined) wrong.set(key, [place]);
    else own.push(place);
  }
  return { log: after, wrong };
}

function* findingsIn(log: FindingLog, cells: ReadonlySet<string>, sheets: ReadonlySet<string>) {
  let place = -1;
  for (const sheet of log.sheets) {
    const [first] = sheet.pieces;
    if (first === undefined || !sheets.has(sheetName(first.table))) {
      place += sheet.size;
      continue;
    }
    for (let index = 0; index < sheet.size; index += 1) {
      place += 1;
      const { piece, at } = sheet.place(index);
      const [row, column] = [piece.row(at), piece.column(at)];
      if (row === WHOLE_SHEET || column === WHOLE_ROW) continue;
      const { table } = piece;
      const cell = cellName({
        file: table.file,
        sheet: table.sheet,
        row: table.rowNumbers[row]!,
        column: table.columns[column]!.sheetColumnAt(row),
      });
      if (cells.has(cell)) {
        yield { cell, identity: log.identities.of(piece, at), place, severity: piece.severity(at) };
      }
    }
  }
}

/** Places in the trial's log of what speaks against an answer; none for one that holds. */
export function objectionsTo({ line, finding }: JudgedLine, { wrong }: Trial): readonly number[] {
  if (line.correction === '' || finding?.target == null) return [];
  const cell = cellName(finding.target);
  return [...(wrong.get(`${cell}\u0000${finding.identity}`) ?? []), ...(wrong.get(cell) ?? [])];
}

/** The lines with those marked that would be found wrong again. */
export const withTrial = <Line extends JudgedLine>(lines: readonly Line[], trial: Trial): readonly Line[] =>
  lines.map((one) =>
    isTakenByDefault(one) && objectionsTo(one, trial).length > 0 ? { ...one, standing: 'stillWrong' } : one,
  );

/** What would be found wrong with an answer, in words; '' for nothing. */
export function objectionText(line: JudgedLine, trial: Trial, language: Language): string {
  const [first] = objectionsTo(line, trial);
  return first === undefined ? '' : renderedFinding(trial.log, first, language, false).message;
}
