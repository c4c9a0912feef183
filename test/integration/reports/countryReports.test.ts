import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BatchFile, BatchOutput } from '../../../electron/node/batch/batchFile.ts';
import { writeBatch } from '../../../electron/node/batch/writeBatch.ts';
import { checkFiles } from '../../../electron/node/checkFiles.ts';
import { findFiles } from '../../../electron/node/inputFiles.ts';
import { loadReference } from '../../../electron/node/referenceFile.ts';
import { findChromium } from '../../../electron/node/reports/findChromium.ts';
import { BrowserPrinter } from '../../../electron/node/reports/pagePrinter.ts';
import { reportFontFaces } from '../../../electron/node/reports/reportFont.ts';
import { onlyAgencies } from '../../../electron/node/workbench/onlyAgencies.ts';
import { Findings } from '../../../shared/engine/findings.ts';
import { rulesOnDay } from '../../../shared/legal/rulesOnDay.ts';
import { summariseAgencies } from '../../../shared/reports/agencySummary.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { countryRound } from '../../perf/countryRound.ts';
import { convertToPdf, fontsOf, libreOffice, pageSizes, PDF_TOOLS, textOf } from './programs.ts';

// The country: 34 agencies of 2,000 rows. All of it is checked, and the papers of the whole round are written; the other
// outputs are those of the agency with the most and of the one with the fewest findings, between which the others
// lie (the agencies differ in nothing but which rows are wrong).

const AGENCIES = 34;
const ROWS = 2000;
const TODAY = '2026-09-01';
const WHOLE: readonly BatchOutput[] = ['reports'];
const OF_AGENCIES: readonly BatchOutput[] = ['correctionWorkbook', 'agencyReport', 'annotatedCopies'];

const browser = findChromium();
const hasFont = (await reportFontFaces()) !== '';
const calc = libreOffice('calc');
const writer = libreOffice('writer');
const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-country-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** The chosen agencies, by name. */
let names: readonly string[];
let written: readonly (BatchFile & { readonly file: string })[];

beforeAll(async () => {
  const round = countryRound(AGENCIES, ROWS);
  const found = await findFiles([round.folder]);
  const reference = await loadReference([round.catalogue]);
  const check = await checkFiles({
    found,
    round: 'Đợt cả nước',
    today: TODAY,
    rules: rulesOnDay(RULES, TODAY),
    reference: reference.ok ? reference.value : null,
    mappings: [],
  });
  const summaries = summariseAgencies(check, new Findings(check.result.log, 'vi'));
  const lines = ({ counts }: (typeof summaries)[number]): number => counts.error + counts.warning + counts.info;
  const sorted = summaries.toSorted((a, b) => lines(b) - lines(a));
  const chosen = [sorted[0]!, sorted.at(-1)!].map(({ agency }) => agency);
  names = chosen.map(({ name }) => name);
  await using printer = new BrowserPrinter(browser);
  const printPage = (html: string) => printer.print(html);
  const write = async (place: string, of: typeof check, outputs: readonly BatchOutput[]) => {
    const target = path.join(folder, place);
    const request = { sources: found.files, folder: target, language: 'vi', printPage } as const;
    const index = await writeBatch({ ...request, check: of, outputs });
    if (!index.ok) throw new Error(JSON.stringify(index.error));
    return index.value.files.map((file) => ({ ...file, file: path.join(target, ...file.path.split('/')) }));
  };
  const own = onlyAgencies(
    check,
    chosen.map(({ id }) => id),
  );
  written = [
    ...(await write('chung', check, WHOLE)),
    ...(await write('don-vi', own, browser === null ? OF_AGENCIES : [...OF_AGENCIES, 'correctionPdf'])),
  ];
  // The check of 68,000 rows, and a browser's start, on a machine that may be busy.
}, 120_000);

const filesOf = (output: BatchFile['output'], extension: string): readonly string[] =>
  written.filter((one) => one.output === output && one.path.endsWith(extension)).map(({ file }) => file);

const isA4 = ([width, height]: readonly [number, number]): boolean =>
  (width === 210 && height === 297) || (width === 297 && height === 210);

