import type { DatasetId } from '../domain/datasets.ts';
import { isFieldKey } from '../domain/fields.ts';
import { cleanText, headingKey, searchKey } from '../domain/vietnameseText.ts';
import type { Severity } from '../engine/finding.ts';
import { fieldsOfKey } from '../intake/headings.ts';
import type { Fault } from '../result.ts';
import { cellAddress } from '../table/cell.ts';
import type { Sheet } from '../table/sheet.ts';
import { isDateField, namesOf } from './expressionNames.ts';
import type { Value } from './kleene.ts';
import type { Conclusion } from './ownRule.ts';
import { parseExpression } from './parseExpression.ts';
import type { RuleSetProblem } from './problem.ts';
import type { Formula } from './rowProgram.ts';
import { overlap, parseUnaryTest, passes, type TestedType, type UnaryTest } from './unaryTest.ts';

/** A decision table as a formula whose result is the index of the line that fits, -1 for none. */
export interface DecisionTable {
  readonly formula: Formula;
  readonly conclude: (result: Exclude<Value, null>) => Conclusion | null;
}

type HitPolicy = 'unique' | 'first';

interface Input {
  /** 0-based column of the sheet. */
  readonly column: number;
  readonly formula: Formula;
  readonly type: TestedType;
}

interface Line {
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly tests: readonly UnaryTest[];
  readonly conclusion: Conclusion | null;
}

const POLICIES: Readonly<Record<string, HitPolicy>> = {
  unique: 'unique',
  u: 'unique',
  'duy nhat': 'unique',
  first: 'first',
  f: 'first',
  'dau tien': 'first',
};
const VERDICT = 'ket luan';
const MESSAGE = 'thong bao';
const WEIGHT = 'muc do';
const RIGHT: ReadonlySet<string> = new Set(['dat', 'dung', 'hop le']);
const WRONG: ReadonlySet<string> = new Set(['khong dat', 'sai', 'vi pham']);
const SEVERITIES: Readonly<Record<string, Severity>> = {
  loi: 'error',
  error: 'error',
  'canh bao': 'warning',
  warning: 'warning',
  'luu i': 'info',
  info: 'info',
};
const MOST_LINES = 1000;

/** Reads a decision table. Its first row holds the hit policy in the first cell (UNIQUE: at most one line may fit a row;
 *  FIRST: the first line that fits counts), then one heading per column: a field (key or heading) or an expression for
 *  what is tested, `ket_luan` ("đạt" / "không đạt"), `thong_bao` and `muc_do` for what follows. The first column only
 *  numbers the lines. A row that no line fits is in order. Problems stand at the cells of the sheet. */
export function readDecisionTable(
  sheet: Sheet,
  file: string,
  dataset: DatasetId,
): { readonly value: DecisionTable | null; readonly problems: readonly RuleSetProblem[] } {
  const reader = new TableReader(sheet, file, dataset);
  const value = reader.read();
  return { value: reader.failed ? null : value, problems: reader.problems };
}

class TableReader {
  readonly problems: RuleSetProblem[] = [];
  readonly #sheet: Sheet;
  readonly #file: string;
  readonly #dataset: DatasetId;

  constructor(sheet: Sheet, file: string, dataset: DatasetId) {
    this.#sheet = sheet;
    this.#file = file;
    this.#dataset = dataset;
  }

  get failed(): boolean {
    return this.problems.some(({ level }) => level === 'error');
  }

