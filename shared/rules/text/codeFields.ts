import type { FieldKey } from '../../domain/fields.ts';

/** Fields whose cells are codes, numbers or addresses for machines, not words. */
const CODE_FIELDS: ReadonlySet<FieldKey> = new Set([
  'ma_tthc',
  'ma_dvc',
  'ma_linh_vuc',
  'ma_phi',
  'ma_tphs',
  'ma_bieu_mau',
  'ma_don_vi',
  'ma_ket_qua',
  'ma_hanh_dong',
  'ma_ho_so',
  'ma_tinh',
  'ma_xa',
  'ma_ngan_hang',
  'ma_kbnn',
  'ma_qhns',
  'ma_cq_thu',
  'ma_nganh_kbnn_dia_ban',
  'ma_so_thue',
  'chuong',
  'tieu_muc',
  'so_tai_khoan',
  'so_quyet_dinh',
  'cccd',
  'sdt',
  'email',
  'ten_dang_nhap',
  'link_nop',
]);

/** Whether a column holds codes; a column that was not understood is taken for words. */
export const holdsCodes = (field: FieldKey | null): boolean => field !== null && CODE_FIELDS.has(field);
