import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from '../../../shared/zod.ts';
import { BATCH_OUTPUTS, isIntact, type BatchFile } from './batchFile.ts';

const NAME = '.rasoat-batch.jsonl';

const writtenFile = z.object({
  path: z.string(),
  output: z.enum([...BATCH_OUTPUTS, 'index']),
  agency: z.string(),
  bytes: z.number(),
  sha256: z.string(),
});
const headLine = z.object({ batch: z.string() });
const pieceLine = z.object({ piece: z.string(), files: z.array(writtenFile) });

/** What of a batch is finished, on disk beside it, so that an interrupted one goes on where it stopped. A line is added when
 *  a piece is finished; a torn last line is no line. */
export class BatchJournal {
  readonly #folder: string;
  readonly #finished: Map<string, readonly BatchFile[]>;

  private constructor(folder: string, finished: Map<string, readonly BatchFile[]>) {
    this.#folder = folder;
    this.#finished = finished;
  }

  /** Opens the journal of a folder. One of another batch (other input, rules, reference or language) is begun anew.
   *  @param batch  hash of everything that the outputs depend on */
  static async open(folder: string, batch: string): Promise<BatchJournal> {
    const file = path.join(folder, NAME);
    const text = await readFile(file, 'utf8').catch(() => '');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const lines = whole.split('\n').slice(0, -1);
    const head = headLine.safeParse(parsed(lines[0]));
    if (head.success && head.data.batch === batch) {
      const pieces = lines.slice(1).flatMap((line) => {
        const piece = pieceLine.safeParse(parsed(line));
        return piece.success ? [[piece.data.piece, piece.data.files] as const] : [];
      });
      // What comes next must not be added to a torn line.
      if (whole !== text) await truncate(file, Buffer.byteLength(whole));
      return new BatchJournal(folder, new Map(pieces));
    }
    await writeFile(file, `${JSON.stringify({ batch })}\n`);
    return new BatchJournal(folder, new Map());
  }

  /** The files of a piece that was finished before and is still as it was written; null when it has to be written. */
  async finished(piece: string): Promise<readonly BatchFile[] | null> {
    const files = this.#finished.get(piece);
    if (files === undefined) return null;
    for (const file of files) if (!(await isIntact(this.#folder, file))) return null;
    return files;
  }

  /** Notes a finished piece. */
  async finish(piece: string, files: readonly BatchFile[]): Promise<void> {
    this.#finished.set(piece, files);
    await appendFile(path.join(this.#folder, NAME), `${JSON.stringify({ piece, files })}\n`);
  }

  /** Takes the journal away: the batch is complete, and its index says what the journal said. */
  async close(): Promise<void> {
    await rm(path.join(this.#folder, NAME), { force: true });
  }
}

function parsed(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    // Torn by an interruption, or not ours: either way nothing to go on from.
    return null;
  }
}
