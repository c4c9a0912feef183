import { existsSync } from 'node:fs';
import { refused, replied, type Reply } from '../../../shared/contract/envelope.ts';
import type { WorkView } from '../../../shared/contract/host.ts';
import { output } from '../../../shared/contract/reports.ts';
import { language, z } from '../../../shared/contract/schema.ts';
import type { StoredWork, WorkKind } from '../workspace/workStore.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Where long work notes how far it has come. */
export interface WorkRecord {
  isFinished(part: string): boolean;
  setTotal(parts: number): void;
  finish(part: string): void;
}

/** Of work that nobody would go on with. */
export const NO_RECORD: WorkRecord = { isFinished: () => false, setTotal: () => {}, finish: () => {} };

const intakeRequest = z.object({ places: z.array(z.string()) });
const reportRequest = z.object({
  language,
  agencies: z.array(z.string()).optional(),
  outputs: z.array(output),
  folder: z.string(),
});

/** Starts work anew that was stopped. */
type WorkStarter = (work: StoredWork) => Reply<{ job: string }>;

/** Taking in files, as it was asked for. */
export type IntakeRequest = z.infer<typeof intakeRequest>;

/** Writing reports into a folder that a person chose, as it was asked for. */
export type ReportRequest = z.infer<typeof reportRequest>;

/** What a record says was asked for. */
export const intakeOf = ({ request }: StoredWork): IntakeRequest => intakeRequest.parse(JSON.parse(request));
export const reportOf = ({ request }: StoredWork): ReportRequest => reportRequest.parse(JSON.parse(request));

/** What work needs one of to go on: files and folders to read, the folder to write into. */
const placesOf = (work: StoredWork): readonly string[] =>
  work.kind === 'intake' ? intakeOf(work).places : [reportOf(work).folder];

/** Long work that a cancellation, an end of the program or a power cut has stopped, and that can go on where it was. */
export class UnfinishedWork {
  readonly #workspace: Workspace;
  readonly #claimed = new Set<string>();
  readonly #starters = new Map<WorkKind, WorkStarter>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Says how work of a kind goes on. */
  onResume(kind: WorkKind, start: WorkStarter): void {
    this.#starters.set(kind, start);
  }

  /** Notes work that begins anew. */
  begin(kind: WorkKind, round: string, request: IntakeRequest | ReportRequest): string {
    const id = this.#workspace.work.begin(kind, round, JSON.stringify(request));
    this.#claimed.add(id);
    return id;
  }

  /** Goes on with work that nobody is doing. Errors: `work.unknown`, and those of its starter. */
  resume(id: string): Reply<{ job: string }> {
    const work = this.#stopped().find((one) => one.id === id);
    const start = work === undefined ? undefined : this.#starters.get(work.kind);
    if (work === undefined || start === undefined) return refused('work.unknown');
    this.#claimed.add(id);
    const started = start(work);
    if (!started.ok) this.release(id);
    return started;
  }

  /** Does work and forgets it once it has come to its end, good or bad; what is cancelled stays on record. */
  async during<T>(id: string, work: (record: WorkRecord) => Promise<T>): Promise<T> {
    const { work: store } = this.#workspace;
    try {
      const before = store.finishedParts(id);
      const done = await work({
        isFinished: (part) => before.has(part),
        setTotal: (parts) => store.setTotal(id, parts),
        finish: (part) => store.finish(id, part),
      });
      store.forget(id);
      return done;
    } finally {
      this.release(id);
    }
  }

  /** Says that nobody does the work any more. */
  release(id: string): void {
    this.#claimed.delete(id);
  }

  /** Forgets work that nobody is doing. Errors: `work.unknown`. */
  forget(id: string): Reply<Record<string, never>> {
    if (!this.#stopped().some((work) => work.id === id)) return refused('work.unknown');
    this.#workspace.work.forget(id);
    return replied({});
  }

  #stopped(): readonly StoredWork[] {
    return this.#workspace.work.list().filter(({ id }) => !this.#claimed.has(id));
  }

  /** As screens show it, oldest first. */
  views(): WorkView[] {
    const names = new Map(this.#workspace.rounds.list().map(({ id, name }) => [id, name]));
    return this.#stopped().map((work) => ({
      id: work.id,
      kind: work.kind,
      round: work.round,
      roundName: names.get(work.round) ?? '',
      at: work.at,
      done: work.done,
      total: work.total,
      // Files that a browser handed over go with the program that took them.
      canResume: placesOf(work).some((place) => existsSync(place)),
    }));
  }
}
