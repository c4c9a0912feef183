import { utils, write, type BookType } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { buildZip } from '../../workbooks.ts';
import { cellsOf, firstSheet, opened, refusal, textsOf } from './opened.ts';
import { biffRecord, inLastSheet, oleFile, recordStream } from './xlsFile.ts';

/** A link over every cell of a sheet of 65,536 rows and 256 columns, a thousand times. */
const LINKS_OVER_SHEET = Buffer.concat(Array.from({ length: 1000 }, () => biffRecord(0x01b8, 0, 0xffff, 0, 0xff, 0)));

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

/** A sheet with what Excel does to values, as a library writes it in an old or rare format. */
function trapsIn(bookType: BookType, date1904 = false): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['0012', { t: 'n', v: 0.07, z: '0%' }, { t: 'n', v: 123, z: '0000000' }, 3_510_000_000_000, 1.00012],
    [
      { t: 'n', v: 46_204.5, z: 'dd/mm/yyyy" "hh:mm' },
      { t: 'b', v: true },
      { t: 'n', v: 5, f: '2+3' },
    ],
    ['gộp', 'x', 'y'],
  ]);
  sheet['!rows'] = [{}, { hidden: true }];
  sheet['!cols'] = [{}, {}, { hidden: true }];
  sheet['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 2, c: 1 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'a');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), 'b');
  book.Workbook = { WBProps: { date1904 }, Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType });
  return bytes;
}

describe('what Excel did to a value stays visible in an old or rare format', () => {
  const FORMATS: readonly BookType[] = ['biff8', 'biff5', 'xlsb', 'xlml', 'ods', 'fods'];

  test.each(FORMATS)('%s: codes, percentages, padded numbers, dates, truth values', async (bookType) => {
    const cells = cellsOf(await firstSheet(trapsIn(bookType)));
    const found = ['A1', 'B1', 'C1', 'D1', 'E1', 'A2', 'B2', 'C2'].map((address) => {
      const { kind, text, raw } = cells[address]!;
      return [kind, text, raw];
    });
    expect(found).toEqual([
      ['text', '0012', '0012'],
      ['number', '7%', '0.07'],
      ['number', '0000123', '123'],
      ['number', '3510000000000', '3510000000000'],
      ['number', '1.00012', '1.00012'],
      ['date', '01/07/2026 12:00', '46204.5'],
      ['boolean', 'TRUE', 'TRUE'],
      ['number', '5', '5'],
    ]);
  });

  test.each<BookType>(['biff8', 'biff5', 'xlsb', 'xlml'])('%s: days that count from 1904', async (bookType) => {
    const cells = cellsOf(await firstSheet(trapsIn(bookType, true)));
    expect([cells['A2']!.text, cells['A2']!.raw]).toEqual(['02/07/2030 12:00', '46204.5']);
  });

  test.each<BookType>(['biff8', 'xlsb', 'xlml', 'ods', 'fods'])('%s: merged ranges', async (bookType) => {
    const { merges } = await firstSheet(trapsIn(bookType));
    expect(merges).toEqual([{ firstColumn: 0, firstRow: 3, lastColumn: 1, lastRow: 3 }]);
  });

  test.each<BookType>(['xlml', 'ods', 'fods'])('%s: a formula is known as one', async (bookType) => {
    expect(cellsOf(await firstSheet(trapsIn(bookType)))['C2']!.formula).toBe(true);
  });

  test.each<BookType>(['xlsb', 'xlml'])('%s: hidden rows, columns and very hidden sheets', async (bookType) => {
    const { sheets } = await opened(trapsIn(bookType));
    expect([[...sheets[0]!.hiddenRows], [...sheets[0]!.hiddenColumns], sheets[1]!.visibility]).toEqual([
      [2],
      [2],
      'veryHidden',
    ]);
  });
});

