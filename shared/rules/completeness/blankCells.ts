import type { DatasetId } from '../../domain/datasets.ts';
import { isNoInformation, isPlaceholder } from '../../domain/placeholder.ts';
import type { FieldKey } from '../../domain/fields.ts';
import type { TableView, Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';

/** Whether a cell says nothing: blank, a placeholder such as "-", or "Không có thông tin". For `view.derive`. */
export const saysNothing = (_cell: Cell, text: string): boolean =>
  text === '' || isPlaceholder(text) || isNoInformation(text);

/** Reports one verdict at every cell of a column that says nothing. */
export function reportBlanks<Field extends FieldKey, Message extends string>(
  view: TableView<Field, Message>,
  field: NoInfer<Field>,
  verdict: Verdict<Message>,
): void {
  const blank = view.derive(field, saysNothing);
  for (let row = 0; row < view.rows; row += 1) if (blank(row)) view.report(row, field, verdict);
}

/** Parts of a procedure (NĐ 63/2010 Điều 8 khoản 2) and of its publication, whose blanks rules CMP-01 to CMP-13 report in
 *  each sheet kind. CMP-12 leaves placeholders in them alone: one blank, one finding. */
export const REQUIRED_PARTS: Readonly<Partial<Record<DatasetId, readonly FieldKey[]>>> = {
  procedures: [
    'ma_tthc',
    'ten_tthc',
    'trinh_tu',
    'hinh_thuc_nop',
    'thanh_phan_ho_so',
    'thoi_han',
    'doi_tuong',
    'co_quan_thuc_hien',
    'phi_le_phi',
    'ket_qua',
    'ma_ket_qua',
    'can_cu_phap_ly',
    'so_quyet_dinh',
    'ngay_quyet_dinh',
    'so_bo',
  ],
  channels: ['ma_tthc', 'hinh_thuc_nop', 'thoi_han', 'phi_le_phi'],
  components: ['ma_tthc', 'thanh_phan_ho_so'],
  feeConfigs: ['ma_tthc', 'phi_le_phi'],
  links: ['ma_tthc'],
  pendingDossiers: ['ma_tthc'],
  accounts: ['ho_ten', 'cccd', 'don_vi', 'vai_tro'],
  incidents: ['loi_su_co', 'nguyen_nhan', 'phuong_an_xu_ly', 'thoi_gian_hoan_thanh', 'ket_qua_xu_ly'],
};
