import type { AgencyRef } from '../table/table.ts';
import { COMPARED_FIELDS, type ComparedField } from './comparedFields.ts';
import type { Comparison } from './compareLists.ts';
import { PATTERNS, type Pattern } from './fieldDifferences.ts';
import { LIST_REMARKS, type ListDifference, type ListRemark } from './listDifferences.ts';

/** How many differences of each kind. What a person has to decide (`unclear`) is counted apart. */
export interface ComparisonCounts {
  readonly lists: readonly { readonly remark: ListRemark; readonly count: number }[];
  readonly patterns: readonly { readonly pattern: Pattern; readonly count: number }[];
  readonly fields: readonly { readonly field: ComparedField; readonly count: number }[];
  /** Differences that stand at an agency, those with most first; null is the province's own system. */
  readonly agencies: readonly { readonly agency: AgencyRef | null; readonly lists: number; readonly fields: number }[];
  /** Fields that differ, without the unclear ones. */
  readonly different: number;
  readonly unclear: number;
}

/** Counts a comparison. Kinds that do not occur are left out. */
export function countsOf({ lists, fields, agencies }: Comparison): ComparisonCounts {
  const decided = fields.filter(({ pattern }) => pattern !== 'unclear');
  const listsAt = tally(lists.flatMap(concerned));
  const fieldsAt = tally(decided.map(({ agency }) => agency));
  const remarks = tally(lists.flatMap((one) => one.remarks));
  const patterns = tally(decided.map(({ pattern }) => pattern));
  const compared = tally(decided.map(({ field }) => field));
  const occurring = ({ count }: { readonly count: number }): boolean => count > 0;
  return {
    lists: LIST_REMARKS.map((remark) => ({ remark, count: remarks(remark) })).filter(occurring),
    patterns: PATTERNS.map((pattern) => ({ pattern, count: patterns(pattern) })).filter(occurring),
    fields: COMPARED_FIELDS.map((field) => ({ field, count: compared(field) })).filter(occurring),
    agencies: [...agencies, null]
      .map((agency) => ({ agency, lists: listsAt(agency), fields: fieldsAt(agency) }))
      .filter((one) => one.lists + one.fields > 0)
      .sort((a, b) => b.lists + b.fields - (a.lists + a.fields)),
    different: decided.length,
    unclear: fields.length - decided.length,
  };
}

function tally<Item>(items: readonly Item[]): (item: Item) => number {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return (item) => counts.get(item) ?? 0;
}

const PROVINCE_REMARKS: ReadonlySet<ListRemark> = new Set(['notInProvince', 'notOpenInProvince']);

/** Who has to look at a difference of lists: agencies that lack the procedure, or list what the nation does not have or has
 *  not open; the province's system (null) where what agencies list is not open there, or where it alone holds the
 *  procedure. */
function concerned({ remarks, listedBy, missingAt, province }: ListDifference): readonly (AgencyRef | null)[] {
  const isNational = remarks.some((remark) => remark !== 'missing' && !PROVINCE_REMARKS.has(remark));
  const isProvincial =
    remarks.some((remark) => PROVINCE_REMARKS.has(remark)) || (listedBy.length === 0 && province !== undefined);
  return [...new Set([...missingAt, ...(isNational ? listedBy : []), ...(isProvincial ? [null] : [])])];
}
