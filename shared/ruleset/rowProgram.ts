import type { FieldKey } from '../domain/fields.ts';
import { EMPTY_CELL, type Cell } from '../table/cell.ts';
import type { Value } from './kleene.ts';

/** What an expression knows beside the row: the day of the run as a day number, and facts of the national record that a
 *  procedure code names (null when there is none). */
export interface Surroundings {
  readonly today: number;
  readonly national: (code: string, name: string) => Value;
}

/** Reads what an expression needs from a distinct value of a column. */
export type ReadCell = (cell: Cell, text: string, about: Surroundings) => Value;

/** What a formula wants beside the row. */
export type Want = 'today' | 'national';

/** An expression after its names and types were checked. Functions are pure, so it does not matter how often they run. */
export type Formula =
  | { readonly kind: 'constant'; readonly value: Value }
  | { readonly kind: 'today' }
  | { readonly kind: 'column'; readonly field: FieldKey; readonly read: ReadCell; readonly national?: true }
  | { readonly kind: 'apply'; readonly work: (...args: Value[]) => Value; readonly args: readonly Formula[] };

/** A part of a formula that depends on one column only: worked out once per distinct value. */
export interface ColumnPart {
  readonly field: FieldKey;
  readonly evaluate: ReadCell;
  /** What it looks at beside the cell; without any, its values are the same in every run. */
  readonly wants: ReadonlySet<Want>;
}

/** A formula as closures: the values of `parts` for a row go into slots, and `combine` makes the result of them. */
export interface RowProgram {
  readonly parts: readonly ColumnPart[];
  readonly combine: (slots: readonly Value[], about: Surroundings) => Value;
}

/** Columns that a formula reads, in the order of their first use. */
export function fieldsOf(formula: Formula): readonly FieldKey[] {
  const fields = new Set<FieldKey>();
  walk(formula, (node) => {
    if (node.kind === 'column') fields.add(node.field);
  });
  return [...fields];
}

/** What a formula looks at beside the row. */
export function wantsOf(formula: Formula): ReadonlySet<Want> {
  const wants = new Set<Want>();
  walk(formula, (node) => {
    if (node.kind === 'today') wants.add('today');
    else if (node.kind === 'column' && node.national === true) wants.add('national');
  });
  return wants;
}

function walk(node: Formula, visit: (node: Formula) => void): void {
  visit(node);
  if (node.kind === 'apply') for (const arg of node.args) walk(arg, visit);
}

/** Splits a formula into its largest one-column parts and what joins them. */
export function compileFormula(formula: Formula): RowProgram {
  const parts: ColumnPart[] = [];
  const combine = compileRow(formula, parts);
  return { parts, combine };
}

function compileRow(formula: Formula, parts: ColumnPart[]): RowProgram['combine'] {
  const fields = fieldsOf(formula);
  if (fields.length === 0) {
    const evaluate = compileCell(formula);
    if (wantsOf(formula).size > 0) return (_slots, about) => evaluate(EMPTY_CELL, '', about);
    const value = evaluate(EMPTY_CELL, '', NOWHERE);
    return () => value;
  }
  if (fields.length === 1) {
    const part = { field: fields[0]!, evaluate: compileCell(formula), wants: wantsOf(formula) };
    const slot = parts.push(part) - 1;
    return (slots) => slots[slot]!;
  }
  // A single column was dealt with above, a constant before it.
  const { work, args } = formula as Extract<Formula, { kind: 'apply' }>;
  return applied(
    work,
    args.map((arg) => compileRow(arg, parts)),
  );
}

/** A formula over at most one column as a function of a cell. */
function compileCell(formula: Formula): ReadCell {
  switch (formula.kind) {
    case 'constant': {
      const { value } = formula;
      return () => value;
    }
    case 'today':
      return (_cell, _text, { today }) => today;
    case 'column':
      return formula.read;
    case 'apply': {
      const run = applied<[Cell, string, Surroundings]>(
        formula.work,
        formula.args.map((arg) => compileCell(arg)),
      );
      return run;
    }
  }
}

/** Calls `work` with the results of `args`, without a list in the common cases. */
function applied<Input extends readonly unknown[]>(
  work: (...args: Value[]) => Value,
  args: readonly ((...input: Input) => Value)[],
): (...input: Input) => Value {
  const [first, second, third] = args;
  if (args.length === 1) return (...input) => work(first!(...input));
  if (args.length === 2) return (...input) => work(first!(...input), second!(...input));
  if (args.length === 3) return (...input) => work(first!(...input), second!(...input), third!(...input));
  return (...input) => work(...args.map((arg) => arg(...input)));
}

/** For formulas that look at nothing beside the row. */
const NOWHERE: Surroundings = { today: 0, national: () => null };
