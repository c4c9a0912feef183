import path from 'node:path';
import type { Check } from '../../../shared/reports/check.ts';
import { succeed, type Fault, type Result } from '../../../shared/result.ts';
import type { CheckProgress } from '../checkFiles.ts';
import { PRODUCT_VERSION } from '../productVersion.ts';
import type { PoolLimits } from '../readingPool.ts';
import { hashFile } from './batchFile.ts';
import { digestFindings, type CheckDigest } from './bundleFindings.ts';
import { filesOf, type BundleManifest } from './bundleManifest.ts';
import { readManifest } from './readManifest.ts';
import { runBundle } from './runBundle.ts';

/** What came of running a bundle again. */
export interface Verification {
  /** Whether every input is as it was and the findings are the same byte for byte. */
  readonly same: boolean;
  /** SHA-256 of the manifest, as it was told when the bundle was made: the same number is the same bundle. */
  readonly id: string;
  /** Name of the round and its day, ISO. */
  readonly round: string;
  readonly today: string;
  /** How many findings running it again gave; null when it was not run, because an input was changed. */
  readonly findings: number | null;
  /** Which inputs, or which files' findings, differ; none when `same`. */
  readonly differences: readonly Fault[];
  /** What may explain a difference but is none itself: another version of the program, or files that nobody could read. */
  readonly notes: readonly Fault[];
}

/** How a verification may be followed and ended. */
export interface VerifyOptions {
  readonly onProgress?: (progress: CheckProgress) => void;
  readonly signal?: AbortSignal;
  /** Bounds for untrusted files; left out, the defaults. */
  readonly limits?: Partial<PoolLimits>;
}

/** Checks that a bundle's files are the ones it was made of, runs the check again, and compares the findings byte for byte.
 *  When a file was changed, it is named and nothing is run: other input gives other findings.
 *  Errors: `bundle.missing`, `bundle.malformed`, `bundle.unsafePath`. @throws the reason of the signal */
export async function verifyBundle(folder: string, options: VerifyOptions = {}): Promise<Result<Verification>> {
  const read = await readManifest(folder);
  if (!read.ok) return read;
  const { manifest, id } = read.value;
  const about = { id, round: manifest.round, today: manifest.today, notes: notesOf(manifest) };
  const differ = (differences: readonly Fault[], findings: number | null = null): Result<Verification> =>
    succeed({ ...about, same: differences.length === 0, findings, differences });
  const changed = await changedFiles(folder, manifest, options.signal);
  if (changed.length > 0) return differ(changed);
  const again = await runBundle(folder, manifest, options);
  if (!again.ok) return differ([again.error]);
  const found = await digestFindings(again.value, options.signal);
  return differ(differencesOf(manifest, again.value, found), found.all.count);
}

/** Files that nobody could read, told by name. */
const MOST_NAMED = 20;

function notesOf({ version, unread }: BundleManifest): readonly Fault[] {
  const notes: Fault[] = [];
  if (version !== PRODUCT_VERSION) {
    notes.push({ code: 'bundle.versionDiffers', params: { before: version, now: PRODUCT_VERSION } });
  }
  if (unread.length > 0) {
    const named = unread.slice(0, MOST_NAMED).map(({ shown }) => shown);
    const files = [...named, ...(unread.length > named.length ? ['…'] : [])].join('; ');
    notes.push({ code: 'bundle.unread', params: { count: unread.length, files } });
  }
  return notes;
}

async function changedFiles(
  folder: string,
  manifest: BundleManifest,
  signal: AbortSignal | undefined,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const { part, path: own, shown, sha256 } of filesOf(manifest)) {
    signal?.throwIfAborted();
    const found = await hashFile(path.join(folder, ...own.split('/')));
    if (found === null) faults.push({ code: `bundle.missing.${part}`, params: { file: shown, place: own } });
    else if (found.sha256 !== sha256)
      faults.push({ code: `bundle.changed.${part}`, params: { file: shown, place: own } });
  }
  return faults;
}

function differencesOf(manifest: BundleManifest, check: Check, found: CheckDigest): readonly Fault[] {
  const differences: Fault[] = [];
  const { ruleSetHash } = check.result;
  if (ruleSetHash !== manifest.ruleSetHash) {
    differences.push({ code: 'bundle.ruleSetDiffers', params: { before: manifest.ruleSetHash, now: ruleSetHash } });
  }
  const reference = check.reference?.id ?? '';
  if (reference !== (manifest.reference?.id ?? '')) {
    differences.push({
      code: 'bundle.referenceDiffers',
      params: { before: manifest.reference?.id ?? '', now: reference },
    });
  }
  if (found.all.sha256 === manifest.findings.sha256 && found.all.count === manifest.findings.count) return differences;
  const params = { before: manifest.findings.count, now: found.all.count };
  differences.push({ code: 'bundle.findingsDiffer', params });
  for (const { shown, findings } of manifest.inputs) {
    const now = found.byFile.get(shown);
    if ((now?.sha256 ?? findings.sha256) !== findings.sha256 || (now?.count ?? 0) !== findings.count) {
      const counts = { before: findings.count, now: now?.count ?? 0 };
      differences.push({ code: 'bundle.inputDiffers', params: { file: shown, ...counts } });
    }
  }
  return differences;
}
