import fc from 'fast-check';
import { dayNumber } from '../../../shared/domain/calendarDate.ts';
import { describe, expect, test } from 'vitest';
import type { FieldKey } from '../../../shared/domain/fields.ts';
import { runRules } from '../../../shared/engine/run.ts';
import { and, choose, implies, not, or, type Value } from '../../../shared/ruleset/kleene.ts';
import { compileRegex, hasNestedRepetition } from '../../../shared/ruleset/linearRegex.ts';
import { ownRule } from '../../../shared/ruleset/ownRule.ts';
import { parseExpression } from '../../../shared/ruleset/parseExpression.ts';
import { compileFormula, type Formula, type Surroundings } from '../../../shared/ruleset/rowProgram.ts';
import { cellOf, tableFrom, type RowLiteral } from '../../tables.ts';

const DATASET = 'channels';

/** The day and the national record of the tests: 2026-09-01; "Đăng ký kết hôn", 30.000 đồng. */
const FACTS: Readonly<Record<string, Value>> = {
  ten_tthc: 'Đăng ký kết hôn',
  muc_phi: 30_000,
  thoi_han: '03 ngày làm việc',
};
const ABOUT: Surroundings = {
  today: dayNumber('2026-09-01'),
  national: (code, name) => (code === '1.001193' ? (FACTS[name] ?? null) : null),
};

