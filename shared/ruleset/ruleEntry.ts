import { DATASETS } from '../domain/datasets.ts';
import type { FieldKey } from '../domain/fields.ts';
import type { Fault } from '../result.ts';
import type { Workbook } from '../table/sheet.ts';
import { readDecisionTable } from './decisionTable.ts';
import { tryExamples, type Examples } from './examples.ts';
import { decisionSchema, expressionSchema, OWN_RULE_ID, settingsSchema } from './fileSchema.ts';
import type { OwnFix } from './fixProgram.ts';
import { implies } from './kleene.ts';
import { namesOf } from './expressionNames.ts';
import { ownRule, placeholdersIn, type OwnRule, type OwnRuleParts } from './ownRule.ts';
import { parseExpression } from './parseExpression.ts';
import type { RuleSetProblem } from './problem.ts';
import type { Formula } from './rowProgram.ts';
import type { Scope, SettingLine } from './ruleSetFile.ts';
import { readBySchema, unknownField } from './schemaFaults.ts';
import { WEIGHTS, type Weight } from './severity.ts';
import { nearestName } from './spelling.ts';
import type { Path, YamlSource } from './yamlSource.ts';

/** Spreadsheets that hold decision tables, by the name written in the file; a fault says why one could not be opened. */
export type DecisionSheets = ReadonlyMap<string, Workbook | Fault>;

/** What an entry of `rules` turned out to be. */
export interface RuleEntry {
  readonly setting: SettingLine | null;
  readonly own: OwnRule | null;
}

const NOTHING: RuleEntry = { setting: null, own: null };
const SETTING_KEYS = Object.keys(settingsSchema.shape);
const EXPRESSION_KEYS = Object.keys(expressionSchema.shape);
const DECISION_KEYS = Object.keys(decisionSchema.shape);

/** Reads one entry of `rules`: a severity alone, settings of a rule, or an own rule. Problems go to the source. */
export function readRuleEntry(
  source: YamlSource,
  path: Path,
  ruleId: string,
  value: unknown,
  scope: Scope | null,
  sheets: DecisionSheets,
  problems: RuleSetProblem[],
): RuleEntry {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return readSeverity(source, path, ruleId, value, scope);
  }
  const isExpression = 'assert' in value || 'when' in value || 'examples' in value;
  const isDecision = 'decisionTable' in value;
  if (!isExpression && !isDecision) return readSettings(source, path, ruleId, value, scope);
  if (scope !== null) {
    source.report({ code: 'ruleset.ownInOverride', params: { rule: ruleId } }, source.keyAt(path));
    return NOTHING;
  }
  if (!OWN_RULE_ID.test(ruleId)) {
    source.report({ code: 'ruleset.ownId', params: { rule: ruleId } }, source.keyAt(path));
    return NOTHING;
  }
  return isDecision
    ? readDecision(source, path, ruleId, value, sheets, problems)
    : readExpression(source, path, ruleId, value);
}

function readSeverity(source: YamlSource, path: Path, ruleId: string, value: unknown, scope: Scope | null): RuleEntry {
  if (!WEIGHTS.includes(value as Weight)) {
    const written = source.writtenText(path);
    const guess = nearestName(written, WEIGHTS);
    const params = { value: written, values: WEIGHTS.join(', ') };
    source.report(
      guess === undefined
        ? { code: 'ruleset.severity', params }
        : { code: 'ruleset.severityGuess', params: { ...params, guess } },
      source.valueAt(path),
    );
    return NOTHING;
  }
  return { setting: { ruleId, scope, severity: value as Weight, ...placesIn(source, path) }, own: null };
}

function readSettings(source: YamlSource, path: Path, ruleId: string, value: object, scope: Scope | null): RuleEntry {
  const read = readBySchema(source, path, value, settingsSchema, [...SETTING_KEYS, ...EXPRESSION_KEYS]);
  if (read === undefined) return NOTHING;
  const { severity, params, effective, legal, locked, reason } = read;
  if (legal !== undefined && scope !== null) {
    source.report({ code: 'ruleset.legalInOverride', params: { rule: ruleId } }, source.keyAt([...path, 'legal']));
  }
  reportEmptySpan(source, path, effective);
  return {
    setting: {
      ruleId,
      scope,
      ...(severity === undefined ? {} : { severity }),
      ...(params === undefined ? {} : { params }),
      ...(effective?.from === undefined ? {} : { from: effective.from }),
      ...(effective?.until === undefined ? {} : { until: effective.until }),
      ...(locked === undefined ? {} : { locked }),
      ...(reason === undefined ? {} : { reason }),
      ...(legal === undefined ? {} : { legal }),
      ...placesIn(source, path),
    },
    own: null,
  };
}

