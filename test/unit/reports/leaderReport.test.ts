import { describe, expect, test } from 'vitest';
import { Findings } from '../../../shared/engine/findings.ts';
import { runRules } from '../../../shared/engine/run.ts';
import type { Check, InputFile } from '../../../shared/reports/check.ts';
import { leaderDocument } from '../../../shared/reports/leader/leaderDocument.ts';
import { leaderReportOf } from '../../../shared/reports/leader/leaderReport.ts';
import { MASKED } from '../../../shared/reports/masking.ts';
import type { Block, TableBlock } from '../../../shared/reports/pages/officialDocument.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { officeSchema, UNKNOWN_OFFICE, type Office } from '../../../shared/settings/office.ts';
import { tableFrom } from '../../tables.ts';

/** A Tuesday; the deadlines after it pass a weekend. */
const TODAY = '2026-09-01';

/** A round of so many agencies, each with one sheet; the first has most mistakes. */
function roundOf(agencies: number, unread: readonly InputFile[] = []): Check {
  const tables = Array.from({ length: agencies }, (_, at) =>
    tableFrom(
      'procedures',
      [
        { ma_tthc: '1.000001', ten_tthc: 'Cấp thẻ', thoi_han: '5 ngày làm việc' },
        {
          ma_tthc: at === 0 ? '1,000002' : '1.000002',
          ten_tthc: 'Cấp lại  thẻ',
          thoi_han: at < 2 ? '0 ngày' : '3 ngày',
        },
      ],
      { agency: { id: `a${at}`, name: `Xã số ${String(at + 1).padStart(3, '0')}` }, file: `${at}.xlsx` },
    ),
  );
  return {
    round: 'Đợt thử',
    today: TODAY,
    version: '1',
    reference: null,
    files: [
      ...tables.map((table) => ({
        file: table.file,
        bytes: 1,
        sha256: '',
        format: 'xlsx' as const,
        fault: null,
        readings: [{ tables: [table] } as unknown as InputFile['readings'][number]],
      })),
      ...unread,
    ],
    result: runRules({ tables, rules: RULES, references: {}, today: TODAY }),
    timings: {},
  };
}

const reportOf = (check: Check, office: Office = UNKNOWN_OFFICE) =>
  leaderReportOf(check, new Findings(check.result.log, 'vi'), office, 'vi', MASKED);

const tables = (blocks: readonly Block[]): readonly TableBlock[] =>
  blocks.filter((block): block is TableBlock => block.kind === 'table');
const texts = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) =>
      block.kind === 'paragraph' || block.kind === 'heading' ? [block.text] : block.kind === 'list' ? block.items : [],
    )
    .join('\n');

