import { editOf, isTakeable, isTakenByDefault } from '../../../shared/reports/returned/answerStanding.ts';
import { cellName, type PresentRound } from '../../../shared/reports/returned/presentRound.ts';
import { fail, succeed, type Result } from '../../../shared/result.ts';
import { cellAddress } from '../../../shared/table/cell.ts';
import { waiverFor } from './givenWaivers.ts';
import type { ReturnedReview, ReviewedLine } from './returnedAnswers.ts';
import type { CellCorrection, DecisionLabel, NewDecision } from './roundDecisions.ts';
import type { RoundSession } from './roundSession.ts';

/** What a person chose among the lines of a review: of the files in `lists` what is ready but `without`, and `also`. */
export interface AnswerChoice {
  readonly lists: readonly number[];
  readonly without: readonly number[];
  readonly also: readonly number[];
}

/** The lines that are chosen. `skipped`: those asked for by a person that can't be taken, or not any more. */
export function choiceOf(
  { lines }: ReturnedReview,
  session: RoundSession,
  choice: AnswerChoice,
): { readonly chosen: readonly ReviewedLine[]; readonly skipped: number } {
  const [lists, without, also] = [new Set(choice.lists), new Set(choice.without), new Set(choice.also)];
  const present = cellsOf(session);
  const wanted = lines.filter(
    (line, at) =>
      lists.has(line.list) && isTakeable(line) && (also.has(at) || (isTakenByDefault(line) && !without.has(at))),
  );
  const chosen = wanted.filter((line) => line.line.correction === '' || editOf(line, present) !== null);
  const lost = [...also].filter((at) => {
    const line = lines[at];
    return line === undefined || !lists.has(line.list) || !isTakeable(line);
  }).length;
  return { chosen, skipped: lost + wanted.length - chosen.length };
}

/** Cells as they stand now. */
const cellsOf = (session: RoundSession): Pick<PresentRound, 'cellText'> => ({
  cellText: ({ file, sheet, row, column }) => session.cellText(file, sheet, row, column),
});

/** What the answers of one file decide. */
export interface ReturnedDecision {
  readonly decision: Extract<NewDecision, { kind: 'returned' }>;
  readonly label: DecisionLabel;
}

/** One decision per file: cells that change, findings that are accepted in the agency's name with its reason.
 *  Error: `returned.clashChosen` when two of the answers can't both hold. */
export function decisionsFor(
  { lists }: ReturnedReview,
  chosen: readonly ReviewedLine[],
  session: RoundSession,
  until: string,
): Result<readonly ReturnedDecision[]> {
  const { log } = session.result;
  const present = cellsOf(session);
  const texts = new Map<string, string>();
  const said = new Map<string, string>();
  const taken = new Map<number, { readonly edits: CellCorrection[]; readonly kept: ReviewedLine[] }>();
  for (const [list, lines] of Map.groupBy(chosen, (line) => line.list)) {
    const edits: CellCorrection[] = [];
    const kept: ReviewedLine[] = [];
    taken.set(list, { edits, kept });
    for (const line of lines) {
      const { identity } = line.finding!;
      const words = JSON.stringify([line.line.correction, line.line.keepReason]);
      if ((said.get(identity) ?? words) !== words) return clash(line);
      const isSaid = said.has(identity);
      said.set(identity, words);
      if (line.line.keepReason !== '') {
        if (!isSaid) kept.push(line);
        continue;
      }
      const edit = editOf(line, present);
      if (edit === null) continue;
      const cell = cellName(edit);
      const known = texts.get(cell);
      if (known !== undefined && known !== edit.after) return clash(line);
      if (known === undefined) edits.push(edit);
      texts.set(cell, edit.after);
    }
  }
  const decisions: ReturnedDecision[] = [];
  for (const [list, { edits, kept }] of taken) {
    const waivers = [
      ...Map.groupBy(kept, ({ line, finding }) => `${finding!.agency}\u0000${line.keepReason}`).values(),
    ].map((own) => {
      const [first] = own;
      const { keepReason } = first!.line;
      const given = { reason: keepReason, by: first!.finding!.agency, decision: '', until };
      // What is kept beside a correction of its cell is kept with the corrected value.
      const corrected = new Map(
        own.map(({ finding }) => [finding!.place, finding!.target && texts.get(cellName(finding!.target))]),
      );
      return waiverFor(log, corrected.keys(), given, (place) => corrected.get(place) ?? undefined);
    });
    if (edits.length + waivers.length === 0) continue;
    const label = { code: 'history.returned', params: { file: lists[list]!.file } };
    decisions.push({ decision: { kind: 'returned', edits, waivers }, label });
  }
  return decisions.length === 0 ? fail('returned.nothingChosen') : succeed(decisions);
}

function clash({ line, finding }: ReviewedLine) {
  const target = finding!.target;
  return fail('returned.clashChosen', {
    sheet: target?.sheet ?? line.sheet,
    cell: target === null ? line.cell : cellAddress(target.column, target.row),
  });
}
