import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BATCH_OUTPUTS, type BatchOutput } from '../../../electron/node/batch/batchFile.ts';
import type { BatchIndex } from '../../../electron/node/batch/batchIndex.ts';
import type { PagePrinter } from '../../../electron/node/reports/pagePrinter.ts';
import { succeed } from '../../../shared/result.ts';
import { verifyBundle } from '../../../electron/node/batch/verifyBundle.ts';
import { writeBatch, type BatchProgress, type BatchRequest } from '../../../electron/node/batch/writeBatch.ts';
import { checkFiles } from '../../../electron/node/checkFiles.ts';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { findFiles, type FoundFiles } from '../../../electron/node/inputFiles.ts';
import { loadReference } from '../../../electron/node/referenceFile.ts';
import { SAMPLE_DAY, writeSample } from '../../../electron/node/sample/writeSample.ts';
import { rulesOnDay } from '../../../shared/legal/rulesOnDay.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { officeSchema } from '../../../shared/settings/office.ts';
import { RULES } from '../../../shared/rules/index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-batch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let check: Check;
let found: FoundFiles;
beforeAll(async () => {
  const sample = await writeSample(path.join(folder, 'mau'));
  found = await findFiles([sample.agencies]);
  const reference = await loadReference([sample.catalogue]);
  check = await checkFiles({
    found,
    round: 'Đợt mẫu: 9/2026?',
    today: SAMPLE_DAY,
    rules: rulesOnDay(RULES, SAMPLE_DAY),
    reference: reference.ok ? reference.value : null,
    mappings: [],
  });
});

/** Pages are printed elsewhere; here a stand-in that shows which page it was given. */
const printPage: PagePrinter = (html) => Promise.resolve(succeed(Buffer.from(`%PDF-stand-in ${html.length}`)));

const request = (name: string, more: Partial<BatchRequest> = {}): BatchRequest => ({
  check,
  sources: found.files,
  outputs: BATCH_OUTPUTS,
  folder: path.join(folder, name),
  language: 'vi',
  printPage,
  ...more,
});

async function write(name: string, more: Partial<BatchRequest> = {}): Promise<BatchIndex> {
  const written = await writeBatch(request(name, more));
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
}

const filesIn = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();

/** Every text of a workbook. */
async function readWorkbook(file: string): Promise<string> {
  const book = await openWorkbook(readFileSync(file), path.basename(file));
  if (!book.ok) throw new Error(book.error.code);
  return book.value.sheets
    .flatMap(({ columns, dictionary }) =>
      columns.flatMap((codes) => [...codes].map((code) => dictionary.cell(code).text)),
    )
    .join('\n');
}

