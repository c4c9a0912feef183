import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFiles } from '../../../electron/node/checkFiles.ts';
import { readSpreadsheet } from '../../../electron/node/fileReading.ts';
import { findFiles } from '../../../electron/node/inputFiles.ts';
import { loadReference } from '../../../electron/node/referenceFile.ts';
import { comparisonWorkbook } from '../../../electron/node/reports/comparisonWorkbook.ts';
import { compareLists, type Comparison } from '../../../shared/comparison/compareLists.ts';
import { comparisonCsv, comparisonJson } from '../../../shared/comparison/comparisonOutputs.ts';
import { readProvincialExport } from '../../../shared/comparison/provincialExport.ts';
import { indexProcedures } from '../../../shared/reference/procedureIndex.ts';
import { writeProvincialRound, type ChangeableLists } from './provincialRound.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-three-way-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function compared(name: string, change: (lists: ChangeableLists) => void, complete = false): Promise<Comparison> {
  const round = await writeProvincialRound(path.join(folder, name), change);
  const reference = await loadReference([round.catalogue], { complete });
  const { opened } = await readSpreadsheet({ path: round.province, shown: 'he-thong-tinh.xlsx' });
  if (!reference.ok || !opened.ok) throw new Error('the lists were not read');
  const province = readProvincialExport(opened.value, 'he-thong-tinh.xlsx');
  if (!province.ok) throw new Error(province.error.code);
  const { files } = await checkFiles({
    found: await findFiles([round.agencies]),
    round: 'mẫu',
    today: '2026-09-01',
    rules: [],
    reference: null,
    mappings: [],
  });
  return compareLists({
    tables: files.flatMap(({ readings }) => readings.flatMap(({ tables }) => tables)),
    national: indexProcedures(reference.value),
    province: province.value,
  });
}

const JUSTICE = 'so-tu-phap/Danh mục TTHC Sở Tư pháp.xlsx';
const CHANNELS = 'Cách thức thực hiện';

/** Differences put into the lists, and what a comparison must say of them, no more and no less. */
function seed(lists: ChangeableLists): void {
  // By list.
  lists.removeFromProvince('1.900131');
  lists.province('1.901011')['trang_thai'] = 'Chưa công khai';
  lists.province('1.901022')['trang_thai'] = 'Ngừng cung cấp';
  lists.addToProvince({ ma_tthc: '1.905999', ten_tthc: 'Thủ tục chỉ có ở tỉnh', trang_thai: 'Công khai' });
  lists.nationalState('2.903248', 'Bãi bỏ');
  lists.nationalState('1.904012', 'Chưa công khai');
  lists.removeFromAgency('xa-phu-my/Danh mục TTHC.xlsx', 'Phụ lục 1', '1.904056');
  // A local variant is the same procedure.
  lists.province('1.902024')['ma_tthc'] = '1.902024.000.00.00.H21-2';
  // By field.
  lists.provinceLine('1.900120', 'Trực tuyến')['phi_le_phi'] = '120.000đ';
  lists.agency(JUSTICE, CHANNELS, '1.900153', 'Trực tuyến')['thoi_han'] = '09 ngày làm việc';
  lists.provinceLine('1.900153', 'Trực tuyến')['thoi_han'] = '9 ngày làm việc';
  lists.agency(JUSTICE, CHANNELS, '1.900164', 'Trực tiếp')['phi_le_phi'] = '300.000 đồng';
  lists.provinceLine('1.900164', 'Trực tiếp')['phi_le_phi'] = '350.000đ';
  lists.agency(JUSTICE, 'TTHC', '1.900142', undefined)['linh_vuc'] = 'Hành chính tư pháp';
  lists.province('1.900175')['muc_do_dvc'] = 'Một phần';
  lists.province('1.903121')['ten_tthc'] = 'Đăng ký kết hôn lưu động';
  lists.agency(JUSTICE, CHANNELS, '2.900428', 'Bưu chính')['thoi_han'] = '10 ngày làm việc';
  lists.province('2.900417')['thanh_phan_ho_so'] = 'Tờ khai theo mẫu quy định\nSổ hộ khẩu\nẢnh 4x6';
  lists.province('1.902013')['so_quyet_dinh'] = '1/QĐ-BNNMT';
}

const KEY_OF_LISTS = [
  ['1.900131', 'notInProvince'],
  ['1.901011', 'notOpenInProvince'],
  ['1.901022', 'notOpenInProvince'],
  ['1.904012', 'notOpenNationally'],
  ['1.904056', 'missing'],
  ['1.905999', 'notInThisCatalogue'],
  ['2.903248', 'withdrawn'],
];

const KEY_OF_FIELDS = [
  ['1.900120', 'phi_le_phi', 'online', 'provinceAlone', null],
  ['1.900142', 'linh_vuc', '', 'agencyAlone', 'Sở Tư pháp'],
  ['1.900153', 'thoi_han', 'online', 'nationalAlone', 'Sở Tư pháp'],
  ['1.900164', 'phi_le_phi', 'direct', 'allDiffer', 'Sở Tư pháp'],
  ['1.900175', 'muc_do_dvc', '', 'agencyProvince', 'Sở Tư pháp'],
  ['1.902013', 'so_quyet_dinh', '', 'provinceNational', null],
  ['1.903121', 'ten_tthc', '', 'provinceAlone', null],
  ['2.900417', 'thanh_phan_ho_so', '', 'provinceAlone', null],
  ['2.900428', 'thoi_han', 'postal', 'agencyAlone', 'Sở Tư pháp'],
];

