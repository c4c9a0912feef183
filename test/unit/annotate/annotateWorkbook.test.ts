import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildXlsx, type WorkbookInput } from '../../workbooks.ts';
import { annotate, cellsOf, commentsOf, expectSameCells, fillOf, lineAt, partsOf, styleXml } from './annotated.ts';

const SHEET1 = 'xl/worksheets/sheet1.xml';
const ROWS = [
  ['Mã TTHC', 'Mức phí', 'Ngày'],
  ['1.001234', 150, { value: 46_204, format: 'dd/mm/yyyy' }],
  ['1.005678', { value: 20, formula: 'SUM(B2)' }, { value: 46_205, format: 'dd/mm/yyyy' }],
] as const;
const workbook = (rest: Partial<WorkbookInput> = {}): Uint8Array =>
  buildXlsx({ sheets: [{ name: 'Thu phí', rows: ROWS }], ...rest });

describe('marked cells', () => {
  test('wrong cells get the colour of their severity and a note with the right value, rule and legal basis', async () => {
    const copy = await annotate(workbook(), ['Thu phí!B2 error', 'Thu phí!A3 warning', 'Thu phí!C3 info']);
    expectSameCells(copy);
    expect(['B2', 'A3', 'C3', 'A2'].map((cell) => fillOf(copy, SHEET1, cell))).toEqual([
      'FFF8D7DA',
      'FFFFF3CD',
      'FFE7F1FB',
      undefined,
    ]);
    expect(commentsOf(copy)['B2']).toBe(
      'Rà soát TTHC:\nLỗi (FEE-02)\nSai ở B2\nGiá trị đúng: 150000\nCách sửa: Sửa lại.\n' +
        'Căn cứ: Điều 10 NĐ 02/2026/NĐ-CP\n— Rà soát TTHC —',
    );
    expect(copy.text('xl/drawings/vmlDrawing1.vml').match(/ObjectType="Note"/g)).toHaveLength(3);
  });

  test('a coloured cell keeps its number format and everything else of its style', async () => {
    const copy = await annotate(workbook(), ['Thu phí!C2 error']);
    const style = Number(/r="C2" s="(\d+)"/.exec(copy.text(SHEET1))![1]);
    expect(styleXml(copy, style)).toMatch(/numFmtId="164"/);
    expect(copy.after.sheets[0]!.dictionary.cell(copy.after.sheets[0]!.columns[2]![1]!).text).toBe('01/07/2026');
  });

  test('the counts of a style sheet say what stands in it', async () => {
    const styles = (await annotate(workbook(), ['Thu phí!C2 error', 'Thu phí!A1 info'])).text('xl/styles.xml');
    for (const [section, item] of [
      ['fonts', 'font'],
      ['fills', 'fill'],
      ['borders', 'border'],
      ['cellXfs', 'xf'],
    ] as const) {
      const [, count, content] = new RegExp(`<${section} count="(\\d+)">(.*?)</${section}>`).exec(styles)!;
      expect([section, Number(count)]).toEqual([section, content!.match(new RegExp(`<${item}[ >/]`, 'g'))!.length]);
    }
    expect([...styles.matchAll(/<(fonts|fills|borders|cellStyleXfs|cellXfs)\b/g)].map(([, name]) => name)).toEqual([
      'fonts',
      'fills',
      'borders',
      'cellStyleXfs',
      'cellXfs',
    ]);
  });

  test('a mark inside a merged range goes to the cell that is drawn, with the notes of all its rows', async () => {
    const bytes = buildXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['x', 1],
            [null, 2],
            [null, 3],
          ],
          merges: ['A1:A3'],
        },
      ],
    });
    const copy = await annotate(bytes, ['A!A2 warning', 'A!A3 error']);
    expect(fillOf(copy, SHEET1, 'A1')).toBe('FFF8D7DA');
    expect(Object.keys(commentsOf(copy))).toEqual(['A1']);
    expect(commentsOf(copy)['A1']).toMatch(/Sai ở A2[\s\S]*Sai ở A3/);
  });
});

