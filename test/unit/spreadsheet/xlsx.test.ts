import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildXlsx, excelSerial, type WorkbookInput } from '../../workbooks.ts';
import { cellsOf, firstSheet, opened, textsOf } from './opened.ts';

const sheet = (rows: WorkbookInput['sheets'][number]['rows'], rest: Partial<WorkbookInput> = {}) =>
  firstSheet(buildXlsx({ sheets: [{ name: 'Danh mục', rows }], ...rest }));

test('every kind of cell keeps what the file holds beside what a person sees', async () => {
  const cells = cellsOf(
    await sheet([
      [
        'Mã TTHC',
        1.00012,
        { raw: '3.5100000000000001E+12' },
        { value: excelSerial(2026, 7, 1), format: 'dd/mm/yyyy' },
        { value: 12_345, format: '000000000000' },
        true,
        { value: '#N/A', type: 'e' },
        { raw: '2026-07-01T08:30:00', type: 'd' },
      ],
    ]),
  );
  expect(cells).toEqual({
    A1: { kind: 'text', text: 'Mã TTHC', raw: 'Mã TTHC' },
    B1: { kind: 'number', text: '1.00012', raw: '1.00012' },
    C1: { kind: 'number', text: '3510000000000', raw: '3.5100000000000001E+12' },
    D1: { kind: 'date', text: '01/07/2026', raw: '46204', format: 'dd/mm/yyyy' },
    E1: { kind: 'number', text: '000000012345', raw: '12345', format: '000000000000' },
    F1: { kind: 'boolean', text: 'TRUE', raw: 'TRUE' },
    G1: { kind: 'error', text: '#N/A', raw: '#N/A' },
    H1: { kind: 'date', text: '01/07/2026 08:30', raw: '2026-07-01T08:30:00' },
  });
});

test('the cached result of a formula is read and marked; a formula without one is blank', async () => {
  const cells = cellsOf(
    await sheet([
      [
        { formula: 'B1+1', value: 5 },
        { formula: '"a"&"b"', value: 'a & b' },
        { formula: 'NA()', value: '#N/A', type: 'e' },
        { formula: 'TRUE', value: true },
        { formula: 'A9' },
        { formula: '" c "', value: ' c ' },
      ],
    ]),
  );
  expect(cells).toEqual({
    A1: { kind: 'number', text: '5', raw: '5', formula: true },
    B1: { kind: 'text', text: 'a & b', raw: 'a & b', formula: true },
    C1: { kind: 'error', text: '#N/A', raw: '#N/A', formula: true },
    D1: { kind: 'boolean', text: 'TRUE', raw: 'TRUE', formula: true },
    F1: { kind: 'text', text: ' c ', raw: ' c ', formula: true },
  });
});

describe('the same cells come out of every spelling of the file', () => {
  const rows = [
    ['Mã', 'Tên', null, 'Phí'],
    [],
    ['1.000123', 'Cấp <giấy> & "phép"', true, 10_000, { value: 46_204, format: 'dd/mm/yyyy' }],
  ];
  const expected = {
    A1: 'Mã',
    B1: 'Tên',
    D1: 'Phí',
    A3: '1.000123',
    B3: 'Cấp <giấy> & "phép"',
    C3: 'TRUE',
    D3: '10000',
    E3: '01/07/2026',
  };
  test.each<[string, Partial<WorkbookInput>]>([
    ['shared strings', {}],
    ['inline strings', { inlineStrings: true }],
    ['a namespace prefix', { prefix: 'x' }],
    ['a prefix and inline strings', { prefix: 'ss', inlineStrings: true }],
    ['strict OOXML', { strict: true }],
    ['no compression', { stored: true }],
  ])('%s', async (_, options) => {
    expect(textsOf(await sheet(rows, options))).toEqual(expected);
  });

  test('cells and rows without references stand next to each other', async () => {
    const texts = textsOf(await sheet([['Mã', null, 'Tên'], ['1.000123']], { omitReferences: true }));
    expect(texts).toEqual({ A1: 'Mã', C1: 'Tên', A2: '1.000123' });
  });

  test('a part in UTF-16, single quotes, comments and odd white space', async () => {
    const xml =
      `<?xml version='1.0' encoding='UTF-16'?><!-- < c --><worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>` +
      `<sheetData ><row  r = '2' ><c t='inlineStr'\n r = 'B2' ><is><t>Tên</t></is></c ><!-- x --><c r='C2'><v >5</v ></c></row></sheetData></worksheet>`;
    const parts = {
      'xl/worksheets/sheet1.xml': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]),
    };
    expect(textsOf(await sheet([], { parts }))).toEqual({ B2: 'Tên', C2: '5' });
  });
});

