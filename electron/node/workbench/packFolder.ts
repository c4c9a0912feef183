import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { writeArchive } from '../annotate/archiveWriter.ts';
import { Cancelled, type JobProgress } from './jobs.ts';
import { packed, type PackedContent } from '../annotate/deflatedPart.ts';

/** Everything in a folder as one .zip, in the order of the names; null when it would be larger than a zip can be.
 *  @throws Cancelled */
export async function packFolder(folder: string, progress: JobProgress): Promise<Uint8Array | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const contents = new Map<string, PackedContent>();
  for (const [at, file] of files.entries()) {
    progress.report('saving', at, files.length);
    if (!(await progress.breathe())) throw new Cancelled();
    contents.set(path.relative(folder, file).split(path.sep).join('/'), packed(await readFile(file)));
  }
  return writeArchive([], new Map(), contents) ?? null;
}
