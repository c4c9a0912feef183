import { expect, test } from 'vitest';
import { defineRule } from '../../../shared/engine/rule.ts';
import { runRules } from '../../../shared/engine/run.ts';
import type { Table } from '../../../shared/table/table.ts';
import { tableFrom } from '../../tables.ts';

/** Compares fee configurations with the catalogue. */
const comparing = defineRule({
  id: 'T-09',
  title: 'So hai bảng',
  severity: 'error',
  scope: 'agency',
  why: '',
  howToFix: '',
  legal: [],
  asks: [],
  datasets: ['procedures', 'feeConfigs'],
  reads: [],
  mayRead: ['ma_tthc', 'so_tai_khoan'],
  needs: { procedures: ['ma_tthc'], feeConfigs: ['so_tai_khoan'] },
  messages: { seen: 'Đã so.' },
  en: { title: '', why: '', howToFix: '', messages: { seen: 'Compared.' } },
  checkAll: (views) => views[0]!.report(null, null, { message: 'seen' }),
});

const CATALOGUE = tableFrom('procedures', [{ ma_tthc: '1.000001' }]);
const NAMES_ONLY = tableFrom('procedures', [{ ten_tthc: 'Đăng ký khai sinh' }]);
const FEES = tableFrom('feeConfigs', [{ so_tai_khoan: '1' }]);

test.each<[string, readonly Table[], string, string | undefined]>([
  ['both kinds of sheets', [CATALOGUE, FEES], 'findings', undefined],
  ['one kind only', [CATALOGUE], 'notApplicable', 'rule.noSheet'],
  ['a sheet without the column', [NAMES_ONLY, FEES], 'notApplicable', 'rule.noColumn'],
  ['one sheet with the column and one without', [NAMES_ONLY, CATALOGUE, FEES], 'findings', undefined],
  ['no sheet at all', [], 'notApplicable', 'rule.noSheet'],
])('a rule that compares kinds of sheets, over %s', (_, tables, status, reason) => {
  const { rules } = runRules({ tables, rules: [comparing], references: {}, today: '2026-09-01' });
  expect([rules[0]!.status, rules[0]!.reason?.code]).toEqual([status, reason]);
});

/** Looks at whichever of two columns there is. */
const eitherColumn = defineRule({
  id: 'T-10',
  title: 'Một trong hai cột',
  severity: 'error',
  scope: 'row',
  why: '',
  howToFix: '',
  legal: [],
  asks: [],
  datasets: ['procedures'],
  reads: [],
  anyOf: ['ma_tthc', 'ma_dvc'],
  messages: { seen: 'Đã xem.' },
  en: { title: '', why: '', howToFix: '', messages: { seen: 'Looked.' } },
  check: (view) => view.report(null, null, { message: 'seen' }),
});

test.each<[string, readonly Table[], string, number, string | undefined]>([
  ['a sheet with one of them', [CATALOGUE], 'findings', 1, undefined],
  ['a sheet with the other', [tableFrom('procedures', [{ ma_dvc: '1.000001' }])], 'findings', 1, undefined],
  ['a sheet with neither', [NAMES_ONLY], 'notApplicable', 0, 'Mã TTHC; Mã DVC'],
  ['a sheet with one and a sheet with neither', [CATALOGUE, NAMES_ONLY], 'findings', 1, undefined],
])('a rule that looks at any of several columns, over %s', (_, tables, status, looked, fields) => {
  const { rules, log } = runRules({ tables, rules: [eitherColumn], references: {}, today: '2026-09-01' });
  const [{ reason, ...rule }] = rules as [(typeof rules)[number]];
  expect([rule.status, rule.tables, log.size]).toEqual([status, looked, looked]);
  expect(reason).toEqual(fields === undefined ? undefined : { code: 'rule.noColumn', params: { fields } });
});
