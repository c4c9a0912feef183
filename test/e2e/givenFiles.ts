import { CFB } from '@e965/xlsx';
import { buildXlsx, type CellInput } from '../workbooks.ts';
import type { GivenFile } from './pages/intake.ts';

type Row = readonly CellInput[];

/** A list of procedures with a heading that intake knows; some rows are wrong on purpose. */
const HEADINGS: Row = [
  'STT',
  'Mã TTHC',
  'Tên TTHC',
  'Lĩnh vực',
  'Thời hạn giải quyết',
  'Phí, lệ phí',
  'Cơ quan thực hiện',
];

const procedure = (index: number): Row => [
  index + 1,
  `1.00${1000 + index}`,
  `Cấp giấy xác nhận mẫu số ${index + 1}`,
  'Hộ tịch',
  '03 ngày làm việc',
  'Không',
  'UBND cấp xã',
];

/** A workbook with one list of procedures.
 *  @param rows  rows that are added below the ordinary ones */
export const procedureList = (name: string, agency: string, rows: readonly Row[] = []): GivenFile => ({
  name,
  content: buildXlsx({
    sheets: [
      {
        name: 'Danh mục',
        rows: [
          [agency],
          ['DANH MỤC THỦ TỤC HÀNH CHÍNH'],
          [...HEADINGS],
          ...Array.from({ length: 12 }, (_, index) => procedure(index)),
          ...rows,
        ].map((row) => [...row]),
        merges: ['A1:G1', 'A2:G2'],
      },
    ],
  }),
});

/** A row of a list of procedures with some cells replaced, by their 0-based column. */
export const spoiledRow = (index: number, cells: Readonly<Record<number, CellInput>>): Row =>
  procedure(index).map((cell, column) => (column in cells ? cells[column]! : cell));

/** A workbook whose headings nobody can place: only its cells tell what it is. */
export const strangeList = (name: string, rows: readonly Row[]): GivenFile => ({
  name,
  content: buildXlsx({
    sheets: [
      { name: 'Biểu 07', rows: [['BIỂU 07'], ['Ký hiệu', 'Việc', 'Nhóm', 'Nơi làm'], ...rows.map((row) => [...row])] },
    ],
  }),
});

/** A workbook whose second half is missing. */
export function cutShort(name: string): GivenFile {
  const { content } = procedureList(name, 'SỞ Y TẾ');
  return { name, content: content.subarray(0, Math.floor(content.length / 2)) };
}

/** What Excel writes when a workbook is given a password. */
export function withPassword(name: string): GivenFile {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, 'EncryptedPackage', Buffer.alloc(5000));
  const content: Uint8Array = CFB.write(container, { type: 'buffer' });
  return { name, content };
}

export const withNothing = (name: string): GivenFile => ({ name, content: new Uint8Array(0) });
