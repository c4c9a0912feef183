import type { Rule } from '../engine/rule.ts';
import { LegalRegister } from './legalRegister.ts';

/** Rules with their legal bases as they stand on a day (ISO). A rule whose bases all hold stays the same object. */
export const rulesOnDay = (
  rules: readonly Rule[],
  day: string,
  register: LegalRegister = new LegalRegister(),
): readonly Rule[] =>
  rules.map((rule) => {
    const legal = register.basesOn(rule.legal, day);
    return legal.every((basis, index) => basis === rule.legal[index]) ? rule : { ...rule, legal };
  });
