import type { Rule } from '../engine/rule.ts';
import type { RuleSetting } from '../engine/run.ts';
import { fitsAgencyOf, type AgencyPlace } from '../engine/agencyPattern.ts';
import { fitsPattern } from '../engine/namePattern.ts';
import type { Table } from '../table/table.ts';
import type { Scope, SettingLine } from './ruleSetFile.ts';

/** A table as scopes see it. */
export type Place = Pick<Table, 'dataset' | 'sheet'> & AgencyPlace;

const AS_IT_IS: RuleSetting = {};

/** What is in force for each rule on each table: all that was said of it, the last word winning per field. */
export class RuleSettings {
  readonly #lines: ReadonlyMap<string, readonly SettingLine[]>;
  readonly #today: string;
  /** Settings made so far, by the lines they were made of. */
  readonly #made = new Map<string, RuleSetting>();

  /** @param lines  upper levels first, each in the order of its file */
  constructor(lines: readonly SettingLine[], today: string) {
    this.#lines = Map.groupBy(lines, ({ ruleId }) => ruleId);
    this.#today = today;
  }

  of(rule: Rule, place: Place): RuleSetting {
    const lines = this.#lines.get(rule.id);
    if (lines === undefined) return AS_IT_IS;
    const fitting = lines.map((line) => (this.#isInForce(line) && fits(line.scope, place) ? 1 : 0));
    const key = `${rule.id} ${fitting.join('')}`;
    let setting = this.#made.get(key);
    if (setting === undefined) {
      const said = lines.filter((_, index) => fitting[index] === 1);
      this.#made.set(key, (setting = this.#join(rule, lines, said)));
    }
    return setting;
  }

  #isInForce({ from, until }: SettingLine): boolean {
    return (from === undefined || from <= this.#today) && (until === undefined || this.#today <= until);
  }

  #join(rule: Rule, lines: readonly SettingLine[], said: readonly SettingLine[]): RuleSetting {
    // An own rule is not in force outside the dates of its definition, which is the first thing said of it.
    const [definition] = lines;
    if (definition?.defines === true && !this.#isInForce(definition)) return { severity: 'off' };
    const severity = said.findLast((line) => line.severity !== undefined)?.severity;
    const params = Object.assign({}, ...said.map((line) => line.params ?? {})) as object;
    return {
      ...(severity === undefined ? {} : { severity }),
      ...(Object.keys(params).length === 0 || rule.params === undefined ? {} : { params }),
    };
  }
}

/** Whether a table is in a scope. */
function fits(scope: Scope | null, place: Place): boolean {
  if (scope === null) return true;
  const { dataset, sheet } = place;
  if (scope.agencies !== undefined && !fitsAgencyOf(scope.agencies, place)) return false;
  if (scope.datasets !== undefined && !scope.datasets.includes(dataset)) return false;
  return scope.sheets === undefined || scope.sheets.some((pattern) => fitsPattern(pattern, sheet));
}
