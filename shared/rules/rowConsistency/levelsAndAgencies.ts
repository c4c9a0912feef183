import { readAgencies, type ImplementingAgency } from '../../domain/implementingAgency.ts';
import { parseLevels, type Level } from '../../domain/level.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';

const NO_LEVELS: readonly Level[] = [];
const NO_AGENCIES: readonly ImplementingAgency[] = [];

/** Levels that a cell states; none when it is blank or unreadable. For `view.derive`. */
export const levelsIn = (_cell: Cell, text: string): readonly Level[] => {
  const levels = parseLevels(text);
  return levels.ok ? levels.value : NO_LEVELS;
};

/** Agencies that a cell names; none when it is blank. For `view.derive`. */
export const agenciesIn = (cell: Cell, text: string): readonly ImplementingAgency[] =>
  saysNothing(cell, text) ? NO_AGENCIES : readAgencies(text);
