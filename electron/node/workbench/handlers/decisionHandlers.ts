import { cellAddress } from '../../../../shared/table/cell.ts';
import { causeText } from '../../../../shared/causes/causeText.ts';
import type {
  CellChange,
  decisionMethods,
  DecisionOutcome,
  DecisionTarget,
} from '../../../../shared/contract/decisions.ts';
import type { Handlers } from '../../../../shared/contract/dispatcher.ts';
import { refused, replied, type Reply } from '../../../../shared/contract/envelope.ts';
import { translate } from '../../../../shared/i18n/index.ts';
import { decisionStandings } from '../decisionStandings.ts';
import { waiverFor } from '../givenWaivers.ts';
import { proposedChanges, type ProposedChanges } from '../proposedChanges.ts';
import {
  decisionsOf,
  editsOf,
  storedContent,
  waiversOf,
  type CellCorrection,
  type Decision,
  type DecisionLabel,
  type NewDecision,
} from '../roundDecisions.ts';
import type { RoundSession } from '../roundSession.ts';
import type { Surroundings } from '../surroundings.ts';

const MOST_SHOWN = 500;

/** What people decide about findings: accept a correction, write one, accept the finding as it is; and taking it back. */
export function decisionHandlers({ workspace, rounds, emit }: Surroundings): Handlers<keyof typeof decisionMethods> {
  const inRound = <T>(round: string, answer: (session: RoundSession) => Reply<T>): Reply<T> => {
    const session = rounds.get(round);
    return session.ok ? answer(session.value) : refused(session.error.code, session.error.params, true);
  };

  /** Brings the round to what the workspace now says was decided. */
  const follow = (round: string, session: RoundSession): Omit<DecisionOutcome, 'applied' | 'skipped'> => {
    const change = session.decide(decisionsOf(workspace, round, session.decisions));
    emit({ type: 'results', round, revision: session.revision });
    rounds.keepSoon(round, session);
    return { revision: session.revision, ...change };
  };

  const decide = (
    round: string,
    session: RoundSession,
    decision: NewDecision,
    label: DecisionLabel,
  ): Omit<DecisionOutcome, 'applied' | 'skipped'> => {
    workspace.decisions.add(round, decision.kind, JSON.stringify(label), storedContent(decision));
    return follow(round, session);
  };

  const correct = (
    round: string,
    session: RoundSession,
    target: DecisionTarget,
    { edits }: ProposedChanges,
  ): Reply<DecisionOutcome> => {
    if (edits.length === 0) return refused('decisions.nothingToFix');
    const stands = edits.filter(
      (edit) => session.cellText(edit.file, edit.sheet, edit.row, edit.column) === edit.before,
    );
    const skipped = edits.length - stands.length;
    if (stands.length === 0) return refused('decisions.allChanged', { cells: skipped });
    const outcome = decide(round, session, { kind: 'fix', edits: stands }, labelOf(session, target, stands));
    return replied({ ...outcome, applied: stands.length, skipped });
  };

  return {
    'decisions.preview': ({ round, target, onlyCertain }) =>
      inRound(round, (session) => {
        const { edits, withoutFix } = proposedChanges(session, target, onlyCertain);
        const changes = edits
          .slice(0, MOST_SHOWN)
          .map(({ file, sheet, row, column, before, after, agency, confidence }): CellChange => ({
            place: { file, sheet, row, column },
            cell: cellAddress(column, row),
            agency,
            before,
            after,
            confidence,
          }));
        return replied({ total: edits.length, withoutFix, changes });
      }),

    'decisions.fix': ({ round, target, onlyCertain }) =>
      inRound(round, (session) => correct(round, session, target, proposedChanges(session, target, onlyCertain))),

    'decisions.edit': ({ round, place, text }) =>
      inRound(round, (session) => {
        const { file, sheet, row, column } = place;
        const before = session.cellText(file, sheet, row, column);
        if (before === null) return refused('decisions.noSuchCell', { cell: cellAddress(column, row) });
        if (before === text) return replied({ revision: session.revision, gone: 0, come: 0, applied: 0, skipped: 0 });
        const edits = [{ file, sheet, row, column, before, after: text }];
        const label = { code: 'history.cell', params: { sheet, cell: cellAddress(column, row) } };
        return replied({ ...decide(round, session, { kind: 'edit', edits }, label), applied: 1, skipped: 0 });
      }),

    'decisions.waive': ({ round, target, reason, by, decision, until }) =>
      inRound(round, (session) => {
        if (until < session.setting.date) return refused('decisions.waiverOver', { until });
        const places = session.placesOf(target);
        if (places.length === 0) return refused('results.noFinding');
        const waiver = waiverFor(session.result.log, places, { reason, by, decision, until });
        const findings = waiver.identities.length;
        const label = { code: 'history.waived', params: { findings } };
        return replied({ ...decide(round, session, { kind: 'waive', waiver }, label), applied: findings, skipped: 0 });
      }),

    'decisions.undo': ({ round, language }) =>
      inRound(round, (session) => {
        const last = session.decisions.findLast(({ undone }) => !undone);
        if (last === undefined) return refused('decisions.nothingToUndo');
        workspace.decisions.setUndone(round, last.entry, true);
        return replied({ ...follow(round, session), applied: sizeOf(last), skipped: 0, label: shown(last, language) });
      }),

    'decisions.redo': ({ round, language }) =>
      inRound(round, (session) => {
        const next = session.decisions.find(({ undone }) => undone);
        if (next === undefined) return refused('decisions.nothingToRedo');
        workspace.decisions.setUndone(round, next.entry, false);
        return replied({ ...follow(round, session), applied: sizeOf(next), skipped: 0, label: shown(next, language) });
      }),

    'decisions.history': ({ round, language, withStanding = false }) =>
      inRound(round, (session) => {
        const { decisions } = session;
        const standings = withStanding ? decisionStandings(session) : null;
        return replied({
          entries: decisions.toReversed().map((decision) => ({
            entry: decision.entry,
            at: decision.at,
            kind: decision.kind,
            cells: editsOf(decision).length,
            findings: waivedBy(decision),
            label: shown(decision, language),
            undone: decision.undone,
            standing: standings?.get(decision.entry) ?? null,
          })),
          canUndo: decisions.some(({ undone }) => !undone),
          canRedo: decisions.some(({ undone }) => undone),
        });
      }),
  };
}

const sizeOf = (decision: Decision): number => editsOf(decision).length + waivedBy(decision);

/** Findings that a decision accepts. */
const waivedBy = (decision: Decision): number =>
  waiversOf(decision).reduce((sum, { identities }) => sum + identities.length, 0);

const shown = ({ label }: Decision, language: 'vi' | 'en'): string => translate(language, label.code, label.params);

function labelOf(session: RoundSession, target: DecisionTarget, edits: readonly CellCorrection[]): DecisionLabel {
  const [first] = edits;
  if (edits.length === 1 && first !== undefined) {
    return { code: 'history.cell', params: { sheet: first.sheet, cell: cellAddress(first.column, first.row) } };
  }
  const cause = target.kind === 'cause' ? session.causes.find(({ id }) => id === target.cause) : undefined;
  return cause === undefined
    ? { code: 'history.cells', params: { cells: edits.length } }
    : { code: 'history.cause', params: { cells: edits.length, cause: causeText('vi', cause) } };
}
