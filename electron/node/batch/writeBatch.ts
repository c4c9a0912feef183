import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../../shared/i18n/index.ts';
import type { Check } from '../../../shared/reports/check.ts';
import type { EarlierRound } from '../../../shared/reports/readiness/compareRounds.ts';
import { fail, succeed, type Fault, type Result } from '../../../shared/result.ts';
import type { Office } from '../../../shared/settings/office.ts';
import { removeDrafts } from '../atomicFile.ts';
import type { FoundFile } from '../inputFiles.ts';
import { agencyPieces } from './agencyPieces.ts';
import type { BatchFile, BatchOutput } from './batchFile.ts';
import { batchName, writeIndex, type BatchIndex } from './batchIndex.ts';
import { BatchJournal } from './batchJournal.ts';
import { bundleRefusal, type BundleSources } from './bundle.ts';
import type { PagePrinter } from '../reports/pagePrinter.ts';
import { withFixedDates } from '../reports/pdfDates.ts';
import { Unwritable, type Piece } from './piece.ts';
import { roundPieces } from './roundPieces.ts';

/** How far a batch has come; `piece` is what is being written, an agency's name or a file's. */
export interface BatchProgress {
  readonly done: number;
  readonly total: number;
  readonly piece: string;
}

export interface BatchRequest {
  readonly check: Check;
  /** The checked files, as they were found. */
  readonly sources: readonly FoundFile[];
  readonly outputs: readonly BatchOutput[];
  /** Folder that everything is written into; made when it isn't there. */
  readonly folder: string;
  readonly language: Language;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BatchProgress) => void;
  /** Who signs the reports; left out, dots to be filled in by hand. */
  readonly office?: Office;
  /** The round that reports tell progress against; null or left out: none. */
  readonly before?: EarlierRound | null;
  /** Makes a PDF of a page; needed for `correctionPdf`. */
  readonly printPage?: PagePrinter;
  /** What the check leant on beside its files, and of a round what was decided in it; all outputs hang on it, a bundle holds
   *  it. */
  readonly bundle?: BundleSources;
}

/** Pieces under way at once: while a browser prints one, another is written. */
const LANES = 2;

/** Writes all outputs for all agencies into one folder tree, with an index of every file and its SHA-256. What was finished
 *  is noted at once: cancelled, killed or out of space, the same call goes on where it stopped, and whatever was changed
 *  or deleted meanwhile is written again. An existing file of the same name is replaced.
 *  Errors: `batch.cancelled`, `batch.cannotWrite` (place and reason of the file system), `batch.noPrinter`,
 *  `batch.noSource`, `batch.sourceChanged`, `bundle.password`, and those of `printPage`. */
export async function writeBatch(request: BatchRequest): Promise<Result<BatchIndex>> {
  const { check, outputs, folder, language, signal, onProgress = () => {} } = request;
  if (outputs.includes('correctionPdf') && request.printPage === undefined) return fail('batch.noPrinter');
  // Known from the start: nobody should wait for the rest to learn it.
  const refusal = outputs.includes('bundle') ? bundleRefusal(check, request.bundle?.round) : null;
  if (refusal !== null) return { ok: false, error: refusal };
  let place = '';
  let done = 0;
  try {
    await mkdir(folder, { recursive: true });
    const dated = printingOn(check.today, request);
    const pieces: readonly Piece[] = [...agencyPieces(dated), ...roundPieces(dated)];
    await removeDrafts(folder);
    const journal = await BatchJournal.open(folder, batchName(request));
    const files: BatchFile[] = [];
    const faults: Fault[] = [];
    let isStopped = false;
    const waiting = pieces.values();
    const lane = async (): Promise<void> => {
      for (const piece of waiting) {
        if (isStopped || signal?.aborted === true) return;
        onProgress({ done, total: pieces.length, piece: piece.shown });
        place = piece.shown;
        let written = await journal.finished(piece.key);
        if (written === null) {
          const missing: Fault[] = [];
          written = await piece.write((fault) => missing.push(fault));
          if (missing.length === 0) await journal.finish(piece.key, written);
          faults.push(...missing);
        }
        files.push(...written);
        done += 1;
      }
    };
    const ends = await Promise.allSettled(
      Array.from({ length: LANES }, () =>
        lane().catch((error: unknown) => {
          isStopped = true;
          throw error;
        }),
      ),
    );
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    if (signal?.aborted === true) return fail('batch.cancelled', { done });
    place = 'index.json';
    const index = await writeIndex(folder, check, files, faults, language);
    await journal.close();
    onProgress({ done, total: pieces.length, piece: '' });
    return succeed(index);
  } catch (error) {
    if (signal?.aborted === true && error === signal.reason) return fail('batch.cancelled', { done });
    if (error instanceof Unwritable) return { ok: false, error: error.fault };
    const { code, path: file } = error as NodeJS.ErrnoException;
    // Only the file system's refusals are the user's to mend; anything else is a fault of the program.
    if (code === undefined) throw error;
    return fail('batch.cannotWrite', { file: file === undefined ? place : path.basename(file), detail: code });
  }
}

/** The request with PDFs of the day of the check, not of the moment: what is written again is what was written before. */
function printingOn(day: string, request: BatchRequest): BatchRequest {
  const { printPage } = request;
  if (printPage === undefined) return request;
  return {
    ...request,
    printPage: async (html) => {
      const printed = await printPage(html);
      return printed.ok ? succeed(withFixedDates(printed.value, day)) : printed;
    },
  };
}
