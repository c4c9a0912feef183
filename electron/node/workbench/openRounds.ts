import { Findings } from '../../../shared/engine/findings.ts';
import { fail, succeed, type Result } from '../../../shared/result.ts';
import { summariseAgencies } from '../../../shared/reports/agencySummary.ts';
import type { StoredRound, Workspace } from '../workspace/workspace.ts';
import { Cancelled, type JobProgress } from './jobs.ts';
import { decisionOf } from './roundDecisions.ts';
import { loadFile } from './roundFiles.ts';
import { RoundSession } from './roundSession.ts';
import { recordOf, runLine } from './runRecord.ts';
import { resolveText, rulesInForce } from './ruleSetsInForce.ts';
import { unpackSnapshot } from './storedReference.ts';

/** What the card of a round shows of its last run. */
export interface Standing {
  readonly agencies: number;
  readonly files: number;
  readonly unreadableFiles: number;
  readonly unsureSheets: number;
  readonly rows: number;
  readonly open: { readonly error: number; readonly warning: number; readonly info: number };
  readonly ready: number | null;
}

/** Rounds kept in memory; an office works on one and looks back at others. */
const KEPT_OPEN = 3;
/** Cards need not follow every keystroke. */
const STANDING_MILLISECONDS = 1500;

/** The rounds that are open: loaded, corrected as decided, judged. */
export class OpenRounds implements Disposable {
  readonly #workspace: Workspace;
  readonly #open = new Map<string, RoundSession>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** An open round. Errors: `round.notOpen`. */
  get(id: string): Result<RoundSession> {
    const session = this.#open.get(id);
    if (session === undefined) return fail('round.notOpen');
    this.#use(id, session);
    return succeed(session);
  }

  close(id: string): void {
    this.#open.delete(id);
  }

  /** Loads a round and judges it; one that is open already is given as it is. Errors: `round.unknown`. */
  async open(id: string, progress: JobProgress): Promise<Result<RoundSession>> {
    const known = this.#open.get(id);
    if (known !== undefined) {
      this.#use(id, known);
      return succeed(known);
    }
    const round = this.#workspace.round(id);
    if (round === null) return fail('round.unknown');
    const session = await this.load(round, progress);
    this.#use(id, session);
    this.keepStanding(id, session);
    this.keepSoon(id, session);
    return succeed(session);
  }

  /** Puts a round last, where it is kept longest. */
  #use(id: string, session: RoundSession): void {
    this.#open.delete(id);
    this.#open.set(id, session);
    for (const old of this.#open.keys()) {
      if (this.#open.size <= KEPT_OPEN) break;
      this.#open.delete(old);
    }
  }

  /** A round as it is stored, judged, beside those that are open. @param yaml  a rule set to judge by instead of its own */
  async load(round: StoredRound, progress: JobProgress, yaml?: string): Promise<RoundSession> {
    const workspace = this.#workspace;
    const text = yaml ?? (round.ruleSet === null ? undefined : workspace.ruleSet(round.ruleSet)?.yaml);
    const ruleSet = text === undefined ? null : await resolveText(workspace, text, round.date);
    const content = round.reference === null ? null : workspace.referenceContent(round.reference);
    const session = new RoundSession(
      {
        name: round.name,
        date: round.date,
        ...rulesInForce(ruleSet, round.date),
        reference: content === null ? null : unpackSnapshot(content),
        lists: {},
      },
      workspace.decisions(round.id).map(decisionOf),
    );
    const files = workspace.files(round.id);
    for (const [at, stored] of files.entries()) {
      progress.report('checking', at, files.length);
      if (!(await progress.breathe())) throw new Cancelled();
      session.addFile(loadFile(workspace, stored));
    }
    session.settle();
    progress.report('checking', files.length, files.length);
    return session;
  }

  /** Keeps what the card shows, and the findings, once a row of quick changes is over. */
  keepSoon(id: string, session: RoundSession): void {
    clearTimeout(this.#waiting.get(id));
    const keep = (): void => {
      this.#waiting.delete(id);
      this.#keep(id, session);
    };
    this.#waiting.set(id, setTimeout(keep, STANDING_MILLISECONDS).unref());
  }

  #keep(id: string, session: RoundSession): void {
    this.keepStanding(id, session);
    this.#workspace.saveRun(id, recordOf(session), runLine(session));
  }

  /** Keeps now what was to be kept soon. */
  [Symbol.dispose](): void {
    for (const [id, timer] of this.#waiting) {
      clearTimeout(timer);
      const session = this.#open.get(id);
      if (session !== undefined) this.#keep(id, session);
    }
    this.#waiting.clear();
  }

  /** Keeps what the card shows. */
  keepStanding(id: string, session: RoundSession): Standing {
    const standing = standingOf(session);
    this.#workspace.setStanding(id, JSON.stringify(standing));
    return standing;
  }
}

/** What the card of a round shows. */
export function standingOf(session: RoundSession): Standing {
  const { files, check, waived } = session;
  const agencies = summariseAgencies(check, new Findings(check.result.log, 'vi'));
  const rows = agencies.reduce((sum, agency) => sum + agency.rows, 0);
  const ready = agencies.reduce((sum, agency) => sum + (agency.rows * agency.ready) / 100, 0);
  const open = { error: 0, warning: 0, info: 0 };
  const { log } = session.result;
  for (let place = 0; place < log.size; place += 1) if (waived[place] === 0) open[log.at(place).severity] += 1;
  return {
    agencies: agencies.length,
    files: files.length,
    unreadableFiles: files.filter(({ fault }) => fault !== null).length,
    unsureSheets: files.flatMap(({ readings }) => readings).filter(({ verdict }) => verdict === 'unsure').length,
    rows,
    open,
    ready: rows === 0 ? null : Math.floor((100 * ready) / rows),
  };
}
