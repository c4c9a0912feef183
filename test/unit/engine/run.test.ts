import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Findings } from '../../../shared/engine/findings.ts';
import { defineRule, type Rule } from '../../../shared/engine/rule.ts';
import { runRules, type RunInput } from '../../../shared/engine/run.ts';
import type { Table } from '../../../shared/table/table.ts';
import { tableFrom, type RowLiteral } from '../../tables.ts';

const texts = { why: '', howToFix: '', legal: [], asks: [] } as const;

/** A rule that dislikes every text longer than a limit. */
const longNames = defineRule({
  ...texts,
  id: 'T-01',
  title: 'Tên ngắn',
  severity: 'warning',
  scope: 'row',
  datasets: ['procedures'],
  reads: ['ten_tthc'],
  params: z.object({ limit: z.number().default(5) }),
  messages: { long: 'Tên dài {length} ký tự' },
  en: { title: 'Short names', why: '', howToFix: '', messages: { long: 'Name has {length} characters' } },
  check(view, { params }) {
    view.perValue('ten_tthc', (_, text) =>
      text.length > params.limit ? { message: 'long', args: { length: text.length } } : null,
    );
  },
});

const throwing = defineRule({
  ...texts,
  id: 'T-02',
  title: 'Hỏng',
  severity: 'error',
  scope: 'row',
  datasets: ['procedures'],
  reads: ['ma_tthc'],
  messages: { any: 'x' },
  en: { title: 'Broken', why: '', howToFix: '', messages: { any: 'x' } },
  check(view) {
    view.report(0, 'ma_tthc', { message: 'any' });
    throw new Error('hỏng giữa chừng');
  },
});

const needsReference = defineRule({
  ...texts,
  id: 'T-03',
  title: 'Cần danh mục',
  severity: 'error',
  scope: 'row',
  datasets: ['procedures'],
  reads: ['ma_tthc'],
  refs: ['procedures'],
  messages: { any: 'x' },
  en: { title: 'Needs a catalogue', why: '', howToFix: '', messages: { any: 'x' } },
  check: () => {},
});

const run = (tables: readonly Table[], rules: readonly Rule[], more: Partial<RunInput> = {}) =>
  runRules({ tables, rules, references: {}, today: '2026-09-01', ...more });

const identities = (tables: readonly Table[]): readonly string[] =>
  [...new Findings(run(tables, [longNames]).log, 'vi')].map(({ identity }) => identity);

const ROWS: readonly RowLiteral[] = [
  { ma_tthc: '1.000001', ten_tthc: 'Đăng ký khai sinh' },
  { ma_tthc: '1.000002', ten_tthc: 'Ngắn' },
  { ma_tthc: '1.000003', ten_tthc: 'Đăng ký kết hôn' },
];

