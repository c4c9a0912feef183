import { isPlaceholder } from '../../domain/placeholder.ts';
import type { FieldKey } from '../../domain/fields.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { DATASET_IDS } from '../../domain/datasets.ts';
import { REQUIRED_PARTS } from './blankCells.ts';

/** Columns where a sign is not in the place of a value: remarks, numbering, tick boxes ("x" = yes), states in words
 *  ("Đang xử lý" is one), and passwords, which no finding may quote. */
const FREE: ReadonlySet<FieldKey> = new Set([
  'stt',
  'ghi_chu',
  'mo_ta',
  'co_bm_dien_tu',
  'sso',
  'gioi_tinh',
  'vai_tro',
  'ca_truc',
  'mat_khau',
  'trang_thai',
  'trang_thai_ho_so',
  'trang_thai_thanh_toan',
  'ket_qua_xu_ly',
  'ket_qua_dang_nhap',
]);

// "0" is in the book's list but is a value in number columns; ROW-05, FEE and RPT rules judge it there. Required parts of
// a procedure are CMP-01 to CMP-11's: one blank, one finding. Unknown columns are echoed, not judged.
export default defineRule({
  id: 'CMP-12',
  title: 'Ô không chứa giá trị giữ chỗ',
  severity: 'info',
  scope: 'row',
  why: 'Dấu "-", "…", "đang cập nhật" hay lỗi công thức được chép nguyên lên hệ thống thì người dân nhìn thấy chúng như nội dung thật. Phần mềm coi các ô này là trống.',
  howToFix: 'Điền giá trị thật, hoặc xóa ký hiệu để ô trống. Ô lỗi công thức: sửa công thức hoặc dán lại giá trị.',
  legal: [],
  asks: [],
  datasets: DATASET_IDS,
  reads: [],
  readsAll: true,
  messages: {
    placeholder: 'Ô chứa giá trị giữ chỗ "{value}", được coi là trống.',
    formulaError: 'Ô chứa lỗi công thức {value}, được coi là trống.',
  },
  en: {
    title: 'No cell holds a placeholder',
    why: 'A "-", "…", "being updated" or a formula error that is copied to the system is shown to citizens as if it were content. The program treats such cells as blank.',
    howToFix:
      'Fill in the real value, or clear the cell. For a formula error, mend the formula or paste the value again.',
    messages: {
      placeholder: 'The cell holds the placeholder "{value}", which counts as blank.',
      formulaError: 'The cell holds the formula error {value}, which counts as blank.',
    },
  },
  check(view) {
    const watched = REQUIRED_PARTS[view.table.dataset] ?? [];
    for (const column of view.ownColumns) {
      const { field } = column;
      if (field === null || FREE.has(field) || watched.includes(field)) continue;
      view.perColumnValue(column, judge);
    }
  },
});

function judge(cell: Cell, text: string): Verdict<'placeholder' | 'formulaError'> | null {
  if (cell.kind === 'error') return { message: 'formulaError' };
  return isPlaceholder(text) ? { message: 'placeholder' } : null;
}
