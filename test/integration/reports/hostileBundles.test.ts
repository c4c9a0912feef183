import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeBundle } from '../../../electron/node/batch/bundle.ts';
import type { BundleManifest } from '../../../electron/node/batch/bundleManifest.ts';
import { openBundle } from '../../../electron/node/batch/openBundle.ts';
import { verifyBundle } from '../../../electron/node/batch/verifyBundle.ts';
import { checkFiles } from '../../../electron/node/checkFiles.ts';
import { findFiles } from '../../../electron/node/inputFiles.ts';
import { rulesOnDay } from '../../../shared/legal/rulesOnDay.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { buildZip, type ZipInput } from '../../workbooks.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-goi-la-'));
const bundle = path.join(folder, 'goi');
const CLI = path.resolve(import.meta.dirname, '../../../electron/cli/main.ts');
const DAY = '2026-09-01';
const TABLE =
  'Mã TTHC;Tên TTHC;Lĩnh vực;Cơ quan thực hiện;Thời hạn giải quyết;Phí, lệ phí\n1.000123;Cấp giấy phép ;Xây dựng;Sở Xây dựng;5 ngay;Khong\n';
/** Longer than a name that this program makes, and the same up to there. */
const LONG = 'Biểu mẫu tổng hợp kết quả rà soát, cập nhật danh mục thủ tục hành chính của đơn vị, lần';