describe('report to the leader', () => {
  test('has sums that agree: groups, agencies and the whole', () => {
    const report = reportOf(roundOf(3));
    for (const severity of ['error', 'warning', 'info'] as const) {
      const sum = (counts: readonly { readonly counts: Readonly<Record<typeof severity, number>> }[]): number =>
        counts.reduce((total, one) => total + one.counts[severity], 0);
      expect([sum(report.groups), sum(report.agencies)]).toEqual([report.counts[severity], report.counts[severity]]);
    }
    expect(report.counts.error).toBeGreaterThan(0);
    expect([report.filesRead, report.sheets, report.rows]).toEqual([3, 3, 6]);
    expect(report.rulesRun + report.rulesNotRun).toBe(RULES.length);
  });

  test('gives each agency its errors by area and a last day that is a working day', () => {
    const office = officeSchema.parse({ daysToCorrect: { errors: 4, warnings: 9 } });
    const report = reportOf(roundOf(3), office);
    // Quốc khánh and two weekends lie between.
    expect(report.due).toEqual({ errors: '2026-09-08', warnings: '2026-09-15' });
    const own = officeSchema.parse({ ...office, daysOff: ['2026-09-03'], workingDays: ['2026-09-12'] });
    expect(reportOf(roundOf(3), own).due).toEqual({ errors: '2026-09-09', warnings: '2026-09-15' });
    const [first] = report.tasks;
    expect(first!.agency).toBe('Xã số 001');
    expect(first!.areas.reduce((sum, { errors }) => sum + errors, first!.other)).toBe(first!.errors);
    expect(first!.areas.map(({ area }) => area)).toContain('catalogue');
    expect(
      report.tasks.every(({ errors, due }) => due === (errors > 0 ? report.due.errors : report.due.warnings)),
    ).toBe(true);
  });

  test('keeps the agencies with most errors in the body and lists all of them in an annex', () => {
    const { blocks, annexes } = leaderDocument(reportOf(roundOf(40)), UNKNOWN_OFFICE, 'vi');
    const listed = (own: readonly Block[], heading: string): number =>
      tables(own).find(({ columns }) => columns.some((column) => column.heading === heading))!.rows.length;
    expect(listed(blocks, 'Dòng đạt')).toBe(15);
    expect(annexes.map(({ number, title, landscape }) => [number, title, landscape])).toEqual([
      ['Phụ lục I', 'Kết quả của từng cơ quan, đơn vị', false],
      ['Phụ lục II', 'Mức độ sẵn sàng của từng cơ quan, đơn vị', true],
      ['Phụ lục III', 'Nội dung và thời hạn khắc phục', false],
    ]);
    expect(listed(annexes[0]!.blocks, 'Dòng đạt')).toBe(40);
    expect(texts(blocks)).toContain('nêu tại Phụ lục III');
  });

  test('needs no annex of agencies for a small round', () => {
    const { annexes } = leaderDocument(reportOf(roundOf(15)), UNKNOWN_OFFICE, 'vi');
    expect(annexes.map(({ title }) => title)).toEqual(['Mức độ sẵn sàng của từng cơ quan, đơn vị']);
  });

  test('names files that could not be read, with what to do', () => {
    const unread: InputFile = {
      file: 'hong.xlsx',
      bytes: 1,
      sha256: '',
      format: null,
      fault: { code: 'file.encrypted', params: { file: 'hong.xlsx' } },
      readings: [],
    };
    const { blocks, annexes } = leaderDocument(reportOf(roundOf(1, [unread])), UNKNOWN_OFFICE, 'vi');
    expect(texts(blocks)).toContain('Có 1 tệp không đọc được');
    expect(tables(annexes.at(-1)!.blocks)[0]!.rows).toEqual([['1', 'hong.xlsx', expect.stringContaining('mật khẩu')]]);
  });

  test('cites only laws that are in force on its day', () => {
    const report = reportOf(roundOf(1));
    const basisOn = (day: string): string => texts(leaderDocument({ ...report, day }, UNKNOWN_OFFICE, 'vi').blocks);
    expect(basisOn('2026-07-01')).toContain('224/2026/NĐ-CP');
    expect(basisOn('2026-06-30')).not.toContain('224/2026/NĐ-CP');
  });

  test('says so when nothing is wrong', () => {
    const check = roundOf(2);
    const clean = { ...check, result: runRules({ tables: [], rules: [], references: {}, today: TODAY }) };
    const { blocks } = leaderDocument(reportOf(clean), UNKNOWN_OFFICE, 'vi');
    expect(texts(blocks)).toContain('Không phát hiện lỗi hoặc cảnh báo.');
    expect(texts(blocks)).toContain('của toàn đợt là 100%');
  });

  test('every table’s columns share the whole width, and every row has a text for each', () => {
    const { blocks, annexes } = leaderDocument(reportOf(roundOf(40)), UNKNOWN_OFFICE, 'en');
    for (const { columns, rows, total } of tables([...blocks, ...annexes.flatMap((annex) => annex.blocks)])) {
      expect(Math.round(columns.reduce((sum, { width }) => sum + width, 0) * 10)).toBe(1000);
      for (const row of [...rows, ...(total === undefined ? [] : [total])]) expect(row).toHaveLength(columns.length);
    }
  });
});
