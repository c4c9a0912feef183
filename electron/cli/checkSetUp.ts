import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { ReferenceIndexes } from '../../shared/engine/references.ts';
import { faultText, type Language } from '../../shared/i18n/index.ts';
import { parseSavedMapping, type SavedMapping } from '../../shared/intake/savedMapping.ts';
import { fail, succeed, type Fault, type Result } from '../../shared/result.ts';
import { rulesOnDay } from '../../shared/legal/rulesOnDay.ts';
import { RULES } from '../../shared/rules/index.ts';
import type { CheckRequest } from '../node/checkFiles.ts';
import { findFiles } from '../node/inputFiles.ts';
import { loadReference } from '../node/referenceFile.ts';
import { loadRuleSet, type RuleSetSource } from '../node/ruleSetFiles.ts';
import { problemLines } from '../../shared/ruleset/problem.ts';
import type { ResolvedRuleSet } from '../../shared/ruleset/resolveRuleSets.ts';
import { EXIT, type ExitCode } from './exitCode.ts';
import { terminalText } from './terminalText.ts';
import { LIST_NAMES, loadList, loadPreviousRound, type ListName } from '../node/referenceLists.ts';

/** What every command that checks files takes. */
export interface CheckOptions {
  readonly places: readonly string[];
  readonly references: readonly string[];
  /** Lists a user brings, each as `kind=file`. */
  readonly lists: readonly string[];
  readonly mappings: readonly string[];
  /** Rule-set file; left out, the national rules as they are. */
  readonly ruleSet?: string;
  /** Files of an earlier round to compare with. */
  readonly previous?: string;
  readonly round?: string;
  /** ISO date. */
  readonly today?: string;
  readonly language: Language;
}

/** A check that is ready to run. `faults` are references that could not be used: they are said once, and the agencies'
 *  files are still checked without them. */
export interface ReadyCheck {
  readonly request: CheckRequest;
  /** Warnings about the rule set, one line each. */
  readonly warnings: readonly string[];
  /** The texts that the rule set was made of, its own first. */
  readonly ruleSetFiles: readonly RuleSetSource[];
  readonly faults: readonly Fault[];
}

/** A ready check, a fault, or the lines that say what is wrong with the rule set. */
export type SetUp = Result<ReadyCheck> | { readonly ok: false; readonly lines: readonly string[] };

/** Loads everything a check leans on. Errors, before any file is read: `file.missing` and `mapping.…` for a mapping,
 *  `cli.badValue` for a list, `cli.noSpreadsheets`. */
export async function setUpCheck(options: CheckOptions): Promise<SetUp> {
  const mappings = await loadMappings(options.mappings);
  if (!mappings.ok) return mappings;
  const faults: Fault[] = [];
  const keep = <T>(result: Result<T>): T | null => {
    if (result.ok) return result.value;
    faults.push(result.error);
    return null;
  };
  const reference = options.references.length === 0 ? null : keep(await loadReference(options.references));
  const lists: Partial<ReferenceIndexes> = {};
  for (const text of options.lists) {
    const [name = '', ...file] = text.split('=');
    if (!isListName(name) || file.length === 0) {
      return fail('cli.badValue', {
        option: '--list',
        value: text,
        allowed: LIST_NAMES.map((one) => `${one}=TỆP`).join(', '),
      });
    }
    Object.assign(lists, keep(await loadList(name, file.join('='))));
  }
  if (options.previous !== undefined) Object.assign(lists, keep(await loadPreviousRound(options.previous)));

  const today = options.today ?? localDate(new Date());
  const ruleSet = options.ruleSet === undefined ? null : await loadRuleSet(options.ruleSet, { rules: RULES, today });
  if (ruleSet?.ok === false) return { ok: false, lines: problemLines(options.language, ruleSet.problems) };
  const found = await findFiles(options.places);
  if (found.files.length === 0 && found.missing.length === 0) {
    return fail('cli.noSpreadsheets', { places: options.places.join(', ') });
  }
  return succeed({
    faults,
    warnings: ruleSet === null ? [] : problemLines(options.language, ruleSet.warnings),
    ruleSetFiles: ruleSet?.sources ?? [],
    request: {
      found,
      round: options.round ?? path.basename(path.resolve(options.places[0]!)),
      today,
      ...rulesOf(ruleSet?.value ?? null, today),
      reference,
      lists,
      mappings: mappings.value,
    },
  });
}

/** The rules of a resolved set, or all rules with the law of the day. */
const rulesOf = (set: ResolvedRuleSet | null, today: string): Pick<CheckRequest, 'rules' | 'ruleSet'> =>
  set === null
    ? { rules: rulesOnDay(RULES, today) }
    : { rules: set.rules, ruleSet: { settingOf: set.settingOf, ruleSet: set.hash, waivers: set.waivers } };

/** Says why a check can't start, and returns the exit code for it. */
export function sayRefusal(refusal: Extract<SetUp, { ok: false }>, language: Language): ExitCode {
  if ('lines' in refusal) {
    for (const line of refusal.lines) process.stderr.write(`${line}\n`);
    return EXIT.usage;
  }
  sayFaults([refusal.error], language);
  return refusal.error.code === 'cli.badValue' ? EXIT.usage : EXIT.unreadable;
}

/** Says on stderr which references could not be used. */
export function sayFaults(faults: readonly Fault[], language: Language): void {
  for (const fault of faults) process.stderr.write(`${terminalText(faultText(language, fault))}\n`);
}

const isListName = (name: string): name is ListName => (LIST_NAMES as readonly string[]).includes(name);

async function loadMappings(files: readonly string[]): Promise<Result<readonly SavedMapping[]>> {
  const mappings: SavedMapping[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) return fail('file.missing', { file });
    const mapping = parseSavedMapping(text);
    if (!mapping.ok) return fail(mapping.error.code, { ...mapping.error.params, file });
    mappings.push(mapping.value);
  }
  return succeed(mappings);
}

/** The calendar day where the user sits, as an ISO date. */
export const localDate = (now: Date): string =>
  [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
