import type { FieldKey } from '../domain/fields.ts';
import type { Cell } from '../table/cell.ts';
import { keyOfHeading } from './headingKeys.ts';
import type { SheetGrid } from './sheetGrid.ts';

/** What the values of a column look like. */
export type ContentKind =
  | 'procedureCode'
  | 'dossierCode'
  | 'citizenId'
  | 'phone'
  | 'email'
  | 'url'
  | 'date'
  | 'duration'
  | 'timeUnit'
  | 'money'
  | 'channel'
  | 'level'
  | 'agency'
  | 'account'
  | 'number'
  | 'yesNo';

/** Shares (0 … 1) of a column's distinct values that look like each kind; a value may look like several. */
export interface ContentProfile {
  /** Distinct values that were looked at. */
  readonly values: number;
  readonly share: ReadonlyMap<ContentKind, number>;
}

const ROWS_LOOKED_AT = 400;
const VALUES_LOOKED_AT = 80;
const LONGEST_VALUE = 300;

const digitsOf = (text: string): string => text.replace(/[\s.()+-]/g, '');

const CHANNEL_KEYS = ['tructuyen', 'tructiep', 'buuchinh', 'dichvubuuchinh', 'noptructuyen', 'noptructiep', 'online'];
const TIME_UNITS = new Set([
  'ngay',
  'ngaylamviec',
  'gio',
  'giolamviec',
  'thang',
  'phut',
  'nam',
  'day',
  'workingday',
  'tuan',
]);
const YES_NO = new Set(['co', 'khong', 'x', 'yes', 'no', 'true', 'false', 'da', 'chua', 'roi']);
const AGENCY = /^(?:ubnd|ủy ban|uỷ ban|sở|xã|phường|đặc khu|bộ|cục|chi cục|ban|trung tâm|công an|văn phòng|thuế)\s/i;

/** Longest value that can be a word of a closed list. */
const LONGEST_WORD = 40;

/** Tests get the text, the cell, and the text's key where it is short enough to be a word of a closed list, else ''. */
const TESTS: readonly (readonly [ContentKind, (text: string, cell: Cell, key: string) => boolean])[] = [
  [
    'procedureCode',
    (text, cell) => /^\d\.\d{6}(?:[.-]|$)/.test(text) || (cell.kind === 'number' && /^[1-9]\.\d{3,5}$/.test(cell.raw)),
  ],
  ['dossierCode', (text) => /^[A-Z\d.]{3,30}-\d{6}-\d{2,7}$/.test(text)],
  ['citizenId', (text, cell) => /^\d{12}$/.test(text) || (cell.kind === 'number' && /^\d{11}$/.test(cell.raw))],
  ['phone', (text) => /^(?:0|84)?[235789]\d{8,9}$/.test(digitsOf(text)) && digitsOf(text).length <= 11],
  ['email', (text) => /^[^\s@]{1,64}@[^\s@]{1,100}\.[a-z]{2,10}$/i.test(text)],
  ['url', (text) => /^(?:https?:\/\/|www\.)/i.test(text)],
  ['date', (text, cell) => cell.kind === 'date' || /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)/.test(text)],
  ['duration', (text) => /\d.{0,40}(?:ngày|giờ|tháng|phút)|^(?:trong ngày|ngay)/i.test(text)],
  ['timeUnit', (_text, _cell, key) => TIME_UNITS.has(key)],
  [
    'money',
    (text) =>
      /\d\s{0,2}(?:đ|đồng|vnđ|vnd|nghìn)|miễn phí|không thu/i.test(text) || /^\d{1,3}(?:[.,]\d{3})+$/.test(text),
  ],
  ['channel', (_text, _cell, key) => key !== '' && CHANNEL_KEYS.some((start) => key.startsWith(start))],
  ['level', (text) => /^cấp\s(?:tỉnh|xã|bộ|huyện|trung ương)/i.test(text)],
  ['agency', (text) => AGENCY.test(text)],
  ['account', (text) => /^\d{6,19}$/.test(digitsOf(text)) && !/[()+]/.test(text)],
  ['number', (text, cell) => cell.kind === 'number' || /^-?\d{1,15}(?:[.,]\d{1,6})?$/.test(text)],
  ['yesNo', (_text, _cell, key) => YES_NO.has(key)],
];

