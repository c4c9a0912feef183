import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReferenceIndexes } from '../../../shared/engine/references.ts';
import { parseSavedMapping, type SavedMapping } from '../../../shared/intake/savedMapping.ts';
import { rulesOnDay } from '../../../shared/legal/rulesOnDay.ts';
import { fail, succeed, type Fault, type Result } from '../../../shared/result.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { checkFiles, type CheckProgress, type CheckRequest } from '../checkFiles.ts';
import { PRODUCT_VERSION } from '../productVersion.ts';
import { LIST_NAMES, loadList, loadPreviousRound, type ListName } from '../referenceLists.ts';
import { loadRuleSet } from '../ruleSetFiles.ts';
import { unpackSnapshot } from '../workbench/storedReference.ts';
import { hashFile } from './batchFile.ts';
import { digestFindings } from './bundleFindings.ts';
import { bundleManifest, filesOf, MANIFEST, type BundleManifest, type StoredFile } from './bundleManifest.ts';

/** What came of running a bundle again. */
export interface Verification {
  /** Whether every input is as it was and the findings are the same byte for byte. */
  readonly same: boolean;
  readonly findings: number;
  /** Which inputs, or which files' findings, differ; none when `same`. */
  readonly differences: readonly Fault[];
  /** What may explain a difference but is none itself: another version of the program. */
  readonly notes: readonly Fault[];
}

/** Checks that a bundle's files are the ones it was made of, runs the check again, and compares the findings byte for byte.
 *  When a file was changed, it is named and nothing is run: other input gives other findings.
 *  Errors: `bundle.missing`, `bundle.malformed`, `bundle.unsafePath`. */
export async function verifyBundle(
  folder: string,
  onProgress: (progress: CheckProgress) => void = () => {},
): Promise<Result<Verification>> {
  const read = await readManifest(folder);
  if (!read.ok) return read;
  const manifest = read.value;
  const notes: Fault[] =
    manifest.version === PRODUCT_VERSION
      ? []
      : [{ code: 'bundle.versionDiffers', params: { before: manifest.version, now: PRODUCT_VERSION } }];
  const changed = await changedFiles(folder, manifest);
  if (changed.length > 0) return succeed({ same: false, findings: 0, differences: changed, notes });

  const request = await requestOf(folder, manifest);
  if (!request.ok) return succeed({ same: false, findings: 0, differences: [request.error], notes });
  const check = await checkFiles(request.value, onProgress);
  const found = digestFindings(check);
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
  if (found.all.sha256 !== manifest.findings.sha256) {
    const params = { before: manifest.findings.count, now: found.all.count };
    differences.push({ code: 'bundle.findingsDiffer', params });
    for (const { shown, findings } of manifest.inputs) {
      const now = found.byFile.get(shown);
      if ((now?.sha256 ?? findings.sha256) !== findings.sha256 || (now?.count ?? 0) !== findings.count) {
        differences.push({ code: 'bundle.inputDiffers', params: { file: shown } });
      }
    }
  }
  return succeed({ same: differences.length === 0, findings: found.all.count, differences, notes });
}

async function readManifest(folder: string): Promise<Result<BundleManifest>> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => null);
  if (text === null) return fail('bundle.missing', { place: folder });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail('bundle.malformed', { place: folder });
  }
  const manifest = bundleManifest.safeParse(json);
  if (!manifest.success) return fail('bundle.malformed', { place: folder });
  const unsafe = filesOf(manifest.data).find(({ path: own }) => !isInside(own));
  return unsafe === undefined ? succeed(manifest.data) : fail('bundle.unsafePath', { file: unsafe.path });
}

/** A bundle comes from elsewhere: it must not name files outside itself. */
const isInside = (own: string): boolean =>
  /^[^\\:\0]+$/.test(own) &&
  !own.startsWith('/') &&
  own.split('/').every((step) => step !== '' && step !== '.' && step !== '..');

async function changedFiles(folder: string, manifest: BundleManifest): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const { path: own, shown, sha256 } of filesOf(manifest)) {
    const found = await hashFile(placeOf(folder, own));
    if (found === null) faults.push({ code: 'bundle.fileMissing', params: { file: shown } });
    else if (found.sha256 !== sha256) faults.push({ code: 'bundle.fileDiffers', params: { file: shown } });
  }
  return faults;
}

const placeOf = (folder: string, own: string): string => path.join(folder, ...own.split('/'));

async function requestOf(folder: string, manifest: BundleManifest): Promise<Result<CheckRequest>> {
  const { round, today, inputs, reference, ruleSet, previous } = manifest;
  const mappings = await mappingsOf(folder, manifest.mappings);
  if (!mappings.ok) return mappings;
  const lists: Partial<ReferenceIndexes> = {};
  for (const { list, path: own, shown } of manifest.lists) {
    if (!(LIST_NAMES as readonly string[]).includes(list)) return fail('bundle.malformed', { place: shown });
    const loaded = await loadList(list as ListName, placeOf(folder, own));
    if (!loaded.ok) return loaded;
    Object.assign(lists, loaded.value);
  }
  if (previous.length > 0) {
    const loaded = await loadPreviousRound(path.join(folder, 'previous'));
    if (!loaded.ok) return loaded;
    const { previousRound } = loaded.value;
    if (previousRound !== undefined) {
      // Findings name the round as it was called when the bundle was made, not by its place in the bundle.
      const title = manifest.previousTitle;
      Object.assign(lists, { previousRound: { title, sheet: previousRound.sheet.bind(previousRound) } });
    }
  }
  const rules = await rulesOf(folder, ruleSet[0], today);
  if (!rules.ok) return rules;
  return succeed({
    found: { files: inputs.map(({ path: own, shown }) => ({ path: placeOf(folder, own), shown })), missing: [] },
    round,
    today,
    ...rules.value,
    reference: reference === null ? null : unpackSnapshot(await readFile(placeOf(folder, reference.path))),
    lists,
    mappings: mappings.value,
  });
}

async function rulesOf(
  folder: string,
  main: StoredFile | undefined,
  today: string,
): Promise<Result<Pick<CheckRequest, 'rules' | 'ruleSet'>>> {
  if (main === undefined) return succeed({ rules: rulesOnDay(RULES, today) });
  const loaded = await loadRuleSet(placeOf(folder, main.path), { rules: RULES, today });
  if (!loaded.ok) return { ok: false, error: loaded.problems[0]!.fault };
  const { rules, settingOf, hash, waivers } = loaded.value;
  return succeed({ rules, ruleSet: { settingOf, ruleSet: hash, waivers } });
}

async function mappingsOf(folder: string, files: readonly StoredFile[]): Promise<Result<readonly SavedMapping[]>> {
  const mappings: SavedMapping[] = [];
  for (const { path: own } of files) {
    const mapping = parseSavedMapping(await readFile(placeOf(folder, own), 'utf8'));
    if (!mapping.ok) return mapping;
    mappings.push(mapping.value);
  }
  return succeed(mappings);
}
