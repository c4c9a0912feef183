import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SavedMapping } from '../../shared/intake/savedMapping.ts';
import { fail, succeed, type Fault, type Result } from '../../shared/result.ts';
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

/** Files given to a worker at once: the one it reads, and the next, so that it need not wait for a main thread that is busy
 *  judging. */
const GIVEN = 2;

interface Job {
  readonly request: ReadingRequest;
  readonly settle: (answer: ReadingReply) => void;
}

/** A worker and the files it was given; it reads them in their order. */
interface Reader {
  readonly worker: Worker;
  readonly jobs: Job[];
  /** Kills it when the file it reads takes too long. */
  deadline: NodeJS.Timeout | undefined;
  /** Why it is ending, where that is known. */
  lost: Fault | null;
}

/** Opens untrusted files in threads that can be killed. A file that takes too long, or more memory than it may, costs its
 *  own result only: the worker is replaced and the batch goes on. */
export class ReadingPool implements AsyncDisposable {
  readonly #limits: PoolLimits;
  readonly #texts = new TextPool();
  readonly #waiting: Job[] = [];
  readonly #readers = new Set<Reader>();
  #closed = false;

  constructor(limits: Partial<PoolLimits> = {}) {
    this.#limits = { ...DEFAULT_POOL, ...limits };
    // Workers take about a tenth of a second to start: do it while the caller still prepares.
    for (let index = 0; index < this.#limits.workers; index += 1) this.#start();
  }

  /** How many files are worth asking for at once: what workers may be given, and one that was answered. */
  get window(): number {
    return this.#limits.workers * GIVEN + 1;
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
    for (const { deadline } of this.#readers) clearTimeout(deadline);
    await Promise.all([...this.#readers].map(({ worker }) => worker.terminate()));
  }

  #ask(file: FoundFile, mappings: ReadingRequest['mappings']): Promise<ReadingReply> {
    return new Promise((settle) => {
      this.#waiting.push({ request: { file, limits: this.#limits.read, mappings }, settle });
      this.#give();
    });
  }

  #start(): void {
    const worker = new Worker(WORKER_ENTRY, {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.maxHeapMegabytes },
      // Untrusted content is read there: it gets no environment and no arguments of ours.
      env: {},
      argv: [],
    });
    worker.unref();
    const reader: Reader = { worker, jobs: [], deadline: undefined, lost: null };
    this.#readers.add(reader);
    worker.on('message', (answer: ReadingReply) => this.#answered(reader, answer));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reader.lost ??= memory
        ? { code: 'file.tooLarge.memory', params: {} }
        : { code: 'file.readerStopped', params: { detail: error.message } };
    });
    // Comes last, after every answer that it still sent; only then is it sure which file was its end.
    worker.on('exit', (code) => this.#ended(reader, code));
  }

  /** Hands waiting files to the workers that have least to do. */
  #give(): void {
    while (!this.#closed && this.#waiting.length > 0) {
      while (this.#readers.size < this.#limits.workers) this.#start();
      const reader = [...this.#readers].reduce((least, one) => (one.jobs.length < least.jobs.length ? one : least));
      if (reader.jobs.length >= GIVEN) return;
      const job = this.#waiting.shift()!;
      reader.jobs.push(job);
      reader.worker.postMessage(job.request);
      if (reader.jobs.length === 1) {
        reader.worker.ref();
        this.#watch(reader);
      }
    }
  }

  /** Gives the worker its time for the file it reads now. */
  #watch(reader: Reader): void {
    const { maxMilliseconds } = this.#limits;
    reader.deadline = setTimeout(() => {
      reader.lost = { code: 'file.tooSlow', params: { seconds: Math.round(maxMilliseconds / 1000) } };
      void reader.worker.terminate();
    }, maxMilliseconds);
  }

  #answered(reader: Reader, answer: ReadingReply): void {
    clearTimeout(reader.deadline);
    const job = reader.jobs.shift()!;
    if (reader.jobs.length > 0) this.#watch(reader);
    else reader.worker.unref();
    job.settle(answer);
    this.#give();
  }

  /** The file it was reading is lost; those behind it go to another worker. */
  #ended(reader: Reader, code: number): void {
    clearTimeout(reader.deadline);
    this.#readers.delete(reader);
    const [job, ...others] = reader.jobs;
    this.#waiting.unshift(...others);
    const lost = reader.lost ?? { code: 'file.readerStopped', params: { detail: `exit ${code}` } };
    job?.settle({
      bytes: 0,
      sha256: '',
      opened: fail(lost.code, { file: job.request.file.shown, ...lost.params }),
    });
    this.#give();
  }
}
