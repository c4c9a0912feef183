import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriesMarks } from '../../../electron/node/annotate/earlierMarks.ts';
import { buildXlsx, buildZip } from '../../workbooks.ts';
import { annotate, cellsOf, commentsOf, fillOf, lineAt, partsOf, styleXml, type Annotated } from './annotated.ts';

const SHEET1 = 'xl/worksheets/sheet1.xml';
const STYLES = 'xl/styles.xml';
const LIST = 'Danh sách cần sửa';
const ROWS = [
  ['Mã TTHC', 'Mức phí', 'Ngày'],
  ['1.001234', 150, { value: 46_204, format: 'dd/mm/yyyy' }],
  ['1.005678', 20, { value: 46_205, format: 'dd/mm/yyyy' }],
] as const;
const original = (): Uint8Array => buildXlsx({ sheets: [{ name: 'A', rows: ROWS }] });

/** The workbook as somebody leaves it who changes the text of parts. */
async function edited(
  bytes: Uint8Array,
  changes: Readonly<Record<string, (text: string) => string>>,
): Promise<Uint8Array> {
  const parts = [...(await partsOf(bytes))].map(([name, content]) => ({
    name,
    content: changes[name]?.(content.toString('utf8')) ?? content,
  }));
  return buildZip(parts);
}

/** Whether a workbook says of itself that it is marked. */
async function isMarked(bytes: Uint8Array): Promise<boolean> {
  const marked = await carriesMarks(bytes, 'a.xlsx');
  if (!marked.ok) throw new Error(marked.error.code);
  return marked.value;
}

