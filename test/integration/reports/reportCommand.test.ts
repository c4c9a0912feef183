import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, test } from 'vitest';
import { buildXlsx } from '../../workbooks.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-report-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line without a browser: what it prints is tested elsewhere. */
function rasoat(...args: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '', CHROMIUM: path.join(folder, 'nowhere') },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function put(name: string, content: string | Uint8Array): string {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
  return name;
}

/** The report's page without its style, in which the font is. */
const pageOf = (out: string): string =>
  readFileSync(path.join(folder, out, 'Báo cáo kết quả rà soát.html'), 'utf8').replace(/<style>[\s\S]*?<\/style>/, '');

const catalogue = (names: readonly string[]): Uint8Array =>
  buildXlsx({
    sheets: [
      {
        name: 'DM',
        rows: [
          ['Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Cơ quan thực hiện'],
          ...names.map((name, at) => [`1.00000${at}`, name, 'Hộ tịch', 'UBND xã Phù Mỹ']),
        ],
      },
    ],
  });

describe('rasoat report', () => {
  test('writes the reports with the office’s data and says that PDFs need a browser', () => {
    const file = put('UBND xã Phù Mỹ.xlsx', catalogue(['Đăng ký khai sinh', '']));
    const office = put('co-quan.json', JSON.stringify({ agency: 'Văn phòng', place: 'Gia Lai', symbol: 'VP' }));
    const { code, out, err } = rasoat('report', file, '--office', office, '--out', 'bc', '--today', '2026-09-01');
    expect([code, err.includes('Microsoft Edge')]).toEqual([1, true]);
    expect(out).toContain('Đã ghi bc/Báo cáo kết quả rà soát.docx');
    expect(readdirSync(path.join(folder, 'bc')).sort()).toEqual([
      'Báo cáo kết quả rà soát.docx',
      'Báo cáo kết quả rà soát.html',
      'Mức độ sẵn sàng.html',
      'Mức độ sẵn sàng.xlsx',
    ]);
    expect(pageOf('bc')).toContain('VĂN PHÒNG');
    expect(pageOf('bc')).toContain('Gia Lai, ngày 01 tháng 9 năm 2026');
  });

  test('tells what was mended since the files of an earlier round', () => {
    put('dot-1/UBND xã Phù Mỹ.xlsx', catalogue(['', '']));
    put('dot-2/UBND xã Phù Mỹ.xlsx', catalogue(['Đăng ký khai sinh', '']));
    rasoat('report', 'dot-2', '--previous', 'dot-1', '--out', 'bc2', '--today', '2026-09-01', '--quiet');
    expect(/So với đợt trước [^.]*/.exec(pageOf('bc2'))?.[0]).toMatch(
      /^So với đợt trước \(&quot;dot-1&quot;\): đã khắc phục [1-9]/,
    );
    expect(pageOf('bc2')).toContain('đợt trước 0%, đợt này 50%');
  });

  test('tells no progress since a round of which nothing can be read, but says so', () => {
    put('dot-2/UBND xã Phù Mỹ.xlsx', catalogue(['Đăng ký khai sinh', '']));
    const { code, err } = rasoat('report', 'dot-2', '--previous', 'khong-co', '--out', 'bc3', '--today', '2026-09-01');
    expect([code, err.includes('khong-co')]).toEqual([3, true]);
    expect(pageOf('bc3')).not.toContain('So với đợt trước');
  });

  test.each([
    [['report', 'UBND xã Phù Mỹ.xlsx'], 2, '--out'],
    [['report', 'UBND xã Phù Mỹ.xlsx', '--out', 'x', '--office', 'khong-co.json'], 2, 'khong-co.json'],
    [['report', 'UBND xã Phù Mỹ.xlsx', '--out', 'x', '--office', 'sai.json'], 2, 'agencyy'],
    [['report', '--out', 'x'], 2, 'Chưa nêu tệp'],
  ])('%j ends with %i and names "%s"', (args, expected, named) => {
    put('sai.json', '{"agencyy": "x"}');
    const { code, err } = rasoat(...args);
    expect([code, err.includes(named)]).toEqual([expected, true]);
  });
});
