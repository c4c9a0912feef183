import { CFB } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../electron/node/spreadsheet/readLimits.ts';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { faultText } from '../../../shared/i18n/index.ts';
import { fileMessages } from '../../../shared/i18n/areas/files.ts';
import { buildXlsx, buildZip, type WorkbookInput } from '../../workbooks.ts';
import { refusal } from './opened.ts';

const rows = Array.from({ length: 40 }, (_, row) => [`1.${String(row).padStart(6, '0')}`, `Thủ tục ${row}`, row]);
const sheets = [{ name: 'Danh mục', rows }];
const withParts = (parts: WorkbookInput['parts'] & {}): Uint8Array => buildXlsx({ sheets, parts });
const text = (content: string): Uint8Array => Buffer.from(content);

/** A workbook with one byte of a part turned over after its checksum was made. */
function withFlippedByte(): Uint8Array {
  const bytes = buildXlsx({ sheets, stored: true });
  const at = Buffer.from(bytes).indexOf('Thủ tục 7');
  bytes[at + 10] = 0x39;
  return bytes;
}

function oleFile(stream: string): Uint8Array {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, stream, Buffer.alloc(5000));
  const bytes: Uint8Array = CFB.write(container, { type: 'buffer' });
  return bytes;
}

describe('a file that cannot be read is refused by name', () => {
  const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  test.each<[string, Uint8Array, string]>([
    ['nothing in it', new Uint8Array(0), 'file.empty'],
    ['a PDF', text('%PDF-1.7 …'), 'file.unknownFormat'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), 'file.unknownFormat'],
    [
      'a workbook of Excel 4',
      Uint8Array.of(0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00, 0x00, 0x00, 0x0a, 0x00, 0x00, 0x00),
      'file.unknownFormat',
    ],
    ['JSON', text('{"a": 1, "b": 2}'), 'file.unknownFormat'],
    ['XML that is no spreadsheet', text('<?xml version="1.0"?><note><to>a</to></note>'), 'file.unknownFormat'],
    ['an archive of other files', buildZip([{ name: 'a.txt', content: 'a' }]), 'file.unknownFormat'],
    [
      'a text document',
      buildZip([
        { name: 'word/document.xml', content: '<w:document xmlns:w="w"/>' },
        {
          name: '_rels/.rels',
          content:
            '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        },
      ]),
      'file.unknownFormat',
    ],
    ['an old text document', oleFile('WordDocument'), 'file.unknownFormat'],
    ['a password on an .xlsx', oleFile('EncryptedPackage'), 'file.encrypted'],
    [
      'prose',
      text('Kính gửi: Sở Tư pháp, Sở Tài chính\nThực hiện công văn trên,\nđề nghị các đơn vị báo cáo.\n'),
      'file.notATable',
    ],
    ['no worksheet', buildXlsx({ sheets: [] }), 'file.noSheets'],
    ['a changed byte', withFlippedByte(), 'file.damaged.checksum'],
    ['no workbook part', withParts({ 'xl/workbook.xml': null }), 'file.damaged.missingPart'],
    ['a sheet without its part', withParts({ 'xl/worksheets/sheet1.xml': null }), 'file.damaged.missingPart'],
    ['shared strings that are gone', withParts({ 'xl/sharedStrings.xml': null }), 'file.damaged.content'],
    [
      'XML that ends in the middle',
      withParts({
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${spreadsheet}"><sheetData><row r="1"><c r="A1"><v>1`,
      }),
      'file.damaged.content',
    ],
    [
      'a sheet that is something else',
      withParts({ 'xl/worksheets/sheet1.xml': '<html><body/></html>' }),
      'file.damaged.content',
    ],
    [
      'a row beyond the sheet',
      withParts({ 'xl/worksheets/sheet1.xml': `<worksheet xmlns="${spreadsheet}"><row r="1048577"/></worksheet>` }),
      'file.damaged.content',
    ],
    [
      'a column beyond the sheet',
      withParts({
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${spreadsheet}"><row r="1"><c r="XFE1"><v>1</v></c></row></worksheet>`,
      }),
      'file.damaged.content',
    ],
    ...['xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'].map(
      (part): [string, Uint8Array, string] => [
        `a document type in ${part}`,
        withParts({ [part]: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>' }),
        'file.unsafe.doctype',
      ],
    ),
  ])('%s', async (_, bytes, expected) => {
    expect(await refusal(bytes)).toBe(expected);
  });
});

test('a workbook that was cut off anywhere is refused, never read in part', async () => {
  const bytes = buildXlsx({ sheets });
  for (let length = 4; length < bytes.length; length += 13) {
    expect(await refusal(bytes.subarray(0, length))).toMatch(/^file\.(damaged|unknownFormat)/);
  }
  expect(await refusal(bytes.subarray(0, bytes.length - 30))).toBe('file.damaged.cutShort');
});

test('no damage makes the reader throw', async () => {
  const originals = [buildXlsx({ sheets }), buildXlsx({ sheets, stored: true, inlineStrings: true })];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...originals),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      async (original, changes) => {
        const bytes = Uint8Array.from(original);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const result = await openWorkbook(bytes, 'tep.xlsx');
        if (!result.ok) expect(result.error.code).toMatch(/^file\./);
      },
    ),
    { numRuns: 400 },
  );
});

