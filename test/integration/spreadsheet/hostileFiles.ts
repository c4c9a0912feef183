import { constants, deflateRawSync } from 'node:zlib';
import { buildXlsx, buildZip, type WorkbookInput, type ZipInput } from '../../workbooks.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rows = Array.from({ length: 40 }, (_, row) => [`1.${String(row).padStart(6, '0')}`, `Thủ tục ${row}`, row]);
const SOUND = { sheets: [{ name: 'Danh mục', rows }] } as const;
const withParts = (parts: WorkbookInput['parts'] & {}, stored = true): Uint8Array =>
  buildXlsx({ ...SOUND, parts, stored });
const withSheet = (inside: string): Uint8Array =>
  withParts({ 'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${inside}</worksheet>` });
const withCells = (cells: string): Uint8Array => withSheet(`<sheetData>${cells}</sheetData>`);

/** A workbook whose worksheet is given packed, with whatever size and checksum it claims. */
function withPackedSheet(packed: Uint8Array, declaredSize: number): Uint8Array {
  const marker = Buffer.from('the packed sheet');
  const bytes = Buffer.from(buildXlsx({ ...SOUND, parts: { 'xl/worksheets/sheet1.xml': marker }, stored: true }));
  const at = bytes.indexOf(marker);
  const grown = Buffer.concat([bytes.subarray(0, at), packed, bytes.subarray(at + marker.length)]);
  const shift = packed.length - marker.length;
  // Rewritten by hand: the entry's method and sizes, and the places of all that stands behind it.
  const name = 'xl/worksheets/sheet1.xml';
  for (let entry = grown.indexOf('PK\u0001\u0002', at + packed.length, 'latin1'); entry >= 0;) {
    const isSheet = grown.toString('latin1', entry + 46, entry + 46 + grown.readUInt16LE(entry + 28)) === name;
    if (isSheet) {
      grown.writeUInt16LE(8, entry + 10);
      grown.writeUInt32LE(packed.length, entry + 20);
      grown.writeUInt32LE(declaredSize, entry + 24);
    } else if (grown.readUInt32LE(entry + 42) > at - 60) {
      grown.writeUInt32LE(grown.readUInt32LE(entry + 42) + shift, entry + 42);
    }
    entry = grown.indexOf('PK\u0001\u0002', entry + 46, 'latin1');
  }
  const end = grown.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  grown.writeUInt32LE(grown.readUInt32LE(end + 16) + shift, end + 16);
  return grown;
}

/** Deflated zeros: `times` × 16 MiB in a few hundred kilobytes at most. */
function bomb(times: number): Uint8Array {
  const block = deflateRawSync(new Uint8Array(16 << 20), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: times }, () => block), deflateRawSync(new Uint8Array(1))]);
}

