import type { FieldKey } from '../domain/fields.ts';
import type { Cell } from '../table/cell.ts';
import type { Value } from './kleene.ts';

/** Reads what an expression needs from a distinct value of a column. */
export type ReadCell = (cell: Cell, text: string) => Value;

/** An expression after its names and types were checked. Functions are pure, so it does not matter how often they run. */
export type Formula =
  | { readonly kind: 'constant'; readonly value: Value }
  | { readonly kind: 'column'; readonly field: FieldKey; readonly read: ReadCell }
  | { readonly kind: 'apply'; readonly work: (...args: Value[]) => Value; readonly args: readonly Formula[] };

/** A part of a formula that depends on one column only: worked out once per distinct value. */
export interface ColumnPart {
  readonly field: FieldKey;
  readonly evaluate: ReadCell;
}

/** A formula as closures: the values of `parts` for a row go into slots, and `combine` makes the result of them. */
export interface RowProgram {
  readonly parts: readonly ColumnPart[];
  readonly combine: (slots: readonly Value[]) => Value;
}

/** Columns that a formula reads, in the order of their first use. */
export function fieldsOf(formula: Formula): readonly FieldKey[] {
  const fields = new Set<FieldKey>();
  const walk = (node: Formula): void => {
    if (node.kind === 'column') fields.add(node.field);
    else if (node.kind === 'apply') node.args.forEach(walk);
  };
  walk(formula);
  return [...fields];
}

/** Splits a formula into its largest one-column parts and what joins them. */
export function compileFormula(formula: Formula): RowProgram {
  const parts: ColumnPart[] = [];
  const combine = compileRow(formula, parts);
  return { parts, combine };
}

function compileRow(formula: Formula, parts: ColumnPart[]): (slots: readonly Value[]) => Value {
  const fields = fieldsOf(formula);
  if (fields.length === 0) {
    const value = compileCell(formula)(NO_CELL, '');
    return () => value;
  }
  if (fields.length === 1) {
    const slot = parts.push({ field: fields[0]!, evaluate: compileCell(formula) }) - 1;
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
    case 'column':
      return formula.read;
    case 'apply': {
      const run = applied<[Cell, string]>(
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

const NO_CELL: Cell = { kind: 'empty', text: '', raw: '' };
