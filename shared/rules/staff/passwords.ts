import type { DatasetId } from '../../domain/datasets.ts';
import { headingKey } from '../../domain/vietnameseText.ts';
import type { TableColumn } from '../../table/table.ts';
import { saysNothing } from '../completeness/blankCells.ts';

const HEADING = /matkhau|password|passwd|passcode|(?:^|\/)(?:pass|pwd|pw|mk|mapin)(?:\/|$)|userpass|taikhoanmk/;

/** Whether a column is headed as one of passwords, alone ("Mật khẩu", "pass") or with others ("User/Pass"). */
export const isPasswordColumn = (column: Pick<TableColumn, 'field' | 'heading'>): boolean =>
  column.field === 'mat_khau' || HEADING.test(column.heading.split('/').map(headingKey).join('/'));

/** Sheets whose remarks may hold a password. Descriptions of procedures and incidents speak of passwords without telling
 *  any. */
export const SHEETS_WITH_LOG_INS: ReadonlySet<DatasetId> = new Set(['accounts', 'contacts', 'units', 'links']);

// "Mật khẩu: abc123", "MK: abc", "pass = abc": a word for password, a sign, and something behind it.
const IN_TEXT =
  /(?:mật\s{1,3}khẩu|mat\s{1,3}khau|\b(?:password|passwd|pass|pwd)|(?<![\p{L}\p{M}])mk)\s{0,3}[:=]\s{0,3}(?=\S)/iu;
const MASKED = /^[*•●.xX\s-]+$/;
/** Longer texts are documents; a password stands in a short remark. */
const LONGEST = 2000;

/** How many rows of a password column show one that is not masked. */
export const readablePasswords = (column: TableColumn): number => rowsWith(column, (text) => !MASKED.test(text), true);

/** How many rows of another column mention a password with its value. */
export const mentionedPasswords = (column: TableColumn): number =>
  rowsWith(column, (text) => /[:=]/.test(text) && text.length <= LONGEST && IN_TEXT.test(text.normalize('NFC')), false);

function rowsWith(column: TableColumn, shows: (text: string) => boolean, numbersToo: boolean): number {
  const codes = new Set<number>();
  for (let code = 1; code < column.distinct; code += 1) {
    const cell = column.value(code);
    if (cell.kind !== 'text' && !numbersToo) continue;
    const text = cell.text.trim();
    if (!saysNothing(cell, text) && shows(text)) codes.add(code);
  }
  if (codes.size === 0) return 0;
  let rows = 0;
  for (const code of column.codes) if (codes.has(code)) rows += 1;
  return rows;
}
