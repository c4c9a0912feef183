import process from 'node:process';
import { DATASETS } from '../../shared/domain/datasets.ts';
import { FIELDS } from '../../shared/domain/fields.ts';
import { ruleTexts } from '../../shared/engine/findings.ts';
import { translate, type Language } from '../../shared/i18n/index.ts';
import { formatLegalBases, LegalRegister } from '../../shared/legal/legalRegister.ts';
import { RULE_GROUPS, RULES } from '../../shared/rules/index.ts';
import { localDate } from './checkSetUp.ts';
import { EXIT, type ExitCode } from './exitCode.ts';

/** `rasoat rules list`: every rule under its group, one line each. */
export function listRules(language: Language): ExitCode {
  for (const group of RULE_GROUPS) {
    process.stdout.write(`${group[language]}\n`);
    for (const rule of group.rules) {
      const severity = translate(language, `severity.${rule.severity}`).padEnd(8);
      process.stdout.write(`  ${rule.id}  ${severity}  ${ruleTexts(rule, language).title}\n`);
    }
  }
  return EXIT.clean;
}

/** `rasoat rules explain ID`: why the rule exists, how to correct, in law. */
export function explainRule(id: string, language: Language): ExitCode {
  const rule = RULES.find((one) => one.id === id);
  if (rule === undefined) {
    process.stderr.write(`${translate(language, 'cli.unknownRule', { id })}\n`);
    return EXIT.usage;
  }
  const texts = ruleTexts(rule, language);
  const lines: readonly (readonly [label: string, value: string])[] = [
    ['severity', translate(language, `severity.${rule.severity}`)],
    ['why', texts.why],
    ['howToFix', texts.howToFix],
    ['legal', formatLegalBases(new LegalRegister().basesOn(rule.legal, localDate(new Date())), language)],
    ['asks', rule.asks.join('; ')],
    ['datasets', rule.datasets.map((dataset) => DATASETS[dataset][language]).join('; ')],
    ['reads', rule.reads.map((field) => FIELDS[field][language]).join('; ')],
    [
      'messages',
      Object.values<string>(texts.messages)
        .map((text) => `\n  - ${text}`)
        .join(''),
    ],
  ];
  process.stdout.write(`${rule.id}  ${texts.title}\n\n`);
  for (const [label, value] of lines) {
    if (value !== '') process.stdout.write(`${translate(language, `cli.explain.${label}`)}: ${value}\n`);
  }
  return EXIT.clean;
}
