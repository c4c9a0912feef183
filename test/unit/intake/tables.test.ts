import { describe, expect, test } from 'vitest';
import type { FieldKey } from '../../../shared/domain/fields.ts';
import { readWorkbook } from '../../../shared/intake/readWorkbook.ts';
import { cellAddress } from '../../../shared/table/cell.ts';
import { columnOf, rowCount, type Table } from '../../../shared/table/table.ts';
import { sheetFrom, workbookFrom, type SheetCell, type SheetOptions } from '../../sheets.ts';
import { OPERATION_LAYOUTS, PROCEDURE_LAYOUTS } from './layouts.ts';

const read = (rows: readonly (readonly SheetCell[])[], options?: SheetOptions) =>
  readWorkbook(workbookFrom(sheetFrom(rows, options)), { file: 'xa-nui-cam/tep.xlsx' })[0]!;

const values = (table: Table, field: FieldKey): string[] =>
  Array.from({ length: rowCount(table) }, (_, row) => columnOf(table, field)?.at(row).text ?? '(no column)');

const addresses = (table: Table, field: FieldKey): string[] =>
  Array.from({ length: rowCount(table) }, (_, row) =>
    cellAddress(columnOf(table, field)!.sheetColumnAt(row), table.rowNumbers[row]!),
  );

const CATALOGUE = ['STT', 'Mã TTHC', 'Tên TTHC', 'Cơ quan thực hiện'];

describe('group rows', () => {
  test('a sector above its procedures is filled down as linh_vuc, without numeral, capitals and count', () => {
    const { tables, skipped } = read(PROCEDURE_LAYOUTS[2]!.rows, PROCEDURE_LAYOUTS[2]!.options);
    expect(values(tables[0]!, 'linh_vuc')).toEqual(['Đất đai', 'Đất đai', 'Môi trường']);
    expect(addresses(tables[0]!, 'linh_vuc')).toEqual(['B9', 'B10', 'B12']);
    expect(skipped).toEqual({ groupRows: 3, numberingRows: 1, totalRows: 1, repeatedHeaders: 0, footerRows: 3 });
  });

  test('an agency above its rows is filled down as don_vi', () => {
    const { tables } = read([
      ['STT', 'Họ và tên', 'Số CCCD', 'Vai trò', 'Hệ thống', 'Tên đăng nhập'],
      ['I', 'UBND xã Núi Cấm'],
      [1, 'Nguyễn Văn An', '089085001234', 'Tiếp nhận', 'Một cửa', 'an'],
      ['II', 'UBND xã Tri Tôn'],
      [1, 'Trần Thị Bình', '089185001234', 'Tiếp nhận', 'Một cửa', 'binh'],
    ]);
    expect(values(tables[0]!, 'don_vi')).toEqual(['UBND xã Núi Cấm', 'UBND xã Tri Tôn']);
  });

  test('a group only fills cells that are blank', () => {
    const { tables } = read([
      ['STT', 'Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Cơ quan thực hiện'],
      ['I', 'Lĩnh vực Hộ tịch'],
      [1, '1.001193', 'Đăng ký khai sinh', null, 'UBND cấp xã'],
      [2, '2.000815', 'Chứng thực bản sao', 'Chứng thực', 'UBND cấp xã'],
    ]);
    expect(values(tables[0]!, 'linh_vuc')).toEqual(['Hộ tịch', 'Chứng thực']);
    expect(addresses(tables[0]!, 'linh_vuc')).toEqual(['D3', 'D4']);
  });

  test('a level ends the sector before it and is no sector itself', () => {
    const { tables } = read([
      CATALOGUE,
      ['I', 'Lĩnh vực Hộ tịch'],
      [1, '1.001193', 'Đăng ký khai sinh', 'UBND cấp xã'],
      ['B. THỦ TỤC HÀNH CHÍNH CẤP XÃ'],
      [1, '1.004884', 'Đăng ký lại khai sinh', 'UBND cấp xã'],
    ]);
    expect(values(tables[0]!, 'linh_vuc')).toEqual(['Hộ tịch', '']);
  });

  test.each<[string, SheetCell[]]>([
    ['only its code', [null, '1.004884']],
    ['only its name', [null, null, 'Đăng ký lại khai sinh']],
    ['a number and a name', [2, null, 'Xác nhận của Ủy ban nhân dân về tình trạng hôn nhân']],
    ['a number and a code', [2, '1.004884']],
  ])('a row with %s stays data, so that its gaps are found', (_name, row) => {
    const reading = read([
      CATALOGUE,
      [1, '1.001193', 'Đăng ký khai sinh', 'UBND cấp xã'],
      row,
      [3, '1.001194', 'A', 'B'],
    ]);
    expect([...reading.tables[0]!.rowNumbers]).toEqual([2, 3, 4]);
  });
});

