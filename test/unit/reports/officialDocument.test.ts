import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { officialDocx } from '../../../electron/node/reports/officialDocx.ts';
import { withFixedTimes } from '../../../electron/node/reports/zipTimes.ts';
import type { OfficialDocument } from '../../../shared/reports/pages/officialDocument.ts';
import { closingOf, letterHead } from '../../../shared/reports/pages/officialHead.ts';
import { officialPage } from '../../../shared/reports/pages/officialPage.ts';
import { romanNumeral } from '../../../shared/reports/pages/wording.ts';
import { officeSchema, parseOffice, UNKNOWN_OFFICE } from '../../../shared/settings/office.ts';

const HOSTILE = '<script>alert(1)</script>&"\u0007\uD800=cmd|x';

const document: OfficialDocument = {
  title: HOSTILE,
  day: '2026-02-05',
  language: 'vi',
  head: letterHead(
    officeSchema.parse({ agency: HOSTILE, place: 'Gia Lai', number: '5', symbol: 'VP' }),
    '2026-02-05',
    'vi',
  ),
  kind: 'Báo cáo',
  subject: HOSTILE,
  addressees: [HOSTILE],
  landscape: false,
  blocks: [
    { kind: 'heading', level: 1, text: HOSTILE },
    { kind: 'paragraph', text: `${HOSTILE}\nDòng hai` },
    { kind: 'list', items: [HOSTILE] },
    {
      kind: 'table',
      caption: HOSTILE,
      columns: [
        { heading: 'TT', width: 20, align: 'center' },
        { heading: HOSTILE, width: 80, align: 'left' },
      ],
      rows: [['1', HOSTILE]],
      total: ['', HOSTILE],
    },
    {
      kind: 'chart',
      caption: HOSTILE,
      series: [{ name: 'Lỗi', color: '#a4262c' }],
      bars: [
        { label: HOSTILE, values: [0], text: '0' },
        { label: 'Sở Y tế', values: [7], text: '7' },
      ],
    },
    { kind: 'paragraph', text: 'Hết./.' },
  ],
  closing: closingOf(UNKNOWN_OFFICE, 'vi'),
  annexes: [{ number: 'Phụ lục I', title: HOSTILE, landscape: true, blocks: [] }],
};

/** Texts of the parts of a .docx. */
function partsOf(docx: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(docx);
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(bytes.length - 6);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [packed, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + packed);
    parts.set(name, (bytes.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8'));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

describe('a document as a page', () => {
  const page = officialPage(document);

  test('shows whatever a value holds as text; it runs nothing and loads nothing', () => {
    expect(page).not.toContain('<script');
    expect(page).not.toContain('\u0007');
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain(`content="default-src 'none'`);
    expect(page).not.toMatch(/(?:src|href)="/);
  });

  test('has the measures of NĐ 30/2020: A4, margins, page numbers from page 2, heads of tables that repeat', () => {
    expect(page).toContain('size: A4 portrait; margin: 20mm 15mm 20mm 30mm');
    expect(page).toContain('@page :first { @top-center { content: none; } }');
    expect(page).toContain('display: table-header-group');
  });

  test('gives the bars of a chart a name for those who do not see them', () => {
    expect(page).toContain('<svg role="img" aria-label="&lt;script&gt;');
  });
});

describe('a document for Word', () => {
  test('is the same byte for byte each time, with the day of the report as its date', async () => {
    const bytes = await officialDocx(document);
    expect(Buffer.compare(bytes, await officialDocx(document))).toBe(0);
    expect(partsOf(bytes).get('docProps/core.xml')).toContain('2026-02-05T00:00:00Z');
  });

  test('holds A4 pages with the margins of NĐ 30/2020, heads that repeat and rows that stay whole', async () => {
    const body = partsOf(await officialDocx(document)).get('word/document.xml')!;
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect(body).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    expect(body).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(body).toContain('<w:titlePg/>');
    expect(body).toContain('<w:tblHeader/>');
    expect(body).toContain('<w:cantSplit/>');
  });

  test('stays a well-formed document whatever a value holds', async () => {
    for (const [name, text] of partsOf(await officialDocx(document))) {
      if (!name.endsWith('.xml')) continue;
      expect(text, name).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]|<script/);
      expect(text.isWellFormed(), name).toBe(true);
    }
  });

  test('a file that is no zip package is refused', () => {
    expect(() => withFixedTimes(new Uint8Array(100))).toThrow(RangeError);
  });
});

describe('head and closing', () => {
  test.each([
    ['2026-02-05', '5', 'Gia Lai, ngày 05 tháng 02 năm 2026', 'Số: 05/BC-VP'],
    ['2026-03-15', '12', 'Gia Lai, ngày 15 tháng 3 năm 2026', 'Số: 12/BC-VP'],
    ['2026-12-01', '', 'Gia Lai, ngày 01 tháng 12 năm 2026', `Số: ${'\u00A0'.repeat(6)}/BC-VP`],
  ])('on %s with number "%s" reads "%s", "%s"', (day, number, date, numbered) => {
    const head = letterHead(officeSchema.parse({ place: 'Gia Lai', number, symbol: 'VP' }), day, 'vi');
    expect([head.placeAndDate, head.number]).toEqual([date, numbered]);
  });

  test('each recipient stands on a line that ends with a semicolon, the last with a full stop', () => {
    const office = officeSchema.parse({ recipients: ['- Như trên;', 'Công an tỉnh', 'Lưu: VT.'] });
    expect(closingOf(office, 'vi').recipients).toEqual(['- Như trên;', '- Công an tỉnh;', '- Lưu: VT.']);
  });

  test.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
  ])('annex %i has the numeral %s', (value, numeral) => {
    expect(romanNumeral(value)).toBe(numeral);
  });
});

describe('office data', () => {
  test.each([
    ['{', { code: 'office.notJson', params: {} }],
    ['{"agencyy": "x"}', { code: 'office.wrongField', params: { field: 'agencyy' } }],
    [
      '{"dailyRoutes": [{"from": "commune", "to": "Công an tỉnh", "due": "25:00"}]}',
      { code: 'office.wrongField', params: { field: 'dailyRoutes.0.due' } },
    ],
    [
      '{"signatory": {"authority": "", "title": 5, "name": ""}}',
      { code: 'office.wrongField', params: { field: 'signatory.title' } },
    ],
  ])('%s is refused by its field', (json, error) => {
    expect(parseOffice(json)).toEqual({ ok: false, error });
  });

  test('what is left out has a default; a byte order mark does not matter', () => {
    expect(parseOffice('\uFEFF{"agency": " Văn phòng "}')).toEqual({
      ok: true,
      value: { ...UNKNOWN_OFFICE, agency: 'Văn phòng' },
    });
  });
});
