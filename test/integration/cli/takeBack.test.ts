import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSample, type WrittenSample } from '../../../electron/node/sample/writeSample.ts';
import { readZipArchive } from '../../../electron/node/spreadsheet/zipArchive.ts';
import { DEFAULT_LIMITS } from '../../../electron/node/spreadsheet/readLimits.ts';
import { correctable, LIST } from '../returned/answeredLists.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-take-back-'));
const TODAY = ['--today', '2026-09-01'];
let sample: WrittenSample;
let lists: string;

function rasoat(...args: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

beforeAll(async () => {
  sample = await writeSample(path.join(folder, 'mau'));
  lists = path.join(folder, 'danh-sach');
  rasoat('check', sample.agencies, ...TODAY, '--round', 'Đợt thử', '--out', lists, '--quiet');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The list of an agency after work in it, under a name of its own. */
async function answered(
  name: string,
  work: (sheet: ExcelJS.Worksheet, rows: readonly number[]) => void,
  from = lists,
): Promise<string> {
  const own = readdirSync(from, { recursive: true, encoding: 'utf8' }).find((file) =>
    /Danh sách cần sửa[^/]*Bồng Sơn.*\.xlsx$/.test(file.normalize('NFC')),
  )!;
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path.join(from, own));
  const sheet = book.getWorksheet('Danh sách cần sửa')!;
  work(sheet, correctable(sheet));
  const file = path.join(folder, name);
  await book.xlsx.writeFile(file);
  return file;
}

const textsOf = async (file: string, addresses: readonly string[]): Promise<readonly string[]> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  return addresses.map((address) => book.worksheets[0]!.getCell(address).text);
};
const partsOf = (file: string) => readZipArchive(readFileSync(file), DEFAULT_LIMITS);

test('answers that apply go into a copy of the agency’s file, in which nothing else changes', async () => {
  const list = await answered('tra-loi.xlsx', (sheet, [first, second, third, fourth, fifth]) => {
    for (const row of [first!, second!]) {
      sheet.getCell(row, LIST.correction).value = sheet.getCell(row, LIST.expected).text;
    }
    sheet.getCell(third!, LIST.keep).value = 'Theo nghị quyết của tỉnh';
    sheet.getCell(fourth!, LIST.correction).value = '=1+1';
    sheet.getCell(fourth!, LIST.mark).value = `${sheet.getCell(fourth!, LIST.mark).text}0`;
    sheet.getCell(fifth!, LIST.correction).value = 'Chøng thùc';
  });
  const out = path.join(folder, 'da-sua');
  const run = rasoat('take-back', list, '--files', sample.agencies, '--out', out, ...TODAY);
  expect(run.err).toBe('');
  expect(run.out).toContain('Áp dụng: 2 ô sửa, 1 nội dung giữ nguyên có lý do.');
  expect(run.out).toContain('Theo nghị quyết của tỉnh');
  expect(run.out).toContain('Mã nhận diện không khớp');
  expect(run.out).toContain('Sửa xong vẫn còn lỗi');
  // Something waits for a person.
  expect(run.code).toBe(1);

  const copies = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.xlsx'));
  expect(copies.map((file) => path.basename(file).normalize('NFC'))).toEqual(['Danh mục TTHC - đã sửa.xlsx']);
  const copy = path.join(out, copies[0]!);
  expect(await textsOf(copy, ['E3', 'E4', 'E5'])).toEqual(['Hộ tịch', 'Hộ tịch', 'Hé tÞch']);
  const original = path.join(
    sample.agencies,
    path.dirname(copies[0]!),
    path.basename(copies[0]!).replace(' - đã sửa', ''),
  );
  const [before, after] = [partsOf(original), partsOf(copy)];
  const changed = [...before].filter(([key, { crc }]) => after.get(key)?.crc !== crc).map(([key]) => key);
  expect(changed).toEqual(['xl/worksheets/sheet1.xml']);
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());

  const table = readFileSync(path.join(out, 'Nội dung đơn vị trả lời.csv'), 'utf8');
  expect(table.split('\r\n').filter((line) => line.endsWith(',có'))).toHaveLength(3);
  // What Excel could take for a formula is told as a text.
  expect(table).toContain(",'=1+1,");
});

