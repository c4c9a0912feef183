import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fail, succeed, type Result } from '../../../shared/result.ts';
import { FileRefusal } from '../spreadsheet/fileRefusal.ts';
import { DEFAULT_LIMITS, megabytesOf } from '../spreadsheet/readLimits.ts';
import { createUnpackBudget, unpack, type UnpackBudget } from '../spreadsheet/unpacking.ts';
import { readZipArchive, refuseRatio, type ZipEntry } from '../spreadsheet/zipArchive.ts';
import { MANIFEST } from './bundleManifest.ts';

/** A bundle as a folder. Disposing removes what was unpacked for it. */
export interface OpenBundle extends AsyncDisposable {
  readonly folder: string;
}

/** How far below the folder that a person chose a bundle is looked for: outputs stand in a folder of their round. */
const DEPTH = 2;

/** Opens the bundle that a person gave: its folder, one around it, or either packed as .zip, as such folders are sent.
 *  Errors: `bundle.missing`, `bundle.several`, `bundle.cannotUnpack`, and `file.…` for an archive that can't be read; they
 *  name the place by its last step. @throws when the signal is aborted */
export async function openBundle(place: string, signal?: AbortSignal): Promise<Result<OpenBundle>> {
  const info = await stat(place).catch(() => null);
  const name = path.basename(path.resolve(place));
  if (info === null) return fail('bundle.missing', { place: name });
  const isManifest = !info.isDirectory() && name === MANIFEST;
  if (!info.isDirectory() && !isManifest) return unpackBundle(place, info.size, signal);
  const found = await bundlesIn(isManifest ? path.dirname(place) : place, DEPTH);
  if (found.length > 1) return fail('bundle.several', { place: name, count: found.length });
  const [folder] = found;
  return folder === undefined
    ? fail('bundle.missing', { place: name })
    : succeed({ folder, [Symbol.asyncDispose]: () => Promise.resolve() });
}

async function bundlesIn(folder: string, depth: number): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.some((entry) => entry.isFile() && entry.name === MANIFEST)) return [folder];
  if (depth === 0) return [];
  const below: string[] = [];
  for (const entry of entries) {
    if (entry.isDirectory()) below.push(...(await bundlesIn(path.join(folder, entry.name), depth - 1)));
  }
  return below;
}

async function unpackBundle(file: string, size: number, signal?: AbortSignal): Promise<Result<OpenBundle>> {
  const name = path.basename(file);
  if (size > DEFAULT_LIMITS.maxFileBytes) {
    return fail('file.tooLarge.file', { file: name, megabytes: megabytesOf(DEFAULT_LIMITS.maxFileBytes) });
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'ra-soat-goi-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const bytes = await readFile(file, { signal });
    if (bytes.toString('latin1', 0, 2) !== 'PK') {
      await remove();
      return fail('bundle.missing', { place: name });
    }
    const entries = [...readZipArchive(bytes, DEFAULT_LIMITS).values()].map((entry) => ({
      ...entry,
      // Older programs of Windows write its own sign.
      name: entry.name.replaceAll('\\', '/'),
    }));
    const roots = entries.flatMap(({ name: own }) => {
      const steps = stepsOf(own);
      return steps?.at(-1) === MANIFEST && steps.length <= DEPTH + 1 ? [steps.slice(0, -1).join('/')] : [];
    });
    const [root] = roots;
    if (root === undefined || roots.length > 1) {
      await remove();
      return root === undefined
        ? fail('bundle.missing', { place: name })
        : fail('bundle.several', { place: name, count: roots.length });
    }
    // Many small entries may each unpack to little of what the archive does as a whole.
    const budget = createUnpackBudget(DEFAULT_LIMITS, (done) =>
      refuseRatio({ name, packed: bytes }, done, DEFAULT_LIMITS),
    );
    await unpackBelow(entries, root === '' ? '' : `${root}/`, folder, budget, signal);
    return succeed({ folder, [Symbol.asyncDispose]: remove });
  } catch (error) {
    await remove();
    if (error instanceof FileRefusal) return fail(error.code, { ...error.params, file: name });
    const { code, syscall } = error as NodeJS.ErrnoException;
    // No room, or names that no folder can hold; anything that is not the file system's is a fault of the program.
    if (code === undefined || syscall === undefined) throw error;
    return fail('bundle.cannotUnpack', { place: name, detail: code });
  }
}

async function unpackBelow(
  entries: readonly ZipEntry[],
  root: string,
  folder: string,
  budget: UnpackBudget,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const entry of entries) {
    const steps = stepsOf(entry.name);
    // What would lie outside is left there, and missed by the manifest if it matters.
    if (steps === null || !entry.name.startsWith(root)) continue;
    const target = path.join(folder, ...stepsOf(entry.name.slice(root.length))!);
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(unpack(entry, budget), createWriteStream(target), { signal });
  }
}

/** Steps of an entry's path; null for folders, and for names that lead elsewhere or mean something to a system. */
function stepsOf(name: string): readonly string[] | null {
  const steps = name.split('/');
  return /^[^\\:\0]+$/.test(name) && steps.every((step) => step !== '' && step !== '.' && step !== '..') ? steps : null;
}
