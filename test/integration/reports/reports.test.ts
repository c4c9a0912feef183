import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFiles, type CheckRequest } from '../../../electron/node/checkFiles.ts';
import { findFiles } from '../../../electron/node/inputFiles.ts';
import { loadReference } from '../../../electron/node/referenceFile.ts';
import { findChromium } from '../../../electron/node/reports/findChromium.ts';
import { BrowserPrinter } from '../../../electron/node/reports/pagePrinter.ts';
import { writeReports } from '../../../electron/node/reports/reportFolder.ts';
import { reportFontFaces } from '../../../electron/node/reports/reportFont.ts';
import { SAMPLE_DAY, writeSample } from '../../../electron/node/sample/writeSample.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { MASKED } from '../../../shared/reports/masking.ts';
import { officialPage } from '../../../shared/reports/pages/officialPage.ts';
import { openIssues } from '../../../shared/reports/readiness/compareRounds.ts';
import { readinessOf } from '../../../shared/reports/readiness/readiness.ts';
import { recordOfReadiness } from '../../../shared/reports/readiness/readinessRecord.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { officeSchema } from '../../../shared/settings/office.ts';
import { convertToPdf, fontsOf, libreOffice, pageSizes, PDF_TOOLS, run, textOf } from './programs.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-reports-'));
const out = path.join(folder, 'bao-cao');
const REPORT = path.join(out, 'Báo cáo kết quả rà soát');
const READINESS = path.join(out, 'Mức độ sẵn sàng');
const DAILY = path.join(out, 'Báo cáo ngày 29-08-2026');
const OFFICE = officeSchema.parse({
  parentAgency: 'Ủy ban nhân dân tỉnh Gia Lai',
  agency: 'Văn phòng',
  place: 'Gia Lai',
  number: '5',
  symbol: 'VP',
  addressees: ['Chủ tịch Ủy ban nhân dân tỉnh'],
  signatory: { authority: 'KT. Chánh Văn phòng', title: 'Phó Chánh Văn phòng', name: 'Nguyễn Văn A' },
  recipients: ['Như trên', 'Lưu: VT'],
});
/** Personal numbers of the sample's staff and contact sheets. */
const PERSONAL = /052185004411|052079001177|064190002255|064082003366|0905112233|0914556677|0935778899|0983224466/;

const browser = findChromium();
const hasFont = (await reportFontFaces()) !== '';
const calc = libreOffice('calc');
const writer = libreOffice('writer');
let check: Check;
let files: readonly string[];

