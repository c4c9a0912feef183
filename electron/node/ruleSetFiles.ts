import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Rule } from '../../shared/engine/rule.ts';
import type { Fault } from '../../shared/result.ts';
import { decisionFilesOf, parseRuleSet, type ParsedRuleSet } from '../../shared/ruleset/parseRuleSet.ts';
import type { RuleSetProblem } from '../../shared/ruleset/problem.ts';
import { NATIONAL_RULE_SET, NATIONAL_RULE_SET_FILE } from '../../shared/ruleset/quoc-gia.ts';
import { resolveRuleSets, type ResolvedRuleSet } from '../../shared/ruleset/resolveRuleSets.ts';
import type { Pin, RuleSetFile } from '../../shared/ruleset/ruleSetFile.ts';
import type { Workbook } from '../../shared/table/sheet.ts';
import { openWorkbook } from './spreadsheet/openWorkbook.ts';

/** A rule set that can be used, with what a person should look at; or everything that is wrong with it. */
export type LoadedRuleSet =
  | {
      readonly ok: true;
      readonly value: ResolvedRuleSet;
      readonly warnings: readonly RuleSetProblem[];
      /** All that was read for it, its own file first. */
      readonly sources: readonly RuleSetSource[];
    }
  | { readonly ok: false; readonly problems: readonly RuleSetProblem[] };

/** A file as it was read for a rule set. */
export interface RuleSetSource {
  /** Name in the folder; rule sets and decision tables find each other by it. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What a rule set is loaded against. */
export interface RuleSetSurroundings {
  /** The rules of the product. */
  readonly rules: readonly Rule[];
  /** ISO date of the run. */
  readonly today: string;
}

/** Most files that one rule set may build on. */
const MOST_FILES = 30;
const LARGEST_TABLE = 5_000_000;

/** Loads a rule set, what it builds on and its decision tables. Bases are looked for beside the file, as `id@version.yaml`
 *  or `id.yaml` (.yml too); `quoc-gia` is built in unless a file of that name lies there. Problems name files by their
 *  name, never by their path. */
export async function loadRuleSet(file: string, { rules, today }: RuleSetSurroundings): Promise<LoadedRuleSet> {
  const loader = new Loader(path.dirname(file));
  const main = await loader.read(path.basename(file));
  if (main !== null) await loader.readBases(main);
  if (main === null || loader.failed) return { ok: false, problems: loader.problems };
  const resolved = resolveRuleSets(main, loader.files, rules, today);
  const problems = [...loader.problems, ...resolved.problems];
  return resolved.value === null
    ? { ok: false, problems }
    : { ok: true, value: resolved.value, warnings: problems, sources: loader.sources };
}

class Loader {
  readonly problems: RuleSetProblem[] = [];
  readonly files: RuleSetFile[] = [];
  readonly sources: RuleSetSource[] = [];
  readonly #folder: string;
  readonly #tried = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  get failed(): boolean {
    return this.problems.some(({ level }) => level === 'error');
  }

  /** Reads a file of the folder; null when it is missing or wrong (see `problems`). */
  async read(name: string): Promise<RuleSetFile | null> {
    this.#tried.add(name);
    let text: string;
    try {
      text = await readFile(path.join(this.#folder, name), 'utf8');
    } catch (error) {
      this.#report(name, faultOfReading(name, error));
      return null;
    }
    this.sources.push({ name, content: text });
    return this.#keep(parseRuleSet(text, name, await this.#decisionSheets(text)));
  }

  /** Reads what a file builds on, and so on; a file that is not there is reported when the set is resolved. */
  async readBases(first: RuleSetFile): Promise<void> {
    const waiting: RuleSetFile[] = [first];
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      for (const pin of file.extends) {
        if (this.files.length >= MOST_FILES)
          return this.#report(file.file, { code: 'ruleset.tooManyFiles', params: { limit: MOST_FILES } });
        const base = await this.#readBase(pin);
        if (base !== null) waiting.push(base);
      }
    }
  }

  async #readBase({ id, version }: Pin): Promise<RuleSetFile | null> {
    if (this.files.some((file) => file.id === id && file.version === version)) return null;
    for (const name of [`${id}@${version}.yaml`, `${id}@${version}.yml`, `${id}.yaml`, `${id}.yml`]) {
      if (this.#tried.has(name)) return null;
      if (!(await this.#exists(name))) continue;
      const file = await this.read(name);
      if (file !== null && file.id !== id) {
        this.#report(name, { code: 'ruleset.otherId', params: { id, found: file.id } });
      }
      return file;
    }
    if (id !== 'quoc-gia' || this.#tried.has(id)) return null;
    this.#tried.add(id);
    this.sources.push({ name: NATIONAL_RULE_SET_FILE, content: NATIONAL_RULE_SET });
    return this.#keep(parseRuleSet(NATIONAL_RULE_SET, NATIONAL_RULE_SET_FILE));
  }

  async #exists(name: string): Promise<boolean> {
    try {
      await readFile(path.join(this.#folder, name));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      // It is there but can't be read: `read` says why.
      return true;
    }
  }

  async #decisionSheets(text: string): Promise<ReadonlyMap<string, Workbook | Fault>> {
    const sheets = new Map<string, Workbook | Fault>();
    for (const name of decisionFilesOf(text)) sheets.set(name, await this.#decisionSheet(name));
    return sheets;
  }

  async #decisionSheet(name: string): Promise<Workbook | Fault> {
    // Only files of the same folder: a rule set that came by mail must not reach others.
    if (name !== path.basename(name) || /[\\/:]/.test(name))
      return { code: 'ruleset.table.elsewhere', params: { file: name } };
    try {
      const bytes = await readFile(path.join(this.#folder, name));
      if (bytes.length > LARGEST_TABLE) return { code: 'ruleset.table.tooBig', params: { file: name } };
      if (this.sources.every((source) => source.name !== name)) this.sources.push({ name, content: bytes });
      const opened = await openWorkbook(bytes, name);
      return opened.ok ? opened.value : opened.error;
    } catch (error) {
      return faultOfReading(name, error);
    }
  }

  #keep({ value, problems }: ParsedRuleSet): RuleSetFile | null {
    this.problems.push(...problems);
    if (value !== null) this.files.push(value);
    return value;
  }

  #report(file: string, fault: Fault): void {
    this.problems.push({ level: 'error', file, line: 1, column: 1, fault });
  }
}

function faultOfReading(file: string, error: unknown): Fault {
  const { code } = error as NodeJS.ErrnoException;
  // Anything the file system does not name is a fault of the program.
  if (code === undefined) throw error;
  return code === 'ENOENT'
    ? { code: 'ruleset.fileMissing', params: { file } }
    : { code: 'ruleset.fileUnreadable', params: { file, detail: code } };
}