describe('the sample round beside the national catalogue and an export of the province’s system', () => {
  let comparison: Comparison;
  beforeAll(async () => {
    comparison = await compared('seeded', seed);
  });

  test('lists that say the same in other words do not differ', async () => {
    const same = await compared('same', () => {});
    expect(same.lists).toEqual([]);
    expect(same.fields.filter(({ pattern }) => pattern !== 'unclear')).toEqual([]);
    // The council's own fee stands against "Do HĐND cấp tỉnh quyết định": a person has to look.
    expect(new Set(same.fields.map(({ field }) => field))).toEqual(new Set(['phi_le_phi']));
  });

  test('every seeded difference of the lists is found, and nothing else', () => {
    expect(comparison.lists.map(({ code, remarks }) => [code, ...remarks])).toEqual(KEY_OF_LISTS);
  });

  test('every seeded difference of content is found with who differs from whom, and nothing else', () => {
    const found = comparison.fields
      .filter(({ pattern }) => pattern !== 'unclear')
      .map(({ code, field, channels, pattern, agency }) => [
        code,
        field,
        channels.join(),
        pattern,
        agency?.name ?? null,
      ]);
    expect(found).toEqual(KEY_OF_FIELDS);
  });

  test('the values are shown as each list writes them', () => {
    const one = comparison.fields.find(({ code, field }) => code === '1.900164' && field === 'phi_le_phi')!;
    expect([one.agencyText, one.nationalText, one.provinceText]).toEqual(['300.000 đồng', '250.000 đồng', '350.000đ']);
  });

  test('what the province writes wrongly is said once, however many agencies list the procedure', () => {
    const texts = comparison.fields
      .filter(({ code, field }) => code === '1.903121' && field === 'ten_tthc')
      .map(({ agencyText, provinceText }) => [agencyText, provinceText]);
    expect(texts).toEqual([['Đăng ký kết hôn', 'Đăng ký kết hôn lưu động']]);
    expect(comparison.lists.find(({ code }) => code === '2.903248')?.listedBy.length).toBeGreaterThan(2);
  });

  test('a code missing from an incomplete catalogue is not called wrong, from a complete one it is', async () => {
    const complete = await compared('complete', seed, true);
    const remarksOn = (one: Comparison) => one.lists.find(({ code }) => code === '1.905999')?.remarks;
    expect(remarksOn(comparison)).toEqual(['notInThisCatalogue']);
    expect(remarksOn(complete)).toEqual(['notNational']);
  });

  const INFO = {
    round: 'mẫu',
    today: '2026-09-01',
    national: { title: 'danh mục mẫu', date: '2026-08-01', records: 39 },
    province: ['he-thong-tinh.xlsx'],
  };

  test('the workbook holds every difference as text, fills what differs and marks it for black and white', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await comparisonWorkbook(comparison, INFO, 'vi')) as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Tổng hợp', 'Danh mục', 'Nội dung']);
    const [, lists, fields] = book.worksheets;
    expect(lists!.rowCount).toBe(comparison.lists.length + 1);
    expect(fields!.rowCount).toBe(comparison.fields.length + 1);
    const rows = fields!.getRows(2, comparison.fields.length)!;
    const row = rows.find((one) => one.getCell(1).text === 'Hệ thống của tỉnh' && one.getCell(2).text === '1.900120')!;
    expect([6, 7, 8].map((column) => row.getCell(column).text)).toEqual(['100.000 đồng', '100.000 đồng', '≠ 120.000đ']);
    const filled = (column: number) => (row.getCell(column).fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb;
    expect([6, 7, 8].map(filled)).toEqual([undefined, undefined, 'FFF8D7DA']);
    expect(row.getCell(8).type).toBe(ExcelJS.ValueType.String);
    expect(row.getCell(8).numFmt).toBe('@');
    expect(fields!.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(fields!.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape' });
    expect(fields!.autoFilter).toBe(`A1:K${comparison.fields.length + 1}`);
  });

  test('JSON and CSV hold every difference', () => {
    const json = JSON.parse([...comparisonJson(comparison, INFO, 'vi')].join('')) as {
      lists: unknown[];
      fields: { code: string; pattern: string; provinceValue: string }[];
    };
    expect(json.lists).toHaveLength(comparison.lists.length);
    expect(json.fields).toHaveLength(comparison.fields.length);
    expect(json.fields[0]).toMatchObject({ code: '1.900120', pattern: 'provinceAlone', provinceValue: '120.000đ' });
    const csv = [...comparisonCsv(comparison, 'vi')];
    expect(csv).toHaveLength(1 + comparison.lists.length + comparison.fields.length);
    expect(csv[0]).toMatch(/^\uFEFFKhác biệt,Đơn vị,Mã TTHC/);
  });
});

test('a value that looks like a formula stays text in every output', async () => {
  const comparison = await compared('formula', (lists) => {
    lists.province('1.903121')['ten_tthc'] = '=HYPERLINK("http://x","y")';
  });
  const csv = [...comparisonCsv(comparison, 'vi')].join('');
  expect(csv).toContain(`"'=HYPERLINK(`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(
    (await comparisonWorkbook(
      comparison,
      { round: '', today: '2026-09-01', national: null, province: [] },
      'vi',
    )) as unknown as ArrayBuffer,
  );
  const texts = book.worksheets[2]!.getRows(2, comparison.fields.length)!.map((row) => row.getCell(8));
  expect(texts.every(({ type }) => type !== ExcelJS.ValueType.Formula)).toBe(true);
  expect(texts.map(({ text }) => text)).toContain('≠ =HYPERLINK("http://x","y")');
});
