import { describe, expect, test } from 'vitest';
import { CAUSE_KINDS } from '../../../shared/causes/cause.ts';
import { causeText } from '../../../shared/causes/causeText.ts';
import { groupCauses } from '../../../shared/causes/groupCauses.ts';
import { NAMING_MESSAGES } from '../../../shared/causes/namedDefects.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { tableFrom } from '../../tables.ts';
import { contentsOf, identitiesOf, judge, messagesOf } from './judgedRound.ts';
import { openedRound } from './openedRound.ts';
import { SEEDED_CAUSES } from './seededCauses.ts';

describe.each(SEEDED_CAUSES)('$says', ({ kind, tables, cells, messages, edits, line }) => {
  const round = judge(tables);
  const [cause, ...others] = round.causes.filter((one) => one.kind === kind);

  test('are one cause with an exact count', () => {
    expect(round.causes.map((one) => one.kind)).toContain(kind);
    expect(others).toEqual([]);
    expect(messagesOf(round, cause!)).toEqual(expect.arrayContaining([...messages]));
    // Which of a shifted row's cells are struck is for the rules to say; the rows are counted in its line.
    if (kind === 'shiftedColumns') expect(cause!.cells).toBeGreaterThanOrEqual(cells);
    else expect(cause!.cells).toBe(cells);
    expect(cause!.args.findings).toBe(cause!.findings.length);
  });

  test('are told in one line', () => {
    expect(causeText('vi', cause!)).toContain(line);
    expect(causeText('vi', cause!)).not.toMatch(/[{}]/);
    expect(causeText('en', cause!)).not.toMatch(/[{}]|^cause\./);
  });

  test('are mended by the batch fix, which can be taken back', () => {
    expect(cause!.fix?.edits.length ?? 0).toBe(edits);
    if (cause!.fix === undefined) return;
    const opened = openedRound(tables);
    const decision = opened.mend(cause!.id);
    const left = new Set(Array.from(judge(opened.inOrderOf(tables)).findings, ({ identity }) => identity));
    expect(identitiesOf(round, cause!).filter((identity) => left.has(identity))).toEqual([]);
    opened.takeBack(decision);
    expect(contentsOf(opened.inOrderOf(tables))).toEqual(contentsOf(tables));
  });
});

test('every kind of cause has a seeded example', () => {
  expect(CAUSE_KINDS.filter((kind) => !SEEDED_CAUSES.some((seeded) => seeded.kind === kind))).toEqual([]);
});

test('every message that names a cause is a message of a rule', () => {
  const known = new Set(
    RULES.flatMap(({ id, messages }) => ['*', ...Object.keys(messages)].map((one) => `${id}.${one}`)),
  );
  expect(
    Object.values(NAMING_MESSAGES)
      .flat()
      .filter((message) => !known.has(message)),
  ).toEqual([]);
});

describe('a batch fix', () => {
  const tables = [
    tableFrom('procedures', [{ ma_tthc: 'num:1.00012' }, { ma_tthc: 'num:1.0051' }, { ma_tthc: 'num:2.000281' }]),
  ];
  const { fix } = judge(tables).causes[0]!;

  test('says of every cell what it was and what it becomes', () => {
    const said = fix!.edits.map(({ row, column, before, after }) => [row, column, before.text, after.text]);
    expect(said).toEqual([
      [2, 0, '1.00012', '1.000120'],
      [3, 0, '1.0051', '1.005100'],
      [4, 0, '2.000281', '2.000281'],
    ]);
  });

  test('is certain when each of its values is', () => {
    expect([fix!.confidence, fix!.unfixed]).toEqual(['certain', 0]);
  });

  test('leaves the tables that it is given as they are', () => {
    const before = contentsOf(tables);
    const opened = openedRound(tables);
    opened.mend(opened.session.causes[0]!.id);
    expect(contentsOf(opened.inOrderOf(tables))).not.toEqual(before);
    expect(contentsOf(tables)).toEqual(before);
  });

  test('passes over a cell that holds something else when the file has come again, and mends the others', () => {
    const opened = openedRound(tables);
    const decision = opened.mend(opened.session.causes[0]!.id);
    const later = openedRound([
      tableFrom('procedures', [{ ma_tthc: 'num:1.00012' }, { ma_tthc: '1.009999' }, { ma_tthc: 'num:2.000281' }]),
    ]);
    later.session.decide([decision]);
    const [table] = later.inOrderOf(tables);
    expect([0, 1, 2].map((row) => table!.columns[0]!.at(row).text)).toEqual(['1.000120', '1.009999', '2.000281']);
  });

  test('leaves formulas to a person', () => {
    const { causes } = judge([
      tableFrom(
        'procedures',
        ['Giấy khai sinh ', 'formula:Bản sao ', 'Bản chính '].map((ket_qua) => ({ ma_tthc: '1.001193', ket_qua })),
      ),
    ]);
    const blanks = causes.find(({ kind }) => kind === 'strayBlanks')!;
    expect([blanks.cells, blanks.fix!.edits.length, blanks.fix!.unfixed]).toEqual([3, 2, 1]);
  });
});

