import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeProvincialRound, type ProvincialRound } from './provincialRound.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-compare-'));
let round: ProvincialRound;

beforeAll(async () => {
  round = await writeProvincialRound(folder, (lists) => {
    lists.provinceLine('1.900120', 'Trực tuyến')['phi_le_phi'] = '120.000đ';
    lists.removeFromProvince('1.900131');
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compare(...args: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), 'compare', ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('rasoat compare', () => {
  test('says in words how many differ, who from whom, and where, and writes what was asked for', () => {
    const output = path.join(folder, 'doi-chieu.json');
    const lists = ['--reference', round.catalogue, '--provincial', round.province];
    const { code, out } = compare(round.agencies, ...lists, '--today', '2026-09-01', '--output', output);
    expect(code).toBe(1);
    expect(out).toContain('KHÁC BIỆT VỀ DANH MỤC: 1 thủ tục\n  1  Đơn vị kê nhưng hệ thống của tỉnh không có');
    expect(out).toContain('KHÁC BIỆT VỀ NỘI DUNG: 1 chỗ\n  Ai khác ai:\n  1  Tỉnh khác cả quốc gia và đơn vị');
    expect(out).toContain('đơn vị "100.000 đồng"; quốc gia "100.000 đồng"; tỉnh "120.000đ"');
    expect(out).toContain(`Đã ghi ${output}`);
    expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({
      run: { hasNational: true, hasProvince: true, complete: false, national: { date: '2026-08-01', records: 39 } },
      counts: { different: 1 },
    });
  });

  test('without an export of the province compares two lists; nothing different is exit 0', () => {
    const { code, out } = compare(round.agencies, '--reference', round.catalogue, '--lang', 'en');
    expect(out).toContain('a comparison of two lists');
    expect(out).toContain('Nothing differs.');
    expect(code).toBe(0);
  });

  test('without any list to compare with says what is needed', () => {
    const { code, err } = compare(round.agencies);
    expect([code, err]).toEqual([2, expect.stringContaining('--provincial')]);
  });

  test('a provincial file that is no list stops the comparison instead of making everything look missing', () => {
    const wrong = path.join(folder, 'sai.csv');
    writeFileSync(wrong, 'Họ và tên;Điện thoại\nNguyễn Văn A;0912345678\n');
    const { code, out, err } = compare(round.agencies, '--reference', round.catalogue, '--provincial', wrong);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('sai.csv không có bảng thủ tục nào');
  });
});