test('no XML makes the reader throw or hang', async () => {
  const token = fc.constantFrom(
    '<',
    '>',
    '/',
    'c',
    'v',
    'row',
    ' r="A1"',
    ' t="s"',
    '</c>',
    '<v>',
    '</v>',
    '<is>',
    '<t>',
    '"',
    "'",
    '=',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&',
    ';',
    '&#x',
    '_x',
    '7',
    ' ',
    '<f>',
    '</sheetData>',
    '</worksheet>',
    '<?',
    '?>',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(token, { maxLength: 40 }), async (tokens) => {
      const part = `<worksheet><sheetData><row r="1">${tokens.join('')}</row></sheetData></worksheet>`;
      const bytes = buildXlsx({ sheets, parts: { 'xl/worksheets/sheet1.xml': part }, stored: true });
      const result = await openWorkbook(bytes, 'tep.xlsx');
      if (!result.ok) expect(result.error.code).toMatch(/^file\.(damaged|unsafe)/);
    }),
    { numRuns: 400 },
  );
});

describe('a file that would cost too much is refused before it does', () => {
  test('a part that unpacks to hundreds of times its size', async () => {
    const bomb = withParts({ 'xl/worksheets/sheet1.xml': new Uint8Array(40 << 20) });
    expect(await refusal(bomb)).toBe('file.unsafe.ratio');
  });

  test('a part that claims to be small and is not', async () => {
    const content = `<worksheet>${' '.repeat(40 << 20)}</worksheet>`;
    const bytes = buildZip([
      { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="a" r:id="a"/></sheets></workbook>' },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: '<Relationships><Relationship Id="a" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
      },
      { name: 'xl/sheet.xml', content, declaredSize: 1000 },
    ]);
    expect(await refusal(bytes)).toBe('file.unsafe.ratio');
  });

  test('entries that share their bytes', async () => {
    const bytes = Buffer.from(
      buildZip([
        { name: 'a', content: 'abc' },
        { name: 'b', content: 'abc' },
      ]),
    );
    const second = bytes.lastIndexOf('PK\u0001\u0002');
    bytes.writeUInt32LE(0, second + 42);
    expect(await refusal(bytes)).toBe('file.unsafe.overlap');
  });

  test.each([
    ['unpacked bytes', { maxTotalBytes: 2000 }, 'file.tooLarge.unpacked'],
    ['bytes of a part', { maxEntryBytes: 1000 }, 'file.tooLarge.unpacked'],
    ['entries', { maxEntries: 3 }, 'file.tooLarge.entries'],
    ['cells', { maxCells: 50 }, 'file.tooLarge.cells'],
    ['rows × columns', { maxGridCells: 100 }, 'file.tooLarge.cells'],
    ['distinct values', { maxDictionaryBytes: 100 }, 'file.tooLarge.cells'],
    ['bytes of the file', { maxFileBytes: 100 }, 'file.tooLarge.file'],
  ])('too many %s', async (_, limits, expected) => {
    expect(await refusal(buildXlsx({ sheets }), 'tep.xlsx', { limits })).toBe(expected);
  });

  test('an old format larger than its library can hold', async () => {
    const html = text(`<html><table><tr><td>${'a'.repeat(1000)}</td></tr></table></html>`);
    expect(await refusal(html, 'tep.xls', { limits: { maxWholeFileBytes: 500 } })).toBe('file.tooLarge.file');
  });

  test('the default limits let a million rows of thirty columns through', () => {
    expect(DEFAULT_LIMITS.maxGridCells).toBeGreaterThan(30_000_000);
    expect(DEFAULT_LIMITS.maxCells).toBeGreaterThan(30_000_000);
  });
});

test('every message names the file, and both languages name the same things', () => {
  const placeholders = (message: string): string[] => (message.match(/\{\w+\}/g) ?? []).toSorted();
  const english = new Map(Object.entries(fileMessages.en));
  for (const [key, vi] of Object.entries(fileMessages.vi)) {
    expect(placeholders(vi)).toContain('{file}');
    expect(placeholders(english.get(key)!)).toEqual(placeholders(vi));
  }
});

test('a refusal tells the office in plain words what happened and what to do', async () => {
  const result = await openWorkbook(oleFile('EncryptedPackage'), 'Xã A/danh mục.xlsx');
  expect(result.ok ? '' : faultText('vi', result.error)).toBe(
    'Tệp Xã A/danh mục.xlsx có mật khẩu. Hãy bỏ mật khẩu trong Excel (Tệp > Thông tin > Bảo vệ sổ làm việc) rồi nhập lại.',
  );
});
