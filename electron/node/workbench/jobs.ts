import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { JobView, WorkbenchEvent } from '../../../shared/contract/events.ts';
import type { Fault, Result } from '../../../shared/result.ts';
import { Cancelled, Turns } from './turns.ts';

/** What a job may say of itself while it works. */
export interface JobProgress {
  readonly signal: AbortSignal;
  /** Tells how far it is; cheap to call often. */
  report(phase: JobView['phase'], done: number, total: number): void;
  /** Gives way, so that calls are answered and a cancellation is heard. @returns whether to go on */
  breathe(): Promise<boolean>;
}

/** What a job made, if it makes something to fetch. */
export type JobResult = JobView['result'];

export { Cancelled } from './turns.ts';

/** Ten times a second is what an eye follows. */
const EVENT_MILLISECONDS = 100;
/** Finished jobs that are remembered. */
const REMEMBERED = 50;

interface RunningJob {
  view: JobView;
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** Long work: it is started, tells how it stands, can be cancelled, and always ends as done, failed or cancelled. */
export class Jobs implements AsyncDisposable {
  readonly #emit: (event: WorkbenchEvent) => void;
  readonly #onFailure: (where: string, error: unknown) => void;
  readonly #jobs = new Map<string, RunningJob>();
  readonly #turns = new Turns();

  /** @param onFailure  told of faults of the program; the job ends as failed */
  constructor(emit: (event: WorkbenchEvent) => void, onFailure: (where: string, error: unknown) => void) {
    this.#emit = emit;
    this.#onFailure = onFailure;
  }

  /** Starts work and returns its id at once. */
  start(
    kind: JobView['kind'],
    round: string | null,
    work: (progress: JobProgress) => Promise<Result<JobResult>>,
  ): string {
    return this.#begin(kind, round, work);
  }

  /** Starts work that must not go on beside other such work of the round: what opens the round, changes its files, or
   *  needs them to stand still. It waits until those that came before have ended.
   *  @param onGivenUp  called when it was cancelled before its turn came */
  startInTurn(
    kind: JobView['kind'],
    round: string,
    work: (progress: JobProgress) => Promise<Result<JobResult>>,
    onGivenUp: () => void = () => {},
  ): string {
    return this.#begin(kind, round, async (progress) => {
      let hasBegun = false;
      try {
        return await this.#turns.take(round, progress.signal, () => {
          hasBegun = true;
          return work(progress);
        });
      } finally {
        if (!hasBegun) onGivenUp();
      }
    });
  }

  #begin(
    kind: JobView['kind'],
    round: string | null,
    work: (progress: JobProgress) => Promise<Result<JobResult>>,
  ): string {
    const id = randomUUID();
    const controller = new AbortController();
    const started = performance.now();
    let phaseStarted = started;
    let told = 0;
    const job: { view: JobView } = {
      view: {
        id,
        kind,
        round,
        phase: 'waiting',
        done: 0,
        total: 0,
        etaMs: null,
        state: 'running',
        fault: null,
        result: null,
      },
    };
    const tell = (): void => this.#emit({ type: 'job', job: job.view });
    const progress: JobProgress = {
      signal: controller.signal,
      report: (phase, done, total) => {
        const now = performance.now();
        if (phase !== job.view.phase) phaseStarted = now;
        const spent = now - phaseStarted;
        const etaMs = done > 0 && spent > 500 ? Math.max(0, Math.round((spent / done) * (total - done))) : null;
        const isNews = phase !== job.view.phase || done === total || now - told >= EVENT_MILLISECONDS;
        job.view = { ...job.view, phase, done, total, etaMs };
        if (!isNews) return;
        told = now;
        tell();
      },
      breathe: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        return !controller.signal.aborted;
      },
    };
    const ended = this.#carryOut(job, work, progress, tell);
    this.#jobs.set(id, Object.assign(job, { controller, ended }));
    this.#forgetOld();
    return id;
  }

  async #carryOut(
    job: { view: JobView },
    work: (progress: JobProgress) => Promise<Result<JobResult>>,
    progress: JobProgress,
    tell: () => void,
  ): Promise<void> {
    // The caller gets the id before the first event speaks of it.
    await new Promise((resolve) => setImmediate(resolve));
    tell();
    try {
      const outcome = await work(progress);
      if (outcome.ok) job.view = { ...job.view, state: 'done', etaMs: null, result: outcome.value };
      else job.view = { ...job.view, state: 'failed', etaMs: null, fault: plain(outcome.error) };
    } catch (error) {
      if (error instanceof Cancelled) job.view = { ...job.view, state: 'cancelled', etaMs: null };
      else {
        this.#onFailure(`job ${job.view.kind}`, error);
        const detail = error instanceof Error ? error.message : String(error);
        job.view = { ...job.view, state: 'failed', etaMs: null, fault: { code: 'job.failed', params: { detail } } };
      }
    }
    tell();
  }

  /** All that go on, and the last ones that ended. */
  list(): readonly JobView[] {
    return [...this.#jobs.values()].map(({ view }) => view);
  }

  /** Asks a job to stop. @returns false when there is none of that id */
  cancel(id: string): boolean {
    const job = this.#jobs.get(id);
    job?.controller.abort();
    return job !== undefined;
  }

  /** Waits until a job has ended. @returns how it ended; undefined when there is none of that id */
  async ended(id: string): Promise<JobView | undefined> {
    const job = this.#jobs.get(id);
    await job?.ended;
    return job?.view;
  }

  /** Cancels everything and waits for it. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const { controller } of this.#jobs.values()) controller.abort();
    await Promise.all([...this.#jobs.values()].map(({ ended }) => ended));
  }

  #forgetOld(): void {
    for (const [id, { view }] of this.#jobs) {
      if (this.#jobs.size <= REMEMBERED) return;
      if (view.state !== 'running') this.#jobs.delete(id);
    }
  }
}

const plain = ({ code, params }: Fault): NonNullable<JobView['fault']> => ({ code, params: { ...params } });
