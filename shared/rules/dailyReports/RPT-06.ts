import { z } from 'zod';
import { parsePhone, splitPhones } from '../../domain/phone.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { saysAny } from '../phrases.ts';
import { rowToTell } from '../rowToTell.ts';

type Field = 'dau_moi' | 'vai_tro' | 'ca_truc' | 'chuc_vu' | 'sdt' | 'don_vi';
type View = TableView<Field, 'missing' | 'noPhone' | 'noPhoneColumn'>;

const isLeader = saysAny([
  'lãnh đạo',
  'chủ tịch',
  'phó chủ tịch',
  'giám đốc',
  'phó giám đốc',
  'trưởng phòng',
  'phó trưởng phòng',
  'phó phòng',
  'trưởng ca',
  'chánh văn phòng',
  'phó chánh văn phòng',
  'trưởng công an',
  'phó trưởng công an',
  'chỉ huy',
]);
const isTechnician = saysAny(['kỹ thuật', 'kỹ thuật viên', 'CNTT', 'công nghệ thông tin', 'hạ tầng', 'quản trị mạng']);
const isOfficer = saysAny(['chuyên viên', 'cán bộ', 'công chức', 'viên chức', 'nghiệp vụ', 'một cửa', 'tiếp nhận']);

const DUTIES = { leader: 'lãnh đạo', officer: 'chuyên viên', technician: 'kỹ thuật' } as const;
type Duty = keyof typeof DUTIES;
const DUTY_IDS = Object.keys(DUTIES) as readonly Duty[];

const NO_DUTIES: readonly Duty[] = [];
/** "Cán bộ kỹ thuật" is a technician, "Chuyên viên CNTT" too. */
const dutiesIn = (_cell: Cell, text: string): readonly Duty[] => {
  if (isTechnician(text)) return isLeader(text) ? ['leader', 'technician'] : ['technician'];
  if (isLeader(text)) return ['leader'];
  return isOfficer(text) ? ['officer'] : NO_DUTIES;
};

const shiftKey = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : searchKey(text));
const canBeCalled = (_cell: Cell, text: string): boolean =>
  parsePhone(text).ok || splitPhones(text).some(({ start, end }) => parsePhone(text.slice(start, end)).ok);

// Whether numbers are well formed is USR-04's; here at least somebody of a shift must be reachable. Technicians stand by for
// a whole province (003 §3b, §4a, §5a; 000 §1 and 003 §6b name only leaders and officers), so a unit's shift without one is
// a note. Whether shifts cover all 24 hours cannot be told from their names.
export default defineRule({
  id: 'RPT-06',
  title: 'Mỗi ca trực 24/7 có lãnh đạo, chuyên viên, kỹ thuật và số điện thoại',
  severity: 'warning',
  scope: 'table',
  why: 'Khi hệ thống gặp sự cố ngoài giờ, thiếu người quyết định hoặc người xử lý thì hồ sơ của người dân dừng lại đến sáng hôm sau.',
  howToFix: 'Bổ sung người trực cho đủ vai trò trong ca, ghi số điện thoại di động của từng người.',
  legal: [],
  asks: ['000 §1', '003 §1a', '003 §3b', '004 §1'],
  datasets: ['contacts'],
  reads: ['ca_truc'],
  mayRead: ['vai_tro', 'chuc_vu', 'sdt', 'don_vi', 'dau_moi'],
  readsAll: true,
  params: z.object({
    duties: z
      .array(z.enum(DUTY_IDS))
      .default(['leader', 'officer', 'technician'])
      .describe('Vai trò phải có trong mỗi ca trực'),
  }),
  messages: {
    missing: 'Ca trực "{shift}" của {unit} thiếu người trực {duty}.',
    noPhone: 'Ca trực "{shift}" của {unit} không có số điện thoại nào gọi được.',
    noPhoneColumn: 'Lịch trực không có cột số điện thoại.',
  },
  en: {
    title: 'Each 24/7 shift has a leader, an officer, a technician and a telephone number',
    why: 'When the system fails at night and nobody can decide or act, citizens’ dossiers wait until the morning.',
    howToFix: 'Add people until the shift has all duties, each with a mobile number.',
    messages: {
      missing: 'Shift "{shift}" of {unit} lacks: {duty}.',
      noPhone: 'Shift "{shift}" of {unit} has no telephone number that can be called.',
      noPhoneColumn: 'The roster has no column of telephone numbers.',
    },
  },
  check(view, { params }) {
    const duties = (['vai_tro', 'chuc_vu'] as const).map((field) => view.derive(field, dutiesIn));
    const callable = view.derive('sdt', canBeCalled);
    if (!view.has('sdt')) view.report(null, null, { message: 'noPhoneColumn' });
    for (const rows of shiftsOf(view)) {
      const row = rowToTell(view, rows, 'ca_truc');
      const unit = view.blank('don_vi', row) ? view.table.agency.name : view.text('don_vi', row);
      const args = { shift: view.text('ca_truc', row), unit };
      // What somebody does in the shift counts before the office he holds.
      const held = new Set(rows.flatMap((at) => duties.map((of) => of(at)).find((own) => own.length > 0) ?? NO_DUTIES));
      if (view.has('vai_tro') || view.has('chuc_vu')) {
        for (const duty of params.duties.filter((wanted) => !held.has(wanted))) {
          view.report(row, 'ca_truc', {
            message: 'missing',
            args: { ...args, duty: DUTIES[duty] },
            ...(duty === 'technician' ? { severity: 'info' } : {}),
          });
        }
      }
      if (view.has('sdt') && !rows.some(callable)) view.report(row, 'ca_truc', { message: 'noPhone', args });
    }
  },
});

/** Rows of each shift of each unit. */
function shiftsOf(view: View): Iterable<readonly number[]> {
  const shiftOf = view.derive('ca_truc', shiftKey);
  const unitOf = view.derive('don_vi', shiftKey);
  const shifts = new Map<string, number[]>();
  for (let row = 0; row < view.rows; row += 1) {
    if (shiftOf(row) === '') continue;
    const key = `${unitOf(row)}\u0001${shiftOf(row)}`;
    const rows = shifts.get(key);
    if (rows === undefined) shifts.set(key, [row]);
    else rows.push(row);
  }
  return shifts.values();
}