function formulaOf(source: string): Formula {
  const parsed = parseExpression(source, DATASET);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.fault.code} ${JSON.stringify(parsed.error.fault.params)}`);
  return parsed.value.formula;
}

/** Value of an expression for one row, without any table. */
function valueOf(source: string, row: RowLiteral): Value {
  const { parts, combine } = compileFormula(formulaOf(source));
  return combine(
    parts.map(({ field, evaluate }) => {
      const cell = cellOf(row[field] ?? '');
      return evaluate(cell, cell.text, ABOUT);
    }),
    ABOUT,
  );
}

const rule = (source: string) =>
  ownRule({
    id: 'AG-001',
    dataset: DATASET,
    title: 'Thử',
    severity: 'error',
    legal: [],
    formula: formulaOf(source),
    conclude: (result) => (result === false ? { message: 'violated' } : null),
  });

/** What a rule says of each row of a table: nothing, a violation, or that it can't tell. */
function outcomes(source: string, rows: readonly RowLiteral[]): readonly Value[] {
  const fields: Partial<Record<FieldKey, string>> = {
    muc_do_dvc: '',
    phi_le_phi: '',
    mo_ta: '',
    ghi_chu: '',
    ma_tthc: '',
  };
  const padded = rows.map((row) => ({ ...fields, ...row }));
  const result = runRules({
    tables: [tableFrom(DATASET, padded)],
    rules: [rule(source).rule],
    references: {},
    today: '2026-09-01',
  });
  const said: Value[] = rows.map(() => true);
  for (let index = 0; index < result.log.size; index += 1) {
    const { row, verdict } = result.log.at(index);
    said[row] = verdict.unevaluated === true ? null : false;
  }
  return said;
}

const THREE = [true, false, null] as const;

describe('Kleene logic', () => {
  test.each([
    [true, true, true, true, true],
    [true, false, false, true, false],
    [true, null, null, true, null],
    [false, true, false, true, true],
    [false, false, false, false, true],
    [false, null, false, null, true],
    [null, true, null, true, true],
    [null, false, false, null, null],
    [null, null, null, null, null],
  ] as const)('%s with %s: and %s, or %s, implies %s', (a, b, both, either, follows) => {
    expect([and(a, b), or(a, b), implies(a, b)]).toEqual([both, either, follows]);
  });

  test('an unknown never becomes known by negation, choice or De Morgan', () => {
    expect(THREE.map((value) => not(value))).toEqual([false, true, null]);
    expect(THREE.map((value) => choose(value, 1, 2))).toEqual([1, 2, null]);
    for (const a of THREE) for (const b of THREE) expect(not(and(a, b))).toBe(or(not(a), not(b)));
  });
});

describe('an expression', () => {
  test.each<readonly [string, RowLiteral, Value]>([
    ['muc_phi <= 0', { phi_le_phi: 'Miễn phí' }, true],
    ['muc_phi == 50000', { phi_le_phi: '50.000 đồng' }, true],
    ['muc_phi == 50000.0', { phi_le_phi: 'num:50000' }, true],
    ['muc_phi in [0, 50000]', { phi_le_phi: '50.000 đồng/hồ sơ' }, true],
    ['muc_phi <= 0', { phi_le_phi: '' }, null],
    ['muc_phi <= 0', { phi_le_phi: 'Theo quy định của Bộ Tài chính' }, null],
    ['muc_phi <= 0', { phi_le_phi: '10 USD' }, null],
    ['muc_phi <= 0 || mo_ta != ""', { mo_ta: 'Có' }, true],
    ['muc_phi <= 0 && mo_ta != ""', { mo_ta: '' }, false],
    ['has(phi_le_phi)', { phi_le_phi: 'Theo quy định' }, true],
    ['has(muc_phi)', { phi_le_phi: 'Theo quy định' }, false],
    ['has(mo_ta) == (mo_ta != "")', { mo_ta: 'Không có thông tin' }, true],
    ['!has(mo_ta)', { mo_ta: '...' }, true],
    ['soNgay(thoi_han) <= 5', { thoi_han: '05 ngày làm việc' }, true],
    ['soNgay(thoi_han) == 1', { thoi_han: '8 giờ làm việc' }, true],
    ['soNgay(thoi_han) == 5', { thoi_han: '5' }, null],
    ['soNgay(thoi_han, dv_tinh_thoi_han) == 5', { thoi_han: '5', dv_tinh_thoi_han: 'Ngày làm việc' }, true],
    ['soNgay(thoi_han) > 0', { thoi_han: '02 tháng' }, null],
    ['laNgayLamViec(thoi_han)', { thoi_han: '15 ngày' }, false],
    ['laNgayLamViec(thoi_han)', { thoi_han: '15 ngày làm việc' }, true],
    ['mucPhi(phi_le_phi) + 1 == 10001', { phi_le_phi: '10.000 đồng' }, true],
    ['ngay("01/02/2026") - ngay("2026-01-01") == 31', {}, true],
    ['chuan(don_vi) == chuan("SỞ Y TẾ")', { don_vi: 'Sở Y tế' }, true],
    ['khongDau(don_vi) == "so y te"', { don_vi: 'Sở Y tế' }, true],
    ['khop(ma_tthc, "[0-9]\\\\.[0-9]{6}")', { ma_tthc: '1.001234' }, true],
    ['khop(ma_tthc, "[0-9]{6}")', { ma_tthc: '1.001234' }, false],
    ['ma_tthc.matches("[0-9]{6}")', { ma_tthc: '1.001234' }, true],
    ['khop(don_vi, r"\\p{L}+")', { don_vi: 'Đường' }, true],
    ['ma_tthc.startsWith("1.") && ma_tthc.endsWith("4") && ma_tthc.contains("00")', { ma_tthc: '1.001234' }, true],
    ['size(don_vi) == 2', { don_vi: 'Sở' }, true],
    ['don_vi in ["Sở Y tế", "Sở Xây dựng"]', { don_vi: 'Sở Xây dựng' }, true],
    ['(has(mo_ta) ? muc_phi : 0.0) < 1', {}, true],
    ['1 / 2 == 0.5', {}, true],
    ['1 / 0 > 1', {}, null],
    ['-muc_phi < 0', { phi_le_phi: '1.000' }, null],
    ['-muc_phi < 0', { phi_le_phi: '10.000 đồng' }, true],
    ['mo_ta + "!" == "a!"', { mo_ta: 'a' }, true],
    ['today == ngay("01/09/2026")', {}, true],
    ['ngay("31/12/2025") < today && mo_ta == "a"', { mo_ta: 'a' }, true],
    ['today - ngay("01/08/2026") == 31 ? mo_ta == "a" : false', { mo_ta: 'a' }, true],
    ['national.ten_tthc == ten_tthc', { ma_tthc: '1.001193', ten_tthc: 'Đăng ký kết hôn' }, true],
    ['muc_phi <= national.muc_phi', { ma_tthc: '1.001193', phi_le_phi: '50.000 đồng' }, false],
    ['muc_phi <= national.muc_phi', { ma_tthc: '9.999999', phi_le_phi: '50.000 đồng' }, null],
    ['muc_phi <= national.muc_phi || mo_ta != ""', { ma_tthc: '9.999999', mo_ta: 'Có' }, true],
    ['has(national.ten_tthc)', { ma_tthc: '9.999999' }, false],
    ['has(national.muc_phi) && national.muc_phi > 0', { ma_tthc: '1.001193' }, true],
    ['national.linh_vuc == "Hộ tịch"', { ma_tthc: '1.001193' }, null],
    ['soNgay(national.thoi_han) == 3', { ma_tthc: '1.001193' }, true],
    ['national.ten_tthc.startsWith("Đăng ký")', { ma_tthc: '1.001193' }, true],
    ["mo_ta == 'chưa'", { mo_ta: 'chưa' }, true],
  ])('%s of %o is %s', (source, row, expected) => {
    expect(valueOf(source, row)).toBe(expected);
  });

  test('reads counts as numbers and dates as days', () => {
    const days = parseExpression(
      'ngay_bao_cao - ngay("01/01/2026") == 1 && sl_qua_han <= sl_tiep_nhan',
      'dailyReports',
    );
    if (!days.ok) throw new Error(days.error.fault.code);
    const { parts, combine } = compileFormula(days.value.formula);
    const row: RowLiteral = { ngay_bao_cao: 'date:02/01/2026', sl_qua_han: 'num:3', sl_tiep_nhan: '1.200' };
    const slots = parts.map(({ field, evaluate }) => evaluate(cellOf(row[field]!), cellOf(row[field]!).text, ABOUT));
    expect(combine(slots, ABOUT)).toBe(true);
  });

  test('evaluates what depends on one column once per distinct value', () => {
    const { parts } = compileFormula(formulaOf('muc_phi <= 0 && has(phi_le_phi) || mo_ta != "" && ghi_chu != ""'));
    expect(parts.map(({ field }) => field)).toEqual(['phi_le_phi', 'mo_ta', 'ghi_chu']);
  });

  test('over columns says the same of every row as a plain evaluator does', () => {
    fc.assert(
      fc.property(conditionArb(3), fc.array(rowArb, { minLength: 1, maxLength: 12 }), (condition, rows) => {
        expect(outcomes(condition.source, rows)).toEqual(rows.map((row) => condition.naive(row)));
      }),
      { numRuns: 300 },
    );
  });

  test('says the same in whatever order the rows stand', () => {
    fc.assert(
      fc.property(conditionArb(3), fc.array(rowArb, { minLength: 2, maxLength: 12 }), (condition, rows) => {
        expect(outcomes(condition.source, rows.toReversed())).toEqual(outcomes(condition.source, rows).toReversed());
      }),
      { numRuns: 100 },
    );
  });

  test('garbage is refused with a place inside it', () => {
    const pieces = [
      'muc_phi',
      'mo_ta',
      '&&',
      '||',
      '(',
      ')',
      '==',
      '"a"',
      '1',
      'has',
      '.',
      ',',
      '!',
      '?',
      ':',
      '[',
      ']',
      'in',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 15 }), (words) => {
        const source = words.join(' ');
        const parsed = parseExpression(source, DATASET);
        if (!parsed.ok) expect(parsed.error.offset).toBeLessThanOrEqual(source.length);
      }),
      { numRuns: 1000 },
    );
  });
});

interface Condition {
  readonly source: string;
  readonly naive: (row: RowLiteral) => Value;
}

const FEES: Readonly<Record<string, number | null>> = {
  '': null,
  'Miễn phí': 0,
  '10.000 đồng': 10_000,
  'num:50000': 50_000,
  'Theo quy định': null,
};
const WORDS = ['', 'a', 'b', 'Có thu'];
const textOf = (row: RowLiteral, field: FieldKey): string => row[field] ?? '';

const rowArb: fc.Arbitrary<RowLiteral> = fc.record({
  phi_le_phi: fc.constantFrom(...Object.keys(FEES)),
  mo_ta: fc.constantFrom(...WORDS),
  ghi_chu: fc.constantFrom(...WORDS),
});

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

const feeArb: fc.Arbitrary<Condition> = fc
  .record({ sign: fc.constantFrom(...Object.keys(COMPARE)), limit: fc.constantFrom(0, 10_000, 20_000) })
  .map(({ sign, limit }) => ({
    source: `muc_phi ${sign} ${limit}`,
    naive: (row) => {
      const fee = FEES[textOf(row, 'phi_le_phi')]!;
      return fee === null ? null : COMPARE[sign]!(fee, limit);
    },
  }));

const wordArb: fc.Arbitrary<Condition> = fc
  .record({ field: fc.constantFrom('mo_ta' as const, 'ghi_chu' as const), word: fc.constantFrom(...WORDS) })
  .map(({ field, word }) => ({ source: `${field} == "${word}"`, naive: (row) => textOf(row, field) === word }));

const pairArb: fc.Arbitrary<Condition> = fc.constant({
  source: 'mo_ta != ghi_chu',
  naive: (row) => textOf(row, 'mo_ta') !== textOf(row, 'ghi_chu'),
});

const hasArb: fc.Arbitrary<Condition> = fc
  .constantFrom('phi_le_phi' as const, 'mo_ta' as const)
  .map((field) => ({ source: `has(${field})`, naive: (row) => textOf(row, field) !== '' }));

/** The truth tables again, written as one would on paper. */
function joined(sign: string, left: Value, right: Value): Value {
  const decisive = sign === '||';
  if (left === decisive || right === decisive) return decisive;
  return left === null || right === null ? null : !decisive;
}

function conditionArb(depth: number): fc.Arbitrary<Condition> {
  const leaf = fc.oneof(feeArb, wordArb, pairArb, hasArb);
  if (depth === 0) return leaf;
  const inner = conditionArb(depth - 1);
  return fc.oneof(
    leaf,
    inner.map((one) => ({
      source: `!(${one.source})`,
      naive: (row: RowLiteral) => {
        const value = one.naive(row);
        return value === null ? null : value === false;
      },
    })),
    fc.tuple(inner, fc.constantFrom('&&', '||'), inner).map(([left, sign, right]) => ({
      source: `(${left.source}) ${sign} (${right.source})`,
      naive: (row: RowLiteral) => joined(sign, left.naive(row), right.naive(row)),
    })),
    fc.tuple(inner, inner, inner).map(([condition, yes, no]) => ({
      source: `(${condition.source} ? ${yes.source} : ${no.source})`,
      naive: (row: RowLiteral) => {
        const chosen = condition.naive(row);
        return chosen === null ? null : (chosen === true ? yes : no).naive(row);
      },
    })),
  );
}

describe('an own rule', () => {
  const rows: readonly RowLiteral[] = [
    { phi_le_phi: '10.000 đồng', mo_ta: '' },
    { phi_le_phi: 'Miễn phí', mo_ta: '' },
    { phi_le_phi: 'tùy trường hợp', mo_ta: '' },
  ];
  const run = (source: string) =>
    runRules({ tables: [tableFrom(DATASET, rows)], rules: [rule(source).rule], references: {}, today: '2026-09-01' });

  test('lists and counts the rows it cannot judge instead of passing them', () => {
    const { rules, log } = run('muc_phi <= 0 || mo_ta != ""');
    expect(rules[0]).toMatchObject({ status: 'findings', findings: 2, unevaluated: 1 });
    expect(log.at(1)).toMatchObject({ row: 2, severity: 'info', verdict: { message: 'unevaluated' } });
  });

  test('does not run on a sheet without its columns', () => {
    expect(run('ten_tthc != ""').rules[0]).toMatchObject({
      status: 'notApplicable',
      reason: { code: 'rule.noColumn' },
    });
  });
});

describe('a pattern', () => {
  test.each(['^(\\w+\\s?)*$', '(a+)+$', '(a|aa)+b', '(.*)*x'])('runs in linear time whatever it is: %s', (pattern) => {
    const regex = compileRegex(pattern);
    if (!regex.ok) throw new Error(regex.detail);
    expect(regex.value.fits(`${'a'.repeat(20_000)}!`)).toBe(false);
  });

  test.each([
    ['^(\\w+\\s?)*$', true],
    ['(a+)+$', true],
    ['((ab)*c)*', true],
    ['(a{2,})+', true],
    ['(a{1,50})*', true],
    ['[(a+)+]', false],
    ['\\(a+\\)+', false],
    ['(a|b)+', false],
    ['(a?b)+', false],
    ['[0-9]{1}\\.[0-9]{6}(\\.H[0-9]{2})?', false],
    ['(a{1,3}){2}', false],
  ])('%s: a repetition inside a repetition is %s', (pattern, nested) => {
    expect(hasNestedRepetition(pattern)).toBe(nested);
  });

  test.each(['[', '(?=a)b', '(a)\\1', 'a{1,99999}', 'x'.repeat(600)])(
    'that cannot run in linear time is refused: %s',
    (pattern) => {
      expect(compileRegex(pattern).ok).toBe(false);
    },
  );
});
