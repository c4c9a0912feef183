import { describe, expect, test } from 'vitest';
import { readProvincialExport } from '../../../shared/comparison/provincialExport.ts';
import { rowCount } from '../../../shared/table/table.ts';
import { sheetFrom, workbookFrom, type SheetCell } from '../../sheets.ts';

const read = (...sheets: readonly (readonly (readonly SheetCell[])[])[]) =>
  readProvincialExport(workbookFrom(...sheets.map((rows) => sheetFrom(rows))), 'he-thong-tinh.xlsx');

describe('an export of the province’s system', () => {
  test('is read like an agency’s list, whatever stands above its header', () => {
    const tables = read([
      ['HỆ THỐNG THÔNG TIN GIẢI QUYẾT TTHC'],
      [null],
      ['STT', 'Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Trạng thái'],
      [1, '1.003930.000.00.00.H21', 'Cấp thẻ', 'Công chứng', 'Công khai'],
      [2, '1.003931', 'Cấp lại thẻ', 'Công chứng', 'Công khai'],
    ]);
    expect(tables.ok && tables.value.map((table) => [table.dataset, rowCount(table)])).toEqual([['procedures', 2]]);
  });

  test('is taken for what it most looks like when a check would ask first', () => {
    const tables = read([
      ['Mã TTHC', 'Trạng thái'],
      ['1.003930', 'Công khai'],
      ['1.003931', 'Chưa công khai'],
      ['1.003932', 'Công khai'],
    ]);
    expect(tables.ok && tables.value.map(rowCount)).toEqual([3]);
  });

  test.each<[name: string, rows: readonly (readonly SheetCell[])[]]>([
    [
      'without codes',
      [
        ['Họ và tên', 'Số điện thoại', 'Email'],
        ['Nguyễn Văn A', '0912345678', 'a@gialai.gov.vn'],
      ],
    ],
    ['without rows', [['Mã TTHC', 'Tên TTHC', 'Lĩnh vực']]],
    ['that is empty', []],
  ])('a file %s is refused by name', (_, rows) => {
    expect(read(rows)).toMatchObject({
      ok: false,
      error: { code: 'comparison.notAnExport', params: { file: 'he-thong-tinh.xlsx' } },
    });
  });
});