describe('a run', () => {
  test('says of every rule whether it found something, ran clean, did not apply, or failed, and why', () => {
    const status = (rule: Rule, rows = ROWS) => {
      const { rules } = run([tableFrom('procedures', rows)], [rule]);
      return [rules[0]!.status, rules[0]!.reason?.code];
    };
    expect(status(longNames)).toEqual(['findings', undefined]);
    expect(status(longNames, [{ ma_tthc: '1.000002', ten_tthc: 'Ngắn' }])).toEqual(['clean', undefined]);
    expect(status(longNames, [{ ma_tthc: '1.000002' }])).toEqual(['notApplicable', 'rule.noColumn']);
    expect(status(needsReference)).toEqual(['notApplicable', 'rule.missingReference.procedures']);
    expect(status(throwing)).toEqual(['failed', undefined]);
    expect(run([tableFrom('links', [{ ten_tthc: 'a' }])], [longNames]).rules[0]!.reason?.code).toBe('rule.noSheet');
  });

  test('a rule that throws becomes one system finding, and the others go on', () => {
    const { log } = run([tableFrom('procedures', ROWS)], [longNames, throwing]);
    const findings = [...new Findings(log, 'vi')];
    expect(findings.map(({ ruleId, cell }) => [ruleId, cell])).toEqual([
      ['SYS-01', ''],
      ['T-01', 'B2'],
      ['T-01', 'B4'],
    ]);
    expect(findings[0]!.message).toContain('hỏng giữa chừng');
  });

  test('a setting changes severity and parameters, or switches a rule off; the rule-set hash follows', () => {
    const tables = [tableFrom('procedures', ROWS)];
    const plain = run(tables, [longNames]);
    const tuned = run(tables, [longNames], {
      settings: new Map([['T-01', { severity: 'info' as const, params: { limit: 16 } }]]),
    });
    const off = run(tables, [longNames], { settings: new Map([['T-01', { severity: 'off' as const }]]) });
    expect([...new Findings(tuned.log, 'vi')].map(({ severity, cell }) => [severity, cell])).toEqual([['info', 'B2']]);
    expect(off.log.size).toBe(0);
    expect(new Set([plain.ruleSetHash, tuned.ruleSetHash, off.ruleSetHash]).size).toBe(3);
  });

  test('findings are rendered in the language asked for, with place, key and arguments', () => {
    const { log } = run([tableFrom('procedures', ROWS)], [longNames]);
    expect(new Findings(log, 'vi').at(0)).toMatchObject({
      ruleId: 'T-01',
      severity: 'warning',
      agency: 'Đơn vị mẫu',
      dataset: 'procedures',
      key: '1.000001',
      field: 'ten_tthc',
      file: 'mau.xlsx',
      sheet: 'Sheet1',
      cell: 'B2',
      row: 2,
      column: 'B',
      value: 'Đăng ký khai sinh',
      message: 'Tên dài 17 ký tự',
      args: { length: 17 },
    });
    expect(new Findings(log, 'en').at(0).message).toBe('Name has 17 characters');
  });
});

describe('a finding keeps its identity', () => {
  const before = identities([tableFrom('procedures', ROWS)]);

  test('when rows are sorted, rows are inserted, the sheet is renamed or the file comes under another name', () => {
    const moved = tableFrom('procedures', [{ ma_tthc: '1.000009', ten_tthc: 'Mới' }, ...ROWS.toReversed()], {
      sheet: 'Tên khác',
      file: 'lần 2.xlsx',
    });
    expect(identities([moved]).toSorted()).toEqual([...before].toSorted());
  });

  test('when its value changes but stays wrong', () => {
    const edited = ROWS.map((row) => ({
      ...row,
      ten_tthc: row.ten_tthc === 'Ngắn' ? 'Ngắn' : `${row.ten_tthc} (sửa)`,
    }));
    expect(identities([tableFrom('procedures', edited)])).toEqual(before);
  });

  test('and differs between agencies, and between rows that share a key', () => {
    const other = tableFrom('procedures', ROWS, { agency: { id: 'khac', name: 'Khác' } });
    expect(identities([other]).filter((identity) => before.includes(identity))).toEqual([]);
    const twice = tableFrom('procedures', [ROWS[0]!, { ...ROWS[0]!, ten_tthc: 'Đăng ký khác' }]);
    expect(new Set(identities([twice])).size).toBe(2);
    const swapped = tableFrom('procedures', [{ ...ROWS[0]!, ten_tthc: 'Đăng ký khác' }, ROWS[0]!]);
    expect(identities([swapped]).toSorted()).toEqual(identities([twice]).toSorted());
  });
});

test('findings are never capped: a hundred thousand rows give a hundred thousand findings, in order', () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => ({
    ma_tthc: `1.${index}`,
    ten_tthc: `Tên dài số ${index}`,
  }));
  const findings = new Findings(run([tableFrom('procedures', rows)], [longNames]).log, 'vi');
  expect(findings.size).toBe(100_000);
  expect(findings.counts()).toEqual({ error: 0, warning: 100_000, info: 0 });
  expect(findings.logged(99_999).row).toBe(99_999);
});
