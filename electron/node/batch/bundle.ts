import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { readWorkbook } from '../../../shared/intake/readWorkbook.ts';
import type { Check, InputFile } from '../../../shared/reports/check.ts';
import type { Fault } from '../../../shared/result.ts';
import { readSpreadsheet } from '../fileReading.ts';
import type { FoundFile } from '../inputFiles.ts';
import { findFiles } from '../inputFiles.ts';
import type { ListName } from '../referenceLists.ts';
import type { RuleSetSource } from '../ruleSetFiles.ts';
import type { RoundSession } from '../workbench/roundSession.ts';
import { packSnapshot } from '../workbench/storedReference.ts';
import { hashFile, putFile, type BatchFile } from './batchFile.ts';
import { formatDecisions } from './bundleDecisions.ts';
import { digestFindings } from './bundleFindings.ts';
import { filesOf, MANIFEST, type BundleManifest, type StoredFile } from './bundleManifest.ts';
import { formatReadings } from './bundleReadings.ts';
import { passwordsIn } from './bundleSecrets.ts';
import { Unwritable } from './piece.ts';
import { readManifest } from './readManifest.ts';

/** What a check leant on beside its files and the national catalogue. */
export interface BundleSources {
  /** Texts of the rule set, its own first. */
  readonly ruleSet?: readonly RuleSetSource[];
  readonly mappings?: readonly string[];
  readonly lists?: readonly { readonly list: ListName; readonly file: string }[];
  /** File or folder of the earlier round. */
  readonly previous?: string;
  readonly round?: BundledRound;
}

/** What makes a round more than its files. */
export interface BundledRound {
  /** The round with all its agencies: findings hang on what the others write. */
  readonly check: Check;
  /** The files as the agencies sent them, without corrections. */
  readonly originals: readonly Pick<InputFile, 'file' | 'readings'>[];
  /** See `formatReadings`. */
  readonly readings: string;
  /** See `formatDecisions`. */
  readonly decisions: string;
}

/** What a bundle of an open round is made of, as it stands now. */
export function sourcesOfRound(session: RoundSession): BundleSources {
  const { check, files, corrections, decisions, setting } = session;
  return {
    ...(setting.ruleSetFiles === undefined ? {} : { ruleSet: setting.ruleSetFiles }),
    round: {
      check,
      originals: files.map(({ name, readings }) => ({ file: name, readings })),
      readings: formatReadings(files),
      decisions: formatDecisions(corrections, decisions, setting.date),
    },
  };
}

/** Writes a bundle that another copy of the program can run again: the agencies' files as they are, the national catalogue,
 *  rule set, mappings and lists, and of a round how people had its sheets read and what they decided, with the SHA-256 of
 *  each and of the findings. It holds everything that the agencies sent, personal data too: it is for the reviewer, not for
 *  distribution. Files with readable passwords are not put into one.
 *  @returns `id`, the SHA-256 of the manifest, stands for the whole bundle
 *  @throws {@link Unwritable} when a checked file is gone or holds passwords (`batch.noSource`, `batch.sourceChanged`,
 *  `bundle.password`), the reason of the signal, and the file system's errors */
