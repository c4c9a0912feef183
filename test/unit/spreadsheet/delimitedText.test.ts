import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, firstSheet, opened, refusal, textsOf } from './opened.ts';

const rows = [
  ['Mã TTHC', 'Tên'],
  ['1.000123', 'Cấp giấy phép'],
];
const expected = { A1: 'Mã TTHC', B1: 'Tên', A2: '1.000123', B2: 'Cấp giấy phép' };
const joined = (delimiter: string, newline = '\n'): string => rows.map((row) => row.join(delimiter)).join(newline);
const utf16be = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

describe('a table in a text file is read whatever program wrote it', () => {
  test.each<[string, Uint8Array]>([
    ['commas, UTF-8', Buffer.from(joined(','))],
    ['semicolons, UTF-8 with a mark, CRLF', Buffer.from(`\uFEFF${joined(';', '\r\n')}\r\n`)],
    ['tabs, UTF-16 little-endian ("Unicode text" of Excel)', Buffer.from(`\uFEFF${joined('\t', '\r\n')}`, 'utf16le')],
    ['tabs, UTF-16 big-endian', utf16be(joined('\t'))],
    ['UTF-16 without a mark', Buffer.from(joined(';'), 'utf16le')],
    ['bars, old Mac line ends', Buffer.from(joined('|', '\r'))],
    ["Excel's own separator line", Buffer.from(`sep=;\r\n${joined(';', '\r\n')}`)],
    ['all fields quoted', Buffer.from(rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'))],
  ])('%s', async (_, bytes) => {
    const workbook = await opened(bytes, 'Xã A/danh mục.csv');
    expect(workbook.format).toBe('csv');
    expect(workbook.sheets[0]!.name).toBe('danh mục');
    expect(textsOf(workbook.sheets[0]!)).toEqual(expected);
  });

  test('windows-1258, in which Vietnamese Windows saves .csv', async () => {
    // "Số;Phí" with the dot below and the acute as marks of their own
    const bytes = Buffer.concat([
      Buffer.from('S'),
      Buffer.of(0xf4, 0xec),
      Buffer.from(';Phi'),
      Buffer.of(0xec),
      Buffer.from('\n1;2\n'),
    ]);
    const texts = textsOf(await firstSheet(bytes));
    expect(texts['A1']!.normalize('NFC')).toBe('Số');
    expect(texts['B1']!.normalize('NFC')).toBe('Phí');
  });
});

test('windows-1252 when the words are no Vietnamese in windows-1258: TCVN3 and VNI keep their bytes', async () => {
  const tcvn3 = Buffer.from('M\u00b7;T\u00aan\n1.000123;CÊp giÊy phÐp x\u00a9y dùng\n', 'latin1');
  expect(textsOf(await firstSheet(tcvn3))['B2']).toBe('CÊp giÊy phÐp x©y dùng');
  const vni = Buffer.from('Maõ;Teân\n1.000123;Caáp giaáy pheùp xaây döïng ñaát ñai\n', 'latin1');
  expect(textsOf(await firstSheet(vni))['B2']).toBe('Caáp giaáy pheùp xaây döïng ñaát ñai');
});

test('every field is text, so that no code loses a zero', async () => {
  const cells = cellsOf(await firstSheet(Buffer.from('Mã;Số tài khoản;Ngày\n1.000120;0012345;01/07/2026\n')));
  expect(cells['A2']).toEqual({ kind: 'text', text: '1.000120', raw: '1.000120' });
  expect(cells['B2']).toEqual({ kind: 'text', text: '0012345', raw: '0012345' });
});

describe('quotes', () => {
  test.each([
    [
      'a delimiter, a line break and quotes inside',
      'a;"b;c\n""d"""\ne;f',
      { A1: 'a', B1: 'b;c\n"d"', A2: 'e', B2: 'f' },
    ],
    ['an empty quoted field', 'a;""\nb;c', { A1: 'a', A2: 'b', B2: 'c' }],
    ['text after the closing quote', 'a;"b"c\nd;e', { A1: 'a', B1: 'bc', A2: 'd', B2: 'e' }],
    ['a quote that never ends is a character', 'a;"b\nc;d', { A1: 'a', B1: '"b', A2: 'c', B2: 'd' }],
    ['a quote in the middle is a character', 'a;5" b\nc;d', { A1: 'a', B1: '5" b', A2: 'c', B2: 'd' }],
    ['a code protected from Excel', 'a;="00123"\nc;d', { A1: 'a', B1: '00123', A2: 'c', B2: 'd' }],
  ])('%s', async (_, text, found) => {
    expect(textsOf(await firstSheet(Buffer.from(text)))).toEqual(found);
  });
});

test('row numbers are those that Excel shows, blank lines counted', async () => {
  const sheet = await firstSheet(Buffer.from('a;b\n\n;\nc;d\n'));
  expect([...sheet.rowNumbers]).toEqual([1, 4]);
});

test('a last field may be empty, and a last line need not end', async () => {
  expect(textsOf(await firstSheet(Buffer.from('a;b\nc;')))).toEqual({ A1: 'a', B1: 'b', A2: 'c' });
});

describe('text that is no table is refused', () => {
  test.each([
    ['one column', 'a\nb\nc\n'],
    [
      'a letter',
      'Kính gửi: Ủy ban nhân dân các xã, phường, đặc khu\n\nCăn cứ Nghị định, đề nghị rà soát.\nTrân trọng.\n',
    ],
    ['one sentence', 'Đề nghị các đơn vị rà soát, báo cáo trước 16 giờ'],
    ['blank lines', '\n\n\n'],
  ])('%s', async (_, text) => {
    expect(await refusal(Buffer.from(text), 'ghi chú.txt')).toBe('file.notATable');
  });
});

test('whatever is written as RFC 4180 has it comes back', async () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'Đ', ' ', ';', ',', '"', '\n', '=', '\t'), maxLength: 6 });
  const table = fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, async (records) => {
      const quoted = records.map((record) => record.map((value) => `"${value.replaceAll('"', '""')}"`).join(';'));
      const sheet = await firstSheet(Buffer.from(`sep=;\n${quoted.join('\r\n')}`));
      const found = textsOf(sheet);
      records.forEach((record, row) => {
        record.forEach((value, column) => expect(found[`${'ABC'[column]}${row + 1}`] ?? '').toBe(value));
      });
    }),
    { numRuns: 200 },
  );
});
