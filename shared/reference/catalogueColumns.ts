import { headingKey } from '../domain/vietnameseText.ts';

/** What a column of a national list can hold. */
export type CatalogueColumn =
  | 'ma_tthc'
  | 'ten_tthc'
  | 'linh_vuc'
  | 'co_quan_cong_bo'
  | 'co_quan_thuc_hien'
  | 'cap_thuc_hien'
  | 'doi_tuong'
  | 'loai_tthc'
  | 'so_quyet_dinh'
  | 'ngay_quyet_dinh'
  | 'ma_ket_qua'
  | 'thanh_phan_ho_so'
  | 'kenh_nop'
  | 'thoi_han_online'
  | 'thoi_han_truc_tiep'
  | 'thoi_han_buu_chinh'
  | 'phi_online'
  | 'phi_truc_tiep'
  | 'phi_buu_chinh'
  | 'trang_thai'
  | 'portal_id'
  | 'detail_ok';

// Headings by `headingKey`: the portal's own export, the full list's field names, and their obvious long forms. An
// agency's free headings are intake's business; a reference comes from few hands.
const HEADINGS: Readonly<Record<CatalogueColumn, readonly string[]>> = {
  ma_tthc: ['matthc', 'maso', 'mathutuc', 'mathutuchanhchinh', 'masotthc', 'masothutuc'],
  ten_tthc: ['tentthc', 'ten', 'tenthutuc', 'tenthutuchanhchinh'],
  linh_vuc: ['linhvuc', 'linhvucthuchien'],
  co_quan_cong_bo: ['coquancongbo', 'coquanbanhanh'],
  co_quan_thuc_hien: ['coquanthuchien'],
  cap_thuc_hien: ['capthuchien'],
  doi_tuong: ['doituong', 'doituongthuchien'],
  loai_tthc: ['loaitthc', 'loaithutuc', 'loaithutuchanhchinh'],
  so_quyet_dinh: ['soquyetdinh', 'soquyetdinhcongbo', 'quyetdinhcongbo'],
  ngay_quyet_dinh: ['ngayquyetdinh', 'ngaybanhanh', 'ngaycongbo'],
  ma_ket_qua: ['maketqua', 'maketquathuchien'],
  thanh_phan_ho_so: ['thanhphanhoso'],
  kenh_nop: ['kenhnop', 'hinhthucnop', 'cachthucthuchien'],
  thoi_han_online: ['thoihanonline', 'thoihantructuyen'],
  thoi_han_truc_tiep: ['thoihantructiep'],
  thoi_han_buu_chinh: ['thoihanbuuchinh'],
  phi_online: ['phionline', 'phitructuyen', 'philephitructuyen'],
  phi_truc_tiep: ['phitructiep', 'philephitructiep'],
  phi_buu_chinh: ['phibuuchinh', 'philephibuuchinh'],
  trang_thai: ['trangthai', 'tinhtrang', 'tinhtranghieuluc'],
  portal_id: ['portalid'],
  detail_ok: ['detailok'],
};

const COLUMN_BY_KEY: ReadonlyMap<string, CatalogueColumn> = new Map(
  (Object.entries(HEADINGS) as [CatalogueColumn, readonly string[]][]).flatMap(([column, keys]) =>
    keys.map((key): [string, CatalogueColumn] => [key, column]),
  ),
);

/** Which column of the sheet holds what: 0-based positions; the first of two equal headings wins. */
export function catalogueColumns(headings: readonly string[]): ReadonlyMap<CatalogueColumn, number> {
  const positions = new Map<CatalogueColumn, number>();
  for (const [position, heading] of headings.entries()) {
    const column = COLUMN_BY_KEY.get(headingKey(heading));
    if (column !== undefined && !positions.has(column)) positions.set(column, position);
  }
  return positions;
}

/** Whether headings can be those of a national list: a code, a name, and at least one thing said of them. */
export const isCatalogueHeader = (columns: ReadonlyMap<CatalogueColumn, number>): boolean =>
  columns.has('ma_tthc') && columns.has('ten_tthc') && columns.size >= 3;