const openDocument = (body: string, prolog = ''): Uint8Array =>
  buildZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'styles.xml', content: '<office:document-styles xmlns:office="o"/>' },
    {
      name: 'META-INF/manifest.xml',
      content:
        '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
    },
    {
      name: 'content.xml',
      content: `${prolog}<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="a">${body}</table:table></office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
const odsCell = (attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>x</text:p></table:table-cell>`;
const spreadsheetML = (body: string, prolog = ''): string =>
  `<?xml version="1.0"?>${prolog}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${body}</Table></Worksheet></Workbook>`;

const ENTITIES = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
const BILLION = '2000000000';

/** Files made to do harm: what each does, its name, its content, and what must become of it. */
export const HOSTILE_FILES: readonly (readonly [
  what: string,
  name: string,
  content: () => string | Uint8Array,
  outcome: string,
])[] = [
  // Archives
  ['a bomb of 2 GB', 'bomb.xlsx', () => withPackedSheet(bomb(128), 2 ** 31 - 1), 'file.unsafe.ratio'],
  ['a bomb that claims to be small', 'liar.xlsx', () => withPackedSheet(bomb(128), 1000), 'file.unsafe.ratio'],
  ['a size that is claimed too large', 'boast.xlsx', () => lyingXlsx(10_000_000), 'opened'],
  ['a size beyond every limit', 'absurd.xlsx', () => lyingXlsx(0xffff_fffe), 'file.unsafe.ratio'],
  [
    'an archive inside the archive',
    'nested.xlsx',
    () => withParts({ 'xl/embeddings/a.zip': zipOf(bomb(8)) }),
    'opened',
  ],
  ['a workbook inside a plain archive', 'folder.xlsx', () => zipOf(buildXlsx(SOUND)), 'file.unknownFormat'],
  ['entries that share their bytes', 'overlap.xlsx', overlapping, 'file.unsafe.overlap'],
  ['ten thousand entries too many', 'entries.xlsx', manyEntries, 'file.tooLarge.entries'],
  ['part names that climb out of the folder', 'climb.xlsx', climbing, 'opened'],
  ['a sheet outside the package', 'outside.xlsx', outside, 'file.damaged.missingPart'],
  // XML
  [
    'entities that unfold',
    'laughs.xlsx',
    () => withParts({ 'xl/worksheets/sheet1.xml': `${ENTITIES}<worksheet>&c;</worksheet>` }),
    'file.unsafe.doctype',
  ],
  [
    'entities in SpreadsheetML',
    'laughs.xml',
    () => spreadsheetML('<Row><Cell><Data ss:Type="String">&c;</Data></Cell></Row>', ENTITIES),
    'file.unsafe.doctype',
  ],
  [
    'entities in OpenDocument',
    'laughs.ods',
    () => openDocument(`<table:table-row>${odsCell()}</table:table-row>`, ENTITIES),
    'file.unsafe.doctype',
  ],
  [
    'a million elements inside each other',
    'deep.xlsx',
    () => withCells(`<row r="1"><c r="A1">${'<a>'.repeat(1e6)}${'</a>'.repeat(1e6)}<v>1</v></c></row>`),
    'opened',
  ],
  [
    'elements that never end',
    'unended.xlsx',
    () => withCells(`<row r="1"><c r="A1">${'<a>'.repeat(1e6)}`),
    'file.damaged.content',
  ],
  [
    'a tag of forty megabytes',
    'tag.xlsx',
    () => withCells(`<row r="1" x="${'y'.repeat(40 << 20)}"/>`),
    'file.damaged.content',
  ],
  [
    'a text of forty megabytes',
    'text.xlsx',
    () => withParts({ 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>${'y'.repeat(40 << 20)}</t></si></sst>` }),
    'file.damaged.content',
  ],
  ['a comment that never ends', 'comment.xlsx', () => withCells(`<!--${'-'.repeat(5 << 20)}`), 'file.damaged.content'],
  [
    'a number format of a megabyte',
    'format.xlsx',
    () =>
      withParts({
        'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="${'0'.repeat(1 << 20)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`,
      }),
    'opened',
  ],
  // Sheets
  [
    'a dimension of the whole sheet',
    'dimension.xlsx',
    () =>
      withSheet(
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
    'opened',
  ],
  [
    'a value in the last cell of the sheet',
    'corner.xlsx',
    () => withCells('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    'opened',
  ],
  ['two million blank rows', 'blank.xlsx', () => withCells('<row r="7"><c r="A7" s="0"/></row>'.repeat(2e6)), 'opened'],
  ['more rows than a sheet has', 'rows.xlsx', () => withCells('<row/>'.repeat(1_048_577)), 'file.damaged.content'],
  ['one wide row under a long column', 'wide.xlsx', wide, 'file.tooLarge.cells'],
  [
    'columns hidden a hundred thousand times',
    'columns.xlsx',
    () => withSheet(`<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(1e5)}</cols><sheetData/>`),
    'opened',
  ],
  [
    'more sheets than anyone makes',
    'sheets.xlsx',
    () => buildXlsx({ sheets: Array.from({ length: 1001 }, (_, index) => ({ name: `${index}`, rows: [] })) }),
    'file.tooLarge.entries',
  ],
  [
    'a command instead of a value',
    'dde.xlsx',
    () => withCells(`<row r="1"><c r="A1"><f>cmd|'/C calc'!A0</f></c></row>`),
    'opened',
  ],
  // Old and rare formats, whose library obeys whatever the file says
  [
    'a row repeated a billion times',
    'rows.ods',
    () => openDocument(`<table:table-row table:number-rows-repeated="${BILLION}">${odsCell()}</table:table-row>`),
    'file.damaged.content',
  ],
  [
    'a cell repeated over a billion columns',
    'columns.ods',
    () => openDocument(`<table:table-row>${odsCell(`table:number-columns-repeated="${BILLION}"`)}</table:table-row>`),
    'file.damaged.content',
  ],
  [
    'one cell repeated over the whole sheet',
    'sheet.ods',
    () =>
      openDocument(
        `<table:table-row table:number-rows-repeated="1048576">${odsCell('table:number-columns-repeated="16384"')}</table:table-row>`,
      ),
    'file.tooLarge.cells',
  ],
  [
    'a value below a billion blank rows',
    'below.ods',
    () =>
      openDocument(
        `<table:table-row table:number-rows-repeated="${BILLION}"><table:table-cell/></table:table-row><table:table-row>${odsCell()}</table:table-row>`,
      ),
    'file.damaged.content',
  ],
  [
    'a cell at row two billion',
    'index.xml',
    () =>
      spreadsheetML(
        `<Row ss:Index="${BILLION}"><Cell ss:Index="${BILLION}"><Data ss:Type="String">x</Data></Cell></Row>`,
      ),
    'file.damaged.content',
  ],
  [
    'a column two billion wide',
    'span.xml',
    () => spreadsheetML(`<Column ss:Span="${BILLION}"/><Row><Cell><Data ss:Type="String">x</Data></Cell></Row>`),
    'file.damaged.content',
  ],
  [
    'an HTML cell over two billion columns',
    'span.html',
    () => `<html><table><tr><td colspan="${BILLION}">x</td><td>y</td></tr></table></html>`,
    'file.damaged.content',
  ],
  [
    'HTML tables inside each other',
    'deep.html',
    () => `<html>${'<table><tr><td>'.repeat(1e5)}x${'</td></tr></table>'.repeat(1e5)}</html>`,
    'opened',
  ],
  [
    'SpreadsheetML elements inside each other',
    'deep.xml',
    () => spreadsheetML(`<Row><Cell><Data ss:Type="String">${'<a>'.repeat(2e5)}</Data></Cell></Row>`),
    'file.damaged.structure',
  ],
  // Texts
  [
    'a line with more columns than a sheet',
    'columns.csv',
    () => `${'a;'.repeat(20_000)}\n${'b;'.repeat(20_000)}`,
    'file.notATable',
  ],
  ['quotes that never end', 'quotes.csv', () => `a;b\n${'"x;'.repeat(1e6)}`, 'file.notATable'],
];

function lyingXlsx(declaredSize: number): Uint8Array {
  const bytes = Buffer.from(buildXlsx(SOUND));
  const entry = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
  bytes.writeUInt32LE(declaredSize, entry + 24);
  return bytes;
}

function overlapping(): Uint8Array {
  const bytes = Buffer.from(buildXlsx(SOUND));
  const last = bytes.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
  bytes.writeUInt32LE(0, last + 42);
  return bytes;
}

function zipOf(content: Uint8Array): Uint8Array {
  return buildZip([{ name: 'a.xlsx', content }], { stored: true });
}

function manyEntries(): Uint8Array {
  return buildZip(Array.from({ length: 20_000 }, (_, index): ZipInput => ({ name: `a/${index}.xml`, content: '' })));
}

function climbing(): Uint8Array {
  return withParts({
    '../../../../../../tmp/rasoat-was-here.xml': 'x',
    'C:\\Windows\\rasoat-was-here.xml': 'x',
    '/etc/rasoat-was-here.xml': 'x',
  });
}

function outside(): Uint8Array {
  return withParts({
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../../../../etc/hostname"/></Relationships>',
  });
}

/** A column of 400,000 values and then one row over all 16,384 columns: dense, it would be 26 GB. */
function wide(): Uint8Array {
  const long = Array.from({ length: 400_000 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`);
  return withCells(`${long.join('')}<row r="400001">${'<c><v>1</v></c>'.repeat(16_384)}</row>`);
}
