import ExcelJS from 'exceljs';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { readinessWorkbook } from '../../../electron/node/reports/readinessWorkbook.ts';
import { defineRule } from '../../../shared/engine/rule.ts';
import { runRules } from '../../../shared/engine/run.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { areaOf, AREAS } from '../../../shared/domain/readinessArea.ts';
import { compareRounds, openIssues } from '../../../shared/reports/readiness/compareRounds.ts';
import { changeSince } from '../../../shared/reports/readiness/readinessChange.ts';
import { readinessOf } from '../../../shared/reports/readiness/readiness.ts';
import {
  recordOfAgencies,
  recordOfReadiness,
  type ReadinessRecord,
  type RecordedLine,
} from '../../../shared/reports/readiness/readinessRecord.ts';
import type { Table } from '../../../shared/table/table.ts';
import { tableFrom, type RowLiteral } from '../../tables.ts';

/** Says "wrong" of every cell that holds the word SAI, and of a sheet whose first remark holds CẢ BẢNG. */
const RULE = defineRule({
  id: 'THU-01',
  title: 'Thử',
  severity: 'error',
  scope: 'table',
  why: '',
  howToFix: '',
  legal: [],
  asks: [],
  datasets: ['procedures', 'feeConfigs', 'accounts', 'channels'],
  reads: [],
  mayRead: ['ma_tthc', 'ten_tthc', 'phi_le_phi', 'thoi_han', 'so_tai_khoan', 'cccd', 'ghi_chu'],
  params: z.object({}),
  messages: { wrong: 'Sai' },
  en: { title: 'Test', why: '', howToFix: '', messages: { wrong: 'Wrong' } },
  check(view) {
    for (const field of ['ma_tthc', 'ten_tthc', 'phi_le_phi', 'thoi_han', 'so_tai_khoan', 'cccd'] as const) {
      view.perValue(field, (_, text) => (text.includes('SAI') ? { message: 'wrong' } : null));
    }
    if (view.text('ghi_chu', 0) === 'CẢ BẢNG') view.report(null, null, { message: 'wrong' });
  },
});

function checkOf(tables: readonly Table[]): Check {
  return {
    round: 'Đợt thử',
    today: '2026-09-01',
    version: '1',
    reference: null,
    files: [
      {
        file: 'a.xlsx',
        bytes: 1,
        sha256: '',
        format: 'xlsx',
        fault: null,
        readings: [{ tables } as unknown as Check['files'][number]['readings'][number]],
      },
    ],
    result: runRules({ tables, rules: [RULE], references: {}, today: '2026-09-01' }),
    timings: {},
  };
}

const readiness = (tables: readonly Table[]) => {
  const check = checkOf(tables);
  return readinessOf(check);
};

const agency = (name: string) => ({ id: name, name });
const procedures = (name: string, rows: readonly RowLiteral[]): Table =>
  tableFrom('procedures', rows, { agency: agency(name), file: `${name}.xlsx` });

