import { z } from 'zod';
import type { Rule } from '../engine/rule.ts';
import type { RuleSetting } from '../engine/run.ts';
import type { Waiver } from '../engine/waivers.ts';
import { fingerprintOfParts } from '../fingerprint.ts';
import type { Fault } from '../result.ts';
import { formatDate } from '../domain/calendarDate.ts';
import { LegalRegister } from '../legal/legalRegister.ts';
import { LEGAL_TEXTS } from '../legal/legalTexts.ts';
import { rulesOnDay } from '../legal/rulesOnDay.ts';
import { checkLaw, statedBases } from './law.ts';
import { ListedAgencies } from './listedAgencies.ts';
import { inheritance } from './inheritance.ts';
import { checkLocks } from './locks.ts';
import type { Position, RuleSetProblem } from './problem.ts';
import type { RuleSetFile, SettingLine } from './ruleSetFile.ts';
import { RuleSettings, type Place } from './ruleSettings.ts';
import { nearestName } from './spelling.ts';

/** What a rule set amounts to after everything it builds on: what a run needs. */
export interface ResolvedRuleSet {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** `id@version` of the sets it was made of, upper levels first, itself last. */
  readonly chain: readonly string[];
  /** The same for the same rules and files, on every machine; changes with anything that could change a finding. */
  readonly hash: string;
  /** The product's rules and the agencies' own. */
  readonly rules: readonly Rule[];
  readonly ownRules: readonly Rule[];
  readonly waivers: readonly Waiver[];
  /** The legal texts as the chain knows them. */
  readonly law: LegalRegister;
  /** What is in force for a rule on a table. The same setting is always the same object. */
  settingOf(rule: Rule, table: Place): RuleSetting;
}

/** Outcome of resolving; `value` is null when something is an error. */
export interface ResolvedOutcome {
  readonly value: ResolvedRuleSet | null;
  readonly problems: readonly RuleSetProblem[];
}

/** Joins a rule set with those it builds on. `available` are all files that were read, itself among them; `today` (ISO)
 *  decides which effective dates hold and which waivers have expired. Upper levels come first, the last writer wins per
 *  field, and what an upper level has locked may only become stricter. */
export function resolveRuleSets(
  main: RuleSetFile,
  available: readonly RuleSetFile[],
  rules: readonly Rule[],
  today: string,
): ResolvedOutcome {
  const { chain, problems } = inheritance(main, available);
  if (problems.length > 0) return { value: null, problems };
  const resolver = new Resolver(rules, today);
  for (const file of chain) resolver.add(file);
  const law = new LegalRegister(
    LEGAL_TEXTS,
    chain.flatMap(({ legalTexts }) => legalTexts),
  );
  problems.push(...resolver.problems, ...checkLaw(chain, law, today), ...checkLocks(chain, resolver.known));
  if (problems.some(({ level }) => level === 'error')) return { value: null, problems };
  const listed = new ListedAgencies(chain);
  const settings = new RuleSettings(
    chain.flatMap((file) => file.settings.map((line) => listed.widenScope(line))),
    today,
  );
  const basesOf = statedBases(chain, today);
  const lawful = (some: readonly Rule[]): readonly Rule[] =>
    rulesOnDay(
      some.map((rule) => ({ ...rule, legal: basesOf.get(rule.id) ?? rule.legal })),
      today,
      law,
    );
  return {
    problems,
    value: {
      id: main.id,
      version: main.version,
      title: main.title,
      chain: chain.map(({ id, version }) => `${id}@${version}`),
      hash: fingerprintOfParts([
        ...chain.flatMap(({ id, version, content }) => [id, version, content]),
        ...rules.map(({ id, severity }) => `${id} ${severity}`).sort(),
        JSON.stringify(LEGAL_TEXTS),
      ]),
      rules: lawful([...resolver.known.values()]),
      ownRules: lawful(resolver.ownRules),
      waivers: chain.flatMap(({ waivers }) => waivers.map((waiver) => listed.widen(waiver))),
      law,
      settingOf: (rule, table) => settings.of(rule, table),
    },
  };
}

