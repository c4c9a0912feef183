import { describe, expect, test } from 'vitest';
import { runRules } from '../../../shared/engine/run.ts';
import { Findings } from '../../../shared/engine/findings.ts';
import { parseRuleSet } from '../../../shared/ruleset/parseRuleSet.ts';
import { resolveRuleSets } from '../../../shared/ruleset/resolveRuleSets.ts';
import { overlap, parseUnaryTest, passes, type TestedType } from '../../../shared/ruleset/unaryTest.ts';
import { sheetFrom, workbookFrom, type SheetCell } from '../../sheets.ts';
import { tableFrom, type RowLiteral } from '../../tables.ts';

const RULE_SET = `id: tinh-mau
version: 1
title: Mẫu
rules:
  AG-020:
    dataset: channels
    title: Mức phí theo hình thức nộp
    decisionTable: { file: muc-phi.csv }
`;

const parse = (rows: readonly (readonly SheetCell[])[], more = '') =>
  parseRuleSet(RULE_SET + more, 'tinh-mau.yaml', new Map([['muc-phi.csv', workbookFrom(sheetFrom(rows))]]));

/** What the table says of rows, as "row: message (severity)". */
function judged(table: readonly (readonly SheetCell[])[], rows: readonly RowLiteral[]): readonly string[] {
  const { value, problems } = parse(table);
  if (value === null) throw new Error(JSON.stringify(problems));
  const set = resolveRuleSets(value, [value], [], '2026-08-01').value!;
  const { log } = runRules({
    tables: [tableFrom('channels', rows)],
    rules: set.rules,
    settingOf: set.settingOf,
    references: {},
    today: '2026-08-01',
  });
  return [...new Findings(log, 'vi')].map(({ row, message, severity }) => `${row}: ${message} (${severity})`);
}

const FEES: readonly (readonly SheetCell[])[] = [
  ['FIRST', 'Hình thức nộp', 'muc_phi', 'soNgay(thoi_han)', 'ket_luan', 'thong_bao', 'muc_do'],
  [1, '"Trực tuyến"', '0', '-', 'đạt', '', ''],
  [2, '"Trực tuyến"', '> 0', '-', 'không đạt', 'Nộp trực tuyến được miễn phí', 'cảnh báo'],
  [3, 'not("Trực tuyến")', '[1000..50000]', '<= 10', 'đạt', '', ''],
  [4, '-', '-', '-', 'không đạt', '', ''],
];

describe('a decision table', () => {
  test('FIRST: the first line that fits decides, with its message and severity', () => {
    const row = (hinh_thuc_nop: string, phi_le_phi: string, thoi_han: string): RowLiteral => ({
      hinh_thuc_nop,
      phi_le_phi,
      thoi_han,
    });
    expect(
      judged(FEES, [
        row('Trực tuyến', 'Miễn phí', '5 ngày'),
        row('Trực tuyến', '20.000 đồng', '5 ngày'),
        row('Trực tiếp', '20.000 đồng', '5 ngày làm việc'),
        row('Trực tiếp', '90.000 đồng', '5 ngày'),
        row('Trực tiếp', '20.000 đồng', '30 ngày'),
      ]),
    ).toEqual([
      '3: Nộp trực tuyến được miễn phí (warning)',
      '5: Mức phí theo hình thức nộp: dòng này không đạt. (error)',
      '6: Mức phí theo hình thức nộp: dòng này không đạt. (error)',
    ]);
  });

  test('a row that cannot be told from an earlier line is listed, unless that line is out anyway', () => {
    expect(
      judged(FEES, [
        { hinh_thuc_nop: 'Trực tuyến', phi_le_phi: 'Theo quy định', thoi_han: '5 ngày' },
        { hinh_thuc_nop: 'Trực tiếp', phi_le_phi: '90.000 đồng', thoi_han: '' },
      ]),
    ).toEqual([
      '2: Không đánh giá được "Mức phí theo hình thức nộp": Phí, lệ phí trống hoặc không đọc được. (info)',
      '3: Mức phí theo hình thức nộp: dòng này không đạt. (error)',
    ]);
  });

  test('UNIQUE: a row that no line fits is in order', () => {
    const table = [
      ['UNIQUE', 'muc_phi', 'ket_luan'],
      [1, '< 0', 'đạt'],
      [2, '(0..1000)', 'không đạt'],
    ];
    expect(judged(table, [{ phi_le_phi: 'num:500' }, { phi_le_phi: 'num:5000' }])).toHaveLength(1);
  });

  test('a number cell of the table is taken as it is stored', () => {
    expect(
      judged(
        [
          ['FIRST', 'muc_phi', 'ket_luan'],
          [1, 50000, 'không đạt'],
        ],
        [{ phi_le_phi: '50.000 đồng' }],
      ),
    ).toHaveLength(1);
  });

  test('is part of what the rule set is hashed by', () => {
    const hash = (table: readonly (readonly SheetCell[])[]) => {
      const file = parse(table).value!;
      return resolveRuleSets(file, [file], [], '2026-08-01').value!.hash;
    };
    expect(hash(FEES)).toBe(hash(FEES.map((row) => [...row])));
    expect(hash(FEES)).not.toBe(hash(FEES.slice(0, -1)));
  });

  test('is tried on examples where the rule set gives some', () => {
    const wrong = `    examples: { valid: [{ hinh_thuc_nop: Trực tuyến, muc_phi: 5 }], invalid: [{ muc_phi: 5, hinh_thuc_nop: Trực tuyến }] }\n`;
    expect(parse(FEES, wrong).problems.map(({ line, fault }) => [line, fault.code])).toEqual([
      [9, 'ruleset.example.valid'],
    ]);
  });

  test.each<readonly [string, readonly (readonly SheetCell[])[], readonly (readonly [number, number, string])[]]>([
    [
      'no hit policy',
      [
        ['x', 'muc_phi', 'ket_luan'],
        [1, '1', 'đạt'],
      ],
      [[1, 1, 'ruleset.table.policy']],
    ],
    [
      'no conclusion',
      [
        ['FIRST', 'muc_phi'],
        [1, '1'],
      ],
      [[1, 1, 'ruleset.table.noVerdict']],
    ],
    [
      'no condition',
      [
        ['FIRST', 'ket_luan'],
        [1, 'đạt'],
      ],
      [[1, 1, 'ruleset.table.noInput']],
    ],
    ['no line', [['FIRST', 'muc_phi', 'ket_luan']], [[1, 1, 'ruleset.table.empty']]],
    [
      'a heading of nothing',
      [
        ['FIRST', 'Màu sắc ưa thích', 'ket_luan'],
        [1, '1', 'đạt'],
      ],
      [[1, 2, 'ruleset.table.heading']],
    ],
    [
      'a faulty expression as heading',
      [
        ['FIRST', 'soNgay(thoi_ham)', 'ket_luan'],
        [1, '1', 'đạt'],
      ],
      [[1, 2, 'ruleset.expr.nameGuess']],
    ],
    [
      'words against a number',
      [
        ['FIRST', 'muc_phi', 'ket_luan'],
        [1, 'nhiều', 'đạt'],
      ],
      [[2, 2, 'ruleset.table.test.number']],
    ],
    [
      'a grouped number',
      [
        ['FIRST', 'muc_phi', 'ket_luan'],
        [1, '>= 10.000', 'đạt'],
      ],
      [[2, 2, 'ruleset.table.test.number']],
    ],
    [
      'a strange conclusion',
      [
        ['FIRST', 'muc_phi', 'ket_luan'],
        [1, '1', 'có lẽ'],
      ],
      [[2, 3, 'ruleset.table.verdict']],
    ],
    [
      'a strange severity',
      [
        ['FIRST', 'muc_phi', 'ket_luan', 'muc_do'],
        [1, '1', 'sai', 'to'],
      ],
      [[2, 4, 'ruleset.table.weight']],
    ],
    [
      'two lines for one case under UNIQUE',
      [
        ['UNIQUE', 'muc_phi', 'mo_ta', 'ket_luan'],
        [1, '[0..10]', '-', 'đạt'],
        [2, '(10..20]', 'a', 'đạt'],
        [3, '10', '"b"', 'sai'],
      ],
      [[4, 1, 'ruleset.table.overlap']],
    ],
  ])('is refused at its cell: %s', (_, table, expected) => {
    const { value, problems } = parse(table);
    expect(value).toBeNull();
    expect(problems.map(({ file, line, column, fault }) => [file, line, column, fault.code])).toEqual(
      expected.map((one) => ['muc-phi.csv', ...one]),
    );
  });
});