/** What the values of a sheet column look like, judged from its first rows. */
export function sniffColumn(grid: SheetGrid, column: number, fromRow: number): ContentProfile {
  const seen = new Set<number>();
  for (let row = fromRow; row < Math.min(grid.rows, fromRow + ROWS_LOOKED_AT); row++) {
    const code = grid.code(row, column);
    if (code !== 0) seen.add(code);
    if (seen.size >= VALUES_LOOKED_AT) break;
  }
  const count = new Map<ContentKind, number>();
  for (const code of seen) {
    const text = grid.textOf(code).slice(0, LONGEST_VALUE);
    const cell = grid.sheet.dictionary.cell(code);
    const key = text.length <= LONGEST_WORD ? keyOfHeading(text) : '';
    for (const [kind, test] of TESTS) if (test(text, cell, key)) count.set(kind, (count.get(kind) ?? 0) + 1);
  }
  const share = new Map([...count].map(([kind, hits]) => [kind, hits / seen.size]));
  return { values: seen.size, share };
}

/** Kinds of content by which a field is known; a field that holds free text has none. */
const EXPECTED: Partial<Record<FieldKey, readonly ContentKind[]>> = {
  ma_tthc: ['procedureCode'],
  ma_dvc: ['procedureCode'],
  ma_ho_so: ['dossierCode'],
  cccd: ['citizenId'],
  sdt: ['phone'],
  email: ['email'],
  link_nop: ['url'],
  ngay_quyet_dinh: ['date'],
  ngay_sinh: ['date'],
  ngay_tiep_nhan: ['date'],
  han_tra: ['date'],
  ngay_bao_cao: ['date'],
  thoi_han: ['duration', 'number'],
  thoi_gian_buoc: ['duration', 'number'],
  dv_tinh_thoi_han: ['timeUnit'],
  // "Không" is a fee too.
  phi_le_phi: ['money', 'number', 'yesNo'],
  hinh_thuc_nop: ['channel'],
  co_bm_dien_tu: ['yesNo'],
  cap_thuc_hien: ['level'],
  don_vi: ['agency'],
  so_tai_khoan: ['account'],
  sl_tiep_nhan: ['number'],
  sl_truc_tuyen: ['number'],
  sl_truc_tiep: ['number'],
  sl_buu_chinh: ['number'],
  sl_da_giai_quyet: ['number'],
  sl_dang_giai_quyet: ['number'],
  sl_qua_han: ['number'],
  so_bo: ['number'],
  ban_chinh: ['number'],
  ban_sao: ['number'],
};

/** Kinds that leave no doubt of what a column holds. */
const TELLING: readonly ContentKind[] = [
  'procedureCode',
  'dossierCode',
  'citizenId',
  'email',
  'url',
  'phone',
  'date',
  'timeUnit',
  'channel',
  'number',
  'yesNo',
];

/** Fields with a closed vocabulary: other values speak against them. */
const CLOSED: ReadonlySet<FieldKey> = new Set(['dv_tinh_thoi_han']);

/** Fields proposed for a column that only its content tells; the first that the sheet kind has is taken. */
const TOLD_BY_CONTENT: Partial<Record<ContentKind, readonly FieldKey[]>> = {
  procedureCode: ['ma_tthc'],
  dossierCode: ['ma_ho_so'],
  citizenId: ['cccd'],
  phone: ['sdt'],
  email: ['email'],
  url: ['link_nop', 'sso'],
  channel: ['hinh_thuc_nop'],
  level: ['cap_thuc_hien'],
};

const MOST = 0.8;
const MANY = 0.6;
const FEW = 0.1;

/** Whether a column's content speaks for or against a field. */
export function contentFit(field: FieldKey, profile: ContentProfile): 'agrees' | 'disagrees' | 'silent' {
  const expected = EXPECTED[field];
  if (expected === undefined || profile.values === 0) return 'silent';
  const share = (kind: ContentKind): number => profile.share.get(kind) ?? 0;
  const fitting = Math.max(...expected.map(share));
  if (fitting >= MANY) return 'agrees';
  return fitting <= FEW && (CLOSED.has(field) || TELLING.some((kind) => share(kind) >= MOST)) ? 'disagrees' : 'silent';
}

/** Fields that a column's content proposes when its heading says nothing, best first. */
export const fieldsOfContent = (profile: ContentProfile): readonly FieldKey[] =>
  profile.values < 2
    ? []
    : [...profile.share].filter(([, share]) => share >= MOST).flatMap(([kind]) => TOLD_BY_CONTENT[kind] ?? []);
