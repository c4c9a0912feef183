import type { DecisionStanding } from '../../../shared/contract/decisions.ts';
import { sheetName } from '../../../shared/engine/sheetFindings.ts';
import { cellAddress } from '../../../shared/table/cell.ts';
import { followCorrections } from './corrections.ts';
import { markOf } from './givenWaivers.ts';
import { editsOf, waiversOf, type CellCorrection, type Decision } from './roundDecisions.ts';
import type { RoundSession } from './roundSession.ts';

/** Why a cell or finding of a decision is not what it was decided to be. */
type Why = DecisionStanding['outOfForce'][number]['why'];
type Standing = 'inForce' | Why;

/** Cells that are named as examples of a reason. */
const MOST_NAMED = 10;

/** Takes down how one cell or finding stands. @param subject  the correction, or the identity of the finding */
type Note = (decision: Decision, standing: Standing, subject: CellCorrection | string) => void;

/** How the decisions of a round stand that are not undone, by their entries. */
export function decisionStandings(session: RoundSession): ReadonlyMap<number, DecisionStanding> {
  const standings = new Map<number, { inForce: number; outOfForce: DecisionStanding['outOfForce'] }>();
  eachStanding(session, ({ entry }, standing, subject) => {
    let own = standings.get(entry);
    if (own === undefined) standings.set(entry, (own = { inForce: 0, outOfForce: [] }));
    if (standing === 'inForce') {
      own.inForce += 1;
      return;
    }
    let reason = own.outOfForce.find(({ why }) => why === standing);
    if (reason === undefined) own.outOfForce.push((reason = { why: standing, count: 0, cells: [] }));
    reason.count += 1;
    if (typeof subject === 'string' || reason.cells.length === MOST_NAMED) return;
    const { file, sheet, row, column } = subject;
    reason.cells.push({ file, sheet, cell: cellAddress(column, row) });
  });
  return standings;
}

/** Names of cells and of findings whose decisions are out of force. */
type Lapsed = Readonly<Record<'cells' | 'findings', ReadonlySet<string>>>;

/** What files put out of force: cells whose corrections no longer fit, and findings that are open again because their value
 *  has changed. What goes with a file that is not in the round comes back with it and is left out, as is what the agency has
 *  mended itself. */
export function lapsedDecisions(session: RoundSession): Lapsed {
  const cells = new Set<string>();
  const findings = new Set<string>();
  eachStanding(session, (_decision, standing, subject) => {
    if (typeof subject === 'string') {
      if (standing === 'valueChanged') findings.add(subject);
    } else if (standing === 'cellChanged' || standing === 'rowGone' || standing === 'sheetGone') {
      cells.add(`${sheetName(subject)} ${subject.row} ${subject.column}`);
    }
  });
  return { cells, findings };
}

/** How many cells and findings are out of force that were not before. */
export const newlyLapsed = (before: Lapsed, after: Lapsed): Readonly<Record<keyof Lapsed, number>> => ({
  cells: [...after.cells].filter((name) => !before.cells.has(name)).length,
  findings: [...after.findings].filter((name) => !before.findings.has(name)).length,
});

function eachStanding(session: RoundSession, note: Note): void {
  eachCorrection(session, note);
  eachWaived(session, note);
}

function eachCorrection(session: RoundSession, note: Note): void {
  const bySheet = new Map<string, { readonly decision: Decision; readonly edit: CellCorrection }[]>();
  for (const decision of session.decisions) {
    if (decision.undone) continue;
    for (const edit of editsOf(decision)) {
      const name = sheetName(edit);
      const own = bySheet.get(name);
      if (own === undefined) bySheet.set(name, [{ decision, edit }]);
      else own.push({ decision, edit });
    }
  }
  const files = new Set(session.files.map(({ name }) => name));
  for (const own of bySheet.values()) {
    const { file, sheet } = own[0]!.edit;
    const isThere = session.tablesOfSheet(file, sheet).length > 0;
    const { standings } = followCorrections(
      own.map(({ edit }) => edit),
      (row, column) => session.sentText(file, sheet, row, column) ?? null,
    );
    own.forEach(({ decision, edit }, at) => {
      const standing = standings[at]!;
      const gone = isThere ? 'rowGone' : files.has(file) ? 'sheetGone' : 'fileGone';
      note(decision, standing === 'cellGone' ? gone : standing, edit);
    });
  }
}

function eachWaived(session: RoundSession, note: Note): void {
  const waiting = new Map<string, { readonly decision: Decision; readonly mark: string | null }[]>();
  for (const decision of session.decisions) {
    if (decision.undone) continue;
    for (const { identities, values, until } of waiversOf(decision)) {
      identities.forEach((identity, at) => {
        if (until < session.setting.date) return note(decision, 'over', identity);
        const given = { decision, mark: values?.[at] ?? null };
        const known = waiting.get(identity);
        if (known === undefined) waiting.set(identity, [given]);
        else known.push(given);
      });
    }
  }
  if (waiting.size === 0) return;
  const { log } = session.result;
  for (let place = 0; place < log.size && waiting.size > 0; place += 1) {
    const { piece, at } = log.place(place);
    const identity = log.identities.of(piece, at);
    const given = waiting.get(identity);
    if (given === undefined) continue;
    waiting.delete(identity);
    const mark = markOf(log, piece, at);
    // Where one of several covers the finding, the others have done their part.
    const isCovered = given.some((one) => one.mark === null || one.mark === mark);
    for (const { decision } of given) note(decision, isCovered ? 'inForce' : 'valueChanged', identity);
  }
  for (const [identity, given] of waiting) {
    for (const { decision } of given) note(decision, 'findingGone', identity);
  }
}