describe('what is no cause', () => {
  test.each([
    ['two cells', ['num:1.00012', 'num:1.0051', '1.001193']],
    ['clean codes', ['1.000120', '1.001193', '1.000894']],
  ])('%s', (_, codes) => {
    expect(
      judge([
        tableFrom(
          'procedures',
          codes.map((ma_tthc) => ({ ma_tthc })),
        ),
      ]).causes,
    ).toEqual([]);
  });

  test('a few deadlines in another unit in a column that is right', () => {
    const rows = Array.from({ length: 12 }, (_, row) => ({
      ma_tthc: '1.001022',
      thoi_han: row < 3 ? '03 ngày' : '03 ngày làm việc',
    }));
    const kinds = judge([tableFrom('procedures', rows)]).causes.map(({ kind }) => kind);
    expect(kinds).not.toContain('wrongTimeUnit');
  });

  test('two agencies that differ alike from the national catalogue', () => {
    const tables = [1, 2].map((number) =>
      tableFrom('procedures', [{ ma_tthc: '2.000815', phi_le_phi: '25.000 đồng' }], {
        agency: { id: `xa-${number}`, name: `Xã ${number}` },
      }),
    );
    expect(judge(tables).causes).toEqual([]);
  });

  test('two neighbouring cells that changed places', () => {
    const tables = [
      tableFrom('procedures', [
        { ma_tthc: 'Đăng ký khai sinh', ten_tthc: '1.000120', linh_vuc: 'Hộ tịch', cap_thuc_hien: 'Cấp xã' },
      ]),
    ];
    expect(judge(tables).causes.map(({ kind }) => kind)).not.toContain('shiftedColumns');
  });
});

test('codes that were sorted alone are told, but names are not moved after them', () => {
  const names = [
    'Đăng ký kết hôn',
    'Chứng thực bản sao từ bản chính',
    'Đăng ký nhận cha, mẹ, con',
    'Đăng ký khai sinh',
  ];
  const fees = ['Miễn phí', '20.000 đồng', '30.000 đồng', '40.000 đồng'];
  const codes = ['1.000120', '1.001193', '1.000894', '1.001022'];
  const { causes } = judge([
    tableFrom(
      'procedures',
      codes.map((ma_tthc, row) => ({
        ma_tthc,
        ten_tthc: names[row]!,
        phi_le_phi: fees[row]!,
        thoi_han: '30 ngày làm việc',
      })),
    ),
  ]);
  const misplaced = causes.find(({ kind }) => kind === 'misplacedRows');
  expect([misplaced?.cells, misplaced?.fix]).toEqual([4, undefined]);
});

describe('the id of a cause', () => {
  const rows = ['num:1.00012', 'num:1.0051', 'num:2.000281'].map((ma_tthc) => ({ ma_tthc }));
  const idOf = (place: Parameters<typeof tableFrom>[2], all = rows): string =>
    groupCauses(judge([tableFrom('procedures', all, place)]).log)[0]!.id;

  test('stays when the sheet is renamed and rows are sorted or mended', () => {
    const id = idOf({});
    expect(idOf({ sheet: 'Khác', file: 'khac.xlsx' })).toBe(id);
    expect(idOf({}, rows.toReversed())).toBe(id);
    expect(idOf({}, [...rows, { ma_tthc: 'num:1.001193' }])).toBe(id);
  });

  test('tells agencies apart, and sheets of one agency', () => {
    const other = { agency: { id: 'khac', name: 'Khác' } };
    expect(idOf(other)).not.toBe(idOf({}));
    const { causes } = judge([
      tableFrom('procedures', rows, { file: 'a.xlsx' }),
      tableFrom('procedures', rows, { file: 'b.xlsx' }),
    ]);
    expect(new Set(causes.map(({ id }) => id)).size).toBe(causes.length);
  });
});
