import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Check } from '../../../shared/reports/check.ts';
import { decisionFilesOf } from '../../../shared/ruleset/parseRuleSet.ts';
import { safeFileName } from '../fileNames.ts';
import type { FoundFile } from '../inputFiles.ts';
import { findFiles } from '../inputFiles.ts';
import type { ListName } from '../referenceLists.ts';
import { packSnapshot } from '../workbench/storedReference.ts';
import { putFile, type BatchFile } from './batchFile.ts';
import { digestFindings } from './bundleFindings.ts';
import { MANIFEST, type BundleManifest, type StoredFile } from './bundleManifest.ts';
import { Unwritable } from './piece.ts';

/** What a check leant on beside its files and the national catalogue, as places on disk. */
export interface BundleSources {
  /** Rule-set file; what it builds on and its decision tables are taken from its folder. */
  readonly ruleSet?: string;
  readonly mappings?: readonly string[];
  readonly lists?: readonly { readonly list: ListName; readonly file: string }[];
  /** File or folder of the earlier round. */
  readonly previous?: string;
}

/** Writes a bundle that another copy of the program can run again: the agencies' files as they are, the national catalogue,
 *  rule set, mappings and lists, with the SHA-256 of each and of the findings. It holds everything that the agencies sent,
 *  personal data too: it is for the reviewer, not for distribution. Corrections made on the screen are not in it.
 *  @throws {@link Unwritable} when a checked file is gone, and the file system's errors */
export async function writeBundle(
  check: Check,
  sources: readonly FoundFile[],
  folder: string,
  leant: BundleSources = {},
): Promise<{ readonly manifest: BundleManifest; readonly files: readonly BatchFile[] }> {
  const files: BatchFile[] = [];
  const put = async (name: string, shown: string, content: Uint8Array | string): Promise<StoredFile> => {
    const file = await putFile(folder, { path: name, output: 'bundle', agency: '' }, [content]);
    files.push(file);
    return { path: name, shown, sha256: file.sha256 };
  };
  const copied = (part: string, taken: readonly FoundFile[]): Promise<readonly StoredFile[]> =>
    inTurn(taken, async ({ path: from, shown }, at) => put(numbered(part, at, shown), shown, await readFile(from)));

  const found = digestFindings(check);
  const sourceOf = new Map(sources.map((source) => [source.shown, source]));
  const read = check.files.filter(({ sha256 }) => sha256 !== '');
  const inputs = await copied(
    'inputs',
    read.map(({ file }) => {
      const source = sourceOf.get(file);
      if (source === undefined) throw new Unwritable({ code: 'batch.noSource', params: { file } });
      return source;
    }),
  );
  const { lists = [], mappings = [], ruleSet, previous } = leant;
  const listFiles = await copied(
    'lists',
    lists.map(({ file }) => named(file)),
  );
  const manifest: BundleManifest = {
    bundle: 1,
    version: check.version,
    round: check.round,
    today: check.today,
    ruleSetHash: check.result.ruleSetHash,
    findings: found.all,
    inputs: inputs.map((file) => ({ ...file, findings: found.byFile.get(file.shown) ?? NOTHING })),
    reference: await storedReference(check, put),
    ruleSet: ruleSet === undefined ? [] : [...(await ruleSetCopies(ruleSet, put))],
    mappings: [...(await copied('mappings', mappings.map(named)))],
    lists: listFiles.map((file, at) => ({ ...file, list: lists[at]!.list })),
    previous: previous === undefined ? [] : [...(await previousCopies(previous, put))],
    previousTitle: previous ?? '',
  };
  await put(MANIFEST, MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  return { manifest, files };
}

/** SHA-256 of no text. */
const NOTHING = { count: 0, sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' };

const named = (file: string): FoundFile => ({ path: file, shown: path.basename(file) });

/** Names in a bundle say nothing but their order: names of agencies' files may be longer than a path can be. */
const numbered = (part: string, at: number, shown: string): string =>
  `${part}/${String(at + 1).padStart(4, '0')}${/\.[A-Za-z0-9]{1,5}$/.exec(shown)?.[0] ?? ''}`;

type Put = (name: string, shown: string, content: Uint8Array | string) => Promise<StoredFile>;

async function storedReference(check: Check, put: Put): Promise<BundleManifest['reference']> {
  const snapshot = check.procedures?.snapshot;
  if (snapshot === undefined) return null;
  const file = await put('reference.json.gz', snapshot.title, packSnapshot(snapshot));
  return { ...file, id: snapshot.id };
}

/** Files of the earlier round under their own names: whose they are may show in them. */
async function previousCopies(place: string, put: Put): Promise<readonly StoredFile[]> {
  const { files } = await findFiles([place]);
  return inTurn(files, async ({ path: from, shown }) =>
    put(`previous/${shown.split('/').map(safeFileName).join('/')}`, shown, await readFile(from)),
  );
}

const RULE_SET_FILE = /\.ya?ml$/i;

/** A rule set with all rule sets of its folder, under their own names, because they find each other by name, and the decision
 *  tables that they name. */
async function ruleSetCopies(main: string, put: Put): Promise<readonly StoredFile[]> {
  const folder = path.dirname(main);
  const first = path.basename(main);
  const others = (await readdir(folder)).filter((name) => RULE_SET_FILE.test(name) && name !== first).sort();
  const copies: StoredFile[] = [];
  const tables = new Set<string>();
  for (const name of [first, ...others]) {
    const text = await readFile(path.join(folder, name), 'utf8');
    copies.push(await put(`rule-set/${name}`, name, text));
    for (const table of decisionFilesOf(text)) if (table === path.basename(table)) tables.add(table);
  }
  for (const table of tables) {
    const content = await readFile(path.join(folder, table)).catch(() => null);
    if (content !== null) copies.push(await put(`rule-set/${table}`, table, content));
  }
  return copies;
}

async function inTurn<Item, Made>(
  items: readonly Item[],
  make: (item: Item, at: number) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const [at, item] of items.entries()) made.push(await make(item, at));
  return made;
}
