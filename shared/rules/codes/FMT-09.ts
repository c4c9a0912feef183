import { parseAgencyCode } from '../../domain/agencyCode.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { perStatedCode } from './statedCodes.ts';

type Message = 'oldOrder';

export default defineRule({
  id: 'FMT-09',
  title: 'Mã định danh đơn vị đã chuyển sang cấu trúc mới',
  severity: 'warning',
  scope: 'row',
  why: 'Mã kiểu 000.00.00.H56 theo Thông tư 10/2016/TT-BTTTT đã hết thời gian chuyển đổi; hệ thống mới đọc cấp 1 ở đầu mã nên không nhận ra đơn vị.',
  howToFix:
    'Tra bảng chuyển đổi mã định danh của tỉnh, bộ để lấy mã mới; không tự đảo thứ tự các nhóm vì số thứ tự cấp dưới đã được đánh lại.',
  legal: [{ doc: 'QĐ 20/2020/QĐ-TTg', article: 'Điều 4' }],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'feeConfigs', 'accounts', 'contacts', 'units'],
  reads: ['ma_don_vi'],
  messages: {
    oldOrder:
      'Mã định danh "{value}" theo cấu trúc cũ (TT 10/2016/TT-BTTTT), cần chuyển sang cấu trúc QĐ 20/2020/QĐ-TTg (mã cấp 1: {root}).',
  },
  en: {
    title: 'The agency code has been moved to the new structure',
    why: 'Codes such as 000.00.00.H56 (Circular 10/2016/TT-BTTTT) are past their transition period; the new systems read level 1 first and do not recognise the agency.',
    howToFix:
      'Take the new code from the province’s or ministry’s conversion table; do not turn the groups round by hand, lower levels were renumbered.',
    messages: {
      oldOrder:
        'Agency code "{value}" has the old structure (TT 10/2016/TT-BTTTT); it must be moved to that of QĐ 20/2020/QĐ-TTg (level 1: {root}).',
    },
  },
  check(view) {
    perStatedCode(view, 'ma_don_vi', judge);
  },
});

function judge(_cell: Cell, text: string): Verdict<Message> | null {
  const code = parseAgencyCode(text);
  if (!code.ok || code.value.scheme !== 'reversed') return null;
  return { message: 'oldOrder', args: { root: code.value.root } };
}
