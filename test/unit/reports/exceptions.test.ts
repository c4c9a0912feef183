import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { correctionWorkbook } from '../../../electron/node/reports/correctionWorkbook.ts';
import { Findings } from '../../../shared/engine/findings.ts';
import { runRules } from '../../../shared/engine/run.ts';
import type { Waiver } from '../../../shared/engine/waivers.ts';
import { summariseAgencies } from '../../../shared/reports/agencySummary.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { correctionListOf } from '../../../shared/reports/correctionList.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { tableFrom } from '../../tables.ts';

const TODAY = '2026-09-01';
const WAIVER: Waiver = {
  ruleId: 'CMP-13',
  match: new Map([['ho_ten', 'Nguyễn Văn An']]),
  agencies: [],
  reason: 'Cán bộ mới, đang làm CCCD',
  by: 'Giám đốc Sở',
  decision: '12/QĐ-SYT',
  until: '2026-12-31',
  source: { file: 'so-y-te.yaml', line: 1, column: 1 },
};

/** Sheets of a correction workbook as texts, by name. */
async function workbookOf(waivers: readonly Waiver[], ruleIds: readonly string[]) {
  const table = tableFrom('accounts', [
    { ho_ten: 'Nguyễn Văn An', cccd: '', don_vi: 'Sở Y tế', vai_tro: 'Tiếp nhận' },
    { ho_ten: 'Trần Thị Bình', cccd: '', don_vi: 'Sở Y tế', vai_tro: 'Xử lý' },
  ]);
  const result = runRules({
    tables: [table],
    rules: RULES.filter(({ id }) => ruleIds.includes(id)),
    references: {},
    today: TODAY,
    waivers,
  });
  const reading = { tables: [table] } as unknown as Check['files'][number]['readings'][number];
  const check: Check = {
    round: 'Đợt thử',
    today: TODAY,
    version: '1',
    reference: null,
    files: [{ file: 'a.xlsx', bytes: 1, sha256: '', format: 'xlsx', fault: null, readings: [reading] }],
    result,
    timings: {},
  };
  const findings = new Findings(result.log, 'vi');
  const [summary] = summariseAgencies(check, findings);
  const list = correctionListOf(check, findings, summary!, 'vi');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await correctionWorkbook(list, 'vi', () => null)).buffer as ArrayBuffer);
  return new Map(
    book.worksheets.map((sheet) => [
      sheet.name,
      sheet.getSheetValues().map((row) => (Array.isArray(row) ? row.slice(1).map(String) : [])),
    ]),
  );
}

describe('the correction workbook', () => {
  test('lists accepted findings apart, with reason, decision, who and until when', async () => {
    const sheets = await workbookOf([WAIVER], ['CMP-13']);
    const [, head, line, ...rest] = sheets.get('Ngoại lệ đã duyệt')!;
    expect(head).toEqual(expect.arrayContaining(['Lý do chấp nhận', 'Văn bản', 'Người quyết định', 'Đến hết ngày']));
    expect(line).toEqual(
      expect.arrayContaining(['Cán bộ mới, đang làm CCCD', '12/QĐ-SYT', 'Giám đốc Sở', '31/12/2026', 'CMP-13']),
    );
    expect(rest).toEqual([]);
    expect(sheets.get('Danh sách cần sửa')!.length).toBe(3);
  });

  test('says which rules did not run, and why', async () => {
    const sheets = await workbookOf([], ['CMP-13', 'USR-07', 'FEE-05']);
    const lines = sheets.get('Quy tắc không chạy')!.slice(2);
    expect(lines.map(([id]) => id)).toEqual(['USR-07']);
    for (const [, title, reason] of lines) {
      expect(title).not.toBe('');
      expect(reason).toMatch(/^Không chạy: /);
    }
  });

  test('has neither sheet where there is nothing to say', async () => {
    expect([...(await workbookOf([], ['CMP-13'])).keys()]).toEqual([
      'Tổng hợp',
      'Danh sách cần sửa',
      'Quy tắc áp dụng',
    ]);
  });
});