describe('a text is read as it was typed', () => {
  test.each([
    ['entities', '<t>A &amp; B &lt;c&gt; &#272;&#x1EA5;t &quot;x&quot; &apos;</t>', 'A & B <c> Đất "x" \''],
    ['an unknown entity', '<t>A &foo; &amp B</t>', 'A &foo; &amp B'],
    ['escaped control characters', '<t>a_x000D_\nb_x0009_c</t>', 'a\r\nb\tc'],
    ['an escaped escape', '<t>_x005F_x000D_</t>', '_x000D_'],
    ['an escaped pair of surrogates', '<t>_xD83D__xDE00_</t>', '😀'],
    ['what only looks like an escape', '<t>_x00_ _xyzzy_ _x12</t>', '_x00_ _xyzzy_ _x12'],
    ['rich text', '<r><t>Tờ </t></r><r><rPr><b/></rPr><t xml:space="preserve"> khai</t></r>', 'Tờ khai'],
    ['phonetic guides left out', '<t>課</t><rPh sb="0" eb="1"><t>か</t></rPh><phoneticPr fontId="1"/>', '課'],
    ['kept white space', '<t xml:space="preserve">  a \n</t>', '  a \n'],
    ['white space that Excel drops', '<t>  a \n</t>', 'a'],
    ['a CDATA section', '<t><![CDATA[a < b & c]]></t>', 'a < b & c'],
    ['line ends of XML', '<t>a\r\nb\rc</t>', 'a\nb\nc'],
    ['a byte order mark', '<t>\uFEFFa</t>', '\uFEFFa'],
    ['a text that is not in NFC', '<t>Ho\u0300a</t>', 'Ho\u0300a'],
  ])('%s', async (_, textXml, expected) => {
    const rows = [[{ textXml }, { textXml, type: 'inlineStr' as const }]];
    expect(textsOf(await sheet(rows))).toEqual({ A1: expected, B1: expected });
  });

  test('any text that Excel can hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        async (texts, inlineStrings) => {
          const wellFormed = texts.map((text) => text.replace(/[\uFFFE\uFFFF]/g, '?'));
          const found = await sheet([wellFormed], { inlineStrings });
          expect(Object.values(textsOf(found))).toEqual(wellFormed);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('blank strings and styled blank cells are not stored, and neither is a row of them', async () => {
  const found = await sheet([['a'], [{ value: null, format: '0%' }, ''], [], ['b']]);
  expect([...found.rowNumbers]).toEqual([1, 4]);
  expect(textsOf(found)).toEqual({ A1: 'a', A4: 'b' });
});

test('sheets come in the order of the workbook with their state, merges and what is hidden', async () => {
  const workbook = await opened(
    buildXlsx({
      sheets: [
        { name: 'Danh mục & phí', rows: [['a']], merges: ['A1:E1', 'B2:B4', 'C9'], hiddenColumns: [1, 3] },
        { name: 'Ẩn', rows: [['b'], ['c'], []], state: 'hidden', hiddenRows: [2, 3] },
        { name: 'Ẩn sâu', rows: [], state: 'veryHidden', dimension: 'A1:XFD1048576' },
      ],
    }),
  );
  expect(
    workbook.sheets.map(({ name, visibility, merges, hiddenRows, hiddenColumns }) => [
      name,
      visibility,
      merges,
      [...hiddenRows],
      [...hiddenColumns],
    ]),
  ).toEqual([
    [
      'Danh mục & phí',
      'visible',
      [
        { firstColumn: 0, firstRow: 1, lastColumn: 4, lastRow: 1 },
        { firstColumn: 1, firstRow: 2, lastColumn: 1, lastRow: 4 },
      ],
      [],
      [1, 3],
    ],
    ['Ẩn', 'hidden', [], [2, 3], []],
    ['Ẩn sâu', 'veryHidden', [], [], []],
  ]);
  expect(workbook.sheets[0]!.dictionary).toBe(workbook.sheets[1]!.dictionary);
});

test('dates of a workbook that counts from 1904', async () => {
  const rows = [[{ value: 44_742, format: 'dd/mm/yyyy' }]];
  expect(textsOf(await sheet(rows, { date1904: true }))).toEqual({ A1: '01/07/2026' });
});

const worksheet = (sheetData: string): Partial<WorkbookInput> => ({
  parts: {
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`,
  },
});

test('a lone cell in the last column of the last row costs one column', async () => {
  const found = await sheet(
    [],
    worksheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
  );
  expect(textsOf(found)).toEqual({ A1: '1', XFD1048576: '2' });
  expect(found.columns.length).toBe(16_384);
  expect(new Set(found.columns.map((column) => column.buffer)).size).toBe(3);
});

test('an inline text that stands where a value should is read all the same', async () => {
  const found = await sheet([], worksheet('<row r="1"><c r="A1" t="inlineStr"><v>Phí &amp; lệ phí</v></c></row>'));
  expect(textsOf(found)).toEqual({ A1: 'Phí & lệ phí' });
});

test('rows out of order are put in order, and of two values for one cell the later counts', async () => {
  const found = await sheet(
    [],
    worksheet(
      '<row r="5"><c r="A5"><v>5</v></c></row><row r="2"><c r="B2"><v>2</v></c></row><row r="5"><c r="A5"><v>6</v></c><c r="B5"><v>7</v></c></row>',
    ),
  );
  expect([...found.rowNumbers]).toEqual([2, 5]);
  expect(textsOf(found)).toEqual({ B2: '2', A5: '6', B5: '7' });
});

test('texts that look alike share one dictionary code, wherever they stand', async () => {
  const found = await sheet([
    ['Phí', { value: 'Phí', type: 'inlineStr' }],
    ['Lệ phí', 'Phí'],
  ]);
  const [first, second] = found.columns;
  expect(first![0]).toBe(second![0]);
  expect(second![1]).toBe(first![0]);
  expect(found.dictionary.size).toBe(3);
});

test('a sheet larger than one piece of the stream loses nothing where the pieces meet', async () => {
  const rows = Array.from({ length: 6000 }, (_, row) => [
    `${row} Ủy ban nhân dân`,
    row,
    { value: row, format: '0.00' },
    { value: `dài ${'á'.repeat(row % 97)}`, type: 'inlineStr' as const },
  ]);
  const found = await sheet(rows);
  const texts = textsOf(found);
  rows.forEach((cells, index) => {
    const row = index + 1;
    const expected = [cells[0], String(index), String(index), `dài ${'á'.repeat(index % 97)}`];
    expect([texts[`A${row}`], texts[`B${row}`], texts[`C${row}`], texts[`D${row}`]]).toEqual(expected);
  });
});

test('a text of some megabytes is read in one go', async () => {
  const text = 'Thủ tục hành chính '.repeat(100_000).trim();
  expect(textsOf(await sheet([[text, { value: text, type: 'inlineStr' }]], { stored: true }))).toEqual({
    A1: text,
    B1: text,
  });
});

test('progress ends at the size of what is unpacked', async () => {
  const seen: number[] = [];
  const rows = Array.from({ length: 3000 }, (_, row) => [`${row}`, row]);
  await opened(buildXlsx({ sheets: [{ name: 'a', rows }] }), 'a.xlsx', {
    onProgress: ({ done, total }) => seen.push(done / total),
  });
  expect(seen.length).toBeGreaterThan(1);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBeGreaterThan(0.9);
  expect(seen.at(-1)).toBeLessThanOrEqual(1);
});
