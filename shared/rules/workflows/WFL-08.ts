import { formerLevelWords } from '../../domain/administrativeUnit.ts';
import { findPlaceMentions } from '../../domain/placeMentions.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { isOfFormerLevel } from '../places.ts';
import { saysAny } from '../phrases.ts';
import { rowToTell } from '../rowToTell.ts';
import { workflowsIn } from './workflowRows.ts';

type Message = 'level' | 'department';

const STEP_FIELDS = ['dv_xu_ly_buoc', 'nguoi_xu_ly', 'ten_buoc'] as const;

// Departments of a district's committee. Communes have "Phòng Kinh tế", "Phòng Văn hóa - Xã hội" and an office.
const namesDistrictDepartment = saysAny([
  'Phòng Tài nguyên và Môi trường',
  'Phòng TNMT',
  'Phòng TN&MT',
  'Phòng Tài chính - Kế hoạch',
  'Phòng TC-KH',
  'Phòng Lao động - Thương binh và Xã hội',
  'Phòng LĐTBXH',
  'Phòng LĐ-TB&XH',
  'Phòng Nông nghiệp và Phát triển nông thôn',
  'Phòng NN&PTNT',
  'Phòng Kinh tế và Hạ tầng',
  'Phòng Quản lý đô thị',
  'Phòng Văn hóa và Thông tin',
  'Phòng Giáo dục và Đào tạo',
  'Phòng GD&ĐT',
  'Phòng Tư pháp',
  'Phòng Nội vụ',
  'Phòng Y tế',
]);

// Programmes for "huyện nghèo" go on.
const POOR = /^ nghèo(?!\p{L})/iu;

const VERDICTS = {
  level: { message: 'level' },
  // Departments of a provincial agency may bear such a name.
  department: { message: 'department', severity: 'info' },
} as const satisfies Record<Message, Verdict<Message>>;

function judge(_cell: Cell, text: string): Verdict<Message> | null {
  const words = formerLevelWords(text).filter(
    ({ word, span }) => word !== 'thị trấn' && !POOR.test(text.slice(span.end)),
  );
  if (words.length > 0) return VERDICTS.level;
  return namesDistrictDepartment(text) ? VERDICTS.department : null;
}

/** In the department column a named district ("huyện Tịnh Biên") is ADM-04's. */
function judgeDepartment(cell: Cell, text: string): Verdict<Message> | null {
  const mentions = findPlaceMentions(text);
  return mentions.some((mention) => isOfFormerLevel(mention, { text, mentions })) ? null : judge(cell, text);
}

export default defineRule({
  id: 'WFL-08',
  title: 'Quy trình không còn phòng, ban cấp huyện',
  severity: 'warning',
  scope: 'table',
  why: 'Cấp huyện đã kết thúc hoạt động từ 01/7/2025; bước giao cho phòng cấp huyện thì không có ai nhận hồ sơ.',
  howToFix:
    'Giao bước cho phòng chuyên môn của xã, phường, đặc khu hoặc sở đã nhận nhiệm vụ; trình phê duyệt lại quy trình.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['workflows'],
  reads: [],
  anyOf: ['ten_quy_trinh', ...STEP_FIELDS],
  mayRead: ['ma_tthc', 'buoc'],
  readsAll: true,
  messages: {
    level: 'Quy trình còn nêu cấp huyện: "{value}".',
    department: '"{value}" có tên của phòng thuộc UBND cấp huyện trước đây; cần kiểm tra đơn vị xử lý hiện nay.',
  },
  en: {
    title: 'No district departments are left in workflows',
    why: 'The district level ended on 1 July 2025; a step given to a district department is received by nobody.',
    howToFix:
      'Give the step to the department of the commune or province that took the task over, and have the workflow approved again.',
    messages: {
      level: 'The workflow still names the district level: "{value}".',
      department: '"{value}" bears the name of a former district department; check who handles the step today.',
    },
  },
  check(view) {
    for (const field of STEP_FIELDS) view.perValue(field, field === 'dv_xu_ly_buoc' ? judgeDepartment : judge);
    // The name stands in every row of its workflow.
    const ofName = view.derive('ten_quy_trinh', judge);
    for (const { rows } of workflowsIn(view)) {
      const verdict = ofName(rows[0]!);
      if (verdict !== null) view.report(rowToTell(view, rows, 'buoc'), 'ten_quy_trinh', verdict);
    }
  },
});