describe('readiness', () => {
  test('counts for each area the rows without an error in it', () => {
    const { agencies, total, ready } = readiness([
      procedures('Sở A', [
        { ma_tthc: '1.000001', phi_le_phi: 'SAI', thoi_han: '5 ngày' },
        { ma_tthc: 'SAI', phi_le_phi: 'SAI', thoi_han: '5 ngày' },
        { ma_tthc: '1.000003', phi_le_phi: '0', thoi_han: '5 ngày' },
      ]),
    ]);
    const own = agencies[0]!;
    expect([own.areas.catalogue.ready, own.areas.fees.ready, own.areas.deadlines.ready]).toEqual([66, 33, 100]);
    expect(own.areas.accounts).toMatchObject({ rows: 0, ready: null });
    expect([own.ready, ready, total.fees.broken]).toEqual([33, 33, 2]);
  });

  test('puts the least ready agency first', () => {
    const { agencies } = readiness([
      procedures('Sở A', [{ ma_tthc: '1.000001' }]),
      procedures('Sở C', [{ ma_tthc: 'SAI' }]),
      procedures('Sở B', [{ ma_tthc: 'SAI' }]),
    ]);
    expect(agencies.map((one) => one.agency.name)).toEqual(['Sở B', 'Sở C', 'Sở A']);
  });

  test('is never 100 % while an error about a whole sheet is open', () => {
    const { agencies, ready } = readiness([procedures('Sở A', [{ ma_tthc: '1.000001', ghi_chu: 'CẢ BẢNG' }])]);
    expect([agencies[0]!.areas.catalogue.ready, agencies[0]!.ready, ready]).toEqual([99, 99, 99]);
  });

  test('counts a row once when a sheet was unfolded into several tables', () => {
    const wide = procedures('Sở A', [{ ma_tthc: '1.000001' }, { ma_tthc: '1.000002' }]);
    const channels: Table = {
      ...tableFrom(
        'channels',
        [
          { ma_tthc: '1.000001', thoi_han: 'SAI' },
          { ma_tthc: '1.000001', thoi_han: 'SAI' },
        ],
        { agency: agency('Sở A'), file: 'Sở A.xlsx' },
      ),
      rowNumbers: Uint32Array.of(2, 2),
      unfoldedFrom: 'procedures',
    };
    const { agencies } = readiness([wide, channels]);
    expect(agencies[0]!.areas.catalogue.rows).toBe(2);
    expect(agencies[0]!.areas.deadlines).toMatchObject({ rows: 1, broken: 1, ready: 0 });
  });

  test.each([
    ['procedures', 'thoi_han', 'deadlines'],
    ['procedures', 'ten_tthc', 'catalogue'],
    ['feeConfigs', 'phi_le_phi', 'fees'],
    ['feeConfigs', 'ma_tthc', 'accounts'],
    ['workflows', 'dv_tinh_thoi_han', 'workflows'],
    ['pendingDossiers', 'phi_le_phi', 'dossiers'],
    ['contacts', 'sdt', 'staff'],
    ['units', 'don_vi', null],
    ['dailyReports', 'sl_qua_han', null],
  ] as const)('a cell of %s in %s is of the area %s', (dataset, field, area) => {
    expect(areaOf(dataset, field)).toBe(area);
  });
});

const earlier = (check: Check) => ({
  name: 'Đợt 1',
  issues: openIssues(check.result.log),
  readiness: recordOfReadiness(readinessOf(check)),
});

describe('progress since the round before', () => {
  test('tells mended, new and unchanged issues by identity, whatever the order of rows', () => {
    const before = checkOf([
      procedures('Sở A', [
        { ma_tthc: '1.000001', phi_le_phi: 'SAI' },
        { ma_tthc: '1.000002', phi_le_phi: 'SAI' },
      ]),
      procedures('Sở B', [{ ma_tthc: '1.000001', phi_le_phi: 'SAI' }]),
    ]);
    const now = checkOf([
      procedures('Sở A', [
        { ma_tthc: '1.000003', phi_le_phi: 'SAI' },
        { ma_tthc: '1.000002', phi_le_phi: 'vẫn SAI' },
        { ma_tthc: '1.000001', phi_le_phi: '0' },
      ]),
    ]);
    const progress = compareRounds(earlier(before), openIssues(now.result.log), readinessOf(now));
    expect(progress.total).toEqual({ mended: 1, added: 1, unchanged: 1 });
    expect(progress.agencies.map(({ agency: own, absent, areas }) => [own.name, absent, areas.fees])).toEqual([
      ['Sở A', false, { mended: 1, added: 1, unchanged: 1 }],
      ['Sở B', true, { mended: 0, added: 0, unchanged: 0 }],
    ]);
    expect(progress.agencies.map(({ ready }) => ready)).toEqual([
      { before: 0, now: 33 },
      { before: 0, now: null },
    ]);
    expect(progress.ready).toEqual({ before: 0, now: 33 });
  });
});

