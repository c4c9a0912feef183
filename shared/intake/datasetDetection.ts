import { DATASET_IDS, datasetKind, type DatasetId } from '../domain/datasets.ts';
import type { FieldKey } from '../domain/fields.ts';
import { kindsWith, mapColumns, type ColumnClues, type ColumnMap } from './columnMapping.ts';
import { RELIABLE } from './reading.ts';

/** How well a sheet fits one kind. */
export interface DatasetFit {
  readonly dataset: DatasetId;
  /** 0 … 1. */
  readonly score: number;
  /** Signature fields present. */
  readonly signature: number;
  readonly map: ColumnMap;
}

/** Fields without which a sheet is hardly of a kind, whatever else it has; one of them is enough. */
const HEART: Partial<Record<DatasetId, readonly FieldKey[]>> = {
  procedures: ['ma_tthc', 'ten_tthc'],
  channels: ['hinh_thuc_nop'],
  components: ['thanh_phan_ho_so', 'ma_tphs'],
  feeConfigs: ['so_tai_khoan', 'ten_tai_khoan', 'ma_phi', 'ma_kbnn'],
  workflows: ['ten_buoc', 'buoc'],
  accounts: ['ho_ten', 'cccd', 'ten_dang_nhap'],
  links: ['link_nop', 'sso'],
  contacts: ['dau_moi'],
  pendingDossiers: ['ma_ho_so'],
  dailyReports: ['sl_tiep_nhan', 'sl_da_giai_quyet', 'sl_qua_han', 'sl_truc_tuyen'],
  incidents: ['loi_su_co'],
};

/** Fields that many kinds have and that tell none of them. */
const TELL_NOTHING: ReadonlySet<FieldKey> = new Set(['stt', 'ghi_chu', 'mo_ta', 'mat_khau']);

const EXPLAINED_SHARE = 0.6;
const SIGNATURE_SHARE = 0.4;
const WITHOUT_HEART = 0.6;

/** How much a field tells of the kind: 1 when only one kind has it. */
const weightOf = (field: FieldKey): number => (TELL_NOTHING.has(field) ? 0 : 1 / Math.max(1, kindsWith(field)));

/** Fits of a sheet to all kinds, best first. The score is made of the share of understood columns that the kind explains
 *  (rare fields weigh more) and of the kind's signature fields that are there. */
export function datasetFits(clues: readonly ColumnClues[]): DatasetFit[] {
  return DATASET_IDS.map((dataset) => fitOf(clues, dataset))
    .filter((fit) => fit.score > 0)
    .sort((a, b) => b.score - a.score);
}

function fitOf(clues: readonly ColumnClues[], dataset: DatasetId): DatasetFit {
  const kind = datasetKind(dataset);
  const map = mapColumns(clues, dataset);
  const present = new Set<FieldKey>();
  let explained = 0;
  let total = 0;
  map.columns.forEach((column, at) => {
    const inKind = column.field !== null && column.confidence >= RELIABLE && kind.fields.includes(column.field);
    // A second column of a field (one per channel, several next steps) says nothing new of the kind.
    const again = inKind && present.has(column.field);
    const weight = inKind ? weightOf(column.field) : strongestWeight(clues[at]!);
    if (!again) total += weight;
    if (!inKind || again) return;
    explained += weight;
    present.add(column.field);
  });
  const signature = kind.signature.filter((field) => present.has(field)).length;
  const needed = Math.min(3, kind.signature.length);
  const heart = HEART[dataset];
  const whole = heart === undefined || heart.some((field) => present.has(field));
  const score =
    signature === 0 || total === 0
      ? 0
      : (EXPLAINED_SHARE * (explained / total) + SIGNATURE_SHARE * Math.min(1, signature / needed)) *
        (whole ? 1 : WITHOUT_HEART);
  return { dataset, score: Math.round(score * 1000) / 1000, signature, map };
}

/** What a column that a kind does not explain counts against it. */
const strongestWeight = (clue: ColumnClues): number =>
  Math.max(
    0,
    ...clue.candidates.filter((candidate) => candidate.confidence >= 0.8).map(({ field }) => weightOf(field)),
  );