export async function writeBundle(
  given: Check,
  sources: readonly FoundFile[],
  folder: string,
  leant: BundleSources = {},
  signal?: AbortSignal,
): Promise<{ readonly manifest: BundleManifest; readonly files: readonly BatchFile[]; readonly id: string }> {
  const { lists = [], mappings = [], ruleSet = [], previous, round } = leant;
  const check = round?.check ?? given;
  const refusal = bundleRefusal(given, round);
  if (refusal !== null) throw new Unwritable(refusal);
  const former = await readManifest(folder);
  const files: BatchFile[] = [];
  const put = async (name: string, shown: string, content: Uint8Array | string): Promise<StoredFile> => {
    signal?.throwIfAborted();
    const file = await putFile(folder, { path: name, output: 'bundle', agency: '' }, [content]);
    files.push(file);
    return { path: name, shown, sha256: file.sha256 };
  };
  const found = await digestFindings(check, signal);
  const { kept, lost } = inputsOf(check, sources, round !== undefined);
  const inputs = await inTurn(kept, async ({ source, sha256 }, at) => {
    const content = await readFile(source.path);
    if (hashOf(content) !== sha256)
      throw new Unwritable({ code: 'batch.sourceChanged', params: { file: source.shown } });
    const file = await put(numbered('inputs', at, source.shown), source.shown, content);
    return { ...file, findings: found.byFile.get(source.shown) ?? NOTHING };
  });
  const manifest: BundleManifest = {
    bundle: 2,
    version: check.version,
    round: check.round,
    today: check.today,
    ruleSetHash: check.result.ruleSetHash,
    findings: found.all,
    inputs: [...inputs],
    unread: [...lost],
    reference: await storedReference(check, put),
    ruleSet: [...(await inTurn(ruleSet, ({ name, content }) => put(`rule-set/${name}`, name, content)))],
    mappings: [
      ...(await inTurn(mappings, async (file, at) => {
        const shown = path.basename(file);
        return put(numbered('mappings', at, shown), shown, await readFile(file));
      })),
    ],
    lists: [
      ...(await inTurn(lists, async ({ list, file }, at) => {
        const shown = path.basename(file);
        return {
          ...(await put(numbered('lists', at, shown), shown, await withoutPasswords({ path: file, shown }))),
          list,
        };
      })),
    ],
    previous: previous === undefined ? [] : [...(await previousCopies(previous, put))],
    previousTitle: previous ?? '',
    readings: round === undefined ? null : await put('readings.json', 'readings.json', round.readings),
    decisions: round === undefined ? null : await put('decisions.json', 'decisions.json', round.decisions),
  };
  const { sha256: id } = await put(MANIFEST, MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  if (former.ok) await removeFormer(folder, former.value.manifest, files);
  return { manifest, files, id };
}

/** Removes what only the bundle held that stood here before: files that an agency has taken back must not leave with this
 *  one. What is not as that bundle wrote it is somebody else's. */
async function removeFormer(folder: string, former: BundleManifest, written: readonly BatchFile[]): Promise<void> {
  // Names that a disk may take for the same count as the same.
  const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();
  const kept = new Set(written.map((file) => keyOf(file.path)));
  for (const { path: own, sha256 } of filesOf(former)) {
    const place = path.join(folder, ...own.split('/'));
    if (!kept.has(keyOf(own)) && (await hashFile(place))?.sha256 === sha256) await rm(place);
  }
}

/** Why no bundle can be made of a check: passwords can be read in what agencies sent, or in what people wrote into it.
 *  @returns `bundle.password`, or null */
export function bundleRefusal(check: Check, round?: BundledRound): Fault | null {
  for (const { file, readings } of [...(round?.originals ?? []), ...(round?.check ?? check).files]) {
    const fault = passwordsIn(file, readings);
    if (fault !== null) return fault;
  }
  return null;
}

/** SHA-256 of no text. */
const NOTHING = { count: 0, sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' };

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Names in a bundle say nothing but their order: names of agencies' files may be longer than a path can be. */
const numbered = (part: string, at: number, shown: string): string =>
  `${part}/${String(at + 1).padStart(4, '0')}${/\.[A-Za-z0-9]{1,5}$/.exec(shown)?.[0] ?? ''}`;

type Put = (name: string, shown: string, content: Uint8Array | string) => Promise<StoredFile>;

/** The checked files and where they are. Of a file that could not be read, a round keeps no content; nothing in it was
 *  judged, so the findings do not hang on it. */
function inputsOf(check: Check, sources: readonly FoundFile[], isRound: boolean) {
  const sourceOf = new Map(sources.map((source) => [source.shown, source]));
  const kept: { readonly source: FoundFile; readonly sha256: string }[] = [];
  const lost: { readonly shown: string; readonly sha256: string }[] = [];
  for (const { file, sha256, fault } of check.files) {
    const source = sourceOf.get(file);
    if (sha256 !== '' && source !== undefined) kept.push({ source, sha256 });
    else if (isRound && fault !== null) lost.push({ shown: file, sha256 });
    else if (sha256 !== '') throw new Unwritable({ code: 'batch.noSource', params: { file } });
  }
  return { kept, lost };
}

/** Content of a file that was not checked itself. @throws {@link Unwritable} when it holds passwords */
async function withoutPasswords(file: FoundFile): Promise<Uint8Array> {
  const { opened } = await readSpreadsheet(file);
  const fault = opened.ok ? passwordsIn(file.shown, readWorkbook(opened.value, { file: file.shown })) : null;
  if (fault !== null) throw new Unwritable(fault);
  return readFile(file.path);
}

async function storedReference(check: Check, put: Put): Promise<BundleManifest['reference']> {
  const snapshot = check.procedures?.snapshot;
  if (snapshot === undefined) return null;
  const file = await put('reference.json.gz', snapshot.title, packSnapshot(snapshot));
  return { ...file, id: snapshot.id };
}

async function previousCopies(place: string, put: Put): Promise<readonly StoredFile[]> {
  const { files } = await findFiles([place]);
  return inTurn(files, async (file, at) =>
    put(numbered('previous', at, file.shown), file.shown, await withoutPasswords(file)),
  );
}

async function inTurn<Item, Made>(
  items: readonly Item[],
  make: (item: Item, at: number) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const [at, item] of items.entries()) made.push(await make(item, at));
  return made;
}
