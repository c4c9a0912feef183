import type { FindingLog } from '../../../shared/engine/findingLog.ts';
import {
  editOf,
  isTakenByDefault,
  judgeAnswers,
  type AnswerEdit,
  type JudgedLine,
} from '../../../shared/reports/returned/answerStanding.ts';
import { trialOf, withTrial, type Trial } from '../../../shared/reports/returned/answerTrial.ts';
import type { PresentRound, SentOver } from '../../../shared/reports/returned/presentRound.ts';
import { fail, succeed, type Result } from '../../../shared/result.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { differenceOf, type Change } from './findingChange.ts';
import type { TakenList } from './returnedReading.ts';
import type { RoundSession } from './roundSession.ts';

/** A line of a review: which list it is of. */
export interface ReviewedLine extends JudgedLine {
  readonly list: number;
}

/** Returned lists held against a round as it is at one revision. */
export interface ReturnedReview {
  readonly revision: number;
  readonly lists: readonly TakenList[];
  /** All lines of all lists, in their order; their places are what they are called by. */
  readonly lines: readonly ReviewedLine[];
  readonly trial: Trial;
  /** Findings that would go and come if everything that is ready were taken. */
  readonly outlook: Change;
}

interface KeptReview {
  readonly round: string;
  readonly lists: readonly TakenList[];
  judged: ReturnedReview | null;
}

/** Reviews kept in memory: a person looks at one. */
const KEPT = 3;

/** The returned lists that people look at. What was read stays as it is; how it stands is worked out anew whenever the
 *  findings of the round are others. */
export class ReturnedAnswers {
  readonly #workspace: Workspace;
  readonly #reviews = new Map<string, KeptReview>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  keep(id: string, round: string, lists: readonly TakenList[]): void {
    this.#reviews.set(id, { round, lists, judged: null });
    for (const old of this.#reviews.keys()) {
      if (this.#reviews.size <= KEPT) break;
      this.#reviews.delete(old);
    }
  }

  close(id: string): void {
    this.#reviews.delete(id);
  }

  /** A review as the round is now. Errors: `returned.notRead`. */
  review(id: string, round: string, session: RoundSession): Result<ReturnedReview> {
    const kept = this.#reviews.get(id);
    if (kept === undefined || kept.round !== round) return fail('returned.notRead');
    if (kept.judged?.revision !== session.revision) {
      kept.judged = reviewOf(kept.lists, session, presentRound(this.#workspace, round, session));
    }
    return succeed(kept.judged);
  }
}

/** Holds returned lists against a round. @param present  the round as answers are held against it */
export function reviewOf(lists: readonly TakenList[], session: RoundSession, present: PresentRound): ReturnedReview {
  const readable = lists.flatMap(({ list }, at) => (list === null ? [] : [{ list, at }]));
  const judged = judgeAnswers(
    readable.map(({ list }) => list),
    present,
  );
  const lines = judged.flatMap((own, index) => own.map((one) => ({ ...one, list: readable[index]!.at })));
  const before = session.result.log;
  const editsAmong = (some: readonly ReviewedLine[]): readonly AnswerEdit[] =>
    some.filter(isTakenByDefault).flatMap((one) => editOf(one, present) ?? []);
  const afterTaking = (edits: readonly AnswerEdit[]): FindingLog =>
    edits.length === 0 ? before : session.tryOut(edits);
  const edits = editsAmong(lines);
  const after = afterTaking(edits);
  const trial = trialOf(edits, before, after);
  const judgedAgain = withTrial(lines, trial);
  const holding = editsAmong(judgedAgain);
  return {
    revision: session.revision,
    lists,
    lines: judgedAgain,
    trial,
    outlook: differenceOf(before, holding.length === edits.length ? after : afterTaking(holding)),
  };
}

/** A round as answers are held against it.
 *  @param sentBefore  what is known of earlier contents of a file */
export function presentOf(session: RoundSession, sentBefore: PresentRound['sentOver']): PresentRound {
  const present = new Map(session.files.map(({ name, sha256 }) => [name, sha256]));
  return {
    log: session.result.log,
    isWaived: (place) => session.waived[place] === 1,
    cellText: ({ file, sheet, row, column }) => session.cellText(file, sheet, row, column),
    sentOver: (file) => {
      const sha256 = present.get(file);
      const own: SentOver[] = sha256 === undefined ? [] : [{ round: session.setting.name, sha256, from: 'thisFile' }];
      return [...own, ...sentBefore(file)];
    },
  };
}

/** A round of the workspace, which remembers what was sent before. */
const presentRound = (workspace: Workspace, round: string, session: RoundSession): PresentRound =>
  presentOf(session, (file) =>
    workspace.files
      .contentsNamed(file)
      .map((one): SentOver =>
        one.round === round
          ? { round: session.setting.name, sha256: one.sha256, from: 'earlierFile' }
          : { round: one.roundName, sha256: one.sha256, from: 'otherRound' },
      ),
  );
