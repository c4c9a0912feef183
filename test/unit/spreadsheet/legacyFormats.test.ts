import { utils, write, type BookType } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { cellsOf, firstSheet, opened, refusal, textsOf } from './opened.ts';

/** Bytes of a workbook in an old or rare format. */
function written(bookType: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['Danh mục thủ tục', null, null],
    ['Mã TTHC', 'Phí', 'Ngày'],
    ['1.000120', 50_000.5, { t: 'n', v: 46_204, z: 'dd/mm/yyyy' }],
  ]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Danh mục');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x', 'y']]), 'Ẩn');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType });
  return bytes;
}

const texts = {
  A1: 'Danh mục thủ tục',
  A2: 'Mã TTHC',
  B2: 'Phí',
  C2: 'Ngày',
  A3: '1.000120',
  B3: '50000.5',
  C3: '01/07/2026',
};

describe('an old or rare format gives the same sheet', () => {
  test.each<[BookType, string]>([
    ['biff8', 'xls'],
    ['ods', 'ods'],
    ['xlsb', 'xlsb'],
    ['xlml', 'xml2003'],
    ['fods', 'ods'],
  ])('%s', async (bookType, format) => {
    const workbook = await opened(written(bookType), 'danh mục.xlsx');
    expect(workbook.format).toBe(format);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Danh mục', 'Ẩn']);
    const [sheet] = workbook.sheets;
    expect(textsOf(sheet!)).toEqual(texts);
    expect(sheet!.merges).toEqual([{ firstColumn: 0, firstRow: 1, lastColumn: 2, lastRow: 1 }]);
    const cells = cellsOf(sheet!);
    expect([cells['A3']!.kind, cells['B3']!.kind, cells['C3']!.kind]).toEqual(['text', 'number', 'date']);
  });

  test.each<BookType>(['biff8', 'xlsb', 'xlml'])('%s: a hidden sheet is known as hidden', async (bookType) => {
    const workbook = await opened(written(bookType));
    expect(workbook.sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'hidden']);
  });
});

test('a web page that calls itself .xls is read as a table of texts, codes untouched', async () => {
  const html =
    '<html><head><meta charset="utf-8"></head><body><table>' +
    '<tr><th colspan="2">Danh mục</th></tr><tr><td>1.000120</td><td>Cấp giấy phép &amp; thẻ</td></tr>' +
    '<tr><td>0012345</td><td>01/07/2026</td></tr></table></body></html>';
  const workbook = await opened(Buffer.from(html), 'xuất.xls');
  expect(workbook.format).toBe('html');
  const sheet = workbook.sheets[0]!;
  expect(textsOf(sheet)).toEqual({
    A1: 'Danh mục',
    A2: '1.000120',
    B2: 'Cấp giấy phép & thẻ',
    A3: '0012345',
    B3: '01/07/2026',
  });
  expect(cellsOf(sheet)['A2']!.kind).toBe('text');
  expect(sheet.merges).toEqual([{ firstColumn: 0, firstRow: 1, lastColumn: 1, lastRow: 1 }]);
});

test.each<BookType>(['ods', 'xlsb'])(
  '%s: what the archive unpacks to is weighed before the library reads it',
  async (bookType) => {
    const limits = { maxWholeUnpackedBytes: 1000 };
    expect(await refusal(written(bookType), 'tep.ods', { limits })).toBe('file.tooLarge.unpacked');
  },
);

test('the name of a file says nothing about its format', async () => {
  expect((await opened(written('biff8'), 'a.csv')).format).toBe('xls');
  expect(textsOf(await firstSheet(Buffer.from('a;b\nc;d'), 'a.xlsx'))).toEqual({ A1: 'a', B1: 'b', A2: 'c', B2: 'd' });
});
