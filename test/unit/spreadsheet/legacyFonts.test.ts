import { CFB, utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { legacyFontOf } from '../../../shared/domain/legacyFonts.ts';
import { buildXlsx } from '../../workbooks.ts';
import { cellsOf, firstSheet } from './opened.ts';

describe('the name of a font tells the encoding', () => {
  test.each([
    ['.VnTime', { encoding: 'tcvn3', showsCapitals: false }],
    ['.VnTimeH', { encoding: 'tcvn3', showsCapitals: true }],
    ['.VnArial NarrowH', { encoding: 'tcvn3', showsCapitals: true }],
    ['.vntime', { encoding: 'tcvn3', showsCapitals: false }],
    ['VNI-Times', { encoding: 'vni', showsCapitals: false }],
    ['VNI-Helve-Condense', { encoding: 'vni', showsCapitals: false }],
    ['VPS Times', { encoding: 'vps', showsCapitals: false }],
    ['Times New Roman', undefined],
    ['Arial', undefined],
    ['VNITimes', undefined],
    ['', undefined],
  ])('%s', (name, expected) => {
    expect(legacyFontOf(name)).toEqual(expected);
  });
});

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const FONTS = ['Times New Roman', '.VnTime', '.VnTimeH', 'VNI-Times'];
const styles =
  `<styleSheet xmlns="${MAIN}"><fonts>${FONTS.map((name) => `<font><sz val="11"/><name val="${name}"/></font>`).join('')}</fonts>` +
  `<cellStyleXfs><xf fontId="3"/></cellStyleXfs><cellXfs>${FONTS.map((_, id) => `<xf numFmtId="0" fontId="${id}"/>`).join('')}</cellXfs>` +
  `<dxfs><dxf><font><name val="VNI-Times"/></font></dxf></dxfs></styleSheet>`;

describe('a text in a font of before Unicode keeps the name of its font', () => {
  const sheetOf = (cells: string, strings: string) =>
    firstSheet(
      buildXlsx({
        sheets: [{ name: 'a', rows: [] }],
        parts: {
          'xl/styles.xml': styles,
          'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>`,
          'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
        },
      }),
    );
  const fontsOf = async (cells: string, strings = '') =>
    Object.values(cellsOf(await sheetOf(cells, strings))).map(({ text, font, formula }) => [
      text,
      font,
      ...(formula ? ['formula'] : []),
    ]);

  test('the font of the cell, whether the text is shared, inline or a formula’s', async () => {
    expect(
      await fontsOf(
        '<c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="2" t="s"><v>0</v></c><c r="C1" s="0" t="s"><v>0</v></c>' +
          '<c r="D1" s="3" t="inlineStr"><is><t>Ñôn</t></is></c><c r="E1" s="1" t="str"><f>A1</f><v>§¬n</v></c><c r="F1" t="s"><v>0</v></c>',
        '<si><t>§¬n</t></si>',
      ),
    ).toEqual([
      ['§¬n', '.VnTime'],
      ['§¬n', '.VnTimeH'],
      ['§¬n', undefined],
      ['Ñôn', 'VNI-Times'],
      ['§¬n', '.VnTime', 'formula'],
      ['§¬n', undefined],
    ]);
  });

  test('the font of a run of rich text goes before that of the cell', async () => {
    const run = (font: string, text: string): string => `<r><rPr><rFont val="${font}"/></rPr><t>${text}</t></r>`;
    expect(
      await fontsOf(
        '<c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>',
        `<si>${run('.VnArialH', '§¬')}${run('Arial', 'n')}</si><si>${run('Arial', '§¬n')}</si>`,
      ),
    ).toEqual([
      ['§¬n', '.VnArialH'],
      ['§¬n', undefined],
    ]);
  });

  test('numbers, dates and truth values have none', async () => {
    expect(await fontsOf('<c r="A1" s="1"><v>5</v></c><c r="B1" s="2" t="b"><v>1</v></c>')).toEqual([
      ['5', undefined],
      ['TRUE', undefined],
    ]);
  });
});

/** An .xls whose first font is another one: the library can write the file, but not choose fonts. */
function xlsIn(font: string, bookType: 'biff8' | 'biff5'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['§¬n', 5]]), 'a');
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType });
  const container = CFB.read(bytes, { type: 'array' });
  const entry = CFB.find(container, bookType === 'biff8' ? 'Workbook' : 'Book');
  const stream = Buffer.from(entry.content);
  // The library's only font is Arial; a name of the same length leaves every offset as it is.
  for (const encoding of ['utf16le', 'latin1'] as const) {
    for (let at = 0; (at = stream.indexOf('Arial', at, encoding)) >= 0; at += 10) stream.write(font, at, encoding);
  }
  entry.content = stream;
  const changed: Uint8Array = CFB.write(container, { type: 'buffer' });
  return changed;
}

test.each(['biff8', 'biff5'] as const)('in an .xls (%s) the font of a text cell is found too', async (bookType) => {
  const cells = cellsOf(await firstSheet(xlsIn('.VnBk', bookType), 'a.xls'));
  expect([cells['A1']!.font, cells['B1']!.font]).toEqual(['.VnBk', undefined]);
  expect(cellsOf(await firstSheet(xlsIn('Arial', bookType), 'a.xls'))['A1']!.font).toBeUndefined();
});