describe('a test in a cell', () => {
  test.each<readonly [string, TestedType, string | number | boolean | null, boolean | null | undefined]>([
    ['-', 'number', null, true],
    ['', 'string', 'a', true],
    ['10', 'number', 10, true],
    ['>= 10', 'number', 10, true],
    ['> 10', 'number', 10, false],
    ['<5', 'number', 4.5, true],
    ['[1..5]', 'number', 5, true],
    ['[1..5)', 'number', 5, false],
    ['(1..5]', 'number', 1, false],
    ['1, 3, [7..9]', 'number', 8, true],
    ['-5', 'number', -5, true],
    ['> 10', 'number', null, null],
    ['[5..1]', 'number', 3, undefined],
    ['>= 1..5', 'number', 3, undefined],
    ['31/12/2026', 'date', 20_818, true],
    ['[2026-01-01..2026-12-31]', 'date', 20_818, true],
    ['< 31/12/2026', 'date', 20_818, false],
    ['"a","b"', 'string', 'b', true],
    ['“a”', 'string', 'a', true],
    ['Trực tiếp', 'string', 'Trực tiếp', true],
    ['not("a", "b")', 'string', 'b', false],
    ['not("")', 'string', '', false],
    ['""', 'string', '', true],
    ['"a, b"', 'string', 'a, b', true],
    ['"a', 'string', 'a', undefined],
    ['có', 'bool', true, true],
    ['không', 'bool', true, false],
    ['có lẽ', 'bool', true, undefined],
  ])('%s (%s) on %s: %s', (text, type, value, expected) => {
    const parsed = parseUnaryTest(text, type);
    expect(parsed === undefined ? undefined : passes(parsed, value)).toBe(expected);
  });

  test.each<readonly [string, string, TestedType, boolean]>([
    ['[1..5]', '[5..9]', 'number', true],
    ['[1..5)', '[5..9]', 'number', false],
    ['< 5', '> 4', 'number', true],
    ['< 5', '>= 5', 'number', false],
    ['"a","b"', '"b","c"', 'string', true],
    ['"a"', '"b"', 'string', false],
    ['"a"', 'not("a")', 'string', false],
    ['not("a")', 'not("b")', 'string', true],
    ['-', '"a"', 'string', true],
    ['có', 'không', 'bool', false],
  ])('%s and %s (%s) meet: %s', (a, b, type, expected) => {
    const [one, other] = [parseUnaryTest(a, type)!, parseUnaryTest(b, type)!];
    expect([overlap(one, other), overlap(other, one)]).toEqual([expected, expected]);
  });
});
