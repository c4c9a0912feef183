import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadRuleSet, type LoadedRuleSet } from '../../../electron/node/ruleSetFiles.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { editorSchema } from '../../../shared/ruleset/editorSchema.ts';
import { problemLines } from '../../../shared/ruleset/problem.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const TODAY = '2026-08-01';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rule-set-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const load = (file: string, today = TODAY) => loadRuleSet(file, { rules: RULES, today });
const lines = (loaded: LoadedRuleSet) => problemLines('vi', loaded.ok ? loaded.warnings : loaded.problems);

const head = (id: string, more = ''): string => `id: ${id}\nversion: 1.0\ntitle: ${id}\n${more}`;

describe('a rule set on disk', () => {
  test('the example of the guide loads without a word', async () => {
    const guide = readFileSync(path.join(ROOT, 'docs/rule-sets.md'), 'utf8');
    const [, example] = /```yaml\n(id: tinh-an-giang[\s\S]*?)```/.exec(guide)!;
    const [, table] = /```csv\n([\s\S]*?)```/.exec(guide)!;
    write('thoi-han.csv', table!);
    const loaded = await load(write('tinh-an-giang.yaml', example!));
    expect(lines(loaded)).toEqual([]);
    expect(loaded.ok && loaded.value.chain).toEqual(['quoc-gia@2026.3', 'tinh-an-giang@1.2.0']);
    expect(loaded.ok && loaded.value.ownRules.map(({ id }) => id)).toEqual(['AG-010', 'AG-011', 'AG-020']);
    expect(loaded.ok && loaded.value.waivers).toHaveLength(1);
  });

  test('finds what it builds on in its folder, several versions side by side', async () => {
    write('bo-y-te@1.0.yaml', head('bo-y-te', 'rules: { FEE-05: info }'));
    write('bo-y-te.yaml', head('bo-y-te').replace('1.0', '2.0'));
    const loaded = await load(write('so.yaml', head('so', 'extends: [quoc-gia@2026.3, bo-y-te@1.0]')));
    expect(loaded.ok && loaded.value.chain).toEqual(['quoc-gia@2026.3', 'bo-y-te@1.0', 'so@1.0']);
  });

  test('a national rule set beside it takes the place of the built-in one', async () => {
    write('quoc-gia.yaml', head('quoc-gia').replace('1.0', '2027.1'));
    const loaded = await load(write('so.yaml', head('so', 'extends: [quoc-gia@2027.1]')));
    expect(loaded.ok && loaded.value.chain).toEqual(['quoc-gia@2027.1', 'so@1.0']);
  });

  test.each([
    ['a version that is not there', { 'a.yaml': head('a', 'extends: [quoc-gia@2025.1]') }, ['a.yaml:4:11']],
    ['a base that is not there', { 'a.yaml': head('a', 'extends: [b@1]') }, ['a.yaml:4:11']],
    [
      'a circle of files',
      { 'a.yaml': head('a', 'extends: [b@1.0]'), 'b.yaml': head('b', 'extends: [a@1.0]') },
      ['b.yaml:4:11'],
    ],
    [
      'a mistake in the base',
      { 'a.yaml': head('a', 'extends: [b@1.0]'), 'b.yaml': head('b', 'rules: { FEE-05: x }') },
      ['b.yaml:4:18'],
    ],
    ['a base with another id', { 'a.yaml': head('a', 'extends: [b@1.0]'), 'b.yaml': head('c') }, ['b.yaml:1:1']],
    [
      'a locked rule made laxer',
      { 'a.yaml': head('a', 'extends: [quoc-gia@2026.3]\nrules: { FMT-01: off }') },
      ['a.yaml:5:10'],
    ],
    [
      'a decision table outside the folder',
      { 'a.yaml': head('a', 'rules: { AG-01: { dataset: links, title: x, decisionTable: { file: ../b.csv } } }') },
      ['a.yaml:4:68'],
    ],
    [
      'a decision table that is not there',
      { 'a.yaml': head('a', 'rules: { AG-01: { dataset: links, title: x, decisionTable: { file: b.csv } } }') },
      ['a.yaml:4:68'],
    ],
    [
      'a mistake in a decision table',
      {
        'a.yaml': head('a', 'rules: { AG-01: { dataset: links, title: x, decisionTable: { file: b.csv } } }'),
        'b.csv': 'FIRST,ma_tthc,ket_luan\n1,"""1""",có lẽ\n',
      },
      ['b.csv:2:3'],
    ],
  ])('%s is told at its place', async (_, files: Record<string, string>, expected) => {
    for (const [name, text] of Object.entries(files)) write(name, text);
    const loaded = await load(path.join(folder, 'a.yaml'));
    expect(loaded.ok).toBe(false);
    expect(lines(loaded).map((line) => line.slice(0, line.indexOf(': ')))).toEqual(expected);
  });

  test('an expired waiver warns with its place, and the rule set still works', async () => {
    const text =
      'waivers:\n  - { rule: FEE-05, match: { ma_tthc: 1.001190 }, reason: r, by: b, decision: 1/QĐ, until: 2026-07-31 }\n';
    const loaded = await load(write('a.yaml', head('a', text)));
    expect(loaded.ok && loaded.value.waivers[0]!.match.get('ma_tthc')).toBe('1.001190');
    expect(lines(loaded)).toEqual([
      'a.yaml:5:5: Miễn trừ FEE-05 theo 1/QĐ đã hết hạn ngày 31/07/2026; gia hạn bằng quyết định mới hoặc xóa mục này.',
    ]);
  });

  test('a file that is not there is told by its name', async () => {
    const loaded = await load(path.join(folder, 'khong-co.yaml'));
    expect(lines(loaded)).toEqual(['khong-co.yaml:1:1: Không có tệp khong-co.yaml. Kiểm tra lại tên và thư mục.']);
  });
});

test('the JSON Schema in docs is that of the rules (scripts/write-rule-set-schema.ts writes it)', () => {
  const written: unknown = JSON.parse(readFileSync(path.join(ROOT, 'docs/schema/rule-set.schema.json'), 'utf8'));
  expect(written).toEqual(JSON.parse(JSON.stringify(editorSchema(RULES))));
});

test('every rule takes an empty set of parameters, so that a rule set may name only some', () => {
  expect(RULES.filter(({ params }) => params !== undefined && !params.safeParse({}).success)).toEqual([]);
});
