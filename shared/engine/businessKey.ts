import { datasetKind } from '../domain/datasets.ts';
import type { FieldKey } from '../domain/fields.ts';
import { parseProcedureCode } from '../domain/procedureCode.ts';
import { cleanText, searchKey } from '../domain/vietnameseText.ts';
import { columnOf, type Table } from '../table/table.ts';

/** Names a row by other means than its key, for findings about the key itself: correcting a wrong code must not make
 *  the finding look like a new one. */
const SECOND_KEY: readonly FieldKey[] = ['ten_tthc', 'ho_ten', 'ten_quy_trinh', 'don_vi', 'xa'];

/** Business key of a row as people read it, e.g. "1.001234 · Trực tuyến"; '' when every key field is blank. */
export function businessKey(table: Table, row: number): string {
  return keyFields(table)
    .map((field) => shownKey(table, field, row))
    .filter((text) => text !== '')
    .join(' · ');
}

/** Key of a row for a finding's identity. It ignores spelling that corrections change (white space, case, diacritics,
 *  local suffixes of codes) and, for a finding about a key field, leans on the row's name instead. */
export function identityKey(table: Table, row: number, field: FieldKey | null): string {
  const key = keyFields(table);
  const about = field !== null && key.includes(field);
  const fields = about ? [...key.filter((other) => other !== field), ...SECOND_KEY] : key;
  const parts = fields.map((other) => foldedKey(table, other, row));
  if (parts.every((part) => part === '')) {
    return [...key, ...SECOND_KEY].map((other) => foldedKey(table, other, row)).join('\u0001');
  }
  return parts.join('\u0001');
}

/** Whether every row goes by the same key in both tables, whatever its other cells hold now. */
export const haveSameKeys = (one: Table, other: Table): boolean =>
  one.dataset === other.dataset &&
  one.rowNumbers === other.rowNumbers &&
  [...keyFields(one), ...SECOND_KEY].every((field) => columnOf(one, field) === columnOf(other, field));

const keyFields = (table: Table): readonly FieldKey[] => datasetKind(table.dataset).key;

function shownKey(table: Table, field: FieldKey, row: number): string {
  return cleanText(columnOf(table, field)?.at(row).text ?? '');
}

function foldedKey(table: Table, field: FieldKey, row: number): string {
  const text = shownKey(table, field, row);
  if (field === 'ma_tthc') {
    const code = parseProcedureCode(text);
    if (code.ok) return code.value.base;
  }
  return searchKey(text);
}
