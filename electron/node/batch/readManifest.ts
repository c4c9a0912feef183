import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fail, succeed, type Result } from '../../../shared/result.ts';
import { bundleManifest, filesOf, MANIFEST, type BundleManifest } from './bundleManifest.ts';
import { parsedPart } from './bundlePart.ts';

/** Longest manifest, in bytes. */
const LARGEST_MANIFEST = 64 << 20;

/** Reads the manifest of a bundle, which may come from anywhere: it names each file once, and none outside the bundle.
 *  Errors: `bundle.missing`, `bundle.malformed`, `bundle.unsafePath`.
 *  @returns `id`, the SHA-256 of the manifest */
export async function readManifest(
  folder: string,
): Promise<Result<{ readonly manifest: BundleManifest; readonly id: string }>> {
  const place = path.join(folder, MANIFEST);
  const info = await stat(place).catch(() => null);
  if (info === null) return fail('bundle.missing', { place: path.basename(folder) });
  // Names only: a longer one was made to fill the memory.
  if (!info.isFile() || info.size > LARGEST_MANIFEST) return fail('bundle.malformed', { place: MANIFEST });
  const bytes = await readFile(place);
  const manifest = parsedPart(bundleManifest, bytes.toString('utf8'), MANIFEST);
  if (!manifest.ok) return manifest;
  const paths = filesOf(manifest.value).map(({ path: own }) => own);
  const unsafe = paths.find((own) => !isInside(own));
  if (unsafe !== undefined) return fail('bundle.unsafePath', { file: unsafe });
  // A file that is named again and again would be read again and again.
  if (new Set(paths).size < paths.length) return fail('bundle.malformed', { place: MANIFEST });
  return succeed({ manifest: manifest.value, id: createHash('sha256').update(bytes).digest('hex') });
}

/** A bundle comes from elsewhere: it must not name files outside itself. */
const isInside = (own: string): boolean =>
  /^[^\\:\0]+$/.test(own) &&
  !own.startsWith('/') &&
  own.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
