import { isNoInformation, isPlaceholder } from '../../domain/placeholder.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { DEADLINE_FIELDS, deadlinesOf, type DeadlineReading } from './deadlineCell.ts';

/** What is blank belongs to CMP-05, a bare figure to DUE-07, a negative one to DUE-08. "Không quy định" is a statement and
 *  readable, but no deadline: the book does not name it; it is a warning here. So is "Theo quy định" that names no document. */
export default defineRule({
  id: 'DUE-01',
  title: 'Thời hạn giải quyết đọc được',
  severity: 'error',
  scope: 'row',
  why: 'Hệ thống không tính được ngày hẹn trả nếu thời hạn không phải là số ngày, giờ hoặc một cách ghi được quy định; người dân không biết khi nào nhận kết quả và hồ sơ quá hạn không bị phát hiện.',
  howToFix:
    'Ghi thời hạn bằng số và đơn vị, ví dụ "05 ngày làm việc", "Trong ngày làm việc", "15 ngày (trong đó: Sở 10 ngày, UBND tỉnh 05 ngày)". Nếu Excel đã đổi ô thành ngày tháng, hãy định dạng ô là Văn bản rồi nhập lại.',
  legal: [],
  asks: ['000 §1', '003 §1đ'],
  datasets: ['procedures', 'channels'],
  reads: ['thoi_han'],
  mayRead: ['thoi_han_cat_giam', 'dv_tinh_thoi_han'],
  messages: {
    unreadable: 'Không đọc được thời hạn "{value}".',
    dateCell: 'Ô thời hạn chứa ngày tháng "{value}"; có thể Excel đã tự đổi khi nhập.',
    notStated: 'Ô ghi "{value}", tức là chưa nêu thời hạn giải quyết cụ thể.',
  },
  en: {
    title: 'The deadline can be read',
    why: 'Without a readable deadline the system cannot compute the day on which the result is due: citizens do not know when to come, and overdue dossiers go unnoticed.',
    howToFix:
      'Write a number with its unit, e.g. "05 ngày làm việc" or "Trong ngày làm việc". If Excel turned the cell into a date, format it as Text and type the deadline again.',
    messages: {
      unreadable: 'The deadline "{value}" cannot be read.',
      dateCell: 'The deadline cell holds the date "{value}"; Excel may have converted it while typing.',
      notStated: 'The cell says "{value}", so no definite deadline is given.',
    },
  },
  check(view) {
    for (const field of DEADLINE_FIELDS) {
      if (!view.has(field)) continue;
      const readingOf = deadlinesOf(view, field);
      const verdicts = new Map<DeadlineReading, Verdict<'unreadable' | 'dateCell' | 'notStated'> | null>();
      for (let row = 0; row < view.rows; row += 1) {
        const reading = readingOf(row);
        let verdict = verdicts.get(reading);
        if (verdict === undefined) {
          verdicts.set(reading, (verdict = judge(reading, view.cell(field, row).kind === 'date')));
        }
        if (verdict !== null) view.report(row, field, verdict);
      }
    }
  },
});

/** "Theo quy định" without a word of which. */
// The key writes i for y in "quy".
const NAMES_NO_DOCUMENT = /^(?:thuc hien )?theo qui dinh(?: cua phap luat)?(?: hien hanh)?$/;

function judge(reading: DeadlineReading, isDate: boolean): Verdict<'unreadable' | 'dateCell' | 'notStated'> | null {
  const { result, text } = reading;
  if (result.ok && result.value.kind === 'byReference' && NAMES_NO_DOCUMENT.test(searchKey(text))) {
    return { message: 'notStated', severity: 'warning' };
  }
  if (result.ok || isPlaceholder(text) || isNoInformation(text)) return null;
  if (isDate) return { message: 'dateCell' };
  if (result.reason === 'unreadable') return { message: 'unreadable' };
  return result.reason === 'notStated' ? { message: 'notStated', severity: 'warning' } : null;
}
