import { describe, expect, test } from 'vitest';
import { agencyFromPath, agencyIdOf, isAgencyName, readableAgency } from '../../../shared/intake/agencyName.ts';
import { readWorkbook } from '../../../shared/intake/readWorkbook.ts';
import { sheetFrom, workbookFrom, type SheetCell } from '../../sheets.ts';

const HEADER = ['Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Cơ quan thực hiện'];
const ROW = ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', 'UBND cấp xã'];
const read = (rows: readonly (readonly SheetCell[])[], file = 'ds.xlsx') =>
  readWorkbook(workbookFrom(sheetFrom(rows)), { file })[0]!;

describe('whose data a sheet is', () => {
  test.each<[string, SheetCell[][], string, string]>([
    ['one-line letterhead', [['UBND XÃ NÚI CẤM']], 'UBND xã Núi Cấm', 'letterhead'],
    [
      'letterhead of two lines: the lower is the agency',
      [
        ['UBND TỈNH AN GIANG', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['SỞ Y TẾ', null, 'Độc lập - Tự do - Hạnh phúc'],
      ],
      'Sở Y tế',
      'letterhead',
    ],
    [
      'letterhead of two lines in one cell',
      [['ỦY BAN NHÂN DÂN TỈNH AN GIANG\nSỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG']],
      'Sở Nông nghiệp và Môi trường',
      'letterhead',
    ],
    ['label in the same cell', [['Đơn vị báo cáo: UBND phường Long Xuyên']], 'UBND phường Long Xuyên', 'letterhead'],
    ['label with the value beside it', [['Đơn vị:', 'Sở Tư pháp']], 'Sở Tư pháp', 'letterhead'],
  ])('%s', (_name, above, name, from) => {
    expect(read([...above, HEADER, ROW]).agency).toEqual({ name, from });
  });

  test('a column that holds one agency in all rows tells before the letterhead', () => {
    const reading = read([['UBND TỈNH AN GIANG'], [...HEADER, 'Đơn vị'], [...ROW, 'Sở Y tế'], [...ROW, 'Sở Y tế']]);
    expect(reading.agency).toEqual({ name: 'Sở Y tế', from: 'column' });
    expect(reading.tables[0]!.agency).toEqual({ id: 'so-y-te', name: 'Sở Y tế' });
  });

  test('without any the folder names the agency, and the reading says that the sheet did not', () => {
    const reading = read([HEADER, ROW], 'xa-nui-cam/ds.xlsx');
    expect([reading.agency, reading.tables[0]!.agency.id]).toEqual([null, 'xa-nui-cam']);
  });

  test("the caller's agency goes before everything", () => {
    const agency = { id: 'h01-50', name: 'Xã Núi Cấm' };
    const [reading] = readWorkbook(workbookFrom(sheetFrom([['SỞ Y TẾ'], HEADER, ROW])), { file: 'a.xlsx', agency });
    expect(reading!.tables[0]!.agency).toEqual(agency);
  });
});

test.each([
  ['Sở Y tế', 'so-y-te'],
  ['SỞ Y TẾ', 'so-y-te'],
  ['UBND xã Núi Cấm', 'xa-nui-cam'],
  ['Ủy ban nhân dân xã Núi Cấm', 'xa-nui-cam'],
  ['Uỷ ban nhân dân xã Núi Cấm', 'xa-nui-cam'],
  ['Xã Núi Cấm', 'xa-nui-cam'],
  ['xa nui cam', 'xa-nui-cam'],
  ['UBND phường Quy Nhơn', 'phuong-quy-nhon'],
  ['', 'khong-ro'],
])('id of "%s" is %s', (name, id) => {
  expect(agencyIdOf(name)).toBe(id);
});

test.each([
  ['xa-nui-cam/danh-sach.xlsx', 'Xã Núi Cấm'],
  ['bao cao/Sở Y tế/lần 2/tthc.xlsx', 'Sở Y tế'],
  ['SO-Y-TE_lan2.xlsx', 'Sở Y tế'],
  ['danh-sach-tthc-BoCongAn.xlsx', 'Bộ Công an'],
  ['UBND xã Tri Tôn (2).xlsx', 'UBND xã Tri Tôn'],
  ['DS TTHC phường Long Xuyên 2026.xlsx', 'Phường Long Xuyên'],
  ['don-vi/phuong-quy-nhon/export_tthc.csv', 'Phường Quy Nhơn'],
  ['dot-1/tong-hop.xlsx', 'dot 1'],
  ['C:\\du lieu\\so-tu-phap\\a.xls', 'Sở Tư pháp'],
  ['qt2.xlsx', 'qt2'],
])('%s belongs to %s', (path, name) => {
  expect(agencyFromPath(path)).toBe(name);
});

test.each([
  ['Sở Y tế', true],
  ['UBND xã Núi Cấm', true],
  ['Đặc khu Phú Quốc', true],
  ['Bộ thủ tục hành chính', false],
  ['Sổ theo dõi', false],
  ['Bộ phận một cửa', false],
  ['Số 12/QĐ-UBND', false],
  ['so 12', false],
  ['Bản đồ địa chính', false],
  ['so y te', true],
  ['Lĩnh vực đất đai', false],
  ['x'.repeat(10_000), false],
])('"%.60s" is an agency: %s', (text, expected) => {
  expect(isAgencyName(text)).toBe(expected);
});

test('a name that was written with care is left as it is', () => {
  expect(readableAgency('Trung tâm Phục vụ hành chính công xã Núi Cấm')).toBe(
    'Trung tâm Phục vụ hành chính công xã Núi Cấm',
  );
});
