import { describe, expect, test } from 'vitest';
import { compareLists, type Comparison } from '../../../shared/comparison/compareLists.ts';
import { countsOf } from '../../../shared/comparison/comparisonCounts.ts';
import { fieldLine, listLine } from '../../../shared/comparison/comparisonTexts.ts';
import type { DatasetId } from '../../../shared/domain/datasets.ts';
import type { FieldKey } from '../../../shared/domain/fields.ts';
import { catalogueFromTables } from '../../../shared/reference/importCatalogue.ts';
import { indexProcedures } from '../../../shared/reference/procedureIndex.ts';
import type { Table } from '../../../shared/table/table.ts';
import { tableFrom, type RowLiteral } from '../../tables.ts';

const CODE = '1.003930';

/** A national catalogue of rows with the full list's column names. */
function national(rows: readonly Readonly<Record<string, string>>[], complete = false) {
  const headings = [...new Set(['ma_tthc', 'ten_tthc', 'linh_vuc', ...rows.flatMap((row) => Object.keys(row))])];
  const filled = rows.map((row): Readonly<Record<string, string>> => ({ ma_tthc: CODE, ten_tthc: 'Cấp thẻ', ...row }));
  const catalogue = catalogueFromTables(
    [
      {
        file: 'quoc-gia.csv',
        sheet: 'quoc-gia',
        headings,
        rows: filled.map((row) => headings.map((heading) => row[heading] ?? '')),
        rowNumbers: rows.map((_, index) => index + 2),
      },
    ],
    { title: 'quốc gia', date: '', complete },
  );
  if (!catalogue.ok) throw new Error(catalogue.error.code);
  return indexProcedures(catalogue.value);
}

const agency = (rows: readonly RowLiteral[], name = 'Xã A', dataset: DatasetId = 'procedures'): Table =>
  tableFrom(
    dataset,
    rows.map((row) => ({ ma_tthc: CODE, ...row })),
    { agency: { id: name, name } },
  );

const province = (rows: readonly RowLiteral[], dataset: DatasetId = 'procedures'): Table[] => [
  tableFrom(
    dataset,
    rows.map((row) => ({ ma_tthc: CODE, ...row })),
  ),
];

const patterns = ({ fields }: Comparison): string[] =>
  fields.map(({ field, pattern, how }) => [field, pattern, ...(how === undefined ? [] : [how])].join(' '));

describe('two lists are compared by meaning', () => {
  test.each<[field: FieldKey, own: string, column: string, published: string, expected: string | null]>([
    ['ten_tthc', 'Thủ tục CẤP THẺ', 'ten_tthc', 'Cấp thẻ', null],
    ['ten_tthc', 'Cấp lại thẻ', 'ten_tthc', 'Cấp thẻ', 'agencyNational'],
    ['linh_vuc', 'Hộ tịch', 'linh_vuc', 'Hộ tịch; Quốc tịch', null],
    ['linh_vuc', 'Đất đai', 'linh_vuc', 'Hộ tịch; Quốc tịch', 'agencyNational'],
    ['cap_thuc_hien', 'xã', 'cap_thuc_hien', 'Cấp tỉnh, Cấp xã', null],
    ['cap_thuc_hien', 'Cấp bộ', 'cap_thuc_hien', 'Cấp tỉnh, Cấp xã', 'agencyNational'],
    ['so_quyet_dinh', 'QĐ số 12/QĐ-BTP', 'so_quyet_dinh', '12/QĐ-BTP', null],
    ['so_quyet_dinh', '11/QĐ-BTP', 'so_quyet_dinh', '12/QĐ-BTP', 'agencyNational'],
    ['so_quyet_dinh', '345/QĐ-UBND', 'so_quyet_dinh', '12/QĐ-BTP', null],
    ['thoi_han', '3 ngày làm việc', 'thoi_han_truc_tiep', '03 ngày làm việc', null],
    ['thoi_han', '24 giờ làm việc', 'thoi_han_truc_tiep', '03 ngày làm việc', null],
    ['thoi_han', '02 ngày làm việc', 'thoi_han_truc_tiep', '03 ngày làm việc', 'agencyNational shorter'],
    ['thoi_han', '05 ngày làm việc', 'thoi_han_truc_tiep', '03 ngày làm việc', 'agencyNational longer'],
    ['thoi_han', '03 ngày', 'thoi_han_truc_tiep', '03 ngày làm việc', 'agencyNational unitMismatch'],
    ['thoi_han', 'theo phiếu hẹn', 'thoi_han_truc_tiep', '03 ngày làm việc', 'unclear'],
    ['thoi_han', '', 'thoi_han_truc_tiep', '03 ngày làm việc', null],
    ['thoi_han', 'Cấp mới: 05 ngày; cấp lại: 03 ngày', 'thoi_han_truc_tiep', '3 ngày; 5 ngày', null],
    ['phi_le_phi', '50.000đ/hồ sơ', 'phi_truc_tiep', '50,000 VNĐ', null],
    ['phi_le_phi', 'Không', 'phi_truc_tiep', 'Miễn phí', null],
    ['phi_le_phi', '60.000 đồng', 'phi_truc_tiep', '50.000 đồng', 'agencyNational'],
    ['phi_le_phi', 'Theo Thông tư số 12/2020/TT-BTC', 'phi_truc_tiep', '50.000 đồng', 'unclear'],
    ['phi_le_phi', 'Do HĐND cấp tỉnh quyết định', 'phi_truc_tiep', 'Do HĐND cấp tỉnh quyết định', null],
    ['thanh_phan_ho_so', 'Tờ khai\nẢnh', 'thanh_phan_ho_so', '1. Tờ khai theo mẫu\n2. Ảnh 4x6', null],
    ['thanh_phan_ho_so', 'Tờ khai\nẢnh\nSổ hộ khẩu', 'thanh_phan_ho_so', 'Tờ khai\nẢnh', 'agencyNational'],
    ['muc_do_dvc', 'Một phần', 'linh_vuc', '', null],
  ])('%s: %j, published in %s as %j', (field, own, column, published, expected) => {
    const comparison = compareLists({
      tables: [agency([{ [field]: own }])],
      national: national([{ [column]: published }]),
    });
    expect(patterns(comparison)).toEqual(expected === null ? [] : [`${field} ${expected}`]);
  });
});

