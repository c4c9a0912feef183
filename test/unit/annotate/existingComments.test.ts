import { expect, test } from 'vitest';
import { buildXlsx } from '../../workbooks.ts';
import { annotate, commentsOf, expectSameCells, fillOf } from './annotated.ts';

const SHEET1 = 'xl/worksheets/sheet1.xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml"\n xmlns:o="urn:schemas-microsoft-com:office:office"\n' +
  ' xmlns:x="urn:schemas-microsoft-com:office:excel">\n<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>' +
  '</o:shapelayout><v:shapetype id="_x0000_t202"></v:shapetype>' +
  '<v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column>' +
  '</x:ClientData></v:shape><br></xml>';

/** A workbook whose first cell carries a comment. */
function commented(
  options: { text?: string; author?: string; drawing?: string | null; prefix?: string } = {},
): Uint8Array {
  const { text = '<t>Hỏi lại Sở</t>', author = 'Chị Hoa', drawing = VML, prefix: p = '' } = options;
  const xmlns = p === '' ? 'xmlns' : `xmlns:${p.slice(0, -1)}`;
  return buildXlsx({
    sheets: [{ name: 'A', rows: [['x', 'y']] }],
    parts: {
      [SHEET1]:
        `<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>` +
        `</sheetData>${drawing === null ? '' : '<legacyDrawing r:id="rId7"/>'}</worksheet>`,
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        `<Relationship Id="rId7" Type="${REL}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>` +
        `<Relationship Id="rId8" Type="${REL}/comments" Target="../comments1.xml"/></Relationships>`,
      'xl/comments1.xml':
        `<${p}comments ${xmlns}="${MAIN}"><${p}authors><${p}author>${author}</${p}author></${p}authors><${p}commentList>` +
        `<${p}comment ref="A1" authorId="0"><${p}text>${text}</${p}text></${p}comment></${p}commentList></${p}comments>`,
      ...(drawing === null ? {} : { 'xl/drawings/vmlDrawing1.vml': drawing }),
    },
  });
}

const OURS =
  'Rà soát TTHC:\nLỗi (FEE-02)\nSai ở A1\nGiá trị đúng: 150000\nCách sửa: Sửa lại.\n' +
  'Căn cứ: Điều 10 NĐ 02/2026/NĐ-CP\n— Rà soát TTHC —';

test.each([
  ['plain text', '<t>Hỏi lại Sở</t>'],
  ['rich text', '<r><rPr><b/></rPr><t>Hỏi lại</t></r><r><t xml:space="preserve"> Sở</t></r>'],
  ['text with a phonetic guide', '<t>Hỏi lại Sở</t><phoneticPr fontId="1"/>'],
])('a comment in %s is kept, and ours is written below it', async (_, text) => {
  const copy = await annotate(commented({ text }), ['A!A1 error', 'A!B1 warning']);
  expect(commentsOf(copy)['A1']).toBe(`Hỏi lại Sở\n\n${OURS}`);
  expect(Object.keys(commentsOf(copy))).toEqual(['A1', 'B1']);
  expectSameCells(copy);
});

test('the boxes of comments that were there are kept, and new ones get numbers of their own', async () => {
  const drawing = (await annotate(commented(), ['A!A1 error', 'A!B1 error'])).text('xl/drawings/vmlDrawing1.vml');
  expect([...drawing.matchAll(/<v:shape id="(\w+)"/g)].map(([, id]) => id)).toEqual(['_x0000_s1025', '_x0000_s2049']);
  expect(drawing).toContain('data="1,2"');
  expect(drawing.match(/<v:shapetype/g)).toHaveLength(1);
  expect(drawing.startsWith(VML.slice(0, 150))).toBe(true);
});

test('comments without boxes get boxes together with ours', async () => {
  const copy = await annotate(commented({ drawing: null }), ['A!B1 error']);
  expect(copy.text('xl/drawings/vmlDrawing1.vml').match(/ObjectType="Note"/g)).toHaveLength(2);
});

test('a drawing that cannot be added to stays as it is; cells are coloured and the user hears it', async () => {
  const copy = await annotate(commented({ drawing: '<xml>cut' }), ['A!B1 error']);
  expect(copy.notes.map(({ code }) => code)).toEqual(['annotate.drawingKept']);
  expect(fillOf(copy, SHEET1, 'B1')).toBe('FFF8D7DA');
  expect(Object.keys(commentsOf(copy))).toEqual(['A1']);
});

test('a conversation is left alone; its cell is coloured and listed', async () => {
  const copy = await annotate(commented({ author: 'tc={0A1B}' }), ['A!A1 error', 'A!B1 error']);
  expect(copy.notes).toEqual([{ code: 'annotate.threadedKept', params: { sheet: 'A', count: 1 } }]);
  expect(commentsOf(copy)['A1']).toBe('Hỏi lại Sở');
  expect(fillOf(copy, SHEET1, 'A1')).toBe('FFF8D7DA');
});

test('a comments part with a namespace prefix is extended in kind', async () => {
  const text = '<x:t>Hỏi lại Sở</x:t>';
  const copy = await annotate(commented({ prefix: 'x:', text }), ['A!A1 error', 'A!B1 error']);
  expect(commentsOf(copy)['A1']).toBe(`Hỏi lại Sở\n\n${OURS}`);
  expect(copy.text('xl/comments1.xml')).not.toMatch(/<(?:comment|author|r|t)[ >]/);
});
