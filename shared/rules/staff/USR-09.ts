import { z } from 'zod';
import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import type { PlacedRow } from '../uniqueness/repeatedRows.ts';
import { holderOf, saysClosed, statedKey, unitOf } from './accountHolder.ts';
import { roleKindsIn, type RoleKind } from './roleKinds.ts';

type Field = 'vai_tro' | 'ho_ten' | 'cccd' | 'don_vi' | 'he_thong' | 'trang_thai';
type Message = 'both' | 'everything' | 'manyAdmins';
type View = TableView<Field, Message>;
type Account = PlacedRow<View> & { readonly kinds: readonly RoleKind[]; readonly holder: string };

const HANDLING: ReadonlySet<RoleKind> = new Set(['reception', 'processing', 'approval', 'results']);

const BOTH: Verdict<Message> = { message: 'both' };
const EVERYTHING: Verdict<Message> = { message: 'everything' };

export default defineRule({
  id: 'USR-09',
  title: 'Quyền được cấp không rộng hơn nhiệm vụ',
  severity: 'warning',
  scope: 'agency',
  why: 'Người vừa phân quyền vừa xử lý hồ sơ có thể tự cấp quyền cho mình; nhiều quản trị thì khi lộ tài khoản không biết ai đã thay đổi. Dữ liệu của người dân gặp rủi ro.',
  howToFix:
    'Tách tài khoản quản trị cấp đơn vị và tài khoản xử lý cho hai người; giữ số quản trị ở mức cần thiết, thu hồi quyền thừa.',
  legal: [],
  asks: ['001 §1d', '002 §1', '003 §1b'],
  datasets: ['accounts'],
  reads: ['vai_tro'],
  mayRead: ['ho_ten', 'cccd', 'don_vi', 'he_thong', 'trang_thai'],
  params: z.object({
    maxAdmins: z
      .number()
      .int()
      .min(1)
      .default(2)
      .describe('Số tài khoản quản trị nhiều nhất của một đơn vị trên một hệ thống'),
  }),
  messages: {
    both: 'Một người vừa có quyền quản trị vừa có quyền tiếp nhận, xử lý hồ sơ trên cùng hệ thống.',
    everything: 'Vai trò "{value}" cho toàn bộ quyền, không theo nhiệm vụ.',
    manyAdmins: 'Đơn vị có {count} người quản trị trên cùng một hệ thống (nhiều nhất {max}).',
  },
  en: {
    title: 'Rights are not wider than the task',
    why: 'Who grants rights and handles dossiers can grant rights to himself; with many administrators nobody can tell who changed what after an account leaked. Citizens’ data are at risk.',
    howToFix:
      'Part the unit’s administration and handling of dossiers between two people; keep as few administrators as needed and take surplus rights back.',
    messages: {
      both: 'One person both administers and receives or handles dossiers on one system.',
      everything: 'Role "{value}" gives all rights, not those of a task.',
      manyAdmins: 'The unit has {count} administrators on one system (at most {max}).',
    },
  },
  checkAll(views, { params }) {
    const places = new Map<string, Account[]>();
    for (const view of views) collect(view, places);
    for (const accounts of places.values()) judge(accounts, params.maxAdmins);
  },
});

/** Adds a table's open accounts to those of their unit and system. */
function collect(view: View, places: Map<string, Account[]>): void {
  const kindsOf = view.derive('vai_tro', roleKindsIn);
  const holder = holderOf(view);
  const unit = unitOf(view);
  const system = view.derive('he_thong', statedKey);
  const closed = view.derive('trang_thai', saysClosed);
  for (let row = 0; row < view.rows; row += 1) {
    const kinds = kindsOf(row);
    if (kinds.length === 0 || closed(row)) continue;
    const place = `${unit(row)}\u0001${system(row)}`;
    const accounts = places.get(place);
    // A row without a person stands for one of its own.
    const account = { view, row, kinds, holder: holder(row) || `${view.table.sheet}\u0001${row}` };
    if (accounts === undefined) places.set(place, [account]);
    else accounts.push(account);
  }
}

function judge(accounts: readonly Account[], maxAdmins: number): void {
  const admins = accounts.filter(({ kinds }) => kinds.includes('admin'));
  const handlers = new Set(
    accounts.filter(({ kinds }) => kinds.some((kind) => HANDLING.has(kind))).map((one) => one.holder),
  );
  const count = new Set(admins.map((one) => one.holder)).size;
  const tooMany: Verdict<Message> | null =
    count > maxAdmins
      ? { message: 'manyAdmins', args: { count, max: maxAdmins }, difference: `thừa ${count - maxAdmins} người` }
      : null;
  for (const { view, row, kinds, holder } of accounts) {
    if (kinds.includes('everything')) view.report(row, 'vai_tro', EVERYTHING);
    else if (!kinds.includes('admin')) continue;
    else if (handlers.has(holder)) view.report(row, 'vai_tro', BOTH);
    else if (tooMany !== null) view.report(row, 'vai_tro', tooMany);
  }
}
