import type { z } from 'zod';
import type { Waiver } from '../engine/waivers.ts';
import type { FieldKey } from '../domain/fields.ts';
import type { Fault } from '../result.ts';
import type { Workbook } from '../table/sheet.ts';
import { fileSchema, scopeSchema, waiverSchema, type legalTextSchema } from './fileSchema.ts';
import type { RuleSetProblem } from './problem.ts';
import { readRuleEntry, type DecisionSheets } from './ruleEntry.ts';
import type { DefinedRule, LegalTextLine, Pin, RuleSetFile, Scope, SettingLine } from './ruleSetFile.ts';
import { readBySchema } from './schemaFaults.ts';
import { YamlSource, type Path } from './yamlSource.ts';

/** Outcome of reading one file: `value` is null when something is an error; warnings may stand beside a value. */
export interface ParsedRuleSet {
  readonly value: RuleSetFile | null;
  readonly problems: readonly RuleSetProblem[];
}

const FILE_KEYS = Object.keys(fileSchema.shape);
const WAIVER_KEYS = Object.keys(waiverSchema.shape);
const SCOPE_KEYS = Object.keys(scopeSchema.shape);

/** Reads a rule-set file (YAML). `file` is the name people see in problems; `sheets` are the spreadsheets of its decision
 *  tables ({@link decisionFilesOf}). Own rules are compiled and tried on their examples. Whether named rules exist, their
 *  parameters and what is inherited are checked by `resolveRuleSets`. */
export function parseRuleSet(text: string, file: string, sheets: DecisionSheets = new Map()): ParsedRuleSet {
  const source = new YamlSource(text, file);
  const inSheets: RuleSetProblem[] = [];
  const read = source.problems.length > 0 ? null : readFile(source, sheets, inSheets);
  const problems = [...source.problems, ...inSheets];
  return { value: problems.some(({ level }) => level === 'error') ? null : read, problems };
}

/** Names of the spreadsheets that the decision tables of a file stand in; none for a text that can't be read. */
export function decisionFilesOf(text: string): readonly string[] {
  const { value } = new YamlSource(text, '');
  const rules = (value as { readonly rules?: unknown } | undefined | null)?.rules;
  if (typeof rules !== 'object' || rules === null) return [];
  const files = Object.values(rules).map(
    (entry: unknown) => (entry as { readonly decisionTable?: { readonly file?: unknown } } | null)?.decisionTable?.file,
  );
  return [...new Set(files.filter((name): name is string => typeof name === 'string'))];
}

function readFile(source: YamlSource, sheets: DecisionSheets, inSheets: RuleSetProblem[]): RuleSetFile | null {
  const value = source.value ?? {};
  const head = readBySchema(source, [], value, fileSchema, FILE_KEYS);
  // A fault in the head does not keep the reader from the rest: all problems are told at once.
  const parts = value as { rules?: unknown; overrides?: unknown; waivers?: unknown };
  const settings: SettingLine[] = [];
  const ownRules: DefinedRule[] = [];
  const readRules = (path: Path, rules: unknown, scope: Scope | null): void => {
    for (const [ruleId, entry] of entriesOf(rules)) {
      const at = [...path, ruleId];
      const { setting, own } = readRuleEntry(source, at, ruleId, entry, scope, sheets, inSheets);
      if (setting !== null) settings.push(setting);
      if (own !== null) ownRules.push({ ...own, at: source.keyAt(at) });
    }
  };
  readRules(['rules'], parts.rules, null);
  listOf(parts.overrides).forEach((override, index) => {
    const path = ['overrides', index];
    const { scope, rules } = (override ?? {}) as { readonly scope?: unknown; readonly rules?: unknown };
    const known = scopeSchema.safeParse(scope);
    // Shape faults of the scope were reported with the head; only a misspelt key gets its guess there, too.
    if (known.success && Object.keys(known.data).length === 0) {
      source.report(
        { code: 'ruleset.emptyScope', params: { known: SCOPE_KEYS.join(', ') } },
        source.keyAt([...path, 'scope']),
      );
    }
    readRules([...path, 'rules'], rules, known.success ? (known.data as Scope) : null);
  });
  const waivers = listOf(parts.waivers).flatMap((waiver, index) => readWaiver(source, ['waivers', index], waiver));
  if (head === undefined) return null;
  return {
    file: source.file,
    id: head.id,
    version: head.version,
    title: head.title,
    ...(head.level === undefined ? {} : { level: head.level }),
    extends: (head.extends ?? []).map((pin, index) => pinOf(source, pin, index)),
    settings,
    ownRules,
    agencies: head.agencies ?? [],
    legalTexts: (head.legalTexts ?? []).map((text, index) => readLegalText(source, ['legalTexts', index], text)),
    waivers,
    content: JSON.stringify([value, ...[...sheets].map(([name, sheet]) => [name, textsOf(sheet)])]),
  };
}

function pinOf(source: YamlSource, pin: string, index: number): Pin {
  const [id, version] = pin.split('@');
  return { id: id!, version: version!, at: source.valueAt(['extends', index]) };
}

function readLegalText(source: YamlSource, path: Path, text: z.infer<typeof legalTextSchema>): LegalTextLine {
  const { number, title, from, until, replacedBy } = text;
  if (from !== undefined && until !== undefined && until < from) {
    source.report({ code: 'ruleset.emptySpan', params: { from, until } }, source.valueAt([...path, 'until']));
  }
  return {
    number,
    ...(title === undefined ? {} : { title }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(replacedBy === undefined ? {} : { replacedBy }),
    at: source.valueAt([...path, 'number']),
  };
}

function readWaiver(source: YamlSource, path: Path, value: unknown): readonly Waiver[] {
  const read = readBySchema(source, path, value, waiverSchema, WAIVER_KEYS);
  if (read === undefined) return [];
  const match = new Map(Object.entries(read.match ?? {}) as [FieldKey, string][]);
  const at = source.keyAt(path);
  if (match.size === 0 && read.agencies === undefined) {
    source.report({ code: 'ruleset.waiverForAll', params: { rule: read.rule } }, at);
    return [];
  }
  return [
    {
      ruleId: read.rule,
      match,
      agencies: read.agencies ?? [],
      reason: read.reason,
      by: read.by,
      decision: read.decision,
      until: read.until,
      source: { file: source.file, ...at },
    },
  ];
}

/** Every cell of a spreadsheet as text: what its decision tables say. */
function textsOf(workbook: Workbook | Fault): unknown {
  if ('code' in workbook) return workbook.code;
  return workbook.sheets.map(({ name, columns, dictionary }) => [
    name,
    columns.map((column) => Array.from(column, (code) => dictionary.cell(code).text)),
  ]);
}

const entriesOf = (value: unknown): readonly [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
