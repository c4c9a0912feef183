import type { DatasetId } from './datasets.ts';
import type { FieldKey } from './fields.ts';

/** What must be ready at an agency before it can receive dossiers on the new portal (letters 000 §1, 003 §1, 004 §1). */
export const AREAS = [
  'catalogue',
  'fees',
  'accounts',
  'deadlines',
  'forms',
  'workflows',
  'staff',
  'links',
  'dossiers',
] as const;

/** One area of readiness; its name is `readiness.area.<area>` in the message catalogue. */
export type Area = (typeof AREAS)[number];

/** The area a kind of sheet belongs to as a whole. Lists of units, daily reports and incidents say nothing of readiness. */
const HOME: Readonly<Partial<Record<DatasetId, Area>>> = {
  procedures: 'catalogue',
  channels: 'catalogue',
  components: 'forms',
  feeConfigs: 'accounts',
  workflows: 'workflows',
  transitions: 'workflows',
  accounts: 'staff',
  contacts: 'staff',
  links: 'links',
  pendingDossiers: 'dossiers',
};

/** Kinds of sheets that describe procedures, whose columns belong to several areas. */
const OF_PROCEDURES: ReadonlySet<DatasetId> = new Set(['procedures', 'channels', 'components', 'feeConfigs', 'links']);

const FIELDS_OF: Readonly<Partial<Record<Area, readonly FieldKey[]>>> = {
  fees: ['phi_le_phi', 'loai_phi', 'ma_phi', 'can_cu_thu_phi', 'thoi_han_hieu_luc_phi'],
  accounts: [
    'so_tai_khoan',
    'ten_tai_khoan',
    'ngan_hang',
    'ma_ngan_hang',
    'ma_kbnn',
    'ma_qhns',
    'chuong',
    'tieu_muc',
    'ma_cq_thu',
    'ma_nganh_kbnn_dia_ban',
    'ma_so_thue',
  ],
  deadlines: ['thoi_han', 'thoi_han_cat_giam', 'dv_tinh_thoi_han'],
  forms: ['thanh_phan_ho_so', 'ma_tphs', 'ban_chinh', 'ban_sao', 'so_bo', 'mau_don', 'ma_bieu_mau', 'co_bm_dien_tu'],
  links: ['link_nop', 'sso'],
};

const AREA_OF_FIELD: ReadonlyMap<FieldKey, Area> = new Map(
  AREAS.flatMap((area) => (FIELDS_OF[area] ?? []).map((field) => [field, area] as const)),
);

/** The area of a cell: that of its column where the sheet describes procedures, otherwise the sheet's own.
 *  @param field  null for a whole row or sheet, or a column that is not understood */
export function areaOf(dataset: DatasetId, field: FieldKey | null): Area | null {
  const own = field === null || !OF_PROCEDURES.has(dataset) ? undefined : AREA_OF_FIELD.get(field);
  return own ?? HOME[dataset] ?? null;
}
