import { describe, expect, test } from 'vitest';
import { Findings } from '../../../shared/engine/findings.ts';
import { runRules } from '../../../shared/engine/run.ts';
import { indexProcedures } from '../../../shared/reference/procedureIndex.ts';
import { parseRuleSet } from '../../../shared/ruleset/parseRuleSet.ts';
import { resolveRuleSets } from '../../../shared/ruleset/resolveRuleSets.ts';
import { caseCatalogue } from '../../rules/caseCatalogue.ts';
import { tableFrom, type RowLiteral } from '../../tables.ts';

const HEAD = 'id: tinh-mau\nversion: 1\ntitle: Bộ mẫu\nrules:\n  AG-010:\n';

/** What an own rule tells of the rows of a sheet of channels. */
function told(rule: string, rows: readonly RowLiteral[], { today = '2026-09-01', catalogue = true } = {}) {
  const { value, problems } = parseRuleSet(HEAD + rule, 'tinh-mau.yaml');
  if (value === null) throw new Error(JSON.stringify(problems));
  const set = resolveRuleSets(value, [value], [], today).value!;
  const { log, rules } = runRules({
    tables: [tableFrom('channels', rows)],
    rules: set.rules,
    references: catalogue ? { procedures: indexProcedures(caseCatalogue()) } : {},
    today,
  });
  const findings = new Findings(log, 'vi');
  return {
    status: rules[0]!,
    findings: Array.from({ length: log.size }, (_, index) => findings.at(index)),
  };
}

const CAP = `    dataset: channels
    title: Phí không cao hơn danh mục quốc gia
    field: phi_le_phi
    when: has(muc_phi)
    assert: muc_phi <= national.muc_phi
    fix: { value: national.phi_le_phi, confidence: certain, why: Mức của danh mục quốc gia. }
    examples:
      valid: [{ muc_phi: 1000, national: { muc_phi: 1000 } }]
      invalid: [{ muc_phi: 2000, national: { muc_phi: 1000 } }]
      fixed:
        - { row: { muc_phi: 2000, national: { muc_phi: 1000, phi_le_phi: 1.000 đồng } }, value: 1.000 đồng }
`;

describe('an own rule that looks into the national catalogue', () => {
  test('proposes the record’s value for the marked cell, with its reason', () => {
    const { findings } = told(CAP, [
      { ma_tthc: '1.001193', phi_le_phi: '50.000 đồng' },
      { ma_tthc: '1.001193', phi_le_phi: '30.000 đồng' },
    ]);
    expect(findings.map(({ row, field, fix, expected }) => [row, field, fix, expected])).toEqual([
      [
        2,
        'phi_le_phi',
        { value: '30.000 đồng', confidence: 'certain', why: 'Mức của danh mục quốc gia.' },
        '30.000 đồng',
      ],
    ]);
  });

  test('cannot tell where there is no such procedure, and says what is missing', () => {
    const { findings, status } = told(CAP, [{ ma_tthc: '1.999999', phi_le_phi: '50.000 đồng' }]);
    expect(status.unevaluated).toBe(1);
    expect(findings[0]!.message).toContain('danh mục quốc gia');
  });

  test('does not run without a catalogue', () => {
    const { status } = told(CAP, [{ ma_tthc: '1.001193', phi_le_phi: '50.000 đồng' }], { catalogue: false });
    expect(status.status).toBe('notApplicable');
  });
});

describe('an own rule that knows the day of the run', () => {
  const FROM_JULY = `    dataset: channels
    title: Từ 01/7/2026 phải có mô tả
    field: mo_ta
    assert: mo_ta != "" || today < ngay("01/07/2026")
    examples:
      valid: [{ mo_ta: a, today: 2026-08-01 }, { mo_ta: "", today: 2026-06-30 }]
      invalid: [{ mo_ta: "", today: 2026-07-01 }]
`;

  test.each([
    ['2026-06-30', 0],
    ['2026-07-01', 1],
  ])('judges by it: on %s, %i findings', (today, count) => {
    expect(told(FROM_JULY, [{ ma_tthc: '1.001193', mo_ta: '' }], { today }).findings.length).toBe(count);
  });
});

test('a correction may come from another cell of the row', () => {
  const rule = `    dataset: channels
    title: Mô tả nêu thời hạn
    field: mo_ta
    when: has(thoi_han)
    assert: mo_ta == thoi_han
    fix: { value: thoi_han }
    examples:
      valid: [{ thoi_han: 3 ngày, mo_ta: 3 ngày }]
      invalid: [{ thoi_han: 3 ngày, mo_ta: x }]
      fixed: [{ row: { thoi_han: 3 ngày, mo_ta: x }, value: 3 ngày }]
`;
  const { findings } = told(rule, [{ ma_tthc: '1.001193', thoi_han: '5 ngày', mo_ta: 'khác' }]);
  expect(findings[0]!.fix).toEqual({ value: '5 ngày', confidence: 'likely', why: 'Giá trị tính theo quy tắc.' });
});
