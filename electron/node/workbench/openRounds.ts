import { fail, succeed, type Result } from '../../../shared/result.ts';
import { atOnce } from '../../../shared/steps.ts';
import type { StoredRound } from '../workspace/roundStore.ts';
import type { StoredFindings } from '../workspace/runStore.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Cancelled, type JobProgress } from './jobs.ts';
import { decisionsOf } from './roundDecisions.ts';
import { loadFile } from './roundFiles.ts';
import { RoundSession } from './roundSession.ts';
import { recordInSteps, runLine } from './runRecord.ts';
import { standingOf } from './standing.ts';
import { stepByStep } from './stepByStep.ts';
import { resolveText, rulesInForce } from './ruleSetsInForce.ts';
import { unpackSnapshot } from './storedReference.ts';

/** Rounds kept in memory; an office works on one and looks back at others. */
const KEPT_OPEN = 3;
/** Cards need not follow every keystroke. */
const KEEP_MILLISECONDS = 1500;

/** Who is told of what happens to open rounds by itself. */
export interface OpenRoundsListener {
  /** The card of a round shows something else, some time after a decision. */
  readonly onStanding: () => void;
  readonly onFailure: (where: string, error: unknown) => void;
}

/** The rounds that are open: loaded, corrected as decided, judged. */
export class OpenRounds implements Disposable {
  readonly #workspace: Workspace;
  readonly #listener: OpenRoundsListener;
  readonly #open = new Map<string, RoundSession>();
  readonly #waiting = new Map<string, { readonly timer: NodeJS.Timeout; readonly keepNow: () => void }>();
  /** Revisions go on from one opening of a round to the next, so that a newer state always has the larger one. */
  readonly #revisions = new Map<string, number>();

  constructor(workspace: Workspace, listener: OpenRoundsListener) {
    this.#workspace = workspace;
    this.#listener = listener;
  }

  /** An open round. Errors: `round.notOpen`. */
  get(id: string): Result<RoundSession> {
    const session = this.#open.get(id);
    if (session === undefined) return fail('round.notOpen');
    this.#use(id, session);
    return succeed(session);
  }

  /** Whether a round is open, without counting as a use of it. */
  isOpen(id: string): boolean {
    return this.#open.has(id);
  }

  /** Gives an open round the name that it has now. */
  rename(id: string, name: string): void {
    this.#open.get(id)?.rename(name);
  }

  /** Lets go of a round; what was to be kept of it is kept now. */
  close(id: string): void {
    this.#waiting.get(id)?.keepNow();
    this.#letGo(id);
  }

  #letGo(id: string): void {
    const session = this.#open.get(id);
    if (session !== undefined) this.#revisions.set(id, session.revision);
    this.#open.delete(id);
  }

  /** Loads a round and judges it; one that is open already is given as it is. To be called by one at a time for each round
   *  (`Jobs.startInTurn`). Errors: `round.unknown` and those of `load`. */
  async open(id: string, progress: JobProgress): Promise<Result<RoundSession>> {
    const known = this.#open.get(id);
    if (known !== undefined) {
      this.#use(id, known);
      return succeed(known);
    }
    const round = this.#workspace.rounds.get(id);
    if (round === null) return fail('round.unknown');
    const loaded = await this.load(round, progress);
    if (!loaded.ok) return loaded;
    this.#use(id, loaded.value);
    this.keepStanding(id, loaded.value);
    this.keepSoon(id, loaded.value);
    return loaded;
  }

  /** Puts a round last, where it is kept longest. */
  #use(id: string, session: RoundSession): void {
    this.#open.delete(id);
    this.#open.set(id, session);
    for (const old of this.#open.keys()) {
      if (this.#open.size <= KEPT_OPEN) break;
      this.#letGo(old);
    }
  }

  /** A round as it is stored, judged, beside those that are open. @param yaml  a rule set to judge by instead of its own.
   *  Errors: `round.ruleSetFaulty` (its rule set can't be applied, so nothing is judged rather than by other rules). */
  async load(round: StoredRound, progress: JobProgress, yaml?: string): Promise<Result<RoundSession>> {
    const workspace = this.#workspace;
    const text = yaml ?? (round.ruleSet === null ? undefined : workspace.knowledge.ruleSet(round.ruleSet)?.yaml);
    const ruleSet = text === undefined ? null : await resolveText(workspace, text, round.date);
    if (ruleSet?.ok === false || (round.ruleSet !== null && text === undefined)) {
      const problems = ruleSet?.ok === false ? ruleSet.problems.length : 0;
      return fail('round.ruleSetFaulty', { ruleSet: round.ruleSet ?? '', problems });
    }
    const content = round.reference === null ? null : workspace.knowledge.referenceContent(round.reference);
    const session = new RoundSession(
      {
        name: round.name,
        date: round.date,
        ...rulesInForce(ruleSet, round.date),
        reference: content === null ? null : unpackSnapshot(content),
        lists: {},
      },
      decisionsOf(workspace, round.id, []),
      (this.#revisions.get(round.id) ?? 0) + 1,
    );
    const files = workspace.files.of(round.id);
    for (const [at, stored] of files.entries()) {
      progress.report('checking', at, files.length);
      if (!(await progress.breathe())) throw new Cancelled();
      session.addFile(loadFile(workspace, stored));
    }
    session.settle();
    progress.report('checking', files.length, files.length);
    return succeed(session);
  }

  /** Keeps what the card shows, and the findings, once a row of quick changes is over; while it is worked out, calls are
   *  answered. */
  keepSoon(id: string, session: RoundSession): void {
    clearTimeout(this.#waiting.get(id)?.timer);
    const keep = (record: Omit<StoredFindings, 'at'>): void => {
      clearTimeout(waiting.timer);
      this.#waiting.delete(id);
      // Another round may be compared with this one from now on.
      const isFirst = !this.#workspace.runs.withReadiness().has(id);
      const isOther = this.keepStanding(id, session);
      this.#workspace.runs.save(id, record, runLine(session));
      if (isFirst || isOther) this.#listener.onStanding();
    };
    // Nobody waits for this; what it keeps can be worked out again.
    const failed = (error: unknown): void => this.#listener.onFailure('keeping a round', error);
    const whenQuiet = async (): Promise<void> => {
      const { revision } = session;
      const isWanted = (): boolean => this.#waiting.get(id) === waiting && session.revision === revision;
      const record = await stepByStep(recordInSteps(session), isWanted);
      if (record !== undefined) keep(record);
    };
    const waiting = {
      timer: setTimeout(() => void whenQuiet().catch(failed), KEEP_MILLISECONDS).unref(),
      keepNow: (): void => {
        try {
          keep(atOnce(recordInSteps(session)));
        } catch (error) {
          failed(error);
        }
      },
    };
    this.#waiting.set(id, waiting);
  }

  /** Keeps now what was to be kept soon. */
  [Symbol.dispose](): void {
    for (const { keepNow } of this.#waiting.values()) keepNow();
  }

  /** Keeps what the card shows. @returns whether it shows something else now */
  keepStanding(id: string, session: RoundSession): boolean {
    const standing = JSON.stringify(standingOf(session));
    if (this.#workspace.rounds.get(id)?.standing === standing) return false;
    this.#workspace.rounds.setStanding(id, standing);
    return true;
  }
}