describe('the end of a table', () => {
  test.each([
    ['Nơi nhận:'],
    ['NGƯỜI LẬP BIỂU'],
    ['An Giang, ngày 29 tháng 5 năm 2026'],
    ['Ngày…… tháng…… năm……'],
    ['TM. ỦY BAN NHÂN DÂN'],
    ['KT. CHỦ TỊCH'],
    ['Ghi chú: các thủ tục trên áp dụng từ 01/6/2026'],
    ['(Ký tên, đóng dấu)'],
  ])('%s ends it', (text) => {
    const reading = read([
      CATALOGUE,
      [1, '1.001193', 'Đăng ký khai sinh', 'UBND cấp xã'],
      [null, null, text],
      ['Lưu: VT'],
    ]);
    expect([reading.rows, reading.skipped.footerRows]).toEqual([1, 2]);
  });

  test('a note between full rows is left out and the table goes on', () => {
    const rows: SheetCell[][] = [['STT', 'Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Cơ quan thực hiện']];
    rows.push(
      [1, '1.001193', 'Đăng ký khai sinh', 'Hộ tịch', 'UBND cấp xã'],
      ['Ghi chú: phần dưới bổ sung'],
      [2, '1.004884', 'Đăng ký lại', 'Hộ tịch', 'UBND cấp xã'],
    );
    const reading = read(rows);
    expect([[...reading.tables[0]!.rowNumbers], reading.skipped.footerRows]).toEqual([[2, 4], 1]);
  });

  test('a total among names is left out', () => {
    const layout = OPERATION_LAYOUTS.find(({ dataset }) => dataset === 'dailyReports')!;
    expect(read(layout.rows, layout.options).skipped.totalRows).toBe(1);
  });
});

describe('cells', () => {
  test('merged cells are filled down over the rows they cover', () => {
    const layout = PROCEDURE_LAYOUTS.find(({ dataset }) => dataset === 'channels')!;
    const [table] = read(layout.rows, layout.options).tables;
    expect(values(table!, 'ma_tthc')).toEqual(['1.001193', '1.001193', '1.001193']);
    expect(values(table!, 'mo_ta')).toEqual(['', '', '']);
  });

  test('overlapping merged ranges without end are survived', () => {
    const merges = Array.from({ length: 2000 }, () => 'A2:A1048576');
    const rows: SheetCell[][] = [CATALOGUE, ...Array.from({ length: 2000 }, (_, at) => [at + 1, '1.001193', 'A', 'B'])];
    expect(read(rows, { merges }).rows).toBe(2000);
  });

  test('equal values share one dense code and unknown columns are echoed', () => {
    const [table] = read([
      [...CATALOGUE, 'Hộp số'],
      [1, '1.001193', 'A', 'UBND cấp xã', 'x'],
      [2, '1.001194', 'B', 'UBND cấp xã', null],
      [3, '1.001195', 'C', 'Sở Y tế', 'x'],
    ]).tables;
    const agency = columnOf(table!, 'co_quan_thuc_hien')!;
    expect([[...agency.codes], agency.distinct, agency.value(2).text]).toEqual([[1, 1, 2], 3, 'Sở Y tế']);
    const unknown = table!.columns[4]!;
    expect([unknown.field, unknown.heading, unknown.at(0).text, unknown.at(1).kind]).toEqual([
      null,
      'Hộp số',
      'x',
      'empty',
    ]);
  });
});

