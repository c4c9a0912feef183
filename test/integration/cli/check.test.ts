import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSample, type WrittenSample } from '../../../electron/node/sample/writeSample.ts';
import { buildXlsx } from '../../workbooks.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-cli-'));
let sample: WrittenSample;

beforeAll(async () => {
  sample = await writeSample(path.join(folder, 'mau'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rasoat(...args: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function put(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, ...name.split('/'));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const catalogue = (rows: readonly (readonly (string | number)[])[]): Uint8Array =>
  buildXlsx({ sheets: [{ name: 'DM', rows: [['Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Cơ quan thực hiện'], ...rows] }] });

interface Report {
  readonly run: { readonly timings: unknown };
  readonly files: {
    readonly file: string;
    readonly status: string;
    readonly message?: string;
    readonly code?: string;
  }[];
  readonly findings: { readonly identity: string; readonly cell: string }[];
}
const read = (file: string): Report => JSON.parse(readFileSync(file, 'utf8'));

describe('rasoat check', () => {
  test('writes the same report twice, but for timings, and a shuffled file keeps every identity', () => {
    const rows = Array.from({ length: 60 }, (_, index) => [
      `1.${String(100_000 + index)}`,
      index % 4 === 0 ? `Thủ tục  số ${index} ` : `Thủ tục số ${index}`,
      'Hộ tịch',
      index % 5 === 0 ? '' : 'Sở Tư pháp',
    ]);
    put('lan-1/so-tu-phap/a.xlsx', catalogue(rows));
    put('lan-2/so-tu-phap/a.xlsx', catalogue([...rows.slice(31), ...rows.slice(0, 31).toReversed()]));
    const reports = ['lan-1', 'lan-1', 'lan-2'].map((place, index) => {
      const target = path.join(folder, `r${index}.json`);
      const { code } = rasoat(
        'check',
        place,
        '--format',
        'json',
        '--output',
        target,
        '--today',
        '2026-09-01',
        '--quiet',
      );
      expect(code).toBe(1);
      return read(target);
    });
    const withoutTimings = ({ run, ...rest }: Report): string =>
      JSON.stringify({ ...rest, run: { ...run, timings: 0 } });
    const identities = ({ findings }: Report): readonly string[] => findings.map(({ identity }) => identity).sort();
    expect(withoutTimings(reports[1]!)).toBe(withoutTimings({ ...reports[0]! }));
    expect(reports[0]!.findings.length).toBeGreaterThan(20);
    expect(identities(reports[2]!)).toEqual(identities(reports[0]!));
    expect(new Set(identities(reports[0]!)).size).toBe(reports[0]!.findings.length);
  });

  test('bad input costs one clear Vietnamese line each; the other files go on; the exit code is 3', () => {
    const good = catalogue([['1.000001', 'Đăng ký khai sinh', 'Hộ tịch', 'UBND cấp xã']]);
    put('xau/tot.xlsx', good);
    put('xau/rong.xlsx', '');
    put('xau/ghi-chu.txt', 'Kính gửi các đơn vị, đề nghị rà soát.\nTrân trọng.\n');
    put('xau/cut.xlsx', good.slice(0, Math.floor(good.length / 2)));
    put('xau/mat-khau.xlsx', encryptedPackage());
    put(
      'xau/khong-tieu-de.xlsx',
      buildXlsx({
        sheets: [
          {
            name: 'S',
            rows: [
              ['Alpha', 'Beta'],
              ['x', 'y'],
            ],
          },
        ],
      }),
    );
    put('xau/khong-phai-danh-muc.csv', 'Tên;Tuổi\nAn;5\nBình;6\n');
    const target = path.join(folder, 'xau.json');
    const { code, out, err } = rasoat(
      'check',
      'xau',
      path.join('xau', 'ghi-chu.txt'),
      'khong-co.xlsx',
      '--reference',
      path.join('xau', 'khong-phai-danh-muc.csv'),
      '--format',
      'json',
      '--output',
      target,
    );
    expect(code).toBe(3);
    const { files } = read(target);
    expect(Object.fromEntries(files.map(({ file, status, code: fault }) => [file, fault ?? status]))).toEqual({
      'khong-co.xlsx': 'file.missing',
      'cut.xlsx': 'file.damaged.cutShort',
      'ghi-chu.txt': 'file.notATable',
      'khong-phai-danh-muc.csv': 'read',
      'khong-tieu-de.xlsx': 'read',
      'mat-khau.xlsx': 'file.encrypted',
      'rong.xlsx': 'file.empty',
      'tot.xlsx': 'read',
    });
    for (const { file, message } of files.filter(({ status }) => status === 'unreadable')) {
      expect(message, file).toContain(file);
      expect(out.split('\n').filter((line) => line.includes(message!))).toHaveLength(1);
    }
    expect(err).toContain('không phải danh mục thủ tục hành chính quốc gia');
    expect(out).toContain('khong-tieu-de.xlsx · S');
    expect(`${out}${err}`).not.toMatch(/\bat .*\.ts|Error:/);
  });

  test('wrong usage is exit code 2, with what to type', () => {
    expect(rasoat('kiemtra')).toMatchObject({ code: 2 });
    expect(rasoat('check').err).toContain('Chưa nêu tệp');
    expect(rasoat('rules', 'explain', 'XYZ-99')).toMatchObject({ code: 2 });
  });

  test('help, rule list and rule explanation speak Vietnamese by default and English on request', () => {
    expect(rasoat('--help').out).toContain('Cách dùng');
    expect(rasoat('--help', '--lang', 'en').out).toContain('Usage');
    expect(rasoat('rules', 'list').out).toContain('FEE-05');
    expect(rasoat('rules', 'explain', 'fee-05').out).toContain('Căn cứ pháp lý');
  });
});

describe('correction lists', () => {
  let lists: string;

  beforeAll(() => {
    lists = path.join(folder, 'danh-sach');
    rasoat(
      'check',
      sample.agencies,
      '--reference',
      sample.catalogue,
      '--out',
      lists,
      '--today',
      '2026-09-01',
      '--quiet',
    );
  });

  test('stand in one folder per agency, beside untouched copies of its files', () => {
    expect(readdirSync(lists)).toHaveLength(8);
    expect(readdirSync(path.join(lists, 'Sở Tư pháp')).sort()).toEqual([
      'Danh mục TTHC Sở Tư pháp.xlsx',
      'Danh mục đơn vị.xlsx',
      'Danh sách cần sửa - Sở Tư pháp.xlsx',
    ]);
    const copy = path.join(lists, 'Sở Tư pháp', 'Danh mục TTHC Sở Tư pháp.xlsx');
    const original = path.join(sample.agencies, 'so-tu-phap', 'Danh mục TTHC Sở Tư pháp.xlsx');
    expect(readFileSync(copy).equals(readFileSync(original))).toBe(true);
  });

  test('have a cover and a printable list whose links jump to the cells', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path.join(lists, 'Sở Tư pháp', 'Danh sách cần sửa - Sở Tư pháp.xlsx'));
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Tổng hợp',
      'Danh sách cần sửa',
      'Đối chiếu danh mục quốc gia',
      'Quy tắc áp dụng',
      'Quy tắc không chạy',
      'Gợi ý',
    ]);
    const list = book.getWorksheet('Danh sách cần sửa')!;
    expect(list.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(list.autoFilter).toBeTruthy();
    expect(list.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '1:1' });
    expect((list.getRow(1).values as string[]).slice(1)).toEqual([
      'STT',
      'Mức độ',
      'Sheet',
      'Ô',
      'Mã, tên đối tượng',
      'Trường thông tin',
      'Giá trị hiện tại',
      'Giá trị đúng',
      'Chênh lệch',
      'Nội dung cần sửa',
      'Cách sửa',
      'Căn cứ pháp lý',
      'Giá trị sửa',
      'Giữ nguyên vì…',
      'Cột riêng của đơn vị',
      'Tệp',
      'Quy tắc',
      'Mã nhận diện',
    ]);
    const links = list.getColumn(4).values.slice(2) as { text: string; hyperlink: string }[];
    for (const { text, hyperlink } of links) {
      const [file, place] = decodeURI(hyperlink).split('#');
      expect(readdirSync(path.join(lists, 'Sở Tư pháp'))).toContain(file);
      expect(place).toMatch(/^'.+'![A-Z]+\d+$/);
      if (/^[A-Z]+\d+$/.test(text)) expect(place!.endsWith(`!${text}`)).toBe(true);
    }
    const lostZero = (list.getSheetValues() as unknown[][]).find((row) => row?.[17] === 'FMT-03')!;
    expect([lostZero[7], lostZero[8]]).toEqual(['1.90012', '1.900120']);
  });

  test('hold text only: no value of an agency becomes a formula', async () => {
    const hostile = ['=1+2', '+84', '-1', '@SUM(A1)', "=cmd|' /C calc'!A0", '\t=1'];
    put(
      'doc-hai/so-a/ds.xlsx',
      catalogue(hostile.map((text, index) => [`1.00000${index}`, `${text}  ${text}`, 'Hộ tịch', ''])),
    );
    const out = path.join(folder, 'ra');
    rasoat('check', 'doc-hai', '--out', out, '--quiet');
    const [agency] = readdirSync(out);
    const file = readdirSync(path.join(out, agency!)).find((name) => name.startsWith('Danh sách'))!;
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path.join(out, agency!, file));
    let texts = 0;
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
          if (typeof cell.value === 'string' && /^[=+\-@\t]/.test(cell.value)) texts += 1;
        }),
      ),
    );
    expect(texts).toBeGreaterThan(0);
  });
});