describe('cells and rows that are not in the file', () => {
  const sheet = (data: string): string =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${data}</worksheet>`;
  const cases: readonly (readonly [promise: string, data: string, marks: readonly string[], expected: string])[] = [
    [
      'a cell before, between and after others',
      '<sheetData><row r="2"><c r="B2"/><c r="D2"/></row></sheetData>',
      ['A2', 'C2', 'E2'],
      '<sheetData><row r="2"><c r="A2" s=""/><c r="B2"/><c r="C2" s=""/><c r="D2"/><c r="E2" s=""/></row></sheetData>',
    ],
    [
      'a row before, between and after others',
      '<sheetData><row r="2"><c r="A2"/></row><row r="4"/></sheetData>',
      ['A1', 'B3', 'A5'],
      '<sheetData><row r="1"><c r="A1" s=""/></row><row r="2"><c r="A2"/></row><row r="3"><c r="B3" s=""/></row><row r="4"/><row r="5"><c r="A5" s=""/></row></sheetData>',
    ],
    [
      'a cell in a row that closes itself, with its span widened',
      '<sheetData><row r="1" spans="1:2" ht="30"/></sheetData>',
      ['C1'],
      '<sheetData><row r="1" spans="1:3" ht="30"><c r="C1" s=""/></row></sheetData>',
    ],
    [
      'a cell in a sheet without cells',
      '<sheetData/>',
      ['B2'],
      '<sheetData><row r="2"><c r="B2" s=""/></row></sheetData>',
    ],
    [
      'cells and rows without addresses count on',
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>',
      ['B1', 'A2', 'B2'],
      '<sheetData><row><c><v>1</v></c><c s=""><v>2</v></c></row><row><c s=""><v>3</v></c><c r="B2" s=""/></row></sheetData>',
    ],
    [
      'a row without a number stands where its cells say',
      '<sheetData><row><c r="A5"><v>1</v></c></row></sheetData>',
      ['A3', 'A5'],
      '<sheetData><row r="3"><c r="A3" s=""/></row><row><c s="" r="A5"><v>1</v></c></row></sheetData>',
    ],
  ];
  test.each(cases)('%s', async (_, data, marks, expected) => {
    const bytes = workbook({ parts: { [SHEET1]: sheet(data) } });
    const copy = await annotate(
      bytes,
      marks.map((mark) => `Thu phí!${mark} error`),
    );
    const written = copy
      .text(SHEET1)
      .replace(/ {1,2}s="\d+"/g, ' s=""')
      .replaceAll('<row  r', '<row r');
    expect(written.slice(written.indexOf('<sheetData'), written.indexOf('<legacyDrawing'))).toBe(expected);
    expectSameCells(copy);
  });

  test('a blank cell that is inserted looks like its row or column', async () => {
    const bytes = buildXlsx({
      sheets: [
        {
          name: 'Thu phí',
          rows: [
            [
              { value: 1, format: '0.00' },
              { value: 1, format: '0%' },
            ],
          ],
        },
      ],
      parts: {
        [SHEET1]: sheet(
          '<cols><col min="2" max="3" width="9" style="1"/></cols><sheetData><row r="1"/><row r="2" s="2" customFormat="1"/></sheetData>',
        ),
      },
    });
    const copy = await annotate(bytes, ['Thu phí!C1 error', 'Thu phí!C2 error']);
    const styleAt = (cell: string): string =>
      styleXml(copy, Number(new RegExp(`r="${cell}" +s="(\\d+)"`).exec(copy.text(SHEET1))![1]));
    expect(styleAt('C1')).toMatch(/numFmtId="164"/);
    expect(styleAt('C2')).toMatch(/numFmtId="165"/);
  });
});

describe('spellings of workbooks', () => {
  const spellings: readonly (readonly [string, Partial<WorkbookInput>])[] = [
    ['as Excel writes it', {}],
    ['with a namespace prefix', { prefix: 'x' }],
    ['ISO strict', { strict: true }],
    ['with inline strings', { inlineStrings: true }],
    ['without cell addresses', { omitReferences: true }],
    ['not compressed', { stored: true }],
    [
      'without a style sheet',
      {
        sheets: [
          {
            name: 'Thu phí',
            rows: [
              ['a', 'b'],
              ['c', 1],
            ],
          },
        ],
        parts: { 'xl/styles.xml': null },
      },
    ],
    ['with dates from 1904', { date1904: true }],
  ];
  test.each(spellings)('a workbook %s is annotated and keeps its values', async (_, spelling) => {
    const copy = await annotate(workbook(spelling), ['Thu phí!B2 error', 'Thu phí!F9 info']);
    expectSameCells(copy);
    expect(Object.keys(commentsOf(copy))).toEqual(['B2', 'F9']);
    expect(fillOf(copy, SHEET1, 'F9')).toBe('FFE7F1FB');
    expect(copy.after.sheets.at(-1)!.name).toBe('Danh sách cần sửa');
  });

  test('a sheet in UTF-16 is annotated as well', async () => {
    const plain = (await partsOf(workbook({ inlineStrings: true }))).get(SHEET1)!.toString('utf8');
    const wide = Buffer.from(`\uFEFF${plain.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    const copy = await annotate(workbook({ inlineStrings: true, parts: { [SHEET1]: wide } }), ['Thu phí!B2 error']);
    expectSameCells(copy);
    expect(fillOf(copy, SHEET1, 'B2')).toBe('FFF8D7DA');
  });

  test('a sheet of many pieces keeps every value while cells all over it are marked', async () => {
    const rows = Array.from({ length: 6000 }, (_, row) => [
      `mã ${row}`,
      row,
      `Thủ tục số ${row * 7919}`,
      null,
      row % 3 === 0,
    ]);
    const marks = Array.from({ length: 60 }, (_, at) => `A!D${at * 97 + 1} warning`);
    const copy = await annotate(buildXlsx({ sheets: [{ name: 'A', rows }], inlineStrings: true }), marks);
    expectSameCells(copy);
    expect(marks.every((mark) => fillOf(copy, SHEET1, /!(\w+) /.exec(mark)![1]!) === 'FFFFF3CD')).toBe(true);
  });

  test('whatever stands in a sheet and wherever marks fall, values stay and every mark has colour and note', async () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.integer(),
      fc.boolean(),
    );
    const grid = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });
    const place = fc.tuple(fc.constantFrom('A', 'C', 'F', 'AA'), fc.integer({ min: 1, max: 12 }));
    const options = fc.record({
      inlineStrings: fc.boolean(),
      strict: fc.boolean(),
      prefix: fc.constantFrom('x', undefined),
    });
    await fc.assert(
      fc.asyncProperty(
        grid,
        fc.uniqueArray(place, { minLength: 1, maxLength: 6, selector: String }),
        options,
        async (rows, places, { prefix, ...look }) => {
          const bytes = buildXlsx({
            sheets: [{ name: 'S', rows }],
            ...look,
            ...(prefix === undefined ? {} : { prefix }),
          });
          const cells = places.map(([letters, row]) => `${letters}${row}`);
          const copy = await annotate(
            bytes,
            cells.map((at) => `S!${at} error`),
          );
          expectSameCells(copy);
          expect(cells.map((at) => fillOf(copy, SHEET1, at))).toEqual(cells.map(() => 'FFF8D7DA'));
          expect(Object.keys(commentsOf(copy)).sort()).toEqual([...cells].sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what is not concerned', () => {
  test('other parts keep their bytes and their order; new parts stand at the end', async () => {
    const parts = {
      'xl/media/image1.png': Buffer.from([0, 1, 2, 3]),
      'xl/charts/chart1.xml': '<chart/>',
      'customXml/item1.xml': '<mục/>',
    };
    const bytes = buildXlsx({
      sheets: [
        { name: 'Thu phí', rows: ROWS },
        { name: 'Khác', rows: ROWS },
      ],
      parts,
    });
    const copy = await annotate(bytes, ['Thu phí!B2 error']);
    const before = await partsOf(bytes);
    expect([...copy.parts.keys()].slice(0, before.size)).toEqual([...before.keys()]);
    const changed = [...before.keys()].filter((name) => !before.get(name)!.equals(copy.parts.get(name)!));
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      SHEET1,
    ]);
    expect(copy.touched.filter((name) => before.has(name)).sort()).toEqual(changed);
  });

  test('the same file and findings always give the same bytes', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => annotate(workbook(), ['Thu phí!B2 error'])));
    expect(Buffer.from(first!.bytes).equals(Buffer.from(second!.bytes))).toBe(true);
  });

  test('a macro workbook stays one: content type, macros and ending', async () => {
    const types = (await partsOf(workbook())).get('[Content_Types].xml')!.toString('utf8');
    const macro = types.replace(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    );
    const vba = Buffer.from('macro');
    const copy = await annotate(workbook({ parts: { '[Content_Types].xml': macro, 'xl/vbaProject.bin': vba } }), [
      'Thu phí!B2 error',
    ]);
    expect(copy.extension).toBe('.xlsm');
    expect(copy.parts.get('xl/vbaProject.bin')).toEqual(vba);
    expect(copy.text('[Content_Types].xml')).toContain('macroEnabled');
  });

  test('a signed workbook is annotated, and the user hears that its signature no longer holds', async () => {
    const copy = await annotate(workbook({ parts: { '_xmlsignatures/sig1.xml': '<Signature/>' } }), [
      'Thu phí!B2 error',
    ]);
    expect(copy.notes.map(({ code }) => code)).toEqual(['annotate.signed']);
  });

  test.each([
    ['<pageMargins left="1"/><tableParts/><extLst/>', '<pageMargins left="1"/>|<tableParts/><extLst/>'],
    ['<pageSetup/><drawing/>', '<pageSetup/><drawing/>|'],
    [
      '<drawing/><mc:AlternateContent><controls/></mc:AlternateContent>',
      '<drawing/>|<mc:AlternateContent><controls/></mc:AlternateContent>',
    ],
    ['<mc:AlternateContent/><pageMargins/>', '<mc:AlternateContent/><pageMargins/>|'],
    ['<legacyDrawingHF/>', '|<legacyDrawingHF/>'],
  ])('the drawing of the notes is named where the schema wants it: after the cells %s', async (tail, expected) => {
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:mc="mc"><sheetData>' +
      `<row r="1"><c r="A1"><v>1</v></c></row></sheetData>${tail}</worksheet>`;
    const copy = await annotate(workbook({ parts: { [SHEET1]: sheet } }), ['Thu phí!A1 error']);
    const written = /<\/sheetData>(.*)<\/worksheet>/.exec(copy.text(SHEET1))![1]!;
    expect(written.replace(/<legacyDrawing [^>]*>/, '|')).toBe(expected);
  });

  test('a finding about a sheet that is not there is said, and stands in the list', async () => {
    const copy = await annotate(workbook(), ['Sheet lạ!B2 error']);
    expect(copy.notes).toEqual([{ code: 'annotate.sheetGone', params: { sheet: 'Sheet lạ', file: 'don-vi.xlsx' } }]);
    expectSameCells(copy);
  });
});

