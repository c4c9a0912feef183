import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sampleCatalogueCsv, SAMPLE_CATALOGUE } from '../../../electron/node/sample/sampleCatalogue.ts';
import { sampleRound } from '../../../electron/node/sample/sampleRound.ts';
import {
  drawCsv,
  drawWorkbook,
  type SampleColumn,
  type SampleRecord,
  type SampleSheet,
} from '../../../electron/node/sample/sampleSheet.ts';

/** Where the three lists of a test lie. */
export interface ProvincialRound {
  readonly agencies: string;
  readonly catalogue: string;
  readonly province: string;
}

/** Writes the sample round without its mistakes, its catalogue, and an export of the province's system, all of which say
 *  the same in different words; `change` then puts differences into them. */
export async function writeProvincialRound(
  folder: string,
  change: (lists: ChangeableLists) => void,
): Promise<ProvincialRound> {
  const { files } = sampleRound({ clean: true });
  const { catalogue, lines } = exportSheets();
  let national = sampleCatalogueCsv();
  const sheetOf = (file: string, name: string): SampleSheet =>
    files.find(({ path: own }) => own === file)!.sheets.find((sheet) => sheet.name === name)!;
  change({
    agency: (file, sheet, code, channel) => recordOf(sheetOf(file, sheet).records, code, channel),
    removeFromAgency: (file, sheet, code) => remove(sheetOf(file, sheet).records, code),
    province: (code) => recordOf(catalogue.records, code),
    provinceLine: (code, channel) => recordOf(lines.records, code, channel),
    removeFromProvince: (code) => [catalogue, lines].forEach(({ records }) => remove(records, code)),
    addToProvince: (record) => catalogue.records.push(record),
    nationalState: (code, state) => {
      national = national
        .split('\r\n')
        .map((line) => (line.startsWith(`"${code}"`) ? line.replace('Đang công khai', state) : line))
        .join('\r\n');
    },
  });
  const agencies = path.join(folder, 'don-vi');
  for (const file of files) {
    const target = path.join(agencies, ...file.path.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.path.endsWith('.csv') ? drawCsv(file.sheets[0]!) : await drawWorkbook(file.sheets));
  }
  const round = {
    agencies,
    catalogue: path.join(folder, 'danh-muc-quoc-gia-2026-08-01.csv'),
    province: path.join(folder, 'he-thong-tinh.xlsx'),
  };
  await writeFile(round.catalogue, national);
  await writeFile(round.province, await drawWorkbook([catalogue, lines]));
  return round;
}

/** The lists before they are written: records to change in place. */
export interface ChangeableLists {
  /** @param channel  in a sheet with a line per channel */
  agency(file: string, sheet: string, code: string, channel?: string): SampleRecord;
  removeFromAgency(file: string, sheet: string, code: string): void;
  province(code: string): SampleRecord;
  provinceLine(code: string, channel: string): SampleRecord;
  removeFromProvince(code: string): void;
  addToProvince(record: SampleRecord): void;
  nationalState(code: string, state: string): void;
}

const recordOf = (records: readonly SampleRecord[], code: string, channel?: string): SampleRecord =>
  records.find((one) => one['ma_tthc'] === code && (channel === undefined || one['hinh_thuc_nop'] === channel))!;

function remove(records: SampleRecord[], code: string): void {
  const kept = records.filter((one) => one['ma_tthc'] !== code);
  records.splice(0, records.length, ...kept);
}

const column = (key: string, heading: string): SampleColumn => ({ key, heading });

/** The province's export: a list and a line per channel. It writes the same values in its own way. */
function exportSheets(): { readonly catalogue: SampleSheet; readonly lines: SampleSheet } {
  const catalogue: SampleSheet = {
    name: 'DanhMucTTHC',
    title: ['HỆ THỐNG THÔNG TIN GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TỈNH GIA LAI'],
    columns: [
      column('ma_tthc', 'Mã TTHC'),
      column('ten_tthc', 'Tên TTHC'),
      column('linh_vuc', 'Lĩnh vực'),
      column('cap_thuc_hien', 'Cấp thực hiện'),
      column('so_quyet_dinh', 'Số quyết định'),
      column('muc_do_dvc', 'Mức độ DVC'),
      column('thanh_phan_ho_so', 'Thành phần hồ sơ'),
      column('trang_thai', 'Trạng thái'),
    ],
    records: SAMPLE_CATALOGUE.map((one) => ({
      ma_tthc: one.ma,
      ten_tthc: `Thủ tục ${one.ten.toLowerCase()}`,
      linh_vuc: one.linhVuc.toUpperCase(),
      cap_thuc_hien: one.cap.replace('Cấp ', ''),
      so_quyet_dinh: `QĐ số ${one.quyetDinh}`,
      muc_do_dvc: 'DVC trực tuyến toàn trình',
      thanh_phan_ho_so: one.giayTo.join('\n'),
      trang_thai: 'Công khai',
    })),
  };
  const lines: SampleSheet = {
    name: 'CachThucThucHien',
    title: [],
    columns: [
      column('ma_tthc', 'Mã TTHC'),
      column('hinh_thuc_nop', 'Hình thức nộp'),
      column('thoi_han', 'Thời hạn giải quyết'),
      column('phi_le_phi', 'Phí, lệ phí'),
    ],
    records: SAMPLE_CATALOGUE.flatMap((one) =>
      one.kenh.map((line) => ({
        ma_tthc: one.ma,
        hinh_thuc_nop: line.kenh,
        thoi_han: line.thoiHan.replace(/^0/, ''),
        phi_le_phi: line.phi.replace(' đồng', 'đ').replace('Miễn phí', 'Không thu phí'),
      })),
    ),
  };
  return { catalogue, lines };
}