function readExpression(source: YamlSource, path: Path, ruleId: string, value: object): RuleEntry {
  const read = readBySchema(source, path, value, expressionSchema, EXPRESSION_KEYS);
  if (read === undefined) return NOTHING;
  const when = read.when === undefined ? TRUE : readCondition(source, [...path, 'when'], read.when, read.dataset);
  const assert = readCondition(source, [...path, 'assert'], read.assert, read.dataset);
  const fix = readFix(source, path, ruleId, read);
  if (when === null || assert === null || fix === null || !checkTexts(source, path, read)) return NOTHING;
  const own = ownRule({
    ...partsOf(ruleId, read),
    ...fix,
    formula: { kind: 'apply', work: (a, b) => implies(a, b), args: [when, assert] },
    conclude: (result) => (result === false ? { message: 'violated' } : null),
  });
  if (!hasPlaceForFix(source, path, own, read)) return NOTHING;
  tryExamples(source, [...path, 'examples'], read.examples, read.dataset, own);
  return { setting: definitionSetting(source, path, ruleId, read), own };
}

function readDecision(
  source: YamlSource,
  path: Path,
  ruleId: string,
  value: object,
  sheets: DecisionSheets,
  problems: RuleSetProblem[],
): RuleEntry {
  const read = readBySchema(source, path, value, decisionSchema, DECISION_KEYS);
  if (read === undefined || !checkTexts(source, path, read)) return NOTHING;
  const { file, sheet: sheetName } = read.decisionTable;
  const at = source.valueAt([...path, 'decisionTable', 'file']);
  const workbook = sheets.get(file);
  if (workbook === undefined || 'code' in workbook) {
    source.report(workbook ?? { code: 'ruleset.table.missing', params: { file } }, at);
    return NOTHING;
  }
  const sheet = sheetName === undefined ? workbook.sheets[0] : workbook.sheets.find(({ name }) => name === sheetName);
  if (sheet === undefined) {
    source.report({ code: 'ruleset.table.noSheet', params: { file, sheet: sheetName ?? '' } }, at);
    return NOTHING;
  }
  const table = readDecisionTable(sheet, file, read.dataset);
  problems.push(...table.problems);
  if (table.value === null) return NOTHING;
  const fix = readFix(source, path, ruleId, read);
  if (fix === null) return NOTHING;
  const own = ownRule({ ...partsOf(ruleId, read), ...fix, ...table.value });
  if (!hasPlaceForFix(source, path, own, read)) return NOTHING;
  if (read.examples !== undefined) {
    tryExamples(source, [...path, 'examples'], read.examples, read.dataset, own);
  }
  return { setting: definitionSetting(source, path, ruleId, read), own };
}

type OwnRuleTexts = Pick<
  ReturnType<typeof expressionSchema.parse>,
  'dataset' | 'title' | 'message' | 'why' | 'howToFix' | 'field' | 'severity' | 'legal' | 'effective' | 'locked' | 'fix'
> & { readonly examples?: Examples | undefined };

const TRUE: Formula = { kind: 'constant', value: true };

const partsOf = (id: string, read: OwnRuleTexts): Omit<OwnRuleParts, 'formula' | 'conclude'> => ({
  id,
  dataset: read.dataset,
  title: read.title,
  message: read.message,
  why: read.why,
  howToFix: read.howToFix,
  field: read.field,
  severity: read.severity,
  legal: read.legal ?? [],
});

