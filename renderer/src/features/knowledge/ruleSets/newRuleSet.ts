import { NATIONAL_RULE_SET } from '../../../../../shared/ruleset/quoc-gia.ts';
import { readRuleSetForm, setHeading } from '../../../../../shared/ruleset/editRuleSetText.ts';

/** Version of the built-in national set, which new sets build on. */
export const NATIONAL_VERSION = /^version: (\S+)$/m.exec(NATIONAL_RULE_SET)![1]!;

/** The text that a new rule set starts from, with its comments in the language of whoever writes it. */
export const newRuleSet = (t: (key: string) => string): string => `# ${t('knowledge.template.head')}
id: bo-quy-tac-moi          # ${t('knowledge.template.id')}
version: 1.0.0              # ${t('knowledge.template.version')}
title: ${t('knowledge.template.title')}
level: province             # ${t('knowledge.template.level')}
extends: [quoc-gia@${NATIONAL_VERSION}]   # ${t('knowledge.template.extends')}

# ${t('knowledge.template.rules')}
#   FMT-02: error
#   FEE-05: { severity: warning, params: { tolerance: 1000 } }
rules:

# ${t('knowledge.template.overrides')}
# overrides:
#   - scope: { agencies: ["Xã *"], datasets: [procedures] }
#     rules: { CMP-08: off }

# ${t('knowledge.template.waivers')}
# waivers:
#   - rule: FEE-05
#     match: { ma_tthc: "1.001193" }
#     reason: …
#     decision: 12/QĐ-UBND
#     by: …
#     until: 2026-12-31
`;

/** A rule set's text as the beginning of another one, under an id and a title of its own.
 *  @param kept  the sets whose names are taken */
export function copyOfRuleSet(
  yaml: string,
  kept: readonly { readonly id: string }[],
  t: (key: string, params: Readonly<Record<string, string>>) => string,
): string {
  const form = readRuleSetForm(yaml);
  if (form === null) return yaml;
  const isTaken = (id: string): boolean => kept.some((one) => one.id.startsWith(`${id}--`));
  let id = `${form.id}-ban-sao`;
  for (let number = 2; isTaken(id); number += 1) id = `${form.id}-ban-sao-${number}`;
  return setHeading(setHeading(yaml, 'id', id), 'title', t('knowledge.copyTitle', { title: form.title }));
}
