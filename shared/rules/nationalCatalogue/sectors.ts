import { splitValues } from '../../domain/multiValue.ts';
import { compareKey } from '../../domain/vietnameseText.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';

/** Keys of the sectors in a cell, one per line or ";", and the key of the whole cell: names of sectors hold commas. */
export interface Sectors {
  readonly text: string;
  readonly whole: string;
  readonly each: readonly string[];
}

const NO_SECTORS: Sectors = { text: '', whole: '', each: [] };

/** Sectors that a cell names. For `view.derive`. */
export const sectorsIn = (cell: Cell, text: string): Sectors =>
  saysNothing(cell, text)
    ? NO_SECTORS
    : { text, whole: compareKey(text), each: splitValues(text).map((value) => compareKey(value.text)) };

/** Whether every sector that a cell names is one of those given by their keys; naming one of several is enough. Null when
 *  one side names none. */
export function sectorsAgree(sectors: Sectors, keys: readonly string[]): boolean | null {
  const given = keys.filter((key) => key !== '');
  if (sectors.whole === '' || given.length === 0) return null;
  // "Hộ tịch, Quốc tịch" joins two national sectors by a comma, which the key drops.
  if (sectors.whole === given.join(' ') || given.includes(sectors.whole)) return true;
  return sectors.each.every((sector) => given.includes(sector));
}