/** The correction that a rule proposes, tried on its own examples; null (and a problem) where it is wrong. */
function readFix(source: YamlSource, path: Path, ruleId: string, read: OwnRuleTexts): { readonly fix?: OwnFix } | null {
  if (read.fix === undefined) return {};
  const { value, confidence, why } = read.fix;
  if (read.examples?.fixed === undefined) {
    source.report({ code: 'ruleset.fixExamples', params: { rule: ruleId } }, source.keyAt([...path, 'fix']));
    return null;
  }
  const formula = readExpressionText(source, [...path, 'fix', 'value'], value, read.dataset, (type) =>
    type === 'bool' ? 'ruleset.expr.notValue' : null,
  );
  return formula === null ? null : { fix: { formula, confidence, why } };
}

/** Whether a correction, if there is one, has a cell it is written into. */
function hasPlaceForFix(source: YamlSource, path: Path, { marked, rule }: OwnRule, { fix }: OwnRuleTexts): boolean {
  if (fix === undefined || marked !== null) return true;
  source.report({ code: 'ruleset.fixNoField', params: { rule: rule.id } }, source.keyAt([...path, 'fix']));
  return false;
}

/** A condition of the file; null (and a problem at the wrong character) where it is none. */
const readCondition = (
  source: YamlSource,
  path: Path,
  text: string,
  dataset: OwnRuleTexts['dataset'],
): Formula | null =>
  readExpressionText(source, path, text, dataset, (type) => (type === 'bool' ? null : 'ruleset.expr.notCondition'));

/** An expression of the file whose type `refuse` takes no offence at. */
function readExpressionText(
  source: YamlSource,
  path: Path,
  text: string,
  dataset: OwnRuleTexts['dataset'],
  refuse: (type: string) => string | null,
): Formula | null {
  // The schema trims; places count from the text as it is written.
  const lead = source.writtenText(path).search(/\S/);
  const place = (offset: number) => source.insideText(path, offset + Math.max(lead, 0));
  const parsed = parseExpression(text, dataset);
  if (!parsed.ok) {
    source.report(parsed.error.fault, place(parsed.error.offset));
    return null;
  }
  for (const { fault, offset } of parsed.value.warnings) source.report(fault, place(offset), 'warning');
  const refusal = refuse(parsed.value.type);
  if (refusal !== null) {
    source.report({ code: refusal, params: { type: parsed.value.type } }, place(0));
    return null;
  }
  return parsed.value.formula;
}

function checkTexts(source: YamlSource, path: Path, read: OwnRuleTexts): boolean {
  reportEmptySpan(source, path, read.effective);
  const fields: readonly FieldKey[] = DATASETS[read.dataset].fields;
  const names = [...namesOf(read.dataset).keys()];
  if (read.field !== undefined && !fields.includes(read.field)) {
    source.report(unknownField(read.field, names), source.valueAt([...path, 'field']));
    return false;
  }
  const strange = placeholdersIn(read.message ?? '').find((name) => !(fields as readonly string[]).includes(name));
  if (strange === undefined) return true;
  source.report(unknownField(strange, names), source.valueAt([...path, 'message']));
  return false;
}

function reportEmptySpan(source: YamlSource, path: Path, effective: OwnRuleTexts['effective']): void {
  if (effective?.from === undefined || effective.until === undefined || effective.from <= effective.until) return;
  const params = { from: effective.from, until: effective.until };
  source.report({ code: 'ruleset.emptySpan', params }, source.valueAt([...path, 'effective', 'until']));
}

/** What the definition of an own rule says of itself. */
const definitionSetting = (source: YamlSource, path: Path, ruleId: string, read: OwnRuleTexts): SettingLine => ({
  ruleId,
  scope: null,
  severity: read.severity,
  ...(read.effective?.from === undefined ? {} : { from: read.effective.from }),
  ...(read.effective?.until === undefined ? {} : { until: read.effective.until }),
  ...(read.locked === undefined ? {} : { locked: read.locked }),
  ...(read.legal === undefined ? {} : { legal: read.legal }),
  defines: true,
  ...placesIn(source, path),
});

const placesIn = (source: YamlSource, path: Path): Pick<SettingLine, 'at' | 'keyAt'> => ({
  at: (...inner) => {
    const full = [...path, ...inner];
    return inner.length > 0 && source.has(full) ? source.valueAt(full) : source.keyAt(path);
  },
  keyAt: (...inner) => source.keyAt([...path, ...inner]),
});