test('an answer to a cell that can’t be written counts nowhere as applied, and waits', async () => {
  const agencies = path.join(folder, 'co-cong-thuc');
  cpSync(sample.agencies, agencies, { recursive: true });
  const file = readdirSync(agencies, { recursive: true, encoding: 'utf8' }).find((name) =>
    /bong-son.Danh mục TTHC\.xlsx$/i.test(name.normalize('NFC')),
  )!;
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path.join(agencies, file));
  const cell = book.worksheets[0]!.getCell('E3');
  cell.value = { formula: '"Hé t"&"Þch"', result: cell.text };
  await book.xlsx.writeFile(path.join(agencies, file));
  const own = path.join(folder, 'danh-sach-cong-thuc');
  rasoat('check', agencies, ...TODAY, '--round', 'Đợt thử', '--out', own, '--quiet');
  const list = await answered(
    'tra-loi-cong-thuc.xlsx',
    (sheet, rows) => {
      for (const row of rows.filter((one) => ['E3', 'E4'].includes(sheet.getCell(one, LIST.cell).text))) {
        sheet.getCell(row, LIST.correction).value = 'Hộ tịch';
      }
    },
    own,
  );
  const out = path.join(folder, 'da-sua-cong-thuc');
  const run = rasoat('take-back', list, '--files', agencies, '--out', out, ...TODAY);
  expect(run.out).toContain('Áp dụng: 1 ô sửa, 0 nội dung giữ nguyên có lý do.');
  expect(run.out).toContain('không ghi được ô E3');
  const lines = readFileSync(path.join(out, 'Nội dung đơn vị trả lời.csv'), 'utf8').split('\r\n');
  expect(
    lines.filter((line) => /,E[34],/.test(line)).map((line) => [/,(E\d),/.exec(line)![1], /[^,]*$/.exec(line)![0]]),
  ).toEqual([
    ['E3', 'không'],
    ['E4', 'có'],
  ]);
  const written = /còn ([\d.]+) phát hiện \(bớt (\d+), thêm 0\)/.exec(run.out)!;
  expect(written[2]).toBe('1');
  expect(run.code).toBe(1);
});

test('the corrected copy is clean where the answers were right', async () => {
  const list = await answered('tra-loi-2.xlsx', (sheet, rows) => {
    for (const row of rows.filter((one) => sheet.getCell(one, LIST.rule).text === 'TXT-02')) {
      sheet.getCell(row, LIST.correction).value = sheet.getCell(row, LIST.expected).text;
    }
  });
  const out = path.join(folder, 'da-sua-2');
  const run = rasoat('take-back', list, '--files', sample.agencies, '--out', out, ...TODAY);
  expect(run.code).toBe(0);
  // The next round: the copies in the place of the files.
  const next = path.join(folder, 'dot-2');
  cpSync(sample.agencies, next, { recursive: true });
  for (const copy of readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.xlsx'))) {
    cpSync(path.join(out, copy), path.join(next, copy.replace(' - đã sửa', '')));
  }
  const report = path.join(folder, 'dot-2.json');
  rasoat('check', next, ...TODAY, '--format', 'json', '--output', report, '--quiet');
  const { findings } = JSON.parse(readFileSync(report, 'utf8')) as {
    findings: { ruleId: string; agency: string }[];
  };
  expect(findings.filter(({ ruleId, agency }) => ruleId === 'TXT-02' && /Bồng Sơn/.test(agency))).toEqual([]);
});

test('a file that is no list, and no list at all, are told by name', () => {
  const other = path.join(folder, 'khac.csv');
  writeFileSync(other, 'a,b\n1,2\n');
  const out = path.join(folder, 'khong');
  const run = rasoat('take-back', other, '--files', sample.agencies, '--out', out, ...TODAY);
  expect([run.code, existsSync(path.join(out, 'Nội dung đơn vị trả lời.csv'))]).toEqual([3, true]);
  expect(run.out).toContain('khac.csv: Tệp không có sheet "Danh sách cần sửa"');
  expect(rasoat('take-back', '--files', sample.agencies, '--out', out)).toMatchObject({ code: 2 });
  expect(rasoat('take-back', other, '--out', out)).toMatchObject({ code: 2 });
});
