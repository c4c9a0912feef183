import { cleanText } from '../domain/vietnameseText.ts';
import type { Table } from '../table/table.ts';
import { fitsAgency, fitsPattern } from './namePattern.ts';

/** A table as patterns of agencies see it; its columns may be left out. */
export type AgencyPlace = Pick<Table, 'agency'> & Partial<Pick<Table, 'columns' | 'titleFacts'>>;

/** A sheet with more codes than this lists agencies and is not one's own. */
const MOST_CODES = 1000;

/** Whether the agency of a table fits one of the patterns: by its id (`so-y-te`), its name ("Sở Y tế"), or the agency codes
 *  that the table itself states (`H01.12`, in a column of agency codes or above the header). A table that states several
 *  codes fits only if all do. */
export function fitsAgencyOf(patterns: readonly string[], table: AgencyPlace): boolean {
  if (fitsAgency(patterns, table.agency)) return true;
  const codes = codesOf(table);
  return codes.length > 0 && codes.every((code) => patterns.some((pattern) => fitsPattern(pattern, code)));
}

const known = new WeakMap<AgencyPlace, readonly string[]>();

function codesOf(table: AgencyPlace): readonly string[] {
  let codes = known.get(table);
  if (codes === undefined) known.set(table, (codes = statedCodes(table)));
  return codes;
}

function statedCodes({ columns = [], titleFacts = [] }: AgencyPlace): readonly string[] {
  const codes = new Set(titleFacts.flatMap(({ field, value }) => (field === 'ma_don_vi' ? [cleanText(value)] : [])));
  const column = columns.find(({ field }) => field === 'ma_don_vi');
  if (column !== undefined && column.distinct <= MOST_CODES) {
    for (let code = 1; code < column.distinct; code += 1) codes.add(cleanText(column.value(code).text));
  }
  codes.delete('');
  return [...codes];
}
