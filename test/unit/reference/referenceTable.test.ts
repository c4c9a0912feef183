import { expect, test } from 'vitest';
import { cellOf } from '../../tables.ts';
import { referenceTableOf } from '../../../shared/reference/referenceTable.ts';
import { EMPTY_CELL } from '../../../shared/table/cell.ts';
import type { Sheet } from '../../../shared/table/sheet.ts';

/** A sheet whose row n stands in sheet row n + 1; every cell has its own code. */
function sheetOf(rows: string[][]): Sheet {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = [EMPTY_CELL];
  const columns = Array.from({ length: width }, (_, column) =>
    Uint32Array.from(rows, (row) => ((row[column] ?? '') === '' ? 0 : cells.push(cellOf(row[column]!)) - 1)),
  );
  return {
    name: 'Sheet1',
    visibility: 'visible',
    rowNumbers: Uint32Array.from(rows, (_, at) => at + 1),
    columns,
    dictionary: { size: cells.length, cell: (code) => cells[code]!, forget: () => {} },
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

test("the header of the portal's export stands under its motto, and rows keep their sheet numbers", () => {
  const sheet = sheetOf([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\\nĐộc lập – Tự do – Hạnh phúc'],
    ['Mã số', 'Tên', 'Cơ quan ban hành', 'Cơ quan thực hiện', 'Lĩnh vực'],
    ['1.014966', 'Cấp lại', 'Bộ Tư pháp', 'Sở Tư pháp\\nBộ Tư pháp', 'Quản tài viên'],
  ]);
  expect(referenceTableOf(sheet, 'xuat.xlsx')).toEqual({
    file: 'xuat.xlsx',
    sheet: 'Sheet1',
    headings: ['Mã số', 'Tên', 'Cơ quan ban hành', 'Cơ quan thực hiện', 'Lĩnh vực'],
    rows: [['1.014966', 'Cấp lại', 'Bộ Tư pháp', 'Sở Tư pháp\nBộ Tư pháp', 'Quản tài viên']],
    rowNumbers: [3],
  });
});

test.each([
  ['a report', [['BÁO CÁO TÌNH HÌNH'], ['STT', 'Nội dung', 'Số lượng'], ['1', 'Tiếp nhận', 'num:5']]],
  [
    'codes and names alone',
    [
      ['Mã số', 'Tên'],
      ['1.014966', 'Cấp lại'],
    ],
  ],
])('%s is no national list', (_, rows) => {
  expect(referenceTableOf(sheetOf(rows), 'a.xlsx')).toBeNull();
});
