import type { Cell } from '../table/cell.ts';
import type { CauseKind } from './cause.ts';
import type { Strikes } from './strikes.ts';

/** Findings that an explainer lays to one cause. */
export interface Explanation {
  readonly kind: CauseKind;
  /** What sets it apart from others of its kind, beside agency, sheet kind and column; part of the cause's id. */
  readonly about: readonly string[];
  /** Whether it belongs to one column or sheet, whose agency, kind and field are part of its id. */
  readonly placed: boolean;
  readonly findings: readonly number[];
  /** Values for the texts, beside those that every cause has. */
  readonly args?: Readonly<Record<string, string | number>>;
  /** What the cause itself knows of cells that no finding has a fix for, or that findings would mend wrongly. */
  readonly repairs?: readonly Repair[];
  /** `findings`: beside `repairs`, the findings' own fixes count; `none`: only `repairs` do. */
  readonly ownFixes?: 'findings' | 'none';
}

/** A cell that a cause knows the right value of. */
export interface Repair {
  readonly tableId: number;
  /** 0-based table row. */
  readonly row: number;
  /** Index into the table's columns. */
  readonly column: number;
  readonly after: Cell;
  readonly confidence: 'certain' | 'likely';
}

/** Looks for causes of some kinds among the free findings; finds the same groups whatever the order of rows. */
export type Explainer = (strikes: Strikes) => readonly Explanation[];

/** Collects finding indexes by a number, in the order in which the numbers come. */
export class Groups {
  readonly #lists = new Map<number, number[]>();

  add(key: number, finding: number): void {
    const list = this.#lists.get(key);
    if (list === undefined) this.#lists.set(key, [finding]);
    else list.push(finding);
  }

  /** Groups of at least `least` findings. */
  atLeast(least: number): readonly (readonly number[])[] {
    return [...this.#lists.values()].filter((list) => list.length >= least);
  }
}

/** Numbers for texts, so that they can be part of a group's key. */
export class TextNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  text(number: number): string {
    return this.#texts[number]!;
  }
}

/** Remembers a number per distinct value of each column. */
export class ValueNumbers {
  readonly #byColumn: (Int32Array | undefined)[] = [];

  /** The number of the value in a struck column under a code; `make` is asked once. */
  of(strikes: Strikes, columnId: number, code: number, make: (cell: Cell) => number): number {
    const { column } = strikes.columns[columnId]!;
    const numbers = (this.#byColumn[columnId] ??= new Int32Array(column.distinct).fill(-1));
    if (numbers[code] === -1) numbers[code] = make(column.value(code));
    return numbers[code]!;
  }
}

/** Numbers for pairs of numbers, both below 2^26. */
export class PairNumbers {
  readonly #numbers = new Map<number, number>();

  of(first: number, second: number): number {
    const key = first * PAIRED + second;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

const PAIRED = 2 ** 26;
