import { fingerprint } from '../fingerprint.ts';
import type { Severity } from './finding.ts';
import type { Rule, RuleContext, Verdict } from './rule.ts';

/** What a rule set says of one rule; what is absent stays as the rule itself says. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly params?: unknown;
}

/** A rule with what is in force for it. */
export interface PreparedRule {
  readonly rule: Rule;
  readonly severity: Severity | 'off';
  readonly params: unknown;
}

/** Joins a rule with a setting. Parameters are checked by the rule's own schema, which throws on any it does not take. */
export function prepareRule(rule: Rule, setting: RuleSetting | undefined): PreparedRule {
  return {
    rule,
    severity: setting?.severity ?? rule.severity,
    params: rule.params === undefined ? {} : rule.params.parse(setting?.params ?? {}),
  };
}

const STEPS: readonly Severity[] = ['info', 'warning', 'error'];

/** Severity of one finding. A verdict may step away from its rule's severity, but never above what a rule set has lowered
 *  the rule to. */
export function severityOf({ rule }: PreparedRule, inForce: Severity, verdict: Verdict): Severity {
  const own = verdict.severity ?? inForce;
  const lowered = STEPS.indexOf(inForce) < STEPS.indexOf(rule.severity);
  return lowered && STEPS.indexOf(own) > STEPS.indexOf(inForce) ? inForce : own;
}

/** Name of everything that was in force: rules, severities, parameters and the resolved rule set. */
export function hashRuleSet(prepared: readonly PreparedRule[], ruleSet: string | undefined): string {
  const rules = prepared.map(({ rule, severity, params }) => [rule.id, severity, params]);
  return fingerprint(JSON.stringify(ruleSet === undefined ? rules : [rules, ruleSet]));
}

/** A store for what rules want to work out once per run: one slot per owner (a module-level function or object). */
export function runMemo(): RuleContext['memo'] {
  const slots = new Map<object, unknown>();
  return <T>(owner: object, make: () => T): T => {
    if (!slots.has(owner)) slots.set(owner, make());
    return slots.get(owner) as T;
  };
}
