import { ruleTexts, type Findings } from '../engine/findings.ts';
import { translate, type Language } from '../i18n/index.ts';
import { formatLegalBases } from '../legal/legalRegister.ts';
import { RULE_GROUPS } from '../rules/index.ts';
import type { AgencySummary } from './agencySummary.ts';
import type { Check } from './check.ts';

/** A rule that judged an agency's sheets: one line of "Quy tắc áp dụng". */
export interface RuleLine {
  readonly ruleId: string;
  readonly title: string;
  readonly severity: string;
  readonly findings: number;
  readonly why: string;
  readonly legal: string;
}

/** A group of rules and what it found: one bar of the cover's chart. */
export interface GroupLine {
  readonly group: string;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly total: number;
}

/** The rules that ran over the kinds of sheets that an agency sent: those that found something first, then the rule book's order.
 *  @param indexes  the agency's findings */
export function appliedRules(
  check: Check,
  findings: Findings,
  { tables }: AgencySummary,
  indexes: readonly number[],
  language: Language,
): readonly RuleLine[] {
  const kinds = new Set(tables.map(({ dataset }) => dataset));
  const found = new Map<string, number>();
  for (const index of indexes) {
    const { id } = findings.logged(index).rule;
    found.set(id, (found.get(id) ?? 0) + 1);
  }
  return check.result.rules
    .filter(
      ({ rule, status }) =>
        (status === 'findings' || status === 'clean') && rule.datasets.some((one) => kinds.has(one)),
    )
    .map(({ rule }) => {
      const { title, why } = ruleTexts(rule, language);
      return {
        ruleId: rule.id,
        title,
        severity: translate(language, `severity.${rule.severity}`),
        findings: found.get(rule.id) ?? 0,
        why,
        legal: formatLegalBases(rule.legal, language),
      };
    })
    .sort((a, b) => Number(b.findings > 0) - Number(a.findings > 0));
}

/** Findings by group of the rule book, most first; groups without findings are left out, own rules are one group. */
export function findingsByGroup(
  findings: Findings,
  indexes: readonly number[],
  language: Language,
): readonly GroupLine[] {
  const groups = new Map<string, { group: string; error: number; warning: number; info: number; total: number }>();
  for (const index of indexes) {
    const { rule, severity } = findings.logged(index);
    const prefix = rule.id.slice(0, rule.id.indexOf('-'));
    const known = RULE_GROUPS.find((one) => one.prefix === prefix);
    const group = known?.[language] ?? translate(language, 'list.ownRules');
    const line = groups.get(group) ?? { group, error: 0, warning: 0, info: 0, total: 0 };
    groups.set(group, line);
    line[severity] += 1;
    line.total += 1;
  }
  return [...groups.values()].sort((a, b) => b.total - a.total || b.error - a.error);
}