describe('readiness since the round before', () => {
  const before = checkOf([
    procedures('Sở A', [{ ma_tthc: 'SAI' }, { ma_tthc: '1.000002' }]),
    procedures('Sở B', [{ ma_tthc: 'SAI' }, { ma_tthc: '1.000002' }, { ma_tthc: '1.000003' }]),
  ]);
  const now = checkOf([
    procedures('Sở A', [{ ma_tthc: '1.000001' }, { ma_tthc: '1.000002', phi_le_phi: '0' }]),
    procedures('Sở C', [{ ma_tthc: 'SAI' }]),
  ]);
  const catalogue = AREAS.indexOf('catalogue');
  const fees = AREAS.indexOf('fees');

  test('is told in points for what both rounds have, and names who is missing', () => {
    const { agencies, total, missing } = changeSince(readinessOf(now), recordOfReadiness(readinessOf(before)));
    const own = agencies.get('Sở A')!;
    expect([own[catalogue], own[fees], own.at(-1)]).toEqual([50, null, 50]);
    expect([agencies.has('Sở C'), missing.map(({ name }) => name)]).toEqual([false, ['Sở B']]);
    // 3 of 5 rows then, 2 of 3 now.
    expect(total.at(-1)).toBe(66 - 60);
  });

  test('is none against itself, and an area that was not known then is not compared', () => {
    const record = recordOfReadiness(readinessOf(now));
    const { agencies } = changeSince(readinessOf(now), record);
    expect([...agencies.values()].flat().every((change) => change === null || change === 0)).toBe(true);
    const line = (all: RecordedLine): RecordedLine => all.slice(1);
    const older: ReadinessRecord = {
      areas: AREAS.slice(1),
      agencies: record.agencies.map((one) => ({ ...one, line: line(one.line) })),
      total: line(record.total),
    };
    const change = changeSince(readinessOf(now), older);
    expect([change.total[0], change.total.slice(1)]).toEqual([
      null,
      changeSince(readinessOf(now), record).total.slice(1),
    ]);
  });

  test('a record of some agencies is that of a round of these alone', () => {
    const both = recordOfReadiness(readinessOf(before));
    const alone = checkOf([procedures('Sở A', [{ ma_tthc: 'SAI' }, { ma_tthc: '1.000002' }])]);
    expect(recordOfAgencies(both, new Set(['Sở A']))).toEqual(recordOfReadiness(readinessOf(alone)));
    const whole = checkOf([procedures('Sở A', [{ ma_tthc: '1.000001', ghi_chu: 'CẢ BẢNG' }])]);
    const record = recordOfReadiness(readinessOf(whole));
    expect(recordOfAgencies(record, new Set(['Sở A']))).toEqual(record);
  });
});

describe('readiness workbook', () => {
  test('keeps a name that looks like a formula as text, and is the same byte for byte each time', async () => {
    const state = readiness([procedures('=HYPERLINK("http://x")', [{ ma_tthc: 'SAI' }, { ma_tthc: '1.000001' }])]);
    const write = () => readinessWorkbook(state, null, '@SUM(A1)', '2026-09-01', 'vi');
    const bytes = await write();
    expect(Buffer.compare(bytes, await write())).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const formulas = book.worksheets.flatMap((sheet) => {
      const found: string[] = [];
      sheet.eachRow((row) =>
        row.eachCell((cell) => cell.type === ExcelJS.ValueType.Formula && found.push(cell.address)),
      );
      return found;
    });
    expect(formulas).toEqual([]);
    const matrix = book.getWorksheet('Mức độ sẵn sàng')!;
    expect(matrix.getCell('B5').value).toBe('=HYPERLINK("http://x")');
    expect(matrix.getCell('C5').value).toBe(0.5);
  });
});
