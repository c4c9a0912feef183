import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { annotateWorkbook } from '../../../electron/node/annotate/annotateWorkbook.ts';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { drawWorkbook } from '../../../electron/node/sample/sampleSheet.ts';
import { sampleRound } from '../../../electron/node/sample/sampleRound.ts';
import { annotationOfLines } from '../../../shared/reports/annotation.ts';
import { buildXlsx } from '../../workbooks.ts';
import { partsOf } from '../../unit/annotate/annotated.ts';
import { corpusFiles, findingsAllOver } from './corpora.ts';

const script = path.resolve(import.meta.dirname, '../../../scripts/ensure-libreoffice.mjs');
const office = spawnSync(process.execPath, [script], { encoding: 'utf8' });

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Functions that give another value each time, or depend on the file's name. */
const VOLATILE = /(?:NOW|TODAY|RAND|RANDBETWEEN|CELL|INFO|INDIRECT|OFFSET|HYPERLINK|WEBSERVICE)\(/;

/** Diverse workbooks: samples of our own, odd spellings, and corpus files when they are there. */
async function samples(): Promise<readonly Uint8Array[]> {
  const drawn = sampleRound()
    .files.filter(({ path: name }) => name.endsWith('.xlsx'))
    .slice(0, 3);
  const sheets = [
    {
      name: 'Một',
      rows: [
        ['Mã', 'Tên'],
        ['1.001234', 'Cấp phép'],
        [12, { value: 46_204, format: 'dd/mm/yyyy' }],
      ],
    },
  ];
  const chosen: Uint8Array[] = [
    ...(await Promise.all(drawn.map(({ sheets: own }) => drawWorkbook(own)))),
    buildXlsx({ sheets, prefix: 'x' }),
    buildXlsx({ sheets, omitReferences: true }),
    buildXlsx({ sheets, inlineStrings: true, parts: { 'xl/styles.xml': null } }),
  ];
  const files = corpusFiles();
  for (let index = 7; index < files.length && chosen.length < 14; index += 41) {
    const bytes = readFileSync(files[index]!);
    if (bytes.length > 200_000 || !(await openWorkbook(bytes, 'a.xlsx')).ok) continue;
    const texts = [...(await partsOf(bytes)).values()].map((part) => part.toString('latin1'));
    if (!texts.some((text) => VOLATILE.test(text))) chosen.push(bytes);
  }
  return chosen;
}

/** A table without the blank cells at the ends of its rows and below: coloured blank cells make it wider. */
const trimmed = (table: string): string => table.replace(/,+$/gm, '').trimEnd();

function convert(format: string, files: readonly string[], out: string): void {
  mkdirSync(out, { recursive: true });
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const result = spawnSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', out, ...files], {
    encoding: 'utf8',
    timeout: 110_000,
  });
  if (result.error !== undefined) throw result.error;
}

test.skipIf(office.status !== 0)(
  `LibreOffice shows annotated copies with the values of the originals and our notes${office.status === 0 ? '' : ` (skipped: ${office.stderr.trim()})`}`,
  async () => {
    const files: string[] = [];
    const expectedNotes: number[] = [];
    for (const [index, bytes] of (await samples()).entries()) {
      const workbook = await openWorkbook(bytes, 'a.xlsx');
      if (!workbook.ok) throw new Error(workbook.error.code);
      const lines = findingsAllOver(workbook.value);
      const copy = await annotateWorkbook(bytes, workbook.value, annotationOfLines('a.xlsx', 'vi', lines));
      if (!copy.ok) throw new Error(copy.error.code);
      const [before, after] = ['truoc', 'sau'].map((word) =>
        path.join(folder, `${word}${index}${copy.value.extension}`),
      );
      writeFileSync(before!, bytes);
      writeFileSync(after!, copy.value.bytes);
      files.push(before!, after!);
      expectedNotes.push(workbook.value.sheets.length);
    }
    // All sheets of a workbook, values as shown, UTF-8.
    const csv = path.join(folder, 'csv');
    convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', files, csv);
    const tables = readdirSync(csv);
    for (const index of expectedNotes.keys()) {
      const of = (word: string): Readonly<Record<string, string>> =>
        Object.fromEntries(
          tables
            .filter((name) => name.startsWith(`${word}${index}-`))
            .map((name) => [
              name.slice(`${word}${index}-`.length),
              trimmed(readFileSync(path.join(csv, name), 'utf8')),
            ]),
        );
      const before = of('truoc');
      const { 'Danh sách cần sửa.csv': list, ...after } = of('sau');
      expect(Object.keys(before).length).toBeGreaterThan(0);
      expect(after).toEqual(before);
      expect(list).toMatch(/^DANH SÁCH NỘI DUNG CẦN SỬA/);
    }
    const flat = path.join(folder, 'fods');
    convert(
      'fods',
      files.filter((file) => path.basename(file).startsWith('sau')),
      flat,
    );
    for (const [index, sheets] of expectedNotes.entries()) {
      const document = readFileSync(path.join(flat, `sau${index}.fods`), 'utf8');
      const notes = document.match(/<office:annotation\b[\s\S]*?<\/office:annotation>/g) ?? [];
      expect(notes.filter((note) => note.includes('FEE-02')).length).toBeGreaterThanOrEqual(sheets);
    }
  },
  240_000,
);