beforeAll(async () => {
  const sample = await writeSample(path.join(folder, 'mau'));
  const reference = await loadReference([sample.catalogue]);
  if (!reference.ok) throw new Error(reference.error.code);
  const request: CheckRequest = {
    found: await findFiles([sample.agencies]),
    round: 'Đợt mẫu',
    today: SAMPLE_DAY,
    rules: RULES,
    reference: reference.value,
    mappings: [],
  };
  check = await checkFiles(request);
  const before = {
    name: 'Đợt trước',
    issues: openIssues(check.result.log),
    readiness: recordOfReadiness(readinessOf(check)),
  };
  await using printer = new BrowserPrinter(browser);
  const print = browser === null ? null : (html: string) => printer.print(html);
  const written = await writeReports({ check, office: OFFICE, language: 'vi', personal: MASKED, before }, out, print);
  files = written.files.map((file) => path.basename(file)).sort();
  // A browser start, on a machine that may be busy.
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

describe('reports of the sample round', () => {
  test('are written under names that sort and that say what they are', () => {
    const pdf = browser === null ? [] : ['.pdf'];
    const papers = ['Báo cáo kết quả rà soát', 'Báo cáo ngày 29-08-2026'].flatMap((name) =>
      ['.docx', '.html', ...pdf].map((form) => `${name}${form}`),
    );
    const readiness = ['.html', ...pdf, '.xlsx'].map((form) => `Mức độ sẵn sàng${form}`);
    expect(files).toEqual([...papers, ...readiness].sort());
    expect(readdirSync(out).sort()).toEqual(files);
  });

  test('have a text for everything they say, in both languages', async () => {
    for (const language of ['vi', 'en'] as const) {
      const target = path.join(folder, language);
      const request = { check, office: OFFICE, language, personal: MASKED, before: null };
      const { faults } = await writeReports(request, target, null);
      expect(faults).toEqual([{ code: 'pdf.noBrowser', params: {} }]);
      for (const name of readdirSync(target).filter((one) => one.endsWith('.html'))) {
        const text = readFileSync(path.join(target, name), 'utf8').replace(/<style>[\s\S]*?<\/style>/, '');
        expect(text, name).not.toMatch(/\b(?:leader|readiness|daily|severity)\.[a-z]\w+|\{\w+\}|undefined|NaN/);
      }
    }
  });

  test('name no citizen id or telephone number', () => {
    for (const name of files.filter((one) => one.endsWith('.html'))) {
      expect(readFileSync(path.join(out, name), 'utf8').replace(/<style>[\s\S]*?<\/style>/, ''), name).not.toMatch(
        PERSONAL,
      );
    }
  });

  test('need a browser for their PDFs, and say so plainly', async () => {
    await using printer = new BrowserPrinter(null);
    expect(await printer.print('<p>x</p>')).toEqual({ ok: false, error: { code: 'pdf.noBrowser', params: {} } });
    expect(findChromium({ CHROMIUM: path.join(folder, 'nowhere') })).toBeNull();
  });

  test.skipIf(browser === null)('say what a browser said that could not print', async () => {
    await using printer = new BrowserPrinter(process.execPath);
    expect(await printer.print('<p>x</p>')).toMatchObject({ ok: false, error: { code: 'pdf.failed' } });
  });
});

const REPORT_TEXTS = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'ỦY BAN NHÂN DÂN TỈNH',
  'Số: 05/BC-VP',
  'Gia Lai, ngày 01 tháng 9 năm 2026',
  'BÁO CÁO',
  'Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh',
  'I. CĂN CỨ VÀ PHẠM VI RÀ SOÁT',
  'Nghị định số 224/2026/NĐ-CP',
  'Bảng 2. Phát hiện theo cơ quan, đơn vị',
  'Sở Nông nghiệp và Môi trường',
  'Phường Bồng Sơn',
  'III. NGUYÊN NHÂN CHÍNH',
  'IV. KIẾN NGHỊ VÀ THỜI HẠN KHẮC PHỤC',
  'PHÓ CHÁNH VĂN PHÒNG',
  'Nguyễn Văn A',
  'Phụ lục I',
];
const DAILY_TEXTS = [
  'Kính gửi: Trung tâm Dữ liệu quốc gia',
  'Chưa khai tài khoản thụ hưởng',
  'trước 16 giờ 00 hằng ngày',
];

/** Texts that do not stand in a document; lines may break between any two words. */
const missingIn = (text: string, wanted: readonly string[]): readonly string[] => {
  const packed = text.replace(/\s/g, '');
  return wanted.filter((one) => !packed.includes(one.replace(/\s/g, '')));
};

const isA4 = ([width, height]: readonly [number, number]): boolean =>
  (width === 210 && height === 297) || (width === 297 && height === 210);

describe.skipIf(browser === null || !PDF_TOOLS)(
  'the PDFs, read by poppler (needs a Chromium and poppler-utils)',
  () => {
    test('have the report’s text in Vietnamese on A4 pages, the matrix on a landscape one', () => {
      const sizes = pageSizes(`${REPORT}.pdf`);
      expect(sizes.filter((size) => !isA4(size))).toEqual([]);
      expect(sizes[0]).toEqual([210, 297]);
      expect(sizes.filter(([width]) => width === 297).length).toBe(1);
      expect(missingIn(textOf(`${REPORT}.pdf`), REPORT_TEXTS)).toEqual([]);
      expect(missingIn(textOf(`${DAILY}.pdf`), DAILY_TEXTS)).toEqual([]);
      expect(missingIn(textOf(`${READINESS}.pdf`), ['TỔNG HỢP MỨC ĐỘ SẴN SÀNG', 'Toàn đợt', 'Đã khắc phục'])).toEqual(
        [],
      );
      expect(pageSizes(`${READINESS}.pdf`)[0]).toEqual([297, 210]);
    });

    test('number their pages from the second on', () => {
      const pages = run('pdftotext', ['-layout', `${REPORT}.pdf`, '-'])
        .split('\f')
        .slice(0, -1);
      expect(pages[0]!.trimStart().startsWith('1\n')).toBe(false);
      expect(pages.slice(1).map((page) => page.trimStart().split('\n')[0]!.trim())).toEqual(
        pages.slice(1).map((_, at) => String(at + 2)),
      );
    });

    test.skipIf(!hasFont)('embed every font, and only Tinos (needs @fontsource/tinos)', () => {
      for (const pdf of [REPORT, READINESS, DAILY]) {
        const fonts = fontsOf(`${pdf}.pdf`);
        expect(fonts.length).toBeGreaterThan(0);
        expect(fonts.filter(({ name, embedded }) => !embedded || !name.startsWith('Tinos'))).toEqual([]);
      }
    });

    test.skipIf(!hasFont)('draw all Vietnamese letters with the bundled font (needs @fontsource/tinos)', async () => {
      const letters = [
        ...Array.from({ length: 0x1ef9 - 0x1ea0 + 1 }, (_, at) => String.fromCodePoint(0x1ea0 + at)),
        ...'ăâđêôơưĂÂĐÊÔƠƯàáãèéìíĩòóõùúũýÀÁÃÈÉÌÍĨÒÓÕÙÚŨÝ₫–…“”',
      ];
      const page = officialPage(
        {
          title: '',
          day: SAMPLE_DAY,
          language: 'vi',
          head: null,
          kind: '',
          subject: '',
          addressees: [],
          landscape: false,
          blocks: [{ kind: 'paragraph', text: letters.join(' ') }],
          closing: null,
          annexes: [],
        },
        await reportFontFaces(),
      );
      await using printer = new BrowserPrinter(browser);
      const pdf = await printer.print(page);
      if (!pdf.ok) throw new Error(pdf.error.code);
      const file = path.join(folder, 'letters.pdf');
      await writeFile(file, pdf.value);
      expect(missingIn(textOf(file), letters)).toEqual([]);
      expect(fontsOf(file).filter(({ name }) => !name.startsWith('Tinos'))).toEqual([]);
    });
  },
);

describe.skipIf(writer === null || !PDF_TOOLS)(
  'the Word documents, opened by LibreOffice (needs libreoffice-writer)',
  () => {
    test('have the report’s text on A4 pages with embedded fonts', () => {
      const pdf = convertToPdf(writer!, `${REPORT}.docx`, folder);
      expect(missingIn(textOf(pdf), REPORT_TEXTS)).toEqual([]);
      expect(pageSizes(pdf).filter((size) => !isA4(size))).toEqual([]);
      expect(fontsOf(pdf).filter(({ embedded }) => !embedded)).toEqual([]);
      expect(textOf(pdf)).not.toMatch(PERSONAL);
      expect(missingIn(textOf(convertToPdf(writer!, `${DAILY}.docx`, folder)), DAILY_TEXTS)).toEqual([]);
    });
  },
);

describe.skipIf(calc === null || !PDF_TOOLS)('the workbook, opened by LibreOffice (needs libreoffice-calc)', () => {
  test('has the matrix, the details and the progress', () => {
    const text = textOf(convertToPdf(calc!, `${READINESS}.xlsx`, folder));
    expect(missingIn(text, ['TỔNG HỢP MỨC ĐỘ SẴN SÀNG', 'Sở Y tế', 'Tài khoản thụ hưởng', 'Còn tồn tại'])).toEqual([]);
  });
});
