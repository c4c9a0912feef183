import { readFigure } from '../../domain/amount.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';

/** What a cell of a daily report counts: a number, nothing, or words that are no number. */
export type Count = number | 'blank' | 'unreadable';

// "12 hồ sơ", "12 HS": the unit behind the figure says nothing new.
const WITH_UNIT = /^(-?\s{0,2}[\d.,]{1,20})\s{0,3}(?:hồ sơ|hs|thủ tục|lượt)?\.?$/i;

/** Reads a count such as `1.234`, `-3`, `12 hồ sơ`. For `view.derive`. */
export function countIn(cell: Cell, text: string): Count {
  if (saysNothing(cell, text)) return 'blank';
  if (cell.kind === 'number') return Number(cell.raw);
  const [, figure] = WITH_UNIT.exec(text.replace(/^[\u2212–]/, '-')) ?? [];
  if (figure === undefined) return 'unreadable';
  const negative = figure.startsWith('-');
  const value = readFigure(figure.replace(/^-\s*/, ''))?.value;
  if (value === undefined) return 'unreadable';
  return negative ? -value : value;
}