/** What a program does to styles when it saves: the record goes and every style gets another number. */
const resaved = (bytes: Uint8Array): Promise<Uint8Array> =>
  edited(bytes, {
    [STYLES]: (xml) =>
      xml.replace(/<!--RaSoatTTHC[^>]*-->/, '').replace(/<cellXfs([^>]*)>/, '<cellXfs$1><xf numFmtId="0" fillId="0"/>'),
    [SHEET1]: (xml) =>
      xml
        .replace(/<c(?= )(?![^>]* s=")/g, '<c s="0"')
        .replace(
          /(<c\b[^>]*?) +s="(\d+)"/g,
          (_, before: string, style: string) => `${before} s="${Number(style) + 1}"`,
        ),
  });

const textOf = (parts: ReadonlyMap<string, Buffer>): Readonly<Record<string, string>> =>
  Object.fromEntries([...parts].map(([name, content]) => [name, content.toString('latin1')]));

const sheetNames = (copy: Annotated): readonly string[] => copy.after.sheets.map(({ name }) => name);

describe('a copy that comes back', () => {
  test('corrected cells lose colour and note, wrong ones keep theirs, new ones get them; one list, one set of notes', async () => {
    const first = await annotate(original(), ['A!A2 error', 'A!B2 error', 'A!C3 warning']);
    const back = await edited(first.bytes, { [SHEET1]: (xml) => xml.replace('<v>150</v>', '<v>150000</v>') });
    const second = await annotate(back, ['A!A2 error', 'A!B3 info']);
    const cells = ['A2', 'B2', 'B3', 'C3'];
    expect(cells.map((cell) => fillOf(second, SHEET1, cell))).toEqual(['FFF8D7DA', undefined, 'FFE7F1FB', undefined]);
    expect(Object.keys(commentsOf(second))).toEqual(['A2', 'B3']);
    expect(sheetNames(second)).toEqual(['A', LIST]);
    expect(cellsOf(second.after.sheets[0]!)['B2']).toBe('number|150000|150000|');
    expect(second.text('xl/drawings/vmlDrawing1.vml').match(/ObjectType="Note"/g)).toHaveLength(2);
    expect(second.notes).toEqual([{ code: 'annotate.earlierRemoved', params: { file: 'don-vi.xlsx' } }]);
  });

  test('marking a copy with the same findings gives the same bytes', async () => {
    const marks = ['A!A2 error', 'A!B2 warning', 'A!F9 info'];
    const first = await annotate(original(), marks);
    const second = await annotate(first.bytes, marks);
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  });

  test('without findings every part is as it was before it was first marked', async () => {
    const first = await annotate(original(), ['A!A2 error', 'A!B2 warning', 'A!F9 info', 'A!B20 error']);
    const cleared = await annotate(first.bytes, []);
    expect(textOf(cleared.parts)).toEqual(textOf(await partsOf(original())));
  });

  test('a workbook that was never marked is handed back byte for byte when nothing is wrong in it', async () => {
    const copy = await annotate(original(), []);
    expect(Buffer.from(copy.bytes).equals(Buffer.from(original()))).toBe(true);
    expect([copy.touched, copy.notes, await isMarked(original())]).toEqual([[], [], false]);
  });

  test('whatever stands in a sheet, marking and clearing it changes no part', async () => {
    const cell = fc.oneof(fc.constant(null), fc.string({ maxLength: 8 }), fc.integer());
    const place = fc.tuple(fc.constantFrom('A', 'C', 'AA'), fc.integer({ min: 1, max: 9 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.uniqueArray(place, { minLength: 1, maxLength: 5, selector: String }),
        fc.record({ inlineStrings: fc.boolean(), strict: fc.boolean(), prefix: fc.constantFrom('x', undefined) }),
        async (rows, places, { prefix, ...look }) => {
          const bytes = buildXlsx({
            sheets: [{ name: 'A', rows }],
            ...look,
            ...(prefix === undefined ? {} : { prefix }),
          });
          const first = await annotate(
            bytes,
            places.map(([letters, row]) => `A!${letters}${row} error`),
          );
          expect(await isMarked(first.bytes)).toBe(true);
          const cleared = await annotate(first.bytes, []);
          const [now, before] = [textOf(cleared.parts), textOf(await partsOf(bytes))];
          // An empty element may have changed between its two spellings.
          const opened = (parts: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
            ...parts,
            [SHEET1]: parts[SHEET1]!.replace(/<((?:x:)?(?:sheetData|row)\b[^>/]*)><\/[^>]*>/g, '<$1/>'),
          });
          expect(opened(now)).toEqual(opened(before));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a workbook without a style sheet loses the one that was made for its marks', async () => {
    const bytes = buildXlsx({ sheets: [{ name: 'A', rows: [['x']] }], parts: { [STYLES]: null } });
    const cleared = await annotate((await annotate(bytes, ['A!A1 error'])).bytes, []);
    expect([...cleared.parts.keys()]).toEqual([...(await partsOf(bytes)).keys()]);
  });
});

describe('a copy that a program has saved anew', () => {
  const fills =
    '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5999"/><bgColor indexed="64"/></patternFill></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFF8D7DA"/></patternFill></fill></fills>';
  const styles =
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts>' +
    `${fills}<borders count="1"><border/></borders><cellXfs count="3"><xf numFmtId="0" fillId="0"/>` +
    '<xf numFmtId="4" fillId="2" applyFill="1"/><xf numFmtId="0" fillId="3" applyFill="1"/></cellXfs></styleSheet>';
  const sheet =
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">' +
    '<c r="A1"><v>1</v></c><c r="B1" s="1"><v>2</v></c><c r="C1" s="2"><v>3</v></c></row></sheetData></worksheet>';
  const coloured = (): Uint8Array =>
    buildXlsx({ sheets: [{ name: 'A', rows: [[1]] }], parts: { [STYLES]: styles, [SHEET1]: sheet } });

  /** Theme and tint, or the colour, of a cell's fill. */
  const lookOf = (copy: Annotated, cell: string): string => {
    const tag = new RegExp(`<c[^>]* r="${cell}"[^>]*>`).exec(copy.text(SHEET1))![0];
    const style = Number(/ s="(\d+)"/.exec(tag)?.[1] ?? 0);
    const fill = Number(/fillId="(\d+)"/.exec(styleXml(copy, style))?.[1] ?? 0);
    const all = [...copy.text(STYLES).matchAll(/<fill>.*?<\/fill>/g)].map(([whole]) => whole);
    return /<fgColor ([^>]*?)\/>/.exec(all[fill]!)?.[1] ?? '';
  };

  test('corrected cells get the fill they had, also one of a theme; an agency’s own fill of our colour stays', async () => {
    const first = await annotate(coloured(), ['A!A1 error', 'A!B1 error']);
    const cleared = await annotate(await resaved(first.bytes), []);
    expect(['A1', 'B1', 'C1'].map((cell) => lookOf(cleared, cell))).toEqual([
      '',
      'theme="4" tint="0.5999"',
      'rgb="FFF8D7DA"',
    ]);
    expect(sheetNames(cleared)).toEqual(['A']);
    expect(await isMarked(cleared.bytes)).toBe(false);
  });

  test('it can be marked again and again without marks of earlier times in it', async () => {
    let bytes = coloured();
    for (const cell of ['A1', 'B1', 'C1', 'B1'])
      bytes = await resaved((await annotate(bytes, [`A!${cell} error`])).bytes);
    const last = await annotate(bytes, ['A!A1 warning']);
    expect(lookOf(last, 'A1')).toBe('rgb="FFFEF3CD"');
    expect(['B1', 'C1'].map((cell) => lookOf(last, cell))).toEqual(['theme="4" tint="0.5999"', 'rgb="FFF8D7DA"']);
    expect(sheetNames(last)).toEqual(['A', LIST]);
    expect(Object.keys(commentsOf(last))).toEqual(['A1']);
  });

  test('a list that was renamed, moved and written into is still known as ours; sheets after it keep their names', async () => {
    const bytes = buildXlsx({ sheets: [{ name: 'A', rows: ROWS }] });
    const first = await annotate(bytes, ['A!A2 error']);
    const back = await edited(first.bytes, {
      'xl/workbook.xml': (xml) => {
        const list = /<sheet [^>]*name="Danh[^>]*\/>/.exec(xml)![0];
        const renamed = list.replace(/name="[^"]*"/, 'name="Đã sửa"');
        return xml
          .replace(list, '')
          .replace('<sheets>', `<bookViews><workbookView activeTab="1"/></bookViews><sheets>${renamed}`)
          .replace('localSheetId="1"', 'localSheetId="0"')
          .replace('</definedNames>', '<definedName name="Vùng" localSheetId="1">A!$A$1</definedName></definedNames>');
      },
      'xl/worksheets/sheet2.xml': (xml) =>
        xml.replace(/(<row r="4".*?)<\/row>/, '$1<c r="M4" t="inlineStr"><is><t>Đã sửa ngày 3/8</t></is></c></row>'),
    });
    const second = await annotate(back, ['A!B2 error']);
    expect(sheetNames(second)).toEqual(['A', LIST]);
    expect(second.text('xl/workbook.xml')).toContain('activeTab="0"');
    expect(second.text('xl/workbook.xml')).toContain('<definedName name="Vùng" localSheetId="0">');
    expect(second.text('xl/workbook.xml').match(/Print_Titles/g)).toHaveLength(1);
  });

  test('a calculation chain that names our sheet goes with it', async () => {
    const first = await annotate(original(), ['A!A2 error']);
    const number = /sheetId="(\d+)"[^>]*\/><\/sheets>/.exec(first.text('xl/workbook.xml'))![1];
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain';
    const parts = [...first.parts].map(([name, content]) => ({ name, content: content as string | Uint8Array }));
    const relations = parts.find(({ name }) => name === 'xl/_rels/workbook.xml.rels')!;
    relations.content = first
      .text(relations.name)
      .replace('</Relationships>', `<Relationship Id="c" Type="${type}" Target="calcChain.xml"/></Relationships>`);
    parts.push({ name: 'xl/calcChain.xml', content: `<calcChain><c r="M4" i="${number}"/></calcChain>` });
    const cleared = await annotate(buildZip(parts), []);
    expect(cleared.parts.has('xl/calcChain.xml')).toBe(false);
    expect(cleared.text('xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });
});

describe('words in notes', () => {
  const COMMENTS = 'xl/comments1.xml';

  test('what an agency wrote below our words stays when the cell is right', async () => {
    const first = await annotate(original(), ['A!A2 error', 'A!B2 error']);
    const back = await edited(first.bytes, {
      [COMMENTS]: (xml) =>
        xml.replace(/(TTHC &#8212;)(<\/t><\/r><\/text><\/comment><comment)/, '$1\nĐã sửa theo QĐ 12$2'),
    });
    const second = await annotate(back, ['A!C3 info']);
    expect(Object.keys(commentsOf(second))).toEqual(['A2', 'C3']);
    expect(commentsOf(second)['A2']).toBe('Đã sửa theo QĐ 12');
    const third = await annotate(second.bytes, []);
    expect(commentsOf(third)).toEqual({ A2: 'Đã sửa theo QĐ 12' });
  });

  test('an agency’s own note gets its own text back, also when runs were joined by a program', async () => {
    const withNote = await annotate(original(), ['A!A2 error']);
    const theirs = await edited(withNote.bytes, {
      [COMMENTS]: (xml) =>
        xml
          .replace(/<author>.*?<\/author>/, '<author>Chị Hoa</author>')
          .replace(/<text>[\s\S]*?<\/text>/, '<text><t>Hỏi lại Sở &amp; Bộ</t></text>'),
    });
    const marked = await annotate(theirs, ['A!A2 error']);
    expect(commentsOf(marked)['A2']).toMatch(/^Hỏi lại Sở & Bộ\n\nRà soát TTHC:\nLỗi/);
    const cleared = await annotate(marked.bytes, []);
    expect(cleared.text(COMMENTS)).toContain('<text><t>Hỏi lại Sở &amp; Bộ</t></text>');
    const joined = await edited(marked.bytes, {
      [COMMENTS]: (xml) => xml.replace(/<\/t><\/r><r>(?:<rPr>.*?<\/rPr>)?<t[^>]*>/g, ''),
    });
    expect(commentsOf(await annotate(joined, []))).toEqual({ A2: 'Hỏi lại Sở & Bộ' });
  });

  test('a note of ours that an agency wrote over is its note', async () => {
    const first = await annotate(original(), ['A!A2 error']);
    const back = await edited(first.bytes, {
      [COMMENTS]: (xml) => xml.replace(/<text>[\s\S]*?<\/text>/, '<text><t>Đơn vị giải trình sau</t></text>'),
    });
    expect(commentsOf(await annotate(back, []))).toEqual({ A2: 'Đơn vị giải trình sau' });
  });

  test('two findings of a cell are cleared together', async () => {
    const first = await annotate(original(), ['A!A2 error', lineAt('A!A2 info', { ruleId: 'NAM-01' })]);
    expect((await annotate(first.bytes, [])).parts.has(COMMENTS)).toBe(false);
  });
});
