import { expect, test } from 'vitest';
import { answersTable } from '../../../electron/node/returned/answersTable.ts';
import type { ReviewedLine } from '../../../electron/node/workbench/returnedAnswers.ts';
import { Findings } from '../../../shared/engine/findings.ts';
import { defineRule } from '../../../shared/engine/rule.ts';
import { runRules } from '../../../shared/engine/run.ts';
import { judgeAnswers } from '../../../shared/reports/returned/answerStanding.ts';
import type { ListLine } from '../../../shared/reports/returned/readListLines.ts';
import { maskedFinding } from '../../../shared/reports/masking.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { tableFrom } from '../../tables.ts';
import { RULE_TEXTS } from '../reports/reportedRound.ts';

const table = tableFrom('accounts', [
  { ho_ten: 'Lê Minh Châu', cccd: '64190002255', sdt: '905112233', mat_khau: 'Bí  mật 1 ' },
  { ho_ten: 'Trần Quốc Bảo', cccd: '231234567', sdt: '90511223', mat_khau: 'Bí mật 2' },
]);
/** No rule of the product quotes a password; one that an office writes itself could. */
const refusePasswords = defineRule({
  ...RULE_TEXTS,
  id: 'T-02',
  datasets: ['accounts'],
  reads: ['mat_khau'],
  check(view) {
    view.perValue('mat_khau', () => ({ message: 'bad' }));
  },
});
const { log } = runRules({ tables: [table], rules: [...RULES, refusePasswords], references: {}, today: '2026-09-01' });
const CORRECTIONS: Readonly<Record<string, string>> = {
  cccd: '064190002255',
  sdt: '0905112233',
  mat_khau: 'Mật khẩu mới',
};

/** A list in which every finding is answered. */
function answered(): readonly ReviewedLine[] {
  const findings = new Findings(log, 'vi');
  const lines = Array.from({ length: findings.size }, (_, at): ListLine => {
    const { file, sheet, cell, ruleId, field, message, value } = maskedFinding(findings, at);
    const correction = CORRECTIONS[field ?? ''] ?? '';
    const own = { correction, keepReason: correction === '' ? 'Gọi 0905112233' : '', doubt: null };
    const place = { file, sheet, cell, rule: ruleId, field: field ?? '', message, value };
    return { listSheet: 'Danh sách cần sửa', row: at + 2, mark: '', ...place, ...own };
  });
  const round = { log, isWaived: () => false, cellText: () => null, sentOver: () => [] };
  return judgeAnswers([{ round: '', agency: '', lines }], round)[0]!.map((one) => ({ ...one, list: 0 }));
}

test('the table of answers masks what agencies answer like the values it is for, and tells no password', () => {
  const lines = answered();
  const answersTo = (field: string) => lines.filter(({ line }) => line.field === field && line.correction !== '');
  expect(Object.keys(CORRECTIONS).filter((field) => answersTo(field).length === 0)).toEqual([]);
  expect(lines.every(({ finding }) => finding !== null)).toBe(true);
  // Once a finding is gone, nothing tells its field.
  const gone = lines.map((one): ReviewedLine => ({ ...one, standing: 'gone', finding: null }));
  for (const some of [lines, gone]) {
    const text = [...answersTable(some, () => 'tra-loi.xlsx', new Set(), 'vi')].join('');
    expect(text).not.toMatch(/064190002255|0905112233|Mật khẩu mới/);
    expect(text).toContain('*******233');
  }
});
