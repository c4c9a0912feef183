import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SavedMapping } from '../../shared/intake/savedMapping.ts';
import { fail, succeed, type Result } from '../../shared/result.ts';
import { TextPool } from '../../shared/table/textPool.ts';
import type { FileContent } from './fileReading.ts';
import type { FoundFile } from './inputFiles.ts';
import { unpackReadings, type TransferableReadings, type UnderstoodFile } from './readingTransfer.ts';
import type { ReadLimits } from './spreadsheet/readLimits.ts';
import { unpackWorkbook, type TransferableWorkbook } from './spreadsheet/workbookTransfer.ts';

/** What a reading worker is asked. */
export interface ReadingRequest {
  readonly file: FoundFile;
  readonly limits: Partial<ReadLimits>;
  /** Layouts known to intake, which then makes tables of the file; null hands the workbook over as it was read. */
  readonly mappings: readonly SavedMapping[] | null;
}

/** A file's facts, and what was made of it or why it could not be read. */
export interface FileAnswer<T> {
  readonly bytes: number;
  /** SHA-256 of the content, hexadecimal; '' when the file could not be opened. */
  readonly sha256: string;
  readonly opened: Result<T>;
}

/** What a worker answers: a workbook, or readings when intake was asked for. */
export type ReadingReply = FileAnswer<TransferableWorkbook | TransferableReadings>;

/** Bounds around a worker: what its own limits inside can't promise. */
export interface PoolLimits {
  readonly workers: number;
  /** Longest time for one file, in milliseconds; then the worker is killed. */
  readonly maxMilliseconds: number;
  /** JavaScript heap of a worker, in MiB; then it dies, and only its file is lost. */
  readonly maxHeapMegabytes: number;
  readonly read: Partial<ReadLimits>;
}

/** One worker fewer than there are cores: the main thread judges while they read. */
export const DEFAULT_POOL: PoolLimits = {
  workers: Math.max(1, Math.min(4, availableParallelism() - 1)),
  maxMilliseconds: 300_000,
  maxHeapMegabytes: 2048,
  read: {},
};

/** The worker's entry: beside us as source, beside the bundle's entries once built. */
const WORKER_ENTRY = import.meta.url.endsWith('.ts')
  ? new URL('../worker/readingWorker.ts', import.meta.url)
  : new URL(import.meta.url.includes('/chunks/') ? '../readingWorker.js' : './readingWorker.js', import.meta.url);

interface Job {
  readonly request: ReadingRequest;
  readonly settle: (answer: ReadingReply) => void;
}

/** Opens untrusted files in threads that can be killed. A file that takes too long, or more memory than it may, costs its
 *  own result only: the worker is replaced and the batch goes on. */
export class ReadingPool implements AsyncDisposable {
  readonly #limits: PoolLimits;
  readonly #texts = new TextPool();
  readonly #waiting: Job[] = [];
  readonly #idle: Worker[] = [];
  readonly #busy = new Set<Worker>();
  #closed = false;

  constructor(limits: Partial<PoolLimits> = {}) {
    this.#limits = { ...DEFAULT_POOL, ...limits };
    // Workers take about a tenth of a second to start: do it while the caller still prepares.
    for (let index = 0; index < this.#limits.workers; index += 1) this.#idle.push(this.#start());
  }

  /** How many files are worth asking for at once: one more than is being read, so that no worker waits. */
  get window(): number {
    return this.#limits.workers + 1;
  }

  /** Reads a file in a worker; never rejects. Errors: those of `readSpreadsheet`, `file.tooSlow`, `file.tooLarge.memory`,
   *  `file.readerStopped`. */
  async read(file: FoundFile): Promise<FileContent> {
    const { opened, ...facts } = await this.#ask(file, null);
    return { ...facts, opened: opened.ok ? succeed(unpackWorkbook(opened.value as TransferableWorkbook)) : opened };
  }

  /** Reads a file and makes its tables, both in a worker. Never rejects; errors as for `read`. */
  async understand(file: FoundFile, mappings: readonly SavedMapping[]): Promise<FileAnswer<UnderstoodFile>> {
    const { opened, ...facts } = await this.#ask(file, mappings);
    return {
      ...facts,
      opened: opened.ok ? succeed(unpackReadings(opened.value as TransferableReadings, this.#texts)) : opened,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#idle, ...this.#busy].map((worker) => worker.terminate()));
  }

  #ask(file: FoundFile, mappings: ReadingRequest['mappings']): Promise<ReadingReply> {
    return new Promise((settle) => {
      this.#waiting.push({ request: { file, limits: this.#limits.read, mappings }, settle });
      this.#next();
    });
  }

  #start(): Worker {
    const worker = new Worker(WORKER_ENTRY, {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.maxHeapMegabytes },
      // Untrusted content is read there: it gets no environment and no arguments of ours.
      env: {},
      argv: [],
    });
    worker.unref();
    return worker;
  }

  #next(): void {
    if (this.#closed || this.#waiting.length === 0) return;
    if (this.#busy.size >= this.#limits.workers) return;
    const job = this.#waiting.shift()!;
    const worker = this.#idle.pop() ?? this.#start();
    this.#busy.add(worker);
    this.#run(worker, job);
  }

  #run(worker: Worker, { request, settle }: Job): void {
    const finish = (answer: ReadingReply, alive: boolean): void => {
      clearTimeout(deadline);
      worker.off('message', onReply).off('error', onError).off('exit', onExit);
      worker.unref();
      this.#busy.delete(worker);
      if (alive) this.#idle.push(worker);
      else void worker.terminate();
      settle(answer);
      this.#next();
    };
    const lost = (code: string, params: Record<string, string | number> = {}): void =>
      finish({ bytes: 0, sha256: '', opened: fail(code, { file: request.file.shown, ...params }) }, false);
    const onReply = (answer: ReadingReply): void => finish(answer, true);
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') lost('file.tooLarge.memory');
      else lost('file.readerStopped', { detail: error.message });
    };
    const onExit = (code: number): void => lost('file.readerStopped', { detail: `exit ${code}` });
    const deadline = setTimeout(
      () => lost('file.tooSlow', { seconds: Math.round(this.#limits.maxMilliseconds / 1000) }),
      this.#limits.maxMilliseconds,
    );
    worker.ref();
    worker.on('message', onReply).on('error', onError).on('exit', onExit);
    worker.postMessage(request);
  }
}