const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('a batch', () => {
  test('writes everything for every agency, and its index names every file with its SHA-256', async () => {
    const index = await write('tat-ca');
    const place = path.join(folder, 'tat-ca');
    expect(index.files.map((file) => file.path)).toEqual(filesIn(place).filter((file) => file !== 'index.json'));
    for (const file of index.files) expect(sha256(path.join(place, ...file.path.split('/')))).toBe(file.sha256);
    expect(JSON.parse(readFileSync(path.join(place, 'index.json'), 'utf8'))).toEqual(JSON.parse(JSON.stringify(index)));
    const ofAgency = index.files.filter(
      ({ agency, output }) => agency === 'Sở Tư pháp' && output !== 'annotatedCopies',
    );
    expect(ofAgency.map((file) => file.path)).toEqual([
      'Sở Tư pháp/Báo cáo kết quả rà soát - Sở Tư pháp.docx',
      'Sở Tư pháp/Danh mục TTHC Sở Tư pháp.xlsx',
      'Sở Tư pháp/Danh mục đơn vị.xlsx',
      'Sở Tư pháp/Danh sách cần sửa - Sở Tư pháp.html',
      'Sở Tư pháp/Danh sách cần sửa - Sở Tư pháp.pdf',
      'Sở Tư pháp/Danh sách cần sửa - Sở Tư pháp.xlsx',
    ]);
    expect(new Set(index.files.map(({ output }) => output))).toEqual(new Set([...BATCH_OUTPUTS, 'index']));
  });

  test('has names that Windows accepts, short enough for its paths', async () => {
    const { files } = await write('ten', { outputs: ['correctionWorkbook', 'json', 'annotatedCopies'] });
    for (const file of files) {
      expect(file.path.length).toBeLessThan(200);
      for (const step of file.path.split('/'))
        expect(step).toMatch(/^[^<>:"\\|?*\u0000-\u001F]*[^<>:"\\|?*\u0000-\u001F. ]$/);
    }
  });

  test('stops when asked, keeps what is finished, and goes on from there', async () => {
    const outputs: readonly BatchOutput[] = ['correctionWorkbook', 'csv', 'jsonl'];
    const stop = new AbortController();
    const stopped = await writeBatch(
      request('tiep', {
        outputs,
        signal: stop.signal,
        onProgress: ({ done }: BatchProgress) => {
          if (done === 3) stop.abort();
        },
      }),
    );
    expect(stopped).toMatchObject({ ok: false, error: { code: 'batch.cancelled' } });
    const place = path.join(folder, 'tiep');
    const kept = filesIn(place).filter((file) => file.endsWith('.xlsx'));
    expect(kept).toHaveLength(Number(!stopped.ok && stopped.error.params['done']));
    expect(kept.length).toBeLessThan(8);
    const changed = path.join(place, kept[0]!);
    writeFileSync(changed, 'half');
    const untouched = sha256(path.join(place, kept[1]!));

    const index = await write('tiep', { outputs });
    expect(filesIn(place)).toEqual([...index.files.map((file) => file.path), 'index.json'].sort());
    expect(sha256(changed)).toBe(index.files.find((file) => file.path === kept[0])!.sha256);
    expect(readFileSync(changed).subarray(0, 2).toString()).toBe('PK');
    expect(sha256(path.join(place, kept[1]!))).toBe(untouched);
  });

  test('says what could not be printed beside what was written, and tries it again', async () => {
    const outputs: readonly BatchOutput[] = ['reports'];
    const fault = { code: 'pdf.failed', params: { detail: 'no paper' } } as const;
    const without = await write('khong-in', { outputs, printPage: () => Promise.resolve({ ok: false, error: fault }) });
    expect(without.faults).toEqual([fault]);
    expect(without.files.filter((file) => file.path.endsWith('.pdf'))).toEqual([]);
    expect(without.files.some((file) => file.path.endsWith('.docx'))).toBe(true);
    const told = await readWorkbook(path.join(folder, 'khong-in', 'Mục lục.xlsx'));
    expect(told).toContain('no paper');
    const again = await write('khong-in', { outputs });
    expect(again.faults).toEqual([]);
    expect(again.files.some((file) => file.path.endsWith('.pdf'))).toBe(true);
  });

  test.each<[string, () => Partial<BatchRequest>]>([
    ['the check is another', () => ({ check: { ...check, round: 'Khác' } })],
    ['another office signs', () => ({ office: officeSchema.parse({ agency: 'Văn phòng UBND tỉnh' }) })],
    [
      'people decided otherwise',
      () => ({ bundle: { round: { check, originals: [], readings: '', decisions: '{}' } } }),
    ],
  ])('begins anew when %s', async (_what, more) => {
    const place = 'khac';
    rmSync(path.join(folder, place), { recursive: true, force: true });
    const stop = new AbortController();
    const outputs: readonly BatchOutput[] = ['csv', 'agencyReport'];
    const onProgress = ({ done }: BatchProgress): void => {
      if (done === 2) stop.abort();
    };
    await writeBatch(request(place, { outputs, signal: stop.signal, onProgress }));
    const journal = (): string => readFileSync(path.join(folder, place, '.rasoat-batch.jsonl'), 'utf8');
    const first = journal();
    const again = new AbortController();
    again.abort();
    await writeBatch(request(place, { outputs, signal: again.signal }));
    expect(journal()).toBe(first);
    await writeBatch(request(place, { outputs, signal: again.signal, ...more() }));
    expect(journal().split('\n')).toHaveLength(2);
  });

  test('says where it cannot write', async () => {
    writeFileSync(path.join(folder, 'la-tep'), '');
    const refused = await writeBatch(request('la-tep/ben-trong', { outputs: ['csv'] }));
    expect(refused).toMatchObject({ ok: false, error: { code: 'batch.cannotWrite' } });
    expect(
      await writeBatch({
        check,
        sources: [],
        outputs: ['correctionPdf'],
        folder: path.join(folder, 'pdf'),
        language: 'vi',
      }),
    ).toMatchObject({
      error: { code: 'batch.noPrinter' },
    });
  });
});

