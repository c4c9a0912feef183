import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cause } from '../../../shared/causes/cause.ts';
import { groupCauses } from '../../../shared/causes/groupCauses.ts';
import { WHOLE_ROW, WHOLE_SHEET } from '../../../shared/engine/findingLog.ts';
import { columnOf, type Table } from '../../../shared/table/table.ts';
import { tableFrom, type RowLiteral } from '../../tables.ts';
import { contentsOf, judge, type JudgedRound } from './judgedRound.ts';
import { openedRound } from './openedRound.ts';

const CODES = [
  '1.000120',
  '1.001193',
  '1.002755',
  '1.000894',
  '1.001022',
  'num:1.00012',
  'num:1.0051',
  '1.001193.H13',
  '',
];
const NAMES = ['Đăng ký khai sinh', 'Đăng ký kết hôn', 'Chứng thực bản sao từ bản chính', '1.000120', ''];
const SECTORS = ['Hộ tịch', 'Chứng thực', 'Hộ tịch ', 'Hộ\u200B tịch', 'Đăng ký kết hôn'];
const LEVELS = ['Cấp xã', 'Cấp huyện', 'Hộ tịch', ''];
const DEADLINES = ['03 ngày', '03 ngày làm việc', '5', '10 giờ làm việc', 'Cấp xã'];
const FEES = ['Miễn phí', '30', 'num:50', '25.000 đồng', ''];
const LINKS = ['https://dichvucong.binhdinh.gov.vn/a', 'http://dichvucong.gov.vn/b', ''];

const anyRow = fc.record({
  ma_tthc: fc.constantFrom(...CODES),
  ten_tthc: fc.constantFrom(...NAMES),
  linh_vuc: fc.constantFrom(...SECTORS),
  cap_thuc_hien: fc.constantFrom(...LEVELS),
  thoi_han: fc.constantFrom(...DEADLINES),
  phi_le_phi: fc.constantFrom(...FEES),
  link_nop: fc.constantFrom(...LINKS),
});
type AnyRow = typeof anyRow extends fc.Arbitrary<infer Row> ? Row : never;

const numbered = (rows: readonly AnyRow[]): readonly RowLiteral[] =>
  rows.map((row, index) => ({ stt: String(index + 1), ...row }));

const tableOf = (rows: readonly RowLiteral[], number: number): Table =>
  tableFrom('procedures', rows, { agency: { id: `xa-${number}`, name: `Xã ${number}` }, file: `xa-${number}.xlsx` });

/** Names a finding by the row's own number, not by its place. */
function nameOf({ log }: JudgedRound, index: number): string {
  const { rule, table, row, column, verdict } = log.at(index);
  const own = row === WHOLE_SHEET ? '' : columnOf(table, 'stt')!.at(row).text;
  const field = column === WHOLE_ROW ? '' : table.columns[column]!.field;
  return [table.agency.id, own, rule.id, field, verdict.message].join(' ');
}

const described = (round: JudgedRound): unknown =>
  round.causes.map(({ id, kind, certainty, cells, counts, findings, fix }) => ({
    id,
    kind,
    certainty,
    cells,
    counts,
    findings: Array.from(findings, (index) => nameOf(round, index)).sort(),
    edits: fix?.edits.length ?? 0,
  }));

const rounds = fc.array(fc.array(anyRow, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });

test('no finding belongs to two causes, and none is invented', () => {
  fc.assert(
    fc.property(rounds, (sheets) => {
      const { log, causes } = judge(sheets.map((rows, number) => tableOf(numbered(rows), number)));
      const all = causes.flatMap(({ findings }) => [...findings]);
      expect(new Set(all).size).toBe(all.length);
      expect(all.every((index) => index >= 0 && index < log.size)).toBe(true);
      for (const { findings } of causes) {
        expect(findings.length).toBeGreaterThanOrEqual(3);
        expect([...findings]).toEqual([...findings].sort((a, b) => a - b));
      }
    }),
    { numRuns: 60 },
  );
});

test('causes are the same in whatever order the rows stand', () => {
  fc.assert(
    fc.property(rounds, fc.infiniteStream(fc.nat()), (sheets, order) => {
      const rows = sheets.map(numbered);
      const shuffled = rows.map((one) =>
        one
          .map((row) => ({ row, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row),
      );
      expect(described(judge(shuffled.map(tableOf)))).toEqual(described(judge(rows.map(tableOf))));
    }),
    { numRuns: 60 },
  );
});

test('causes are the same in whatever order the findings are listed', () => {
  fc.assert(
    fc.property(rounds, (sheets) => {
      const round = judge(sheets.map((rows, number) => tableOf(numbered(rows), number)));
      const { log } = round;
      const turned = groupCauses({ size: log.size, at: (index) => log.at(log.size - 1 - index) });
      const identity = ({ id, findings }: Cause, turn: boolean): readonly [string, readonly number[]] => [
        id,
        Array.from(findings, (index) => (turn ? log.size - 1 - index : index)).sort((a, b) => a - b),
      ];
      expect(turned.map((cause) => identity(cause, true))).toEqual(round.causes.map((cause) => identity(cause, false)));
    }),
    { numRuns: 40 },
  );
});

test('every batch fix can be applied and taken back', () => {
  fc.assert(
    fc.property(rounds, (sheets) => {
      const tables = sheets.map((rows, number) => tableOf(numbered(rows), number));
      const opened = openedRound(tables);
      for (const { id, fix } of opened.session.causes) {
        if (fix === undefined) continue;
        const decision = opened.mend(id);
        const changed = fix.edits.map(({ file, sheet, row, column }) =>
          opened.session.cellText(file, sheet, row, column),
        );
        expect(changed).toEqual(fix.edits.map(({ after }) => after.text));
        opened.takeBack(decision);
        expect(contentsOf(opened.inOrderOf(tables))).toEqual(contentsOf(tables));
      }
    }),
    { numRuns: 60 },
  );
});

test('findings that a waiver covers belong to no cause', () => {
  const tables = [
    tableOf(
      ['num:1.00012', 'num:1.0051', 'num:2.000281'].map((ma_tthc) => ({ ma_tthc })),
      1,
    ),
  ];
  const { log } = judge(tables);
  const waiver = { rule: 'FMT-03', match: {}, reason: 'r', decision: 'd', by: 'b', until: '2027-01-01' };
  const waived = groupCauses({
    size: log.size,
    at: (index) => ({ ...log.at(index), waiver: waiver as never }),
  });
  expect(waived).toEqual([]);
});