describe('three lists', () => {
  test.each<[field: FieldKey, values: [own: string, nation: string, provincial: string], expected: string[]]>([
    ['phi_le_phi', ['5.000đ', '5.000 đồng', '5,000 VNĐ'], []],
    ['phi_le_phi', ['6.000đ', '5.000 đồng', '5.000đ'], ['agencyAlone']],
    ['phi_le_phi', ['5.000đ', '5.000 đồng', '6.000đ'], ['provinceAlone']],
    ['phi_le_phi', ['6.000đ', '5.000 đồng', '6.000đ'], ['nationalAlone']],
    ['phi_le_phi', ['6.000đ', '5.000 đồng', '7.000đ'], ['allDiffer']],
    ['phi_le_phi', ['6.000đ', '5.000 đồng', ''], ['agencyNational']],
    ['phi_le_phi', ['', '5.000 đồng', '6.000đ'], ['provinceNational']],
    ['phi_le_phi', ['6.000đ', '', '5.000đ'], ['agencyProvince']],
    ['phi_le_phi', ['theo biểu phí', '5.000 đồng', '6.000đ'], ['provinceNational']],
    ['phi_le_phi', ['theo biểu phí', '5.000 đồng', '5.000đ'], ['unclear']],
  ])('%s %j', (field, [own, nation, provincial], expected) => {
    const comparison = compareLists({
      tables: [agency([{ [field]: own }])],
      national: national([{ phi_truc_tiep: nation }]),
      province: province([{ [field]: provincial }]),
    });
    expect(comparison.fields.map(({ pattern }) => pattern)).toEqual(expected);
  });

  test.each<[own: string, provincial: string, expected: string[]]>([
    ['Toàn trình', 'Mức độ 4', []],
    ['Toàn trình', 'Một phần', ['muc_do_dvc agencyProvince']],
  ])('the service level, of which the nation says nothing: %s, %s', (own, provincial, expected) => {
    const tables = [agency([{ muc_do_dvc: own }])];
    expect(
      patterns(compareLists({ tables, national: national([{}]), province: province([{ muc_do_dvc: provincial }]) })),
    ).toEqual(expected);
  });

  test.each<[own: string, provincial: string, expected: string[]]>([
    ['http://DVC.gov.vn/tthc/1/', 'https://dvc.gov.vn/tthc/1', []],
    ['https://dvc.gov.vn/tthc/2', 'https://dvc.gov.vn/tthc/1', ['link_nop agencyProvince']],
  ])('a link, wherever an agency lists it: %s, %s', (own, provincial, expected) => {
    const tables = [agency([{ link_nop: own }], 'Xã A', 'links')];
    expect(patterns(compareLists({ tables, national: null, province: province([{ link_nop: provincial }]) }))).toEqual(
      expected,
    );
  });

  test('lines are compared per channel, and per case where both lists name it', () => {
    const lines = (...rows: readonly [theCase: string, channel: string, deadline: string][]): RowLiteral[] =>
      rows.map(([truong_hop, hinh_thuc_nop, thoi_han]) => ({ truong_hop, hinh_thuc_nop, thoi_han }));
    const own = lines(
      ['Cấp mới', 'Trực tiếp', '05 ngày'],
      ['Cấp mới', 'Trực tuyến', '03 ngày'],
      ['Cấp lại', 'Trực tiếp', '02 ngày'],
    );
    const provincial = lines(
      ['cấp mới', 'Nộp trực tiếp', '5 ngày'],
      ['cấp mới', 'Nộp trực tuyến', '5 ngày'],
      ['cấp lại', 'Nộp trực tiếp', '5 ngày'],
    );
    const comparison = compareLists({
      tables: [agency(own, 'Xã A', 'channels')],
      national: null,
      province: province(provincial, 'channels'),
    });
    expect(comparison.fields.map((one) => fieldLine(one, 'vi').place)).toEqual([
      'Cấp lại · Trực tiếp',
      'Cấp mới · Trực tuyến',
    ]);
  });

  test('a figure whose unit stands in a column of its own is shown with it', () => {
    const tables = [agency([{ thoi_han: '3', dv_tinh_thoi_han: 'Ngày' }])];
    const [one] = compareLists({ tables, national: national([{ thoi_han_truc_tiep: '03 ngày làm việc' }]) }).fields;
    expect([one?.agencyText, one?.how]).toEqual(['3 ngày', 'unitMismatch']);
  });

  test('a deadline between the shortest and the longest of several national ones does not differ', () => {
    const tables = [agency([{ thoi_han: '04 ngày' }])];
    const catalogue = national([{ thoi_han_truc_tiep: '03 ngày; 05 ngày' }]);
    expect(compareLists({ tables, national: catalogue }).fields).toEqual([]);
  });

  test('a difference from a record that shows signs of a fault says so', () => {
    const tables = [agency([{ phi_le_phi: '25.000 đồng' }])];
    const catalogue = national([{ phi_truc_tiep: '25 VNĐ (25.000 đồng/giấy)' }]);
    const [one] = compareLists({ tables, national: catalogue }).fields;
    expect(fieldLine(one!, 'vi').remark).toContain('mức thu dưới 1.000 đồng');
    expect(fieldLine(one!, 'en').remark).toContain('The national record shows signs of a fault');
  });

  test('the order of tables and rows does not matter', () => {
    const rows = (fee: string): RowLiteral[] => [{ phi_le_phi: fee }, { ma_tthc: '1.003931', phi_le_phi: fee }];
    const tables = [agency(rows('5.000đ'), 'Xã A'), agency(rows('6.000đ'), 'Xã B'), agency(rows('7.000đ'), 'Xã C')];
    const turned = [agency(rows('7.000đ').reverse(), 'Xã C'), tables[1]!, agency(rows('5.000đ').reverse(), 'Xã A')];
    const other = { national: national([{ phi_truc_tiep: '5.000 đồng' }]), province: province(rows('8.000đ')) };
    expect(compareLists({ tables: turned, ...other })).toEqual(compareLists({ tables, ...other }));
  });
});