/** Checks what files say of rules against the rules there are, from the upper levels down. */
class Resolver {
  readonly problems: RuleSetProblem[] = [];
  readonly known: Map<string, Rule>;
  readonly ownRules: Rule[] = [];
  readonly #today: string;

  constructor(rules: readonly Rule[], today: string) {
    this.known = new Map(rules.map((rule) => [rule.id, rule]));
    this.#today = today;
  }

  add(file: RuleSetFile): void {
    const report = (fault: Fault, { line, column }: Position, level: RuleSetProblem['level'] = 'error'): void => {
      this.problems.push({ level, file: file.file, line, column, fault });
    };
    for (const { rule, at } of file.ownRules) {
      if (this.known.has(rule.id)) report({ code: 'ruleset.takenId', params: { rule: rule.id } }, at);
      else {
        this.known.set(rule.id, rule);
        this.ownRules.push(rule);
      }
    }
    for (const setting of file.settings) {
      const rule = this.known.get(setting.ruleId);
      if (rule === undefined) report(this.#unknownRule(setting.ruleId), setting.at());
      else this.#checkParams(rule, setting, report);
    }
    for (const { ruleId, until, decision, source } of file.waivers) {
      if (!this.known.has(ruleId)) report(this.#unknownRule(ruleId), source);
      if (until < this.#today) {
        const params = { rule: ruleId, decision, until: formatDate(until) };
        report({ code: 'ruleset.waiverExpired', params }, source, 'warning');
      }
    }
  }

  #unknownRule(id: string): Fault {
    const guess = nearestName(id, this.known.keys());
    return guess === undefined
      ? { code: 'ruleset.unknownRule', params: { rule: id } }
      : { code: 'ruleset.unknownRuleGuess', params: { rule: id, guess } };
  }

  #checkParams(rule: Rule, setting: SettingLine, report: (fault: Fault, at: Position) => void): void {
    const params = setting.params ?? {};
    const allowed = paramNames(rule);
    for (const name of Object.keys(params)) {
      if (allowed.includes(name)) continue;
      const known = allowed.join(', ');
      const code = allowed.length === 0 ? 'ruleset.noParams' : 'ruleset.unknownParam';
      report({ code, params: { rule: rule.id, param: name, known } }, setting.keyAt('params', name));
    }
    const issues = rule.params?.safeParse(params).error?.issues ?? [];
    for (const issue of issues) {
      const [name, ...inner] = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
      if (name === undefined || !Object.hasOwn(params, String(name))) continue;
      const fault = paramFault(rule.id, String(name), issue);
      report(fault, setting.at('params', name, ...inner));
    }
    const { scope } = setting;
    if (setting.params === undefined || scope === null || !('checkAll' in rule)) return;
    // Such a rule looks at several tables at once; parameters for one of them would mean nothing.
    if (rule.scope === 'round' || scope.datasets !== undefined || scope.sheets !== undefined) {
      report({ code: `ruleset.groupParams.${rule.scope}`, params: { rule: rule.id } }, setting.at('params'));
    }
  }
}

/** Names of the parameters a rule takes. */
function paramNames(rule: Rule): readonly string[] {
  return rule.params instanceof z.ZodObject ? Object.keys(rule.params.shape) : [];
}

function paramFault(rule: string, param: string, issue: z.core.$ZodIssue): Fault {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = ['number', 'int', 'string', 'boolean', 'array'].includes(issue.expected) ? issue.expected : 'other';
      return { code: `ruleset.param.${kind}`, params: { rule, param } };
    }
    case 'too_small':
      return { code: 'ruleset.param.tooSmall', params: { rule, param, limit: String(issue.minimum) } };
    case 'too_big':
      return { code: 'ruleset.param.tooBig', params: { rule, param, limit: String(issue.maximum) } };
    case 'invalid_value':
      return { code: 'ruleset.param.notOneOf', params: { rule, param, values: issue.values.map(String).join(', ') } };
    default:
      return { code: 'ruleset.param.other', params: { rule, param } };
  }
}