beforeAll(async () => {
  for (const place of ['nguon', 'truoc']) mkdirSync(path.join(folder, place));
  writeFileSync(path.join(folder, 'nguon', 'ds.csv'), TABLE);
  for (const [at, name] of [`${LONG} 1.csv`, `${LONG} 2.csv`].entries()) {
    writeFileSync(path.join(folder, 'truoc', name), TABLE.replace('5 ngay', `${at + 6} ngày`));
  }
  await bundleOf(path.join(folder, 'nguon'), bundle, path.join(folder, 'truoc'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function bundleOf(source: string, place: string, previous?: string): Promise<void> {
  const found = await findFiles([source]);
  const rules = rulesOnDay(RULES, DAY);
  const check = await checkFiles({ found, round: 'Đợt', today: DAY, rules, reference: null, mappings: [] });
  await writeBundle(check, found.files, place, previous === undefined ? {} : { previous });
}

/** The bundle after somebody who can work out hashes has changed it. */
async function verifyAltered(
  change: (
    manifest: BundleManifest,
    put: (name: string, content: string | Uint8Array) => BundleManifest['mappings'][0],
  ) => object,
) {
  const place = path.join(folder, 'sua');
  cpSync(bundle, place, { recursive: true });
  const manifest = JSON.parse(readFileSync(path.join(bundle, 'bundle.json'), 'utf8')) as BundleManifest;
  const put = (name: string, content: string | Uint8Array) => {
    const target = path.join(place, ...name.split('/'));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
    return { path: name, shown: path.basename(name), sha256: createHash('sha256').update(content).digest('hex') };
  };
  writeFileSync(path.join(place, 'bundle.json'), JSON.stringify({ ...manifest, ...change(manifest, put) }));
  const verified = await verifyBundle(place);
  rmSync(place, { recursive: true });
  return verified;
}

test('files of the earlier round whose long names begin alike are both kept, and the bundle verifies', async () => {
  expect(readdirSync(path.join(bundle, 'previous'))).toHaveLength(2);
  const verified = await verifyBundle(bundle);
  expect(verified.ok && [verified.value.same, verified.value.differences]).toEqual([true, []]);
});

test('a bundle in the place of another holds nothing more of it, and leaves what is somebody else’s', async () => {
  const place = path.join(folder, 'thay');
  const source = path.join(folder, 'hai-tep');
  mkdirSync(source);
  for (const name of ['a.csv', 'b.csv']) writeFileSync(path.join(source, name), TABLE);
  await bundleOf(source, place, path.join(folder, 'truoc'));
  writeFileSync(path.join(place, 'inputs', '0002.csv.txt'), 'ghi chú');
  writeFileSync(path.join(place, 'previous', '0002.csv'), 'ghi chú');
  rmSync(path.join(source, 'b.csv'));
  await bundleOf(source, place);
  expect([readdirSync(path.join(place, 'inputs')).sort(), readdirSync(path.join(place, 'previous'))]).toEqual([
    ['0001.csv', '0002.csv.txt'],
    ['0002.csv'],
  ]);
  const verified = await verifyBundle(place);
  expect(verified.ok && verified.value.same).toBe(true);
});

describe('a bundle that was made to do harm', () => {
  test.each([
    ['names a file outside itself', { path: '../nguon/ds.csv' }, 'bundle.unsafePath'],
    ['names a file by a whole path', { path: '/etc/hostname' }, 'bundle.unsafePath'],
    ['names a file on another drive', { path: 'C:ds.csv' }, 'bundle.unsafePath'],
  ])('is refused when it %s', async (_what, change, code) => {
    const verified = await verifyAltered(({ inputs }) => ({ inputs: [{ ...inputs[0]!, ...change }] }));
    expect(verified).toMatchObject({ ok: false, error: { code } });
  });

  test('is refused when it has one file read again and again', async () => {
    const verified = await verifyAltered(({ inputs }) => ({ inputs: Array.from({ length: 500 }, () => inputs[0]!) }));
    expect(verified).toMatchObject({
      ok: false,
      error: { code: 'bundle.malformed', params: { place: 'bundle.json' } },
    });
  });

  test.each([
    ['its day is none', { today: '2026-02-31' }],
    ['the name of its round fills a book', { round: 'x'.repeat(200_000) }],
  ])('is refused when %s', async (_what, change) => {
    const verified = await verifyAltered(() => change);
    expect(verified).toMatchObject({ ok: false, error: { code: 'bundle.malformed' } });
  });

  test('names the first of thousands of files that could not be read', async () => {
    const unread = Array.from({ length: 5000 }, (_, at) => ({ shown: `hỏng ${at}.xlsx`, sha256: '' }));
    const verified = await verifyAltered(() => ({ unread }));
    const [note] = verified.ok ? verified.value.notes : [];
    expect(note?.params['count']).toBe(5000);
    expect(String(note?.params['files'])).toMatch(/^hỏng 0\.xlsx; .{100,500}; …$/);
  });

  test('cannot forge lines of the verdict in a terminal', () => {
    const place = path.join(folder, 'gia');
    cpSync(bundle, place, { recursive: true });
    const manifest = JSON.parse(readFileSync(path.join(place, 'bundle.json'), 'utf8')) as BundleManifest;
    const round = 'Đợt\nKIỂM CHỨNG ĐẠT\u001B[8m';
    const inputs = manifest.inputs.map((input) => ({ ...input, shown: '\u001B[2Jds.csv', sha256: '' }));
    writeFileSync(path.join(place, 'bundle.json'), JSON.stringify({ ...manifest, round, inputs }));
    const { status, stdout } = spawnSync(process.execPath, [CLI, 'verify', place], { encoding: 'utf8' });
    rmSync(place, { recursive: true });
    expect(status).toBe(1);
    expect(stdout).not.toMatch(/^KIỂM CHỨNG ĐẠT|\u001B/m);
  });

  test('is not run when its catalogue unpacks to more than any catalogue holds', async () => {
    const catalogue = gzipSync(`{"procedures":[${'{"cap_thuc_hien":[]},'.repeat(4_000_000)}{}]}`, { level: 1 });
    const verified = await verifyAltered((_manifest, put) => ({
      reference: { ...put('reference.json.gz', catalogue), id: 'x' },
    }));
    expect(verified.ok && verified.value.differences).toEqual([
      { code: 'bundle.malformed', params: { place: 'reference.json.gz' } },
    ]);
  });

  test('has its lists opened within the bounds for untrusted files, and they are told by name, not by place', async () => {
    const place = path.join(folder, 'lon');
    cpSync(bundle, place, { recursive: true });
    const stopped = await verifyBundle(place, { limits: { read: { maxFileBytes: 8 } } });
    rmSync(place, { recursive: true });
    expect(stopped.ok && stopped.value.differences).toEqual([
      { code: 'reference.notARound', params: { place: path.join(folder, 'truoc') } },
    ]);
    const verified = await verifyAltered((_manifest, put) => ({
      lists: [{ ...put('lists/0001.csv', 'a;b\n1;2\n'), list: 'roles' }],
    }));
    expect(verified.ok && verified.value.differences).toMatchObject([
      { code: 'reference.notAList', params: { file: '0001.csv' } },
    ]);
  });
});

describe('an archive that holds a bundle', () => {
  const open = async (more: readonly ZipInput[], signal?: AbortSignal) => {
    const file = path.join(folder, 'goi.zip');
    const own = readdirSync(bundle, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const entries = own.map(({ parentPath, name }) => {
      const place = path.join(parentPath, name);
      return { name: path.relative(bundle, place).replaceAll(path.sep, '/'), content: readFileSync(place) };
    });
    writeFileSync(file, buildZip([...entries, ...more]));
    const opened = await openBundle(file, signal);
    if (!opened.ok) return opened.error;
    await using held = opened.value;
    return readdirSync(held.folder).sort();
  };
  const temporary = path.join(folder, 'tam');
  beforeAll(() => {
    mkdirSync(temporary);
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
  });
  afterAll(() => void vi.unstubAllEnvs());
  const PARTS = ['bundle.json', 'inputs', 'previous'];

  test('writes nothing outside of its own folder', async () => {
    const names = ['../ra-ngoai', '/ra-ngoai', 'a\\..\\..\\ra-ngoai', 'C:ra-ngoai'];
    expect(await open(names.map((name) => ({ name, content: 'x' })))).toEqual(PARTS);
  });

  test.each([
    ['a name that is a file and a folder', [{ name: 'inputs', content: 'x' }]],
    ['a name that no folder can hold', [{ name: 'x'.repeat(300), content: 'x' }]],
  ])('with %s is refused by its own name, and leaves nothing behind', async (_what, more) => {
    expect(await open(more)).toMatchObject({ code: 'bundle.cannotUnpack', params: { place: 'goi.zip' } });
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('that unpacks to hundreds of times its size is refused, however small its files are', async () => {
    const content = new Uint8Array(8 << 20);
    const more = Array.from({ length: 12 }, (_, at) => ({ name: `rong/${at}`, content }));
    expect(await open(more)).toMatchObject({ code: 'file.unsafe.ratio' });
  });

  test('is not unpacked once nobody waits for it', async () => {
    await expect(open([], AbortSignal.abort())).rejects.toThrow();
  });

  test('that is gone is told by its name, not by its place', async () => {
    const missing = await openBundle(path.join(folder, 'khong-co.zip'));
    expect(missing).toEqual({ ok: false, error: { code: 'bundle.missing', params: { place: 'khong-co.zip' } } });
  });
});