describe('a procedure’s place in the lists', () => {
  const place = (
    own: readonly RowLiteral[],
    nation: ReturnType<typeof national>,
    provincial?: readonly RowLiteral[],
  ): Comparison =>
    compareLists({
      tables: [agency(own)],
      national: nation,
      ...(provincial !== undefined && { province: province(provincial) }),
    });
  const one = [{ ten_tthc: 'Cấp thẻ' }];
  const other = { ma_tthc: '1.009999', ten_tthc: 'Thủ tục khác' };

  test.each<[name: string, comparison: () => Comparison, expected: string[]]>([
    ['is the same in all', () => place(one, national([{ trang_thai: 'Công khai' }]), one), []],
    ['is withdrawn nationally', () => place(one, national([{ trang_thai: 'Bãi bỏ' }])), [`${CODE} withdrawn`]],
    [
      'is withdrawn, and the agency says so',
      () => place([{ ...one[0], trang_thai: 'Hết hiệu lực' }], national([{ trang_thai: 'Bãi bỏ' }])),
      [],
    ],
    [
      'is withdrawn, but open in the province alone',
      () => place([other], national([{ trang_thai: 'Bãi bỏ' }, other]), [...one, other]),
      [`${CODE} withdrawn`],
    ],
    [
      'is not open nationally yet',
      () => place(one, national([{ trang_thai: 'Chưa công khai' }])),
      [`${CODE} notOpenNationally`],
    ],
    ['is not in a partial catalogue', () => place([other], national([{}])), ['1.009999 notInThisCatalogue']],
    ['is not in a complete catalogue', () => place([other], national([{}], true)), ['1.009999 notNational']],
    [
      'is missing in the province',
      () => place(one, national([{}]), [other]),
      [`${CODE} notInProvince`, '1.009999 notInThisCatalogue'],
    ],
    [
      'is there, not open',
      () => place(one, national([{}]), [{ trang_thai: 'Chưa công khai' }]),
      [`${CODE} notOpenInProvince`],
    ],
    ['is there, closed', () => place(one, national([{}]), [{ trang_thai: 'Ngừng' }]), [`${CODE} notOpenInProvince`]],
    [
      'is a local variant of the national one',
      () => place([{ ma_tthc: `${CODE}.000.00.00.H13-1` }], national([{}]), [{ ma_tthc: `${CODE}.H13` }]),
      [],
    ],
  ])('it %s', (_, comparison, expected) => {
    expect(comparison().lists.map(({ code, remarks }) => `${code} ${remarks.join()}`)).toEqual(expected);
  });

  test('what an agency of that level and sector does not list is missing there', () => {
    const level = { linh_vuc: 'Hộ tịch', cap_thuc_hien: 'Cấp xã' };
    const codes = ['1.000001', '1.000002', '1.000003'];
    const nation = national(codes.map((ma_tthc, index) => ({ ma_tthc, ten_tthc: `Thủ tục ${index}`, ...level })));
    const rows = codes.map((ma_tthc) => ({ ma_tthc, ...level }));
    const { lists } = compareLists({
      tables: [agency(rows, 'Xã A'), agency(rows.slice(0, 2), 'Xã B')],
      national: nation,
    });
    expect(lists.map(({ code, missingAt }) => [code, missingAt.map(({ name }) => name)])).toEqual([
      ['1.000003', ['Xã B']],
    ]);
  });

  test('a code that a partial catalogue lacks is told without blame', () => {
    const comparison = place([other], national([{}]));
    const line = listLine(comparison.lists[0]!, comparison, 'vi');
    expect(line.national).toBe('Không có trong bản danh mục đang dùng (bản chưa đầy đủ)');
    expect(line.remark).toBe('Không có trong bản danh mục đang dùng (bản chưa đầy đủ)');
  });

  test('procedures that only the province’s system holds are counted, not named', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      ma_tthc: `1.1000${10 + index}`,
      ten_tthc: `Thủ tục ${index}`,
    }));
    const nation = national([{}, ...many.map((row) => ({ ...row, trang_thai: 'Công khai' }))]);
    const comparison = place(one, nation, [...one, ...many]);
    expect([comparison.lists.length, comparison.provinceOnly]).toEqual([0, 30]);
  });

  test('differences are counted per kind, per field and per agency', () => {
    const comparison = compareLists({
      tables: [agency([{ phi_le_phi: '6.000đ' }], 'Xã A'), agency([{ phi_le_phi: '5.000đ' }, other], 'Xã B')],
      national: national([{ phi_truc_tiep: '5.000 đồng' }]),
      province: province([{ phi_le_phi: '7.000đ' }]),
    });
    const counts = countsOf(comparison);
    expect(counts.patterns).toEqual([
      { pattern: 'allDiffer', count: 1 },
      { pattern: 'provinceAlone', count: 1 },
    ]);
    expect(counts.lists).toEqual([
      { remark: 'notInProvince', count: 1 },
      { remark: 'notInThisCatalogue', count: 1 },
    ]);
    expect(counts.agencies.map(({ agency: at, lists, fields }) => [at?.name ?? null, lists, fields])).toEqual([
      [null, 1, 1],
      ['Xã A', 0, 1],
      ['Xã B', 1, 0],
    ]);
  });
});