  read(): DecisionTable | null {
    const policy = POLICIES[searchKey(this.#text(0, 0))];
    if (policy === undefined) this.#report('ruleset.table.policy', 0, 0, { text: this.#text(0, 0) });
    const inputs: Input[] = [];
    const outputs = new Map<string, number>();
    for (let column = 1; column < this.#sheet.columns.length; column += 1) {
      const heading = this.#text(column, 0);
      const key = searchKey(heading.replaceAll('_', ' '));
      if (heading === '') continue;
      if (key === VERDICT || key === MESSAGE || key === WEIGHT) outputs.set(key, column);
      else this.#input(column, heading, inputs);
    }
    if (!outputs.has(VERDICT)) this.#report('ruleset.table.noVerdict', 0, 0);
    if (inputs.length === 0 && !this.failed) this.#report('ruleset.table.noInput', 0, 0);
    if (policy === undefined || this.failed) return null;
    const lines = this.#lines(inputs, outputs);
    if (policy === 'unique') this.#checkUnique(lines, inputs);
    return { formula: decide(inputs, lines, policy), conclude: (result) => lines[Number(result)]?.conclusion ?? null };
  }

  #input(column: number, heading: string, inputs: Input[]): void {
    const names = namesOf(this.#dataset);
    const candidates = fieldsOfKey(headingKey(heading)).filter(({ field }) => names.has(field));
    const name = names.get(heading) ?? (candidates.length === 1 ? names.get(candidates[0]!.field) : undefined);
    if (name !== undefined) {
      const { field, read, type } = name;
      const tested = type === 'string' ? 'string' : isFieldKey(name.name) && isDateField(field) ? 'date' : 'number';
      inputs.push({ column, formula: { kind: 'column', field, read }, type: tested });
      return;
    }
    const expression = parseExpression(heading, this.#dataset);
    if (!expression.ok) {
      // A word that is neither heading nor name is a misspelt heading, not a faulty expression.
      const plain = /^[\p{L}\p{N}_ ,]+$/u.test(heading);
      if (plain) this.#report('ruleset.table.heading', column, 0, { heading });
      else this.#reportFault(expression.error.fault, column, 0);
      return;
    }
    const { formula, type, warnings } = expression.value;
    for (const { fault } of warnings) this.#reportFault(fault, column, 0, 'warning');
    inputs.push({ column, formula, type: type === 'string' || type === 'bool' ? type : 'number' });
  }

  #lines(inputs: readonly Input[], outputs: ReadonlyMap<string, number>): readonly Line[] {
    const lines: Line[] = [];
    const used = [...inputs.map(({ column }) => column), ...outputs.values()];
    for (let stored = 1; stored < this.#sheet.rowNumbers.length; stored += 1) {
      if (used.every((column) => this.#text(column, stored) === '')) continue;
      if (lines.length === MOST_LINES) {
        this.#report('ruleset.table.tooLong', 0, stored, { limit: MOST_LINES });
        break;
      }
      const tests = inputs.map((input) => this.#test(input, stored));
      lines.push({ row: this.#sheet.rowNumbers[stored]!, tests, conclusion: this.#conclusion(outputs, stored) });
    }
    if (lines.length === 0) this.#report('ruleset.table.empty', 0, 0);
    return lines;
  }

  #test({ column, type }: Input, stored: number): UnaryTest {
    const cell = this.#sheet.dictionary.cell(this.#sheet.columns[column]![stored]!);
    // Excel shows a number cell in its reader's notation; what is stored has none.
    const text = cell.kind === 'number' && type === 'number' ? cell.raw : this.#text(column, stored);
    const test = parseUnaryTest(text, type);
    if (test === undefined) this.#report(`ruleset.table.test.${type}`, column, stored, { text });
    return test ?? { kind: 'any' };
  }

  #conclusion(outputs: ReadonlyMap<string, number>, stored: number): Conclusion | null {
    const column = outputs.get(VERDICT)!;
    const written = this.#text(column, stored);
    const key = searchKey(written);
    if (RIGHT.has(key)) return null;
    if (!WRONG.has(key)) this.#report('ruleset.table.verdict', column, stored, { text: written });
    const text = outputs.has(MESSAGE) ? this.#text(outputs.get(MESSAGE)!, stored) : '';
    const weightAt = outputs.get(WEIGHT);
    const weight = weightAt === undefined ? '' : this.#text(weightAt, stored);
    const severity = SEVERITIES[searchKey(weight)];
    if (weightAt !== undefined && weight !== '' && severity === undefined) {
      this.#report('ruleset.table.weight', weightAt, stored, { text: weight });
    }
    return {
      message: 'violated',
      ...(text === '' ? {} : { text }),
      ...(severity === undefined ? {} : { severity }),
    };
  }

  #checkUnique(lines: readonly Line[], inputs: readonly Input[]): void {
    lines.forEach((line, index) => {
      const other = lines
        .slice(0, index)
        .find((earlier) => inputs.every((_, column) => overlap(earlier.tests[column]!, line.tests[column]!)));
      if (other === undefined) return;
      this.#reportAt('ruleset.table.overlap', 0, line.row, { row: line.row, other: other.row });
    });
  }

  #text(column: number, stored: number): string {
    const code = this.#sheet.columns[column]?.[stored];
    return code === undefined ? '' : cleanText(this.#sheet.dictionary.cell(code).text);
  }

  #report(code: string, column: number, stored: number, params: Fault['params'] = {}): void {
    this.#reportAt(code, column, this.#sheet.rowNumbers[stored] ?? 1, params);
  }

  #reportFault(fault: Fault, column: number, stored: number, level: RuleSetProblem['level'] = 'error'): void {
    const line = this.#sheet.rowNumbers[stored] ?? 1;
    this.problems.push({ level, file: this.#file, line, column: column + 1, fault });
  }

  #reportAt(code: string, column: number, row: number, params: Fault['params']): void {
    const fault = { code, params: { cell: cellAddress(column, row), ...params } };
    this.problems.push({ level: 'error', file: this.#file, line: row, column: column + 1, fault });
  }
}

/** The index of the line that fits, -1 for none, null where that can't be told. */
function decide(inputs: readonly Input[], lines: readonly Line[], policy: HitPolicy): Formula {
  const conditions = lines.map(({ tests }): Formula => {
    const asked = inputs.flatMap(({ formula }, column): Formula[] => {
      const test = tests[column]!;
      return test.kind === 'any' ? [] : [{ kind: 'apply', work: (value) => passes(test, value), args: [formula] }];
    });
    return { kind: 'apply', work: allTrue, args: asked };
  });
  return { kind: 'apply', work: policy === 'first' ? firstTrue : onlyTrue, args: conditions };
}

const allTrue = (...values: Value[]): Value => (values.includes(false) ? false : values.includes(null) ? null : true);

/** What comes before the first line that fits must not fit for certain. */
function firstTrue(...values: Value[]): Value {
  const index = values.findIndex((value) => value !== false);
  return index < 0 ? -1 : values[index] === null ? null : index;
}

/** At most one line can fit; a certain one decides. */
function onlyTrue(...values: Value[]): Value {
  const index = values.indexOf(true);
  return index >= 0 ? index : values.includes(null) ? null : -1;
}
