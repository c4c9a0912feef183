import { parseDate } from '../../domain/calendarDate.ts';
import { FIELDS } from '../../domain/fields.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { saysAny } from '../phrases.ts';

const PARTS = ['loi_su_co', 'nguyen_nhan', 'phuong_an_xu_ly', 'thoi_gian_hoan_thanh', 'ket_qua_xu_ly'] as const;

const NAMES = {
  loi_su_co: 'nội dung lỗi, sự cố',
  nguyen_nhan: 'nguyên nhân',
  phuong_an_xu_ly: 'phương án xử lý',
  thoi_gian_hoan_thanh: 'thời gian hoàn thành',
  ket_qua_xu_ly: 'kết quả xử lý',
} as const satisfies Record<(typeof PARTS)[number], string>;

const dateOf = (_cell: Cell, text: string): string => {
  const date = parseDate(text);
  return date.ok ? date.value.iso : '';
};

const isUnderWay = saysAny(['đang xử lý', 'đang khắc phục']);
/** "Đang xử lý" keeps the place of a value elsewhere; as an outcome it says how far the work is. */
const noOutcome = (cell: Cell, text: string): boolean => saysNothing(cell, text) && !isUnderWay(text);

// An incident whose completion lies ahead has no outcome yet.
export default defineRule({
  id: 'RPT-04',
  title: 'Sự cố được ghi đủ lỗi, nguyên nhân, phương án, thời gian hoàn thành, kết quả',
  severity: 'warning',
  scope: 'row',
  why: 'Thiếu nguyên nhân hay phương án thì cơ quan đầu mối không hỗ trợ được; thiếu kết quả thì không biết dịch vụ của người dân đã thông suốt chưa.',
  howToFix: 'Bổ sung nội dung còn thiếu; đang xử lý thì ghi thời gian dự kiến hoàn thành.',
  legal: [],
  asks: ['003 §4đ', '003 §5d'],
  datasets: ['incidents'],
  reads: ['loi_su_co'],
  mayRead: ['nguyen_nhan', 'phuong_an_xu_ly', 'thoi_gian_hoan_thanh', 'ket_qua_xu_ly', 'don_vi', 'ngay_bao_cao'],
  messages: {
    missing: 'Sự cố thiếu {part}.',
    noColumn: 'Bảng sự cố không có cột {part}.',
  },
  en: {
    title: 'Incidents are recorded with fault, cause, plan, completion time and outcome',
    why: 'Without cause or plan nobody can help; without the outcome nobody knows whether the service runs again.',
    howToFix: 'Add what is missing; while work goes on, write the expected time of completion.',
    messages: {
      missing: 'The incident lacks {part}.',
      noColumn: 'The incident sheet has no column for {part}.',
    },
  },
  check(view, { today }) {
    const dueOn = view.derive('thoi_gian_hoan_thanh', dateOf);
    for (const part of PARTS) {
      if (!view.has(part)) {
        view.report(null, null, { message: 'noColumn', args: { part: FIELDS[part].vi } });
        continue;
      }
      const verdict = { message: 'missing', args: { part: NAMES[part] } } as const;
      const blank = view.derive(part, part === 'ket_qua_xu_ly' ? noOutcome : saysNothing);
      for (let row = 0; row < view.rows; row += 1) {
        if (!blank(row) || (part === 'ket_qua_xu_ly' && dueOn(row) > today)) continue;
        view.report(row, part, verdict);
      }
    }
  },
});
