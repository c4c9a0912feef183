import { z } from '../../../shared/contract/schema.ts';
import type { LegalBasis } from '../../../shared/engine/finding.ts';
import type { Rule } from '../../../shared/engine/rule.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import { formatLegalBasis } from '../../../shared/legal/legalRegister.ts';
import { LETTER_DEMANDS, LETTERS } from '../../../shared/rules/letterDemands.ts';
import { NATIONAL_RULE_SET, NATIONAL_RULE_SET_FILE } from '../../../shared/ruleset/quoc-gia.ts';
import { parseRuleSet } from '../../../shared/ruleset/parseRuleSet.ts';

/** Legal bases as screens show them. */
export const legalLines = (
  legal: readonly LegalBasis[],
  language: Language,
): { doc: string; article: string; text: string }[] =>
  legal.map((basis) => ({ doc: basis.doc, article: basis.article, text: formatLegalBasis(basis, language) }));

/** A parameter of a rule as its page shows it. */
export interface RuleParameter {
  readonly name: string;
  /** Its default, as a rule set writes it. */
  readonly value: string;
  readonly about: string;
}

/** Parameters of a rule with their defaults. */
export function paramsOf(rule: Rule): RuleParameter[] {
  if (rule.params === undefined) return [];
  const { properties = {} } = z.toJSONSchema(rule.params, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => {
    const { description = '', default: preset } = schema as { description?: string; default?: unknown };
    return { name, value: JSON.stringify(preset) ?? '', about: description };
  });
}

/** A place in a letter that asks for a rule. */
export interface AskingLetter {
  readonly letter: string;
  readonly paragraph: string;
  /** In short; '' where the letter's demand isn't on record by itself. */
  readonly demand: string;
}

/** The letters behind a rule's `asks`, by their names; other sources stay as they are written. */
export const lettersOf = ({ asks }: Rule): AskingLetter[] =>
  asks.map((ask) => {
    const number = ask.slice(0, 3);
    const letter = LETTERS[number];
    if (letter === undefined) return { letter: ask, paragraph: '', demand: '' };
    const paragraph = ask.slice(3).trim();
    const said = LETTER_DEMANDS.find((one) => one.letter === number && one.paragraph === paragraph);
    return { letter, paragraph, demand: said?.demand ?? '' };
  });

let locked: ReadonlySet<string> | undefined;

/** Rules that the national set locks: lower levels may only make them stricter. */
export function lockedRules(): ReadonlySet<string> {
  if (locked === undefined) {
    const { value } = parseRuleSet(NATIONAL_RULE_SET, NATIONAL_RULE_SET_FILE);
    locked = new Set(value?.settings.filter((line) => line.locked === true).map(({ ruleId }) => ruleId));
  }
  return locked;
}
