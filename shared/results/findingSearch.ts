import { searchKey } from '../domain/vietnameseText.ts';
import { businessKey } from '../engine/businessKey.ts';
import { WHOLE_ROW, WHOLE_SHEET, type FindingLog, type LoggedFinding } from '../engine/findingLog.ts';
import { ruleTexts } from '../engine/findings.ts';
import type { Rule, Verdict } from '../engine/rule.ts';
import { fillMessage } from '../i18n/messages.ts';
import type { Language } from '../i18n/index.ts';
import type { AgencyRef, Table, TableColumn } from '../table/table.ts';

/** Looks for words in what a finding says, whatever accents and capitals they are typed with. Texts are folded once per
 *  distinct message, value and row, not once per finding, and hold on as long as these do. */
export class FindingSearch {
  readonly #messages: Record<Language, WeakMap<Verdict, string>> = { vi: new WeakMap(), en: new WeakMap() };
  readonly #rules: Record<Language, Map<Rule, string>> = { vi: new Map(), en: new Map() };
  readonly #agencies = new WeakMap<AgencyRef, string>();
  readonly #values = new WeakMap<TableColumn, string[]>();
  readonly #keys = new WeakMap<Table, string[]>();

  /** Places of the findings in which one of the words isn't found. */
  *missing(log: FindingLog, search: string, language: Language): Generator<number, void, undefined> {
    const words = searchKey(search)
      .split(' ')
      .filter((word) => word !== '');
    for (let place = 0; place < log.size; place += 1) {
      const finding = log.at(place);
      if (!words.every((word) => this.#has(finding, word, language))) yield place;
    }
  }

  #has(finding: LoggedFinding, word: string, language: Language): boolean {
    const { rule, table, row, column, verdict } = finding;
    return (
      this.#message(rule, verdict, language).includes(word) ||
      (column !== WHOLE_ROW && row !== WHOLE_SHEET && this.#value(table.columns[column]!, row).includes(word)) ||
      (row !== WHOLE_SHEET && this.#key(table, row).includes(word)) ||
      this.#rule(rule, language).includes(word) ||
      this.#agency(table).includes(word)
    );
  }

  #message(rule: Rule, verdict: Verdict, language: Language): string {
    return cached(this.#messages[language], verdict, () => {
      const template = ruleTexts(rule, language).messages[verdict.message] ?? '';
      return searchKey(`${fillMessage(template, verdict.args ?? {})} ${verdict.expected ?? verdict.fix?.value ?? ''}`);
    });
  }

  #rule(rule: Rule, language: Language): string {
    return cached(this.#rules[language], rule, () => searchKey(`${rule.id} ${ruleTexts(rule, language).title}`));
  }

  #agency(table: Table): string {
    return cached(this.#agencies, table.agency, () => searchKey(table.agency.name));
  }

  #value(column: TableColumn, row: number): string {
    const values = cached(this.#values, column, () => []);
    const code = column.codes[row]!;
    return (values[code] ??= searchKey(column.value(code).text));
  }

  #key(table: Table, row: number): string {
    const keys = cached(this.#keys, table, () => []);
    return (keys[row] ??= searchKey(businessKey(table, row)));
  }
}

interface Known<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function cached<Key, Value>(known: Known<Key, Value>, key: Key, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}
