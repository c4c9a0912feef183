import { compareKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';

// Words with their tones: "quận" must not be found in "cơ quan" or "quân khu". Districts in other columns are ADM-04's.
const DISTRICT = new RegExp(
  `(?:^| )(?:${['huyện', 'quận', 'thị xã', 'district'].map(compareKey).join('|')})(?: |$)`,
  'u',
);

export default defineRule({
  id: 'ROW-02',
  title: 'Cấp thực hiện không còn cấp huyện',
  severity: 'error',
  scope: 'row',
  why: 'Từ 01/7/2025 chính quyền địa phương chỉ còn cấp tỉnh và cấp xã. Thủ tục ghi cấp huyện không có nơi tiếp nhận trên Cổng mới.',
  howToFix:
    'Xem quyết định công bố sau sắp xếp để biết thủ tục đã chuyển về cấp tỉnh hay cấp xã rồi sửa cột Cấp thực hiện.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures'],
  reads: ['cap_thuc_hien'],
  messages: {
    district: 'Cấp thực hiện ghi "{value}"; không còn cấp huyện từ 01/7/2025.',
  },
  en: {
    title: 'The level is not the abolished district level',
    why: 'Since 1 July 2025 local government has provinces and communes only. A procedure at district level has no place of reception on the new portal.',
    howToFix:
      'See in the publishing decision made after the rearrangement whether the procedure went to the province or the commune, and correct the level.',
    messages: {
      district: 'The level says "{value}"; the district level was abolished on 1 July 2025.',
    },
  },
  check(view) {
    view.perValue('cap_thuc_hien', judge);
  },
});

const judge = (_cell: Cell, text: string): Verdict<'district'> | null =>
  DISTRICT.test(compareKey(text)) ? { message: 'district' } : null;
