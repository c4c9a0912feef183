import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { readFeeCell, type FeeCell } from './feeCell.ts';

type Message = 'unreadable' | 'negative' | 'badGroups' | 'dateCell' | 'notStated';

/** Blank cells and "Không có thông tin" belong to CMP-08, placeholders and Excel errors to CMP-12. "Không quy định" is
 *  readable, but neither an amount nor free of charge: a warning. */
export default defineRule({
  id: 'FEE-01',
  title: 'Mức thu đọc được',
  severity: 'error',
  scope: 'row',
  why: 'Nền tảng thanh toán chỉ nhận số tiền bằng đồng. Ô không đọc được thì không tạo được yêu cầu thanh toán trực tuyến, người dân phải nộp tiền mặt.',
  howToFix:
    'Ghi số tiền với đơn vị, ví dụ "50.000 đồng", "10.000 đồng/bản", hoặc ghi rõ "Miễn phí", "Theo Thông tư số …/…/TT-BTC". Nếu Excel đã đổi ô thành ngày tháng hay phần trăm, định dạng ô là Văn bản rồi nhập lại.',
  legal: [],
  asks: ['000 §1', '004 §1'],
  datasets: ['procedures', 'channels', 'feeConfigs'],
  reads: ['phi_le_phi'],
  messages: {
    unreadable: 'Mức thu "{value}" không đọc được.',
    negative: 'Mức thu "{value}" là số âm.',
    badGroups: 'Mức thu "{value}" có nhóm chữ số sai ở "{part}": mỗi nhóm sau dấu phân cách phải đủ ba chữ số.',
    dateCell: 'Ô mức thu chứa ngày tháng "{value}"; có thể Excel đã tự đổi khi nhập.',
    notStated: 'Ô ghi "{value}", chưa nói rõ là miễn phí hay thu bao nhiêu.',
  },
  en: {
    title: 'The fee can be read',
    why: 'The payment platform takes amounts in đồng only. From an unreadable cell no online payment can be requested, and citizens have to pay in cash.',
    howToFix:
      'Write the amount with its currency ("50.000 đồng", "10.000 đồng/bản") or say "Miễn phí" or "Theo Thông tư số …/…/TT-BTC". If Excel turned the cell into a date or percentage, format it as Text and type it again.',
    messages: {
      unreadable: 'The fee "{value}" cannot be read.',
      negative: 'The fee "{value}" is below 0.',
      badGroups:
        'The fee "{value}" has a wrong group of digits in "{part}": every group behind a separator needs three digits.',
      dateCell: 'The fee cell holds the date "{value}"; Excel may have converted it while typing.',
      notStated: 'The cell says "{value}", neither free of charge nor an amount.',
    },
  },
  check(view) {
    view.perValue('phi_le_phi', judgeCell);
  },
});

const judgeCell = (cell: Cell, text: string): Verdict<Message> | null => judge(readFeeCell(cell, text));

function judge({ blank, kind, text, whole }: FeeCell): Verdict<Message> | null {
  if (blank) return null;
  if (whole.ok) return whole.value.kind === 'unknown' ? { message: 'notStated', severity: 'warning' } : null;
  if (kind === 'date') return { message: 'dateCell' };
  if (whole.reason === 'negative') return { message: 'negative' };
  if (whole.reason === 'unreadable') return { message: 'unreadable' };
  return { message: 'badGroups', args: { part: text.slice(whole.span.start, whole.span.end) } };
}
