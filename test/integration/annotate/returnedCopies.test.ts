import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { annotateWorkbook } from '../../../electron/node/annotate/annotateWorkbook.ts';
import { carriesMarks } from '../../../electron/node/annotate/earlierMarks.ts';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { annotationOfLines, type AnnotationLine } from '../../../shared/reports/annotation.ts';
import type { Workbook } from '../../../shared/table/sheet.ts';
import { buildXlsx } from '../../workbooks.ts';
import { annotate, cellsOf, commentsOf, partsOf, styleXml, type Annotated } from '../../unit/annotate/annotated.ts';
import { corpusFiles, findingsAllOver, hasCorpora } from './corpora.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-returned-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function marked(bytes: Uint8Array, lines: readonly AnnotationLine[]): Promise<Uint8Array> {
  const copy = await annotateWorkbook(bytes, await opened(bytes), annotationOfLines('a.xlsx', 'vi', lines));
  if (!copy.ok) throw new Error(copy.error.code);
  return copy.value.bytes;
}

async function opened(bytes: Uint8Array): Promise<Workbook> {
  const workbook = await openWorkbook(bytes, 'a.xlsx');
  if (!workbook.ok) throw new Error(workbook.error.code);
  return workbook.value;
}

/** Whether a workbook says of itself that it is marked. */
async function isMarked(bytes: Uint8Array): Promise<boolean> {
  const marked = await carriesMarks(bytes, 'a.xlsx');
  if (!marked.ok) throw new Error(marked.error.code);
  return marked.value;
}

/** Parts as text, without hints and spellings of empty elements that marking may change. */
async function contentOf(bytes: Uint8Array): Promise<string> {
  const parts = [...(await partsOf(bytes, /\.(?:xml|rels|vml)$/i))].map(([name, content]) => [
    name,
    content
      .toString('latin1')
      .replace(/ spans="[^"]*"/g, '')
      .replace(/ +\/>/g, '/>')
      .replace(/<((?:\w+:)?(?:sheetData|row)\b[^>/]*)><\/[^>]*>/g, '<$1/>'),
  ]);
  return JSON.stringify(parts.sort(([a], [b]) => (a! < b! ? -1 : 1)));
}

test.skipIf(!hasCorpora)(
  'corpus workbooks that were marked and cleared carry no mark and have their cells; nearly all have their very parts (needs the shared data folder)',
  async () => {
    const wrong: string[] = [];
    let files = 0;
    let restored = 0;
    let repeated = 0;
    for (const file of corpusFiles().filter((_, index) => index % 5 === 0)) {
      const bytes = readFileSync(file);
      const before = await openWorkbook(bytes, file);
      if (!before.ok || before.value.format !== 'xlsx' || bytes.length > 1_000_000) continue;
      files += 1;
      const lines = findingsAllOver(before.value);
      const first = await marked(bytes, lines);
      if (Buffer.from(await marked(first, lines)).equals(Buffer.from(first))) repeated += 1;
      const cleared = await marked(first, []);
      const after = await opened(cleared);
      if (await isMarked(cleared)) wrong.push(`${file}: marks`);
      if (JSON.stringify(after.sheets.map(cellsOf)) !== JSON.stringify(before.value.sheets.map(cellsOf)))
        wrong.push(`${file}: cells`);
      const comments = [...(await partsOf(cleared, /comments[^/]*\.xml$/i)).values()];
      if (comments.some((part) => part.includes('FEE-02'))) wrong.push(`${file}: notes`);
      if ((await contentOf(cleared)) === (await contentOf(bytes))) restored += 1;
    }
    expect(wrong).toEqual([]);
    expect(files).toBeGreaterThan(90);
    expect(restored / files).toBeGreaterThan(0.95);
    expect(repeated / files).toBeGreaterThan(0.97);
  },
  120_000,
);

const script = path.resolve(import.meta.dirname, '../../../scripts/ensure-libreoffice.mjs');
const office = spawnSync(process.execPath, [script], { encoding: 'utf8' });

/** The file as LibreOffice saves it. */
function savedByOffice(bytes: Uint8Array): Uint8Array {
  const file = path.join(folder, 'ban-danh-dau.xlsx');
  writeFileSync(file, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const out = path.join(folder, 'luu');
  const options = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, file];
  const result = spawnSync('soffice', [profile, ...options], { encoding: 'utf8', timeout: 100_000 });
  if (result.error !== undefined) throw result.error;
  return readFileSync(path.join(out, 'ban-danh-dau.xlsx'));
}

/** Colour of a cell's fill; '' for none. */
function colourOf(copy: Annotated, cell: string): string {
  const tag = new RegExp(`<c\\b[^>]* r="${cell}"[^>]*>`).exec(copy.text('xl/worksheets/sheet1.xml'))![0];
  const style = Number(/ s="(\d+)"/.exec(tag)?.[1] ?? 0);
  const fills = [...copy.text('xl/styles.xml').matchAll(/<fill>.*?<\/fill>/g)].map(([whole]) => whole);
  const fill = fills[Number(/fillId="(\d+)"/.exec(styleXml(copy, style))?.[1] ?? 0)]!;
  return /<fgColor rgb="(\w+)"/.exec(fill)?.[1] ?? '';
}

test.skipIf(office.status !== 0)(
  `a copy that LibreOffice has saved gives back the fills it had, without our notes and list${office.status === 0 ? '' : ` (skipped: ${office.stderr.trim()})`}`,
  async () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/>' +
      '<name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill>' +
      '<patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/>' +
      '</patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
      '<cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="4" fillId="2" applyFill="1" xfId="0"/></cellXfs></styleSheet>';
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c>' +
      '<c r="B1" s="1"><v>2</v></c><c r="C1" s="1"><v>3</v></c></row></sheetData></worksheet>';
    const original = buildXlsx({
      sheets: [{ name: 'A', rows: [[1]] }],
      parts: { 'xl/styles.xml': styles, 'xl/worksheets/sheet1.xml': sheet },
    });
    const first = await annotate(original, ['A!A1 error', 'A!B1 error']);
    const saved = savedByOffice(first.bytes);
    const cleared = await annotate(saved, []);
    expect(['A1', 'B1', 'C1'].map((cell) => colourOf(cleared, cell))).toEqual(['', 'FF00FF00', 'FF00FF00']);
    expect(cleared.after.sheets.map(({ name }) => name)).toEqual(['A']);
    expect([...cleared.parts.keys()].filter((name) => /comments|vml/.test(name))).toEqual([]);
    const second = await annotate(saved, ['A!C1 error']);
    expect(['A1', 'B1'].map((cell) => colourOf(second, cell))).toEqual(['', 'FF00FF00']);
    expect(colourOf(second, 'C1')).toMatch(/^FFF[78]D7DA$/);
    expect(Object.keys(commentsOf(second))).toEqual(['C1']);
    expect(second.after.sheets.map(({ name }) => name)).toEqual(['A', 'Danh sách cần sửa']);
  },
  120_000,
);
