import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NATIONAL_RULE_SET } from '../../../shared/ruleset/quoc-gia.ts';
import { SAMPLE_DAY, writeSample } from '../../../electron/node/sample/writeSample.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-goi-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const entry = path.resolve(import.meta.dirname, '../../../electron/cli/main.ts');

function rasoat(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], { encoding: 'utf8', cwd: folder });
  return { code: status, out: stdout, err: stderr };
}

const RULE_SET = `id: tinh-mau
version: 1.0.0
title: Bộ quy tắc mẫu
extends: [co-so@1.0.0]
rules:
  TXT-01: error
`;
const BASE = `id: co-so
version: 1.0.0
title: Cơ sở
extends: [quoc-gia@${/^version: *"?([\w.]+)/m.exec(NATIONAL_RULE_SET)![1]}]
rules:
  TXT-02: off
`;

beforeAll(async () => {
  const sample = await writeSample(path.join(folder, 'mau'));
  mkdirSync(path.join(folder, 'quy-tac'));
  writeFileSync(path.join(folder, 'quy-tac', 'tinh.yaml'), RULE_SET);
  writeFileSync(path.join(folder, 'quy-tac', 'co-so.yaml'), BASE);
  const made = rasoat(
    'bundle',
    sample.agencies,
    '--reference',
    sample.catalogue,
    '--ruleset',
    'quy-tac/tinh.yaml',
    '--previous',
    sample.agencies,
    '--out',
    'goi',
    '--today',
    SAMPLE_DAY,
  );
  expect([made.code, made.err]).toEqual([1, '']);
  expect(made.out).toMatch(/^Đã lập gói kiểm chứng trong thư mục goi \(\d+ tệp, [\d.]+ phát hiện\)/);
});

test('a bundle of files, catalogue, rule set with its base, and earlier round verifies in another place', () => {
  expect(readdirSync(path.join(folder, 'goi')).sort()).toEqual([
    'bundle.json',
    'inputs',
    'previous',
    'reference.json.gz',
    'rule-set',
  ]);
  rmSync(path.join(folder, 'quy-tac'), { recursive: true });
  rmSync(path.join(folder, 'mau'), { recursive: true });
  const verified = rasoat('verify', 'goi');
  expect([verified.code, verified.err]).toEqual([0, '']);
  expect(verified.out).toMatch(/giống từng byte/);
});

test('the input that was changed since is named', () => {
  const rules = path.join(folder, 'goi', 'rule-set', 'co-so.yaml');
  const before = readFileSync(rules);
  appendFileSync(rules, '# khác\n');
  const verified = rasoat('verify', 'goi');
  writeFileSync(rules, before);
  expect(verified.code).toBe(1);
  expect(verified.out).toContain('Bộ quy tắc đã bị thay đổi: co-so.yaml');
});

test('a folder that is no bundle is refused by name', () => {
  const refused = rasoat('verify', 'khong-co', '--lang', 'en');
  expect([refused.code, refused.out]).toEqual([3, '']);
  expect(refused.err).toContain('bundle.json is missing');
});