/** An OLE2 file with the stream name that Excel gives an encrypted workbook. */
function encryptedPackage(): Uint8Array {
  const file = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  Buffer.from('EncryptedPackage\0', 'utf16le').copy(file, 1024);
  return file;
}

test('lists and annotated copies that come back with the files are known as ours and left alone', async () => {
  const back = path.join(folder, 'gui-lai');
  rasoat('check', sample.agencies, '--reference', sample.catalogue, '--out', back, '--today', '2026-09-01', '--quiet');
  rasoat('annotate', sample.agencies, '--out', path.join(back, 'danh-dau'), '--today', '2026-09-01', '--quiet');
  const target = path.join(folder, 'gui-lai.json');
  rasoat('check', back, '--format', 'json', '--output', target, '--quiet');
  const { files } = JSON.parse(readFileSync(target, 'utf8')) as {
    files: { file: string; sheets: { sheet: string; verdict: string }[] }[];
  };
  const sheets = files.flatMap(({ sheets }) => sheets);
  expect(sheets.filter(({ verdict }) => verdict === 'unsure')).toEqual([]);
  const ours = sheets.filter(({ sheet }) => sheet === 'Danh sách cần sửa' || sheet === 'Tổng hợp');
  expect(ours.length).toBeGreaterThan(20);
  expect(new Set(ours.map(({ verdict }) => verdict))).toEqual(new Set(['notACatalogue']));
});
