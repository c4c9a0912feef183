import { fitsPattern } from '../engine/namePattern.ts';
import type { ListedAgency, RuleSetFile, SettingLine } from './ruleSetFile.ts';

/** The agencies that a chain of files gives codes: patterns of codes then mean their names, too. */
export class ListedAgencies {
  readonly #agencies: readonly ListedAgency[];

  constructor(chain: readonly RuleSetFile[]) {
    this.#agencies = chain.flatMap(({ agencies }) => agencies);
  }

  /** The same with the names of the agencies whose codes fit its patterns. */
  widen<T extends { readonly agencies?: readonly string[] }>(scope: T): T {
    if (scope.agencies === undefined || this.#agencies.length === 0) return scope;
    const patterns = scope.agencies;
    const names = this.#agencies.flatMap(({ code, names: own }) =>
      patterns.some((pattern) => fitsPattern(pattern, code)) ? own : [],
    );
    return names.length === 0 ? scope : { ...scope, agencies: [...patterns, ...names] };
  }

  /** {@link widen} for the scope of a setting. */
  widenScope(line: SettingLine): SettingLine {
    return line.scope === null ? line : { ...line, scope: this.widen(line.scope) };
  }
}
