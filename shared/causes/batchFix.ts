import type { Cell } from '../table/cell.ts';

/** One cell of a sheet with another content. */
export interface CellEdit {
  readonly file: string;
  readonly sheet: string;
  /** 1-based sheet row. */
  readonly row: number;
  /** 0-based sheet column. */
  readonly column: number;
  readonly before: Cell;
  readonly after: Cell;
}

/** Edits that mend one cause. Nothing is changed before a person has seen them; what was accepted is a decision of the round,
 *  which makes it again over the cells as they came and takes it back by leaving it out. */
export interface BatchFix {
  /** By file, sheet, row, column; at most one per cell. */
  readonly edits: readonly CellEdit[];
  /** `certain` when every edit is the only possible meaning. */
  readonly confidence: 'certain' | 'likely';
  /** Cells of the cause that a person has to mend: no safe value, or a formula stands there. */
  readonly unfixed: number;
}

/** A cell as a person types it. */
export const typedCell = (text: string): Cell => ({ kind: 'text', text, raw: text });

/** Whether two cells hold the same; how they are shown by a format counts too. */
export const isSameCell = (a: Cell, b: Cell): boolean =>
  a === b ||
  (a.kind === b.kind &&
    a.raw === b.raw &&
    a.text === b.text &&
    a.format === b.format &&
    (a.formula === true) === (b.formula === true));
