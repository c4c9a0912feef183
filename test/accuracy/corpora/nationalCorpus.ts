import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadReference } from '../../../electron/node/referenceFile.ts';
import type { SampleColumn, SampleSheet } from '../../../electron/node/sample/sampleSheet.ts';
import { formatLevels, LEVELS } from '../../../shared/domain/level.ts';
import type { ProcedureIndex } from '../../../shared/engine/references.ts';
import type { NationalChannel, NationalProcedure } from '../../../shared/reference/catalogue.ts';
import { indexProcedures } from '../../../shared/reference/procedureIndex.ts';
import type { Round } from '../round.ts';

/** Real data beside the checkout; never part of it. */
export const SHARED_DATA = path.resolve(import.meta.dirname, '../../../../shared/data');

const CATALOGUE = path.join(SHARED_DATA, 'reference/national_catalogue_2026-07.jsonl');

/** The real national catalogue, or null where the shared data folder is missing. */
export async function nationalProcedures(): Promise<ProcedureIndex | null> {
  if (!existsSync(CATALOGUE)) return null;
  const loaded = await loadReference([CATALOGUE]);
  if (!loaded.ok) throw new Error(loaded.error.code);
  return indexProcedures(loaded.value);
}

const RECORDS_PER_AGENCY = 40;

/** Rounds of agencies that copied the national catalogue's own records without a mistake: a catalogue and a sheet of
 *  channels each, some agencies to a round. Records that look faulty themselves are left out. */
export function nationalCorpora(procedures: ProcedureIndex): readonly Round[] {
  const usable = procedures.snapshot.procedures.filter(
    ({ hasDetail, doubts, channels, thanh_phan_ho_so }) =>
      hasDetail && doubts.length === 0 && channels.length > 0 && thanh_phan_ho_so.length > 0,
  );
  const files = [...Map.groupBy(usable, ({ co_quan_cong_bo }) => co_quan_cong_bo)].flatMap(([ministry, records]) =>
    chunks(records, RECORDS_PER_AGENCY).map((chunk, index) => ({
      path: `${ministry} ${index + 1}/Danh mục TTHC.xlsx`,
      sheets: [catalogueSheet(chunk), channelSheet(chunk)],
    })),
  );
  return chunks(files, 8).map((some) => ({ corpus: 'national', files: some, references: { procedures } }));
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

const column = (key: string, heading: string): SampleColumn => ({ key, heading });

const catalogueSheet = (records: readonly NationalProcedure[]): SampleSheet => ({
  name: 'Danh mục',
  title: ['DANH MỤC THỦ TỤC HÀNH CHÍNH'],
  columns: [
    column('stt', 'STT'),
    column('ma_tthc', 'Mã TTHC'),
    column('ten_tthc', 'Tên TTHC'),
    column('so_quyet_dinh', 'Số quyết định'),
    column('co_quan_cong_bo', 'Cơ quan ban hành'),
    column('linh_vuc', 'Lĩnh vực'),
    column('cap_thuc_hien', 'Cấp thực hiện'),
    column('doi_tuong', 'Đối tượng thực hiện'),
    column('co_quan_thuc_hien', 'Cơ quan thực hiện'),
    column('thanh_phan_ho_so', 'Thành phần hồ sơ'),
    column('ma_ket_qua', 'Mã kết quả'),
  ],
  records: records.map((one, index) => ({
    stt: index + 1,
    ma_tthc: one.ma_tthc,
    ten_tthc: one.ten_tthc,
    so_quyet_dinh: one.so_quyet_dinh,
    co_quan_cong_bo: one.co_quan_cong_bo,
    linh_vuc: one.linh_vuc.join('\n'),
    cap_thuc_hien: formatLevels(LEVELS.filter((level) => one.cap_thuc_hien.has(level))),
    doi_tuong: one.doi_tuong.join('\n'),
    co_quan_thuc_hien: one.co_quan_thuc_hien.join('\n'),
    thanh_phan_ho_so: one.thanh_phan_ho_so.join('\n'),
    ma_ket_qua: one.ma_ket_qua.join('\n'),
  })),
});

const CHANNEL_NAMES: Readonly<Record<NationalChannel['channel'], string>> = {
  direct: 'Trực tiếp',
  online: 'Trực tuyến',
  postal: 'Bưu chính',
};

const channelSheet = (records: readonly NationalProcedure[]): SampleSheet => ({
  name: 'Cách thức thực hiện',
  title: ['CÁCH THỨC, THỜI HẠN, PHÍ, LỆ PHÍ'],
  columns: [
    column('ma_tthc', 'Mã TTHC'),
    column('ten_tthc', 'Tên TTHC'),
    column('hinh_thuc_nop', 'Hình thức nộp'),
    column('thoi_han', 'Thời hạn giải quyết'),
    column('phi_le_phi', 'Phí, lệ phí'),
  ],
  records: records.flatMap((one) =>
    one.channels.map((line) => ({
      ma_tthc: one.ma_tthc,
      ten_tthc: one.ten_tthc,
      hinh_thuc_nop: CHANNEL_NAMES[line.channel],
      thoi_han: line.deadlineText,
      phi_le_phi: line.feeText,
    })),
  ),
});