describe('what only the records of an .xls file tell', () => {
  const STREAMS = { biff8: 'Workbook', biff5: 'Book' } as const;
  // First and last column, width, style, flags of which the lowest hides.
  const HIDDEN_B_AND_C = biffRecord(0x007d, 1, 2, 2048, 0, 1, 0);

  // Row, first and last column, height, two words unused, flags of which 0x20 hides, style.
  const HIDDEN_ROW_1 = biffRecord(0x0208, 0, 0, 2, 255, 0, 0, 0x0120, 15);

  test.each(['biff8', 'biff5'] as const)('%s: hidden rows and columns', async (bookType) => {
    const stream = inLastSheet(recordStream(written(bookType)), HIDDEN_ROW_1, HIDDEN_B_AND_C);
    const { sheets } = await opened(oleFile({ [STREAMS[bookType]]: stream }));
    expect(sheets.map(({ hiddenRows, hiddenColumns }) => [[...hiddenRows], [...hiddenColumns]])).toEqual([
      [[], []],
      [[1], [1, 2]],
    ]);
  });

  test('a file for Excel 97 and Excel 95 at once is read as Excel 97 reads it', async () => {
    const [biff8, biff5] = [recordStream(written('biff8')), recordStream(trapsIn('biff5'))];
    const bytes = oleFile({ Book: biff5, Workbook: inLastSheet(biff8, HIDDEN_B_AND_C) });
    const { sheets } = await opened(bytes);
    expect(sheets.map(({ name, hiddenColumns }) => [name, [...hiddenColumns]])).toEqual([
      ['Danh mục', []],
      ['Ẩn', [1, 2]],
    ]);
    expect(textsOf(sheets[0]!)).toEqual(texts);
  });

  test.each<[string, Buffer, string]>([
    ['a cell beside the last column', biffRecord(0x0203, 0, 256, 0, 0, 0, 0, 0), 'file.damaged.structure'],
    ['a cell as BIFF2 wrote it', biffRecord(0x0004, 0, 0, 0, 0, 0), 'file.damaged.structure'],
    ['links over more cells than are read', LINKS_OVER_SHEET, 'file.tooLarge.cells'],
    ['a password', biffRecord(0x002f, 0, 0, 0), 'file.encrypted'],
    ['a link beyond the sheet', biffRecord(0x01b8, 0, 0xffff, 0, 0xffff, 0), 'file.tooLarge.cells'],
  ])('%s is refused before it costs time', async (_, record, code) => {
    expect(await refusal(oleFile({ Workbook: inLastSheet(recordStream(written('biff8')), record) }))).toBe(code);
  });
});

const OFFICE =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' +
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"';
const odsCell = (text: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;

/** Two sheets: the first with filtered and folded rows and a hidden column, the second hidden as a whole. */
const HIDING =
  '<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>' +
  '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>' +
  '<office:body><office:spreadsheet><table:table table:name="a" table:style-name="ta1">' +
  '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>' +
  `<table:table-row>${odsCell('1')}</table:table-row>` +
  `<table:table-row table:visibility="filter">${odsCell('2')}</table:table-row>` +
  `<table:table-row table:number-rows-repeated="2" table:visibility="collapse">${odsCell('3')}</table:table-row>` +
  `<table:table-row>${odsCell('5')}</table:table-row>` +
  '<table:table-row table:number-rows-repeated="1048571" table:visibility="collapse"><table:table-cell/></table:table-row>' +
  `</table:table><table:table table:name="b" table:style-name="ta2"><table:table-row>${odsCell('x')}</table:table-row></table:table>` +
  '</office:spreadsheet></office:body>';

const packageOf = (manifest: string): Uint8Array =>
  buildZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'styles.xml', content: `<office:document-styles ${OFFICE}/>` },
    { name: 'META-INF/manifest.xml', content: manifest },
    { name: 'content.xml', content: `<office:document-content ${OFFICE}>${HIDING}</office:document-content>` },
  ]);
const MANIFEST =
  '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>';

test.each<[string, Uint8Array]>([
  ['ods', packageOf(MANIFEST)],
  ['flat ods', Buffer.from(`<?xml version="1.0"?><office:document ${OFFICE}>${HIDING}</office:document>`)],
])('%s: hidden sheets, columns, and rows hidden by hand or by a filter', async (_, bytes) => {
  const { sheets } = await opened(bytes);
  expect(sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'hidden']);
  expect([...sheets[0]!.rowNumbers]).toEqual([1, 2, 3, 4, 5]);
  expect([[...sheets[0]!.hiddenRows], [...sheets[0]!.hiddenColumns]]).toEqual([[2, 3, 4], [2]]);
});

test('ods: a password is named', async () => {
  const manifest = MANIFEST.replace('/></manifest', '><manifest:encryption-data/></manifest:file-entry></manifest');
  expect(await refusal(packageOf(manifest), 'tep.ods')).toBe('file.encrypted');
});

test('two sheets of one name, which no program writes, are not read twice', async () => {
  const twice = `<office:document ${OFFICE}>${HIDING.replace('table:name="b"', 'table:name="a"')}</office:document>`;
  expect(await refusal(Buffer.from(`<?xml version="1.0"?>${twice}`))).toBe('file.damaged.structure');
});
