import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { annotateWorkbook } from '../../../electron/node/annotate/annotateWorkbook.ts';
import { visibleMarks } from '../../../electron/node/annotate/markPlaces.ts';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { DEFAULT_LIMITS } from '../../../electron/node/spreadsheet/readLimits.ts';
import { readZipArchive } from '../../../electron/node/spreadsheet/zipArchive.ts';
import { annotationOfLines } from '../../../shared/reports/annotation.ts';
import { cellsOf, partsOf } from '../../unit/annotate/annotated.ts';
import { corpusFiles, findingsAllOver, hasCorpora } from './corpora.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-annotate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A workbook and its annotated copy; undefined for a file that our reader refuses. */
async function annotatedFile(file: string) {
  const bytes = readFileSync(file);
  const opened = await openWorkbook(bytes, file);
  if (!opened.ok) return undefined;
  const lines = findingsAllOver(opened.value);
  const annotation = annotationOfLines(file, 'vi', lines);
  const annotated = await annotateWorkbook(bytes, opened.value, annotation);
  if (!annotated.ok) throw new Error(`${file}: ${annotated.error.code}`);
  return { bytes, workbook: opened.value, marks: annotation.marks, copy: annotated.value };
}

test.skipIf(!hasCorpora)(
  'every corpus workbook that opens is annotated: values as before, untouched parts byte for byte, a note per cell (needs the shared data folder)',
  async () => {
    const wrong: string[] = [];
    let files = 0;
    for (const file of corpusFiles()) {
      const result = await annotatedFile(file);
      if (result === undefined || result.workbook.format !== 'xlsx') continue;
      files += 1;
      const { bytes, workbook, marks, copy } = result;
      const again = await openWorkbook(copy.bytes, file);
      if (!again.ok) {
        wrong.push(`${file}: ${again.error.code}`);
        continue;
      }
      for (const [index, sheet] of workbook.sheets.entries()) {
        const before = JSON.stringify(cellsOf(sheet));
        if (JSON.stringify(cellsOf(again.value.sheets[index]!)) !== before)
          wrong.push(`${file}: cells of ${sheet.name}`);
      }
      const entries = readZipArchive(copy.bytes, DEFAULT_LIMITS);
      const touched = new Set(copy.touched);
      const old = readZipArchive(bytes, DEFAULT_LIMITS);
      if ([...entries.keys()].slice(0, old.size).join() !== [...old.keys()].join()) wrong.push(`${file}: order`);
      for (const [key, { name, packed, crc }] of old) {
        const now = entries.get(key);
        if (now === undefined || (!touched.has(name) && (now.crc !== crc || !Buffer.from(now.packed).equals(packed)))) {
          wrong.push(`${file}: ${name}`);
        }
      }
      const expected = workbook.sheets.flatMap((sheet) => visibleMarks(marks.get(sheet.name)!, sheet)).length;
      const conversations = copy.notes.reduce((sum, { params }) => sum + Number(params['count'] ?? 0), 0);
      const notes = await noteCount(copy.bytes);
      if (notes !== expected - conversations) wrong.push(`${file}: ${notes} notes for ${expected} cells`);
    }
    expect(wrong).toEqual([]);
    expect(files).toBeGreaterThan(500);
  },
  120_000,
);

/** How many cells carry a note of ours. */
async function noteCount(bytes: Uint8Array): Promise<number> {
  let count = 0;
  for (const content of (await partsOf(bytes, /comments[^/]*\.xml$/i)).values()) {
    const comments = content.toString('latin1').split(/<\/(?:\w+:)?comment>/);
    count += comments.filter((comment) => comment.includes('FEE-02')).length;
  }
  return count;
}

const python = ['/usr/bin/python3', 'python3'].find(
  (command) => spawnSync(command, ['-c', 'import openpyxl'], { encoding: 'utf8' }).status === 0,
);

const COMPARE = `
import json, sys, warnings, openpyxl
warnings.simplefilter('ignore')
wrong = []
for before, after in json.load(open(sys.argv[1])):
    try: old = openpyxl.load_workbook(before)
    except Exception: continue
    try: new = openpyxl.load_workbook(after)
    except Exception as e:
        wrong.append(before + ': ' + repr(e)); continue
    for sheet in old.worksheets:
        values = lambda s: {k: repr(getattr(c.value, 'text', c.value)) for k, c in s._cells.items() if c.value is not None}
        notes = lambda s: {k: c.comment.text for k, c in s._cells.items() if getattr(c, 'comment', None)}
        if values(sheet) != values(new[sheet.title]): wrong.append(before + ': values of ' + sheet.title)
        was, now = notes(sheet), notes(new[sheet.title])
        if any(text.strip() not in now.get(k, '') for k, text in was.items()): wrong.append(before + ': old notes')
        if not any('FEE-02' in text for text in now.values()): wrong.append(before + ': no notes in ' + sheet.title)
print(json.dumps(wrong))
`;

test.skipIf(!hasCorpora || python === undefined)(
  'openpyxl opens what it opened before, with equal values and the notes (needs the shared data folder and python3-openpyxl)',
  async () => {
    const small = corpusFiles().filter((file) => readFileSync(file).length < 40_000);
    const pairs: [string, string][] = [];
    for (const file of small.filter((_, index) => index % 8 === 0)) {
      const result = await annotatedFile(file);
      if (result === undefined || result.workbook.format !== 'xlsx') continue;
      const target = path.join(folder, `${pairs.length}${result.copy.extension}`);
      writeFileSync(target, result.copy.bytes);
      pairs.push([file, target]);
    }
    writeFileSync(path.join(folder, 'pairs.json'), JSON.stringify(pairs));
    const compared = spawnSync(python!, ['-c', COMPARE, path.join(folder, 'pairs.json')], { encoding: 'utf8' });
    expect(compared.stderr).toBe('');
    expect(JSON.parse(compared.stdout)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(30);
  },
  120_000,
);
