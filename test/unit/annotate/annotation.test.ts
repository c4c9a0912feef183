import { expect, test } from 'vitest';
import { logOf, WHOLE_ROW, WHOLE_SHEET } from '../../../shared/engine/findingLog.ts';
import { Findings } from '../../../shared/engine/findings.ts';
import { annotationOf, annotationOfLines, noteText } from '../../../shared/reports/annotation.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { tableFrom } from '../../tables.ts';
import { lineAt } from './annotated.ts';

const words = (annotation: ReturnType<typeof annotationOfLines>, lines: readonly number[]): string =>
  noteText(annotation, lines)
    .map(({ text }) => text)
    .join('\n');

test('findings of one file become marks on its cells; a whole row is marked at its first cell, a whole sheet is listed', () => {
  const rule = RULES[0]!;
  const mine = tableFrom('procedures', [{ ma_tthc: '1.001234', ten_tthc: 'A' }], { file: 'a.xlsx', sheet: 'Một' });
  const other = tableFrom('procedures', [{ ma_tthc: '1.001234' }], { file: 'b.xlsx' });
  const verdict = { message: 'wrong' };
  const log = logOf([
    { rule, table: mine, row: WHOLE_SHEET, column: WHOLE_ROW, verdict, severity: 'info' },
    { rule, table: mine, row: 0, column: WHOLE_ROW, verdict, severity: 'warning' },
    { rule, table: mine, row: 0, column: 0, verdict: { message: 'worse', expected: '1.001235' }, severity: 'error' },
    { rule, table: mine, row: 0, column: 1, verdict, severity: 'info' },
    { rule, table: other, row: 0, column: 0, verdict, severity: 'error' },
  ]);
  const annotation = annotationOf(new Findings(log, 'vi'), 'a.xlsx', 'vi');
  expect(annotation.counts).toEqual({ error: 1, warning: 1, info: 2 });
  expect([...annotation.marks]).toEqual([
    [
      'Một',
      [
        { column: 0, row: 2, severity: 'error', lines: [1, 2] },
        { column: 1, row: 2, severity: 'info', lines: [3] },
      ],
    ],
  ]);
  expect([0, 1, 2, 3].map((index) => annotation.line(index).cell)).toEqual(['cả bảng', 'A2', 'A2', 'B2']);
  expect(annotation.line(2)).toMatchObject({
    expected: '1.001235',
    ruleId: rule.id,
    field: 'Mã TTHC',
    value: '1.001234',
  });
});

test('a note names severity, rule, right value, correction and legal basis; empty parts are left out', () => {
  const annotation = annotationOfLines('a.xlsx', 'vi', [
    lineAt('A!A1 warning', { expected: '', legal: '', message: 'Sai.' }),
  ]);
  expect(noteText(annotation, [0])).toEqual([
    { text: 'Cảnh báo (FEE-02)', strong: true },
    { text: 'Sai.', strong: false },
    { text: 'Cách sửa: Sửa lại.', strong: false },
  ]);
});

test('what several findings of a cell have in common is said once, and a long note points to the list', () => {
  const line = (message: string) => lineAt('A!A1 error', { message, expected: '', howToFix: '', legal: '' });
  const annotation = annotationOfLines('a.xlsx', 'vi', ['một', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu'].map(line));
  const text = words(annotation, annotation.marks.get('A')![0]!.lines);
  expect(text.match(/một|hai|ba|bốn|năm|sáu/g)).toEqual(['một', 'hai', 'ba', 'bốn']);
  expect(text).toMatch(/… và 2 nội dung khác, xem sheet "Danh sách cần sửa"\.$/);
});
