/** A value of an expression; null is "unknown": a blank number or date, or a text that its function can't read. */
export type Value = boolean | number | string | null;

/** Conjunction in Kleene's three-valued logic: one false decides. */
export const and = (a: Value, b: Value): Value =>
  a === false || b === false ? false : a === null || b === null ? null : true;

/** Disjunction in Kleene's three-valued logic: one true decides. */
export const or = (a: Value, b: Value): Value =>
  a === true || b === true ? true : a === null || b === null ? null : false;

/** Negation: unknown stays unknown. */
export const not = (a: Value): Value => (a === null ? null : a !== true);

/** "If a then b": true where a is false, so that a row outside the condition satisfies the rule. */
export const implies = (a: Value, b: Value): Value => or(not(a), b);

/** The branch that a condition chooses. */
export const choose = (condition: Value, yes: Value, no: Value): Value =>
  condition === null ? null : condition === true ? yes : no;

/** Makes a function unknown wherever an argument is; a number beyond all bounds (1 / 0) is unknown too. */
export const strict =
  <Args extends readonly Exclude<Value, null>[]>(work: (...args: Args) => Value) =>
  (...args: Value[]): Value => {
    for (const arg of args) if (arg === null) return null;
    const value = work(...(args as unknown as Args));
    return typeof value === 'number' && !Number.isFinite(value) ? null : value;
  };

type Known = Exclude<Value, null>;

/** Comparisons and arithmetic by their sign. The expression's types have been checked before. */
export const BINARY: Readonly<Record<string, (...args: Value[]) => Value>> = {
  '==': strict((a: Known, b: Known) => a === b),
  '!=': strict((a: Known, b: Known) => a !== b),
  '<': strict((a: Known, b: Known) => a < b),
  '<=': strict((a: Known, b: Known) => a <= b),
  '>': strict((a: Known, b: Known) => a > b),
  '>=': strict((a: Known, b: Known) => a >= b),
  '+': strict((a: Known, b: Known) =>
    typeof a === 'number' && typeof b === 'number' ? a + b : `${String(a)}${String(b)}`,
  ),
  '-': strict((a: number, b: number) => a - b),
  '*': strict((a: number, b: number) => a * b),
  '/': strict((a: number, b: number) => a / b),
  '&&': and,
  '||': or,
};