/** What a PDF says, its spaces left out: lines may break anywhere. */
const packedText = (pdf: string): string => textOf(pdf).replaceAll(' ', '');

const packed = (text: string): string => text.replaceAll(' ', '');

describe.skipIf(browser === null || !PDF_TOOLS)('PDFs of the country (need a Chromium and poppler-utils)', () => {
  test('lists and reports stand on A4 with every font embedded, and only Tinos', () => {
    const pdfs = [...filesOf('correctionPdf', '.pdf'), ...filesOf('reports', '.pdf')];
    expect(pdfs.length).toBe(4);
    for (const pdf of pdfs) {
      expect(
        pageSizes(pdf).filter((size) => !isA4(size)),
        pdf,
      ).toEqual([]);
      const fonts = fontsOf(pdf).filter(({ name, embedded }) => !embedded || (hasFont && !name.startsWith('Tinos')));
      expect(fonts, pdf).toEqual([]);
    }
  });

  test('a list of hundreds of lines names its agency on every sheet, from its title to its signatures', () => {
    const lists = filesOf('correctionPdf', '.pdf');
    for (const name of names) {
      const list = lists.find((file) => path.basename(file, '.pdf').endsWith(` ${name}`))!;
      const text = packedText(list);
      expect(text).toContain(packed(`DANH SÁCH NỘI DUNG CẦN SỬA ${name}`));
      expect(text.split(packed(`${name} – 01/09/2026`)).length - 1).toBe(pageSizes(list).length);
      expect(text).toContain(packed('Căn cứ pháp lý'));
      expect(text).toContain(packed('XÁC NHẬN CỦA ĐƠN VỊ'));
    }
  });

  test('the report names every agency, the annex on landscape sheets', () => {
    const report = filesOf('reports', '.pdf').find((file) => path.basename(file).startsWith('Báo cáo'));
    const text = packedText(report!);
    for (let agency = 1; agency <= AGENCIES; agency += 1) expect(text).toContain(packed(`Sở Mẫu số ${agency}`));
    const sizes = pageSizes(report!);
    expect(sizes[0]).toEqual([210, 297]);
    expect(sizes.filter(([width]) => width === 297).length).toBeGreaterThan(0);
  });
});

describe.skipIf(writer === null || !PDF_TOOLS)('Word documents of the country (need libreoffice-writer)', () => {
  test('the round’s report and an agency’s own open on A4 with their text and embedded fonts', () => {
    const documents = [...filesOf('reports', '.docx'), ...filesOf('agencyReport', '.docx').slice(0, 1)];
    expect(documents.length).toBe(2);
    for (const document of documents) {
      const pdf = convertToPdf(writer!, document, folder);
      expect(
        pageSizes(pdf).filter((size) => !isA4(size)),
        document,
      ).toEqual([]);
      expect(
        fontsOf(pdf).filter(({ embedded }) => !embedded),
        document,
      ).toEqual([]);
      expect(packedText(pdf)).toContain(packed('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'));
      expect(packedText(pdf)).toContain(packed('IV. KIẾN NGHỊ VÀ THỜI HẠN KHẮC PHỤC'));
    }
  }, 60_000);
});

describe.skipIf(calc === null || !PDF_TOOLS)('workbooks of the country (need libreoffice-calc)', () => {
  test.each<readonly [BatchFile['output'], string, string]>([
    ['correctionWorkbook', '.xlsx', 'DANH SÁCH NỘI DUNG CẦN SỬA'],
    ['annotatedCopies', '.xlsx', 'DANH MỤC THỦ TỤC HÀNH CHÍNH'],
    ['reports', '.xlsx', 'TỔNG HỢP MỨC ĐỘ SẴN SÀNG'],
    ['index', '.xlsx', 'SHA-256'],
  ])(
    '%s (%s) opens with its text and embedded fonts',
    (output, extension, text) => {
      const [book] = filesOf(output, extension);
      const pdf = convertToPdf(calc!, book!, folder);
      expect(packedText(pdf)).toContain(packed(text));
      expect(fontsOf(pdf).filter(({ embedded }) => !embedded)).toEqual([]);
    },
    60_000,
  );
});
