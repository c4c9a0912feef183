import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReferenceIndexes } from '../../../shared/engine/references.ts';
import { parseSavedMapping, type SavedMapping } from '../../../shared/intake/savedMapping.ts';
import { rulesOnDay } from '../../../shared/legal/rulesOnDay.ts';
import type { CatalogueSnapshot } from '../../../shared/reference/catalogue.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { fail, succeed, type Result } from '../../../shared/result.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { checkFiles, type CheckRequest } from '../checkFiles.ts';
import type { FileContent } from '../fileReading.ts';
import type { FoundFile } from '../inputFiles.ts';
import { ReadingPool } from '../readingPool.ts';
import { LIST_NAMES, readList, readPreviousRound, type ListName } from '../referenceLists.ts';
import { loadRuleSet } from '../ruleSetFiles.ts';
import { unpackSnapshot } from '../workbench/storedReference.ts';
import { parseDecisions } from './bundleDecisions.ts';
import type { BundleManifest, StoredFile } from './bundleManifest.ts';
import { textOfFile } from './bundlePart.ts';
import { parseReadings } from './bundleReadings.ts';
import { runRound } from './runRound.ts';
import type { VerifyOptions } from './verifyBundle.ts';

type Surroundings = Pick<CheckRequest, 'rules' | 'ruleSet' | 'lists' | 'mappings'> & {
  readonly reference: CatalogueSnapshot | null;
};

/** Does again what a bundle was made of, with its files as they are. Errors: those of reading its parts,
 *  `bundle.malformed`, `bundle.sheetGone`. @throws the reason of the signal */
export async function runBundle(
  folder: string,
  manifest: BundleManifest,
  options: VerifyOptions,
): Promise<Result<Check>> {
  const { onProgress = () => {}, signal, limits } = options;
  const { round, today, inputs, readings, decisions } = manifest;
  const given = await surroundingsOf(folder, manifest, options);
  if (!given.ok) return given;
  const files = inputs.map(({ path: own, shown }): FoundFile => ({ path: placeOf(folder, own), shown }));
  if (readings === null || decisions === null) {
    const request = {
      ...given.value,
      found: { files, missing: [] },
      round,
      today,
      ...(limits === undefined ? {} : { limits }),
    };
    return succeed(
      await checkFiles(request, (progress) => {
        signal?.throwIfAborted();
        onProgress(progress);
      }),
    );
  }
  const saidText = await textOfFile(placeOf(folder, readings.path), readings.shown);
  const said = saidText.ok ? parseReadings(saidText.value, readings.shown) : saidText;
  if (!said.ok) return said;
  const decidedText = await textOfFile(placeOf(folder, decisions.path), decisions.shown);
  const decided = decidedText.ok ? parseDecisions(decidedText.value, decisions.shown) : decidedText;
  if (!decided.ok) return decided;
  return runRound(
    { ...given.value, name: round, date: today, lists: given.value.lists ?? {} },
    files,
    { said: said.value, decisions: decided.value },
    options,
  );
}

const placeOf = (folder: string, own: string): string => path.join(folder, ...own.split('/'));

async function surroundingsOf(
  folder: string,
  manifest: BundleManifest,
  options: VerifyOptions,
): Promise<Result<Surroundings>> {
  const { today, reference, ruleSet } = manifest;
  const mappings = await mappingsOf(folder, manifest.mappings);
  if (!mappings.ok) return mappings;
  const lists = await listsOf(folder, manifest, options);
  if (!lists.ok) return lists;
  const rules = await rulesOf(folder, ruleSet, today);
  if (!rules.ok) return rules;
  const snapshot = reference === null ? succeed(null) : await snapshotOf(folder, reference);
  if (!snapshot.ok) return snapshot;
  return succeed({ ...rules.value, lists: lists.value, mappings: mappings.value, reference: snapshot.value });
}

/** Bytes of a catalogue as text. One that was made to take time and memory takes some thirty times that. */
const LARGEST_REFERENCE = 64 << 20;

async function snapshotOf(folder: string, { path: own, shown }: StoredFile): Promise<Result<CatalogueSnapshot>> {
  const content = await readFile(placeOf(folder, own));
  try {
    return succeed(unpackSnapshot(content, LARGEST_REFERENCE));
  } catch {
    return fail('bundle.malformed', { place: shown });
  }
}

/** The lists of a bundle. They come from elsewhere like the agencies' files, and are opened where those are. */
async function listsOf(
  folder: string,
  manifest: BundleManifest,
  { signal, limits }: VerifyOptions,
): Promise<Result<Partial<ReferenceIndexes>>> {
  const lists: Partial<ReferenceIndexes> = {};
  if (manifest.lists.length + manifest.previous.length === 0) return succeed(lists);
  await using pool = new ReadingPool({ ...limits, workers: 1 });
  const read = (file: FoundFile): Promise<FileContent> => {
    signal?.throwIfAborted();
    return pool.read(file);
  };
  for (const { list, path: own, shown } of manifest.lists) {
    if (!(LIST_NAMES as readonly string[]).includes(list)) return fail('bundle.malformed', { place: shown });
    const loaded = await readList(list as ListName, { path: placeOf(folder, own), shown }, read);
    if (!loaded.ok) return loaded;
    Object.assign(lists, loaded.value);
  }
  if (manifest.previous.length === 0) return succeed(lists);
  const files = manifest.previous.map(({ path: own, shown }) => ({ path: placeOf(folder, own), shown }));
  const previous = await readPreviousRound(files, manifest.previousTitle, read);
  return previous.ok ? succeed({ ...lists, ...previous.value }) : previous;
}

/** The rules of a bundle. Rule sets find each other by their names, so those that the manifest names are put where no other
 *  file lies. */
async function rulesOf(
  folder: string,
  files: readonly StoredFile[],
  today: string,
): Promise<Result<Pick<CheckRequest, 'rules' | 'ruleSet'>>> {
  const [main] = files;
  if (main === undefined) return succeed({ rules: rulesOnDay(RULES, today) });
  const place = await mkdtemp(path.join(tmpdir(), 'ra-soat-goi-'));
  try {
    for (const { path: own } of files) await copyFile(placeOf(folder, own), path.join(place, path.posix.basename(own)));
    const loaded = await loadRuleSet(path.join(place, path.posix.basename(main.path)), { rules: RULES, today });
    if (!loaded.ok) return { ok: false, error: loaded.problems[0]!.fault };
    const { rules, settingOf, hash, waivers } = loaded.value;
    return succeed({ rules, ruleSet: { settingOf, ruleSet: hash, waivers } });
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function mappingsOf(folder: string, files: readonly StoredFile[]): Promise<Result<readonly SavedMapping[]>> {
  const mappings: SavedMapping[] = [];
  for (const { path: own, shown } of files) {
    const text = await textOfFile(placeOf(folder, own), shown);
    const mapping = text.ok ? parseSavedMapping(text.value) : text;
    if (!mapping.ok) return mapping;
    mappings.push(mapping.value);
  }
  return succeed(mappings);
}