describe('the list "Danh sách cần sửa"', () => {
  test('holds every finding with a link to its cell; values are text, never formulas', async () => {
    const copy = await annotate(workbook(), [
      lineAt('Thu phí!B2 error', { value: '=HYPERLINK("x")', message: 'Sai <b> & "lạ" \u0001' }),
      lineAt('Thu phí!A3 info', { place: null, cell: 'cả bảng' }),
    ]);
    const list = copy.text('xl/worksheets/sheet2.xml');
    expect(list).not.toMatch(/<f[ >]/);
    expect(list.match(/<hyperlink .*?\/>/g)).toEqual([`<hyperlink ref="D4" location="'Thu phí'!B2" display="B2"/>`]);
    const cells = cellsOf(copy.after.sheets[1]!);
    expect(cells['G4']).toBe('text|=HYPERLINK("x")|=HYPERLINK("x")|');
    expect(cells['I4']).toBe('text|Sai <b> & "lạ" \u0001|Sai <b> & "lạ" \u0001|');
    expect(cells['D5']).toBe('text|cả bảng|cả bảng|');
    expect(copy.text('xl/workbook.xml')).toContain('_xlnm.Print_Titles');
  });

  test('an apostrophe in a sheet name does not break the links', async () => {
    const bytes = buildXlsx({ sheets: [{ name: "Sở 'A' & B", rows: [['x']] }] });
    const copy = await annotate(bytes, ["Sở 'A' & B!A1 error"]);
    expect(copy.text('xl/worksheets/sheet2.xml')).toContain(`location="'Sở ''A'' &amp; B'!A1"`);
  });

  test('gets a name of its own when the workbook has a sheet of that name', async () => {
    const bytes = buildXlsx({ sheets: [{ name: 'danh sách cần SỬA', rows: [['x']] }] });
    const copy = await annotate(bytes, ['danh sách cần SỬA!A1 error']);
    expect(copy.after.sheets.map(({ name }) => name)).toEqual(['danh sách cần SỬA', 'Danh sách cần sửa (2)']);
  });
});