describe('a verification bundle', () => {
  const place = path.join(folder, 'goi');
  const bundle = path.join(place, 'Gói kiểm chứng');
  beforeAll(async () => {
    await write('goi', { outputs: ['bundle'] });
  });

  test('runs again to the same findings, byte for byte', async () => {
    const verified = await verifyBundle(bundle);
    expect(verified).toMatchObject({
      ok: true,
      value: { same: true, findings: check.result.log.size, differences: [] },
    });
  });

  test.each<[string, string, string]>([
    ['an agency file', 'inputs/0001.xlsx', 'input'],
    ['the national catalogue', 'reference.json.gz', 'reference'],
  ])('names %s that was changed or taken out', async (_, file, part) => {
    const target = path.join(bundle, ...file.split('/'));
    const before = readFileSync(target);
    writeFileSync(target, Buffer.concat([before, Buffer.from([0])]));
    const changed = await verifyBundle(bundle);
    unlinkSync(target);
    const missing = await verifyBundle(bundle);
    writeFileSync(target, before);
    const codes = [changed, missing].map((result) => result.ok && result.value.differences.map(({ code }) => code));
    expect(codes).toEqual([[`bundle.changed.${part}`], [`bundle.missing.${part}`]]);
  });

  test('names the input whose findings differ when the manifest was altered', async () => {
    const manifest = path.join(bundle, 'bundle.json');
    const before = readFileSync(manifest, 'utf8');
    const altered = JSON.parse(before);
    altered.findings.sha256 = '0'.repeat(64);
    altered.inputs[0].findings.sha256 = '0'.repeat(64);
    altered.version = '0.0.1';
    writeFileSync(manifest, JSON.stringify(altered));
    const verified = await verifyBundle(bundle);
    writeFileSync(manifest, before);
    expect(verified.ok && [verified.value.same, verified.value.differences, verified.value.notes]).toMatchObject([
      false,
      [{ code: 'bundle.findingsDiffer' }, { code: 'bundle.inputDiffers', params: { file: altered.inputs[0].shown } }],
      [{ code: 'bundle.versionDiffers' }],
    ]);
  });

  test('of the first version is read as before, one of a later version is refused', async () => {
    const manifest = path.join(bundle, 'bundle.json');
    const before = readFileSync(manifest, 'utf8');
    const { unread: _unread, readings: _readings, decisions: _decisions, ...first } = JSON.parse(before);
    writeFileSync(manifest, JSON.stringify({ ...first, bundle: 1 }));
    const verified = await verifyBundle(bundle);
    writeFileSync(manifest, JSON.stringify({ ...JSON.parse(before), bundle: 3 }));
    const refused = await verifyBundle(bundle);
    writeFileSync(manifest, before);
    expect(verified).toMatchObject({ ok: true, value: { same: true } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'bundle.malformed' } });
  });

  test('is refused when it is none, or names files outside itself', async () => {
    expect(existsSync(path.join(place, 'bundle.json'))).toBe(false);
    expect(await verifyBundle(place)).toMatchObject({ error: { code: 'bundle.missing' } });
    const manifest = path.join(bundle, 'bundle.json');
    const before = readFileSync(manifest, 'utf8');
    for (const outside of ['../../etc/passwd', '/etc/passwd', 'C:\\Windows\\win.ini', 'inputs//x', 'inputs/../x']) {
      const altered = JSON.parse(before);
      altered.inputs[0].path = outside;
      writeFileSync(manifest, JSON.stringify(altered));
      expect(await verifyBundle(bundle)).toMatchObject({ error: { code: 'bundle.unsafePath' } });
    }
    writeFileSync(manifest, '{');
    expect(await verifyBundle(bundle)).toMatchObject({ error: { code: 'bundle.malformed' } });
    writeFileSync(manifest, before);
  });
});
