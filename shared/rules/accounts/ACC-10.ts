import { findProvince } from '../../domain/administrativeUnit.ts';
import { treasuryNameKind } from '../../domain/treasuryCode.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';

// No list of the new offices is published, so no new name is proposed. "KBNN Hà Nội" is an old name too; "Kho bạc Nhà nước"
// alone names no office and says nothing. A name in the code column is ACC-09's.
export default defineRule({
  id: 'ACC-10',
  title: 'Tên Kho bạc theo tổ chức mới (KBNN khu vực, phòng giao dịch)',
  severity: 'warning',
  scope: 'row',
  why: 'Từ năm 2025 Kho bạc tổ chức theo khu vực, không còn Kho bạc tỉnh, huyện. Tên cũ thường đi kèm số tài khoản và mã Kho bạc cũ; tiền có thể bị trả lại.',
  howToFix:
    'Hỏi Kho bạc nơi giao dịch tên, mã KBNN và số tài khoản hiện nay (KBNN khu vực …, Phòng Giao dịch số …) rồi cập nhật cùng lúc cả ba.',
  legal: [],
  asks: ['000 §1', '002 §2', '004 §1'],
  datasets: ['feeConfigs'],
  reads: ['ngan_hang'],
  messages: {
    former: 'Tên Kho bạc cũ "{value}"; cần kiểm tra KBNN khu vực hoặc phòng giao dịch hiện nay.',
  },
  en: {
    title: 'Treasury offices bear their names of the new organisation',
    why: 'Since 2025 the treasury is organised by regions and has no provincial or district offices. An old name usually comes with an old account and code, and payments may come back.',
    howToFix:
      'Ask the treasury office for its name, code and the account of today (KBNN khu vực …, Phòng Giao dịch số …) and update all three together.',
    messages: {
      former: 'Old name of a treasury office, "{value}"; check the regional office or transaction office of today.',
    },
  },
  check(view) {
    view.perValue('ngan_hang', judge);
  },
});

const BEHIND = /^.*?(?:kho bac nha nuoc|kho bac|kbnn) /;

function judge(_cell: Cell, text: string): Verdict<'former'> | null {
  const kind = treasuryNameKind(text);
  if (kind === 'former') return { message: 'former' };
  if (kind !== 'unnamed') return null;
  const [head = ''] = text.split(/[,;\n(–-]/);
  return findProvince(searchKey(head).replace(BEHIND, '')) === undefined ? null : { message: 'former' };
}
