import { z } from 'zod';
import { FIELDS } from '../../domain/fields.ts';
import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { countIn } from './count.ts';
import { reportsByUnit } from './reportUnit.ts';

const COUNTS = [
  'sl_tiep_nhan',
  'sl_truc_tuyen',
  'sl_truc_tiep',
  'sl_buu_chinh',
  'sl_da_giai_quyet',
  'sl_dang_giai_quyet',
  'sl_qua_han',
] as const;

/** Columns that are compared with the day before. The parts of received dossiers follow their total. */
const COMPARED = ['sl_tiep_nhan', 'sl_da_giai_quyet', 'sl_dang_giai_quyet', 'sl_qua_han'] as const;

type Message = 'negative' | 'fraction' | 'unreadable' | 'jump';
type View = TableView<'ngay_bao_cao' | 'don_vi' | (typeof COUNTS)[number], Message>;

// A jump from 1 to 4 says nothing; small numbers are left alone.
export default defineRule({
  id: 'RPT-05',
  title: 'Số liệu báo cáo hợp lý',
  severity: 'warning',
  scope: 'round',
  why: 'Số âm, số lẻ hay tăng vọt thường là gõ nhầm cột hoặc thừa chữ số; tổng của tỉnh sai theo và che mất tình hình thật.',
  howToFix: 'Đối chiếu với hệ thống và sửa ô sai; nếu số tăng là thật thì ghi lý do ở cột Ghi chú.',
  legal: [],
  asks: [],
  datasets: ['dailyReports'],
  reads: ['ngay_bao_cao'],
  mayRead: ['don_vi', ...COUNTS],
  params: z.object({
    factor: z.number().min(1).default(3).describe('Số lần tăng so với hôm trước được coi là bất thường'),
    least: z.number().min(0).default(30).describe('Chỉ xét khi số liệu lớn hơn mức này (hồ sơ)'),
  }),
  messages: {
    negative: 'Số liệu âm: {value}.',
    fraction: 'Số hồ sơ không thể là số lẻ: {value}.',
    unreadable: 'Ô số liệu không phải con số: "{value}".',
    jump: '{field} tăng từ {before} lên {now}, gấp hơn {factor} lần hôm trước.',
  },
  en: {
    title: 'The figures of a report are plausible',
    why: 'Negative, fractional or leaping figures are mostly typed into the wrong column or with a digit too many; the province’s total goes wrong and hides the true state.',
    howToFix: 'Compare with the system and correct the cell; where the rise is true, say why in the remarks.',
    messages: {
      negative: 'Negative figure: {value}.',
      fraction: 'Dossiers cannot be counted in fractions: {value}.',
      unreadable: 'The figure is no number: "{value}".',
      jump: '{field} rose from {before} to {now}, more than {factor} times the day before.',
    },
  },
  checkAll(views, { params }) {
    for (const view of views) for (const field of COUNTS) view.perValue(field, judge);
    for (const days of reportsByUnit(views).values()) {
      for (const [day, reports] of days) {
        const [yesterday, other] = days.get(day - 1) ?? [];
        // Which of two reports of a day counts, nobody knows (RPT-01).
        if (yesterday === undefined || other !== undefined || reports.length > 1) continue;
        judgeJumps(reports[0]!, yesterday, params);
      }
    }
  },
});

function judge(cell: Cell, text: string): Verdict<Message> | null {
  const value = countIn(cell, text);
  if (value === 'blank') return null;
  if (value === 'unreadable' || Number.isNaN(value)) return { message: 'unreadable' };
  if (value < 0) return { message: 'negative' };
  return Number.isInteger(value) ? null : { message: 'fraction' };
}

interface Place {
  readonly view: View;
  readonly row: number;
}

function judgeJumps(
  { view, row }: Place,
  yesterday: Place,
  { factor, least }: { factor: number; least: number },
): void {
  for (const field of COMPARED) {
    const now = view.derive(field, countIn)(row);
    const before = yesterday.view.derive(field, countIn)(yesterday.row);
    if (typeof now !== 'number' || typeof before !== 'number') continue;
    if (before <= 0 || now <= least || now <= before * factor) continue;
    view.report(row, field, {
      message: 'jump',
      args: { field: FIELDS[field].vi, before, now, factor },
      difference: `+${now - before}`,
    });
  }
}