describe('unfolding', () => {
  test('per-channel columns become a channels table whose addresses are the original cells', () => {
    const layout = PROCEDURE_LAYOUTS[4]!;
    const [main, channels] = read(
      [...layout.rows, [2, '1.004884', 'Đăng ký lại khai sinh', 'Hộ tịch', null, '5 ngày', null, '8.000 đồng', null]],
      layout.options,
    ).tables;
    expect([main!.dataset, rowCount(main!), columnOf(main!, 'thoi_han')]).toEqual(['procedures', 2, undefined]);
    expect([channels!.dataset, channels!.unfoldedFrom, [...channels!.rowNumbers]]).toEqual([
      'channels',
      'procedures',
      [3, 3, 3, 4],
    ]);
    expect(values(channels!, 'hinh_thuc_nop')).toEqual(['Trực tiếp', 'Trực tuyến', 'Dịch vụ bưu chính', 'Trực tiếp']);
    expect(addresses(channels!, 'hinh_thuc_nop')).toEqual(['F3', 'E3', 'I3', 'F4']);
    expect(values(channels!, 'thoi_han')).toEqual(['01 ngày', '01 ngày', '', '5 ngày']);
    expect(values(channels!, 'phi_le_phi')).toEqual(['5.000 đồng', 'Miễn phí', '5.000 đồng', '8.000 đồng']);
    expect(addresses(channels!, 'phi_le_phi')).toEqual(['H3', 'G3', 'I3', 'H4']);
    expect(values(channels!, 'ma_tthc')).toEqual(['1.001193', '1.001193', '1.001193', '1.004884']);
  });

  test('codes and names with nothing but per-channel columns still give both tables', () => {
    const { tables } = read([
      ['Mã TTHC', 'Tên TTHC', 'Thời gian nộp trực tuyến', 'Thời gian nộp trực tiếp', 'Phí trực tuyến', 'Phí trực tiếp'],
      ['1.001193', 'Đăng ký khai sinh', '1 ngày', '2 ngày', '0', '8000'],
    ]);
    expect(tables.map((table) => [table.dataset, rowCount(table)])).toEqual([
      ['procedures', 1],
      ['channels', 2],
    ]);
  });

  test('several next steps of a line become one transition each', () => {
    const { tables, titleFacts, columns } = read([
      ['Tên quy trình:', 'QT4221'],
      ['Bí danh:', 'Qt4221'],
      ['Gắn vào TTHC:', '1.012385.H13-1'],
      [],
      ['TTHC', 'Tên quy trình', 'Từ Form', 'Đến Form', 'Đến Form 2', 'Đến Form 3'],
      ['1.012385.H13-1', 'QT4221', 'Thêm mới', 'Thẩm tra'],
      ['1.012385.H13-1', 'QT4221', 'Thẩm tra', 'Thêm mới', null, 'Trả kết quả'],
    ]);
    expect(columns.map((column) => column.field).slice(3)).toEqual([
      'buoc_tiep_theo',
      'buoc_tiep_theo',
      'buoc_tiep_theo',
    ]);
    expect(values(tables[0]!, 'buoc_tiep_theo')).toEqual(['Thẩm tra', 'Thêm mới', 'Trả kết quả']);
    expect(addresses(tables[0]!, 'buoc_tiep_theo')).toEqual(['D6', 'D7', 'F7']);
    expect(titleFacts).toContainEqual({ label: 'Gắn vào TTHC', value: '1.012385.H13-1', field: 'ma_tthc', cell: 'B3' });
    expect(tables[0]!.titleFacts).toEqual(titleFacts);
  });
});
