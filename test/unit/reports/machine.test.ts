import { describe, expect, test } from 'vitest';
import { runRules } from '../../../shared/engine/run.ts';
import { defineRule } from '../../../shared/engine/rule.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { csvCell, csvReport } from '../../../shared/reports/machine/csv.ts';
import { jsonLines, jsonReport } from '../../../shared/reports/machine/json.ts';
import { junitReport } from '../../../shared/reports/machine/junit.ts';
import { sarifReport } from '../../../shared/reports/machine/sarif.ts';
import { tableFrom } from '../../tables.ts';

const HOSTILE = ['=1+2', '+84 912', '-5', '@SUM(A1)', '\\t=1', "=cmd|' /C calc'!A0", '<b>"x" & y</b>', 'a,b;c'];

const everything = defineRule({
  id: 'T-01',
  title: 'Không nhận <gì>',
  severity: 'error',
  scope: 'row',
  why: 'vì "thế"',
  howToFix: 'Sửa & gửi lại',
  legal: [{ doc: '63/2010/NĐ-CP', article: 'Điều 8' }],
  asks: ['003 §1đ'],
  datasets: ['procedures'],
  reads: ['ten_tthc'],
  messages: { bad: 'Không nhận "{value}"' },
  en: { title: 'Takes nothing', why: '', howToFix: '', messages: { bad: 'Refused "{value}"' } },
  check(view) {
    view.perValue('ten_tthc', () => ({ message: 'bad', expected: '=ĐÚNG', difference: 'khác' }));
  },
});

const check: Check = {
  round: 'Đợt 1',
  today: '2026-09-01',
  version: '0',
  reference: null,
  files: [],
  timings: {},
  result: runRules({
    tables: [
      tableFrom(
        'procedures',
        HOSTILE.map((ten_tthc, index) => ({ ma_tthc: `1.00000${index}`, ten_tthc })),
      ),
    ],
    rules: [everything],
    references: {},
    today: '2026-09-01',
  }),
};
const all = (pieces: Iterable<string>): string => [...pieces].join('');

describe('machine outputs', () => {
  test('JSON has run, files, rules and every finding with the fields of a finding', () => {
    const report = JSON.parse(all(jsonReport(check, 'vi')));
    expect(Object.keys(report)).toEqual(['run', 'files', 'rules', 'findings', 'causes']);
    expect(report.run.findings).toEqual({ total: HOSTILE.length, error: HOSTILE.length, warning: 0, info: 0 });
    expect(report.rules[0]).toMatchObject({ id: 'T-01', status: 'findings', findings: HOSTILE.length });
    expect(Object.keys(report.findings[0])).toEqual([
      'identity',
      'ruleId',
      'severity',
      'agency',
      'dataset',
      'key',
      'field',
      'file',
      'sheet',
      'cell',
      'row',
      'column',
      'value',
      'expected',
      'difference',
      'messageId',
      'args',
      'message',
      'legal',
    ]);
    expect(report.findings[0].value).toBe('=1+2');
  });

  test('JSONL has one finding a line', () => {
    const lines = all(jsonLines(check, 'vi')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).cell)).toEqual(HOSTILE.map((_, index) => `B${index + 2}`));
  });

  test('CSV opens as text in Excel: BOM, CRLF, and nothing that starts a formula', () => {
    const csv = all(csvReport(check, 'vi'));
    expect(csv.startsWith('\uFEFFĐơn vị,')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(HOSTILE.length + 2);
    for (const value of ['=1', '+1', '-1', '@a', '\t=1', '\r=1', '\n=1']) expect(csvCell(value)).toMatch(/^"?'/);
    expect(csvCell('1.234')).toBe('1.234');
    expect(csvCell('a"b')).toBe('"a""b"');
  });

  test('SARIF 2.1.0 names rule, level, cell and fingerprint', () => {
    const sarif = JSON.parse(all(sarifReport(check, 'vi')));
    expect(sarif.version).toBe('2.1.0');
    const [run] = sarif.runs;
    expect(run.tool.driver.rules[0].id).toBe('T-01');
    expect(run.results).toHaveLength(HOSTILE.length);
    expect(run.results[0]).toMatchObject({
      ruleId: 'T-01',
      ruleIndex: 0,
      level: 'error',
      locations: [{ logicalLocations: [{ fullyQualifiedName: 'mau.xlsx#Sheet1!B2' }] }],
    });
  });

  test('JUnit fails a rule that found errors, and escapes what files contain', () => {
    const xml = all(junitReport(check, 'vi'));
    expect(xml).toContain('tests="1" failures="1"');
    expect(xml).toContain('&lt;b&gt;&quot;x&quot; &amp; y&lt;/b&gt;');
    expect(xml).not.toContain('<b>');
  });
});
