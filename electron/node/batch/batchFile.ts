import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeFileAtomically } from '../atomicFile.ts';

/** What a batch can write. Those of an agency stand in its folder, the others once for the round. */
export const BATCH_OUTPUTS = [
  'correctionWorkbook',
  'correctionPage',
  'correctionPdf',
  'agencyReport',
  'originals',
  'annotatedCopies',
  'reports',
  'json',
  'jsonl',
  'csv',
  'sarif',
  'junit',
  'bundle',
] as const;
export type BatchOutput = (typeof BATCH_OUTPUTS)[number];

/** One written file, as the index lists it. */
export interface BatchFile {
  /** Below the batch's folder, with `/`. */
  readonly path: string;
  readonly output: BatchOutput | 'index';
  /** Name of the agency; '' for a file of the whole round. */
  readonly agency: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Writes a file below a folder, as a whole or not at all, and says what was written. */
export async function putFile(
  folder: string,
  file: Pick<BatchFile, 'path' | 'output' | 'agency'>,
  content: Iterable<string | Uint8Array>,
): Promise<BatchFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  function* counted(): Generator<string | Uint8Array, void, undefined> {
    for (const piece of content) {
      hash.update(piece);
      bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
      yield piece;
    }
  }
  const target = path.join(folder, ...file.path.split('/'));
  await mkdir(path.dirname(target), { recursive: true });
  await writeFileAtomically(target, counted());
  return { ...file, bytes, sha256: hash.digest('hex') };
}

/** SHA-256 and size of a file on disk; null when it is not there. */
export async function hashFile(file: string): Promise<{ readonly bytes: number; readonly sha256: string } | null> {
  const info = await stat(file).catch(() => null);
  if (info === null || !info.isFile()) return null;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { bytes: info.size, sha256: hash.digest('hex') };
}

/** Whether a listed file is there with the content that was written. */
export async function isIntact(folder: string, { path: own, bytes, sha256 }: BatchFile): Promise<boolean> {
  const found = await hashFile(path.join(folder, ...own.split('/')));
  return found !== null && found.bytes === bytes && found.sha256 === sha256;
}
