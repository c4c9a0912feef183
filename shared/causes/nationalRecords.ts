import { parseProcedureCode } from '../domain/procedureCode.ts';
import { cleanText, searchKey } from '../domain/vietnameseText.ts';
import { columnOf, type TableColumn } from '../table/table.ts';
import { LEAST_FINDINGS } from './cause.ts';
import { Groups, PairNumbers, TextNumbers, ValueNumbers, type Explanation } from './explanation.ts';
import { comparesNationally, NO_COLUMN, type Strikes } from './strikes.ts';

/** A record that so many agencies write in one same other way has changed, or is itself doubtful. */
export const LEAST_AGENCIES = 3;

/** Differences from one national record that many agencies share: same procedure, same field, same expected value, and the
 *  same value in their place. Agencies that each err in a way of their own are no such case. */
export function nationalRecords(strikes: Strikes): readonly Explanation[] {
  const contents = new Contents(strikes);
  const groups = new Groups();
  for (let finding = 0; finding < strikes.size; finding += 1) {
    if (!strikes.isFree(finding) || !comparesNationally(strikes.rule(finding))) continue;
    const content = contents.of(finding);
    if (content !== undefined) groups.add(content, finding);
  }
  return groups.atLeast(LEAST_FINDINGS).flatMap((findings): readonly Explanation[] => {
    const agencies = new Set(findings.map((finding) => strikes.table(finding).agency.id));
    if (agencies.size < LEAST_AGENCIES) return [];
    const [first] = findings as readonly [number];
    const code = contents.codeOf(first)!;
    const { expected = '' } = strikes.verdict(first);
    return [
      {
        kind: 'nationalRecord',
        about: [code, ...contents.textsOf(first)],
        placed: false,
        findings,
        args: { code, expected, rule: strikes.rule(first).id },
      },
    ];
  });
}

/** What agencies have to share, as one number per finding; every text is looked at once per distinct value or verdict. */
class Contents {
  readonly #strikes: Strikes;
  readonly #texts = new TextNumbers();
  readonly #pairs = new PairNumbers();
  readonly #values = new ValueNumbers();
  readonly #fields: readonly string[];
  readonly #fieldNumbers: readonly number[];
  readonly #said: (number | undefined)[] = [];
  readonly #codeColumns = new Map<number, TableColumn | undefined>();
  readonly #codes = new Map<TableColumn, (string | undefined)[]>();

  constructor(strikes: Strikes) {
    this.#strikes = strikes;
    this.#fields = strikes.columns.map(({ column }) => column.field ?? column.heading);
    this.#fieldNumbers = this.#fields.map((field) => this.#texts.of(field));
  }

  /** Number of procedure, field, expected and actual value; undefined where the row names no procedure. */
  of(finding: number): number | undefined {
    const code = this.codeOf(finding);
    if (code === undefined) return undefined;
    const strikes = this.#strikes;
    const columnId = strikes.columnOf[finding]!;
    const field = columnId === NO_COLUMN ? this.#texts.of('') : this.#fieldNumbers[columnId]!;
    const verdictId = strikes.verdictOf[finding]!;
    const said = (this.#said[verdictId] ??= this.#texts.of(this.#saidOf(finding)));
    const place = this.#pairs.of(this.#texts.of(code), field);
    return this.#pairs.of(this.#pairs.of(place, said), this.#valueOf(finding));
  }

  /** The same as texts, without the procedure. */
  textsOf(finding: number): readonly string[] {
    return [this.#fieldOf(finding), this.#saidOf(finding), this.#texts.text(this.#valueOf(finding))];
  }

  /** Code of the procedure that a finding's row is about. */
  codeOf(finding: number): string | undefined {
    const row = this.#strikes.rowOf[finding]!;
    const tableId = this.#strikes.tableOf[finding]!;
    if (!this.#codeColumns.has(tableId)) {
      this.#codeColumns.set(tableId, columnOf(this.#strikes.tables[tableId]!, 'ma_tthc'));
    }
    const column = this.#codeColumns.get(tableId);
    if (column === undefined || row < 0) return undefined;
    let codes = this.#codes.get(column);
    if (codes === undefined) this.#codes.set(column, (codes = []));
    const value = column.codes[row]!;
    if (!(value in codes)) {
      const code = parseProcedureCode(cleanText(column.value(value).text));
      codes[value] = code.ok ? code.value.base : undefined;
    }
    return codes[value];
  }

  #fieldOf(finding: number): string {
    return this.#fields[this.#strikes.columnOf[finding]!] ?? '';
  }

  #saidOf(finding: number): string {
    const { message, expected = '', args } = this.#strikes.verdict(finding);
    // Without an expected value, and without a field, only the message tells what the finding is about.
    const what = expected === '' || this.#fieldOf(finding) === '' ? `${this.#strikes.rule(finding).id}.${message}` : '';
    return [expected, what, args?.['actual'] ?? ''].join('\u0000');
  }

  /** Number of the value as it is compared; rules that format it name it in their `actual`, and a code is its own row. */
  #valueOf(finding: number): number {
    const strikes = this.#strikes;
    const columnId = strikes.columnOf[finding]!;
    const isTold = strikes.verdict(finding).args?.['actual'] !== undefined;
    if (columnId === NO_COLUMN || isTold || this.#fields[columnId] === 'ma_tthc') return this.#texts.of('');
    const code = strikes.columns[columnId]!.column.codes[strikes.rowOf[finding]!]!;
    return this.#values.of(strikes, columnId, code, (cell) => this.#texts.of(searchKey(cell.text)));
  }
}
