import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAnnotatedCopies } from '../../../electron/node/annotate/annotatedCopies.ts';
import { checkFiles } from '../../../electron/node/checkFiles.ts';
import { findFiles } from '../../../electron/node/inputFiles.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { buildXlsx } from '../../workbooks.ts';

const HEAD = ['STT', 'Mã TTHC', 'Tên thủ tục hành chính', 'Lĩnh vực', 'Thời hạn giải quyết'];
const WRONG = [
  HEAD,
  [1, '1,001234', 'Cấp giấy phép xây dựng', 'Xây dựng', '15 ngày'],
  [2, '1.001235', 'Cấp lại giấy phép', 'Xây dựng', '5 ngày'],
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rasoat-copies-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function checked(places: readonly string[], rules = RULES) {
  const found = await findFiles(places);
  const check = await checkFiles({
    found,
    today: '2026-09-01',
    round: 'Thử',
    rules,
    reference: null,
    mappings: [],
  });
  return { found, check };
}

test('copies lie in the subfolders of their files; originals are not changed and no name is taken twice', async () => {
  const input = path.join(folder, 'nhan');
  await mkdir(path.join(input, 'so-xay-dung'), { recursive: true });
  const bytes = buildXlsx({ sheets: [{ name: 'DM', rows: WRONG }] });
  const names = ['so-xay-dung/DM.xlsx', 'DM.xlsx', 'DM.xlsm'];
  for (const name of names) await writeFile(path.join(input, name), bytes);
  await writeFile(path.join(input, 'hong.xlsx'), 'PK\u0003\u0004');
  const { found, check } = await checked([input]);
  const copies = await writeAnnotatedCopies(check, found.files, input, 'vi');
  expect(copies.map(({ file, written }) => [file, path.relative(input, written!).replaceAll('\\', '/')])).toEqual([
    ['DM.xlsm', 'DM (đã đánh dấu).xlsx'],
    ['DM.xlsx', 'DM (đã đánh dấu) (2).xlsx'],
    ['so-xay-dung/DM.xlsx', 'so-xay-dung/DM (đã đánh dấu).xlsx'],
  ]);
  expect(copies.every(({ cells, lines }) => cells > 0 && lines >= cells)).toBe(true);
  for (const name of names) expect(Buffer.from(bytes).equals(await readFile(path.join(input, name)))).toBe(true);
});

test('a file that changed after it was checked gets no copy, since its cells may be others', async () => {
  const file = path.join(folder, 'DM.xlsx');
  await writeFile(file, buildXlsx({ sheets: [{ name: 'DM', rows: WRONG }] }));
  const { found, check } = await checked([file]);
  await writeFile(file, buildXlsx({ sheets: [{ name: 'DM', rows: [HEAD, ...WRONG] }] }));
  const copies = await writeAnnotatedCopies(check, found.files, path.join(folder, 'ra'), 'vi');
  expect(copies.map(({ fault, written }) => [fault?.code, written])).toEqual([['annotate.changed', null]]);
  expect(await readdir(folder)).toEqual(['DM.xlsx']);
});

test('a marked copy that comes back gets one name and one set of marks; without findings it is written without marks', async () => {
  await writeFile(path.join(folder, 'DM.xlsx'), buildXlsx({ sheets: [{ name: 'DM', rows: WRONG }] }));
  const [first, second, third, fourth] = ['1', '2', '3', '4'].map((name) => path.join(folder, name));
  const copied = async (from: string, to: string, rules = RULES): Promise<readonly string[]> => {
    const { found, check } = await checked([from], rules);
    const copies = await writeAnnotatedCopies(check, found.files, to, 'vi');
    return copies.flatMap(({ written }) => (written === null ? [] : [path.basename(written)]));
  };
  expect(await copied(path.join(folder, 'DM.xlsx'), first!)).toEqual(['DM (đã đánh dấu).xlsx']);
  expect(await copied(first!, second!)).toEqual(['DM (đã đánh dấu).xlsx']);
  expect(await copied(second!, third!, [])).toEqual(['DM (đã bỏ dấu).xlsx']);
  expect(await copied(third!, fourth!, [])).toEqual([]);
  expect(await copied(third!, fourth!)).toEqual(['DM (đã đánh dấu).xlsx']);
});
