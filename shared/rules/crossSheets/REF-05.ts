import { compareKey } from '../../domain/vietnameseText.ts';
import { defineRule, type TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { personNamesIn } from '../personNames.ts';
import type { RoleKind } from '../staff/roleKinds.ts';
import { workKindsIn } from './workKinds.ts';

type Field = 'nguoi_xu_ly' | 'ten_buoc' | 'ho_ten' | 'vai_tro' | 'chuc_vu' | 'don_vi';
type Message = 'person' | 'role' | 'group';
type View = TableView<Field, Message>;

/** Who does a step: persons by name, or a group of users. */
interface Handler {
  readonly persons: readonly string[];
  readonly kinds: readonly RoleKind[];
  readonly group: string;
}

/** The people of an agency's account sheets. */
interface Staff {
  readonly names: ReadonlySet<string>;
  readonly kinds: ReadonlySet<RoleKind>;
  /** Roles, positions and units as written, each surrounded by blanks. */
  readonly groups: readonly string[];
}

const NOBODY: Handler = { persons: [], kinds: [], group: '' };
const readHandler = (cell: Cell, text: string): Handler =>
  saysNothing(cell, text)
    ? NOBODY
    : { persons: personNamesIn(text), kinds: workKindsIn(cell, text), group: compareKey(text) };
const foldedText = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : compareKey(text));

// Groups of users are compared by what they do ("Một cửa" with the role "Cán bộ tiếp nhận"), because systems name them
// each in their own way; a group that does nothing known has to be named by some account. Departments are left out: account
// sheets name agencies.
export default defineRule({
  id: 'REF-05',
  title: 'Người, nhóm xử lý của từng bước có trong danh sách tài khoản cán bộ',
  severity: 'error',
  scope: 'agency',
  why: 'Bước giao cho người hoặc nhóm không có tài khoản thì hồ sơ dừng ở bước đó, không ai nhìn thấy để xử lý.',
  howToFix: 'Cấp tài khoản, gán vai trò cho người hoặc nhóm được giao; hoặc giao lại bước cho người đang làm việc.',
  legal: [],
  asks: ['003 §1b'],
  datasets: ['workflows', 'accounts'],
  reads: [],
  mayRead: ['nguoi_xu_ly', 'ten_buoc', 'ho_ten', 'vai_tro', 'chuc_vu', 'don_vi'],
  needs: { workflows: ['nguoi_xu_ly'], accounts: [] },
  messages: {
    person: 'Bước "{step}" giao cho {who} không có trong danh sách tài khoản cán bộ.',
    role: 'Bước "{step}" giao cho "{value}" nhưng không tài khoản nào có vai trò phù hợp.',
    group: 'Bước "{step}" giao cho "{value}", không rõ là nhóm tài khoản nào trong danh sách.',
  },
  en: {
    title: 'Who handles a step is in the list of staff accounts',
    why: 'A step given to somebody without an account stops the dossier: nobody sees it.',
    howToFix: 'Give the person or group an account and role, or give the step to somebody in office.',
    messages: {
      person: 'Step "{step}" is given to {who}, who is not in the list of staff accounts.',
      role: 'Step "{step}" is given to "{value}", but no account has a fitting role.',
      group: 'Step "{step}" is given to "{value}"; it is not clear which accounts of the list that is.',
    },
  },
  checkAll(views) {
    const accounts = views.filter(({ table }) => table.dataset === 'accounts');
    if (accounts.length === 0) return;
    const staff = staffOf(accounts);
    for (const view of views) {
      if (view.table.dataset !== 'workflows') continue;
      const handlerOf = view.derive('nguoi_xu_ly', readHandler);
      const known = new Map<Handler, Absence | null>();
      for (let row = 0; row < view.rows; row += 1) {
        const handler = handlerOf(row);
        let absence = known.get(handler);
        if (absence === undefined) known.set(handler, (absence = absenceOf(handler, staff)));
        if (absence === null) continue;
        const { message, who } = absence;
        const args = { step: view.text('ten_buoc', row), ...(who !== '' && { who }) };
        view.report(
          row,
          'nguoi_xu_ly',
          message === 'group' ? { message, args, severity: 'warning' } : { message, args },
        );
      }
    }
  },
});

/** Why no account fits a handler, and the persons it concerns. */
interface Absence {
  readonly message: Message;
  readonly who: string;
}

function absenceOf({ persons, kinds, group }: Handler, staff: Staff): Absence | null {
  if (group === '') return null;
  if (persons.length > 0) {
    const absent = staff.names.size === 0 ? [] : persons.filter((name) => !staff.names.has(compareKey(name)));
    return absent.length === 0 ? null : { message: 'person', who: absent.join(', ') };
  }
  if (staff.kinds.size === 0 || staff.groups.some((listed) => listed.includes(` ${group} `))) return null;
  if (kinds.length === 0) return { message: 'group', who: '' };
  return staff.kinds.has('everything') || kinds.some((kind) => staff.kinds.has(kind))
    ? null
    : { message: 'role', who: '' };
}

function staffOf(accounts: readonly View[]): Staff {
  const names = new Set<string>();
  const kinds = new Set<RoleKind>();
  const groups = new Set<string>();
  for (const view of accounts) {
    const nameOf = view.derive('ho_ten', foldedText);
    for (let row = 0; row < view.rows; row += 1) if (nameOf(row) !== '') names.add(nameOf(row));
    for (const field of ['vai_tro', 'chuc_vu', 'don_vi'] as const) {
      if (!view.has(field)) continue;
      const textOf = view.derive(field, foldedText);
      const kindsOf = view.derive(field, workKindsIn);
      for (let row = 0; row < view.rows; row += 1) {
        groups.add(` ${textOf(row)} `);
        // What a unit is called tells nothing of what its people may do.
        if (field !== 'don_vi') for (const kind of kindsOf(row)) kinds.add(kind);
      }
    }
  }
  return { names, kinds, groups: [...groups] };
}
