import { z } from 'zod';
import { defineRule, type TableView } from '../../engine/rule.ts';
import { rowToTell } from '../rowToTell.ts';
import { saysClosed } from '../staff/accountHolder.ts';
import type { RoleKind } from '../staff/roleKinds.ts';
import { eachListed, listedUnits } from './listedUnits.ts';
import { readUnitName, unitIn } from './unitNames.ts';
import { workKindsIn } from './workKinds.ts';

type Field = 'don_vi' | 'vai_tro' | 'trang_thai' | 'xa';
type Message = 'roles' | 'noAccount' | 'few';
type View = TableView<Field, Message>;

const ROLE_NAMES = {
  reception: 'tiếp nhận',
  processing: 'xử lý',
  approval: 'lãnh đạo phê duyệt',
  results: 'trả kết quả',
} as const satisfies Partial<Record<RoleKind, string>>;
type Role = keyof typeof ROLE_NAMES;
const ROLES = Object.keys(ROLE_NAMES) as [Role, ...Role[]];

/** The accounts of one unit: their rows in the sheet where it stands first, and what their roles do. */
interface UnitAccounts {
  readonly view: View;
  readonly rows: number[];
  readonly kinds: Set<RoleKind>;
}

// One finding per unit, at one of its accounts. Units whose roles say nothing known are left out. Units of the round's list
// without any account are named only where at least half of the list has accounts (a setting): before that, the round is
// not complete.
export default defineRule({
  id: 'REF-07',
  title: 'Mỗi đơn vị có tài khoản cho đủ các vai trò',
  severity: 'warning',
  scope: 'round',
  why: 'Thiếu một vai trò thì hồ sơ dừng lại ở bước đó: không ai tiếp nhận, xử lý, ký hoặc trả kết quả cho người dân.',
  howToFix:
    'Đề nghị cấp tài khoản hoặc gán thêm vai trò còn thiếu cho cán bộ của đơn vị; trong khi chờ, xử lý theo quy trình hiện hành.',
  legal: [],
  asks: ['000 §1', '004 §1', '001 §6b'],
  datasets: ['accounts', 'units'],
  reads: [],
  mayRead: ['don_vi', 'vai_tro', 'trang_thai', 'xa'],
  readsAll: true,
  needs: { accounts: ['vai_tro'] },
  params: z.object({
    roles: z.array(z.enum(ROLES)).default(ROLES).describe('Các vai trò mà mỗi đơn vị phải có ít nhất một tài khoản'),
    coverage: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('Tỷ lệ đơn vị đã có tài khoản để báo riêng từng đơn vị chưa có'),
  }),
  messages: {
    roles: 'Đơn vị {unit} thiếu tài khoản vai trò {roles}.',
    noAccount: 'Đơn vị {unit} chưa có tài khoản nào.',
    few: 'Mới có tài khoản của {covered} trong {total} đơn vị thuộc danh mục.',
  },
  en: {
    title: 'Every unit has accounts for all roles',
    why: 'Without one of the roles dossiers stop there: nobody receives, handles, signs or hands out the result.',
    howToFix: 'Ask for accounts or roles that are missing; meanwhile go on in the current way.',
    messages: {
      roles: 'Unit {unit} has no account with role: {roles}.',
      noAccount: 'Unit {unit} has no account at all.',
      few: 'Only {covered} of the {total} listed units have accounts.',
    },
  },
  checkAll(views, { params }) {
    const units = accountsByUnit(views.filter(({ table }) => table.dataset === 'accounts'));
    for (const { view, rows, kinds } of units.values()) {
      const missing = params.roles.filter((role) => !kinds.has(role));
      if (kinds.size === 0 || kinds.has('everything') || missing.length === 0) continue;
      const row = rowToTell(view, rows, 'vai_tro');
      const unit = view.blank('don_vi', row) ? view.table.agency.name : view.text('don_vi', row);
      const roles = missing.map((role) => ROLE_NAMES[role]).join(', ');
      view.report(row, 'vai_tro', { message: 'roles', args: { unit, roles } });
    }
    reportUnitsWithout(views, units, params.coverage);
  },
});

function accountsByUnit(accounts: readonly View[]): ReadonlyMap<string, UnitAccounts> {
  const units = new Map<string, UnitAccounts>();
  for (const view of accounts) {
    const unitOf = view.derive('don_vi', unitIn);
    const kindsOf = view.derive('vai_tro', workKindsIn);
    const closed = view.derive('trang_thai', saysClosed);
    const sender = readUnitName(view.table.agency.name).key;
    for (let row = 0; row < view.rows; row += 1) {
      if (closed(row)) continue;
      const key = unitOf(row)?.key ?? sender;
      let unit = units.get(key);
      if (unit === undefined) units.set(key, (unit = { view, rows: [], kinds: new Set() }));
      if (unit.view === view) unit.rows.push(row);
      for (const kind of kindsOf(row)) unit.kinds.add(kind);
    }
  }
  return units;
}

function reportUnitsWithout(
  views: readonly View[],
  accounts: ReadonlyMap<string, UnitAccounts>,
  coverage: number,
): void {
  const listed = [...listedUnits(views).units()];
  const without = new Set(listed.filter(({ key }) => !accounts.has(key)).map(({ key }) => key));
  if (without.size === 0) return;
  const lists = views.filter(({ table }) => table.dataset === 'units');
  const covered = listed.length - without.size;
  if (covered < coverage * listed.length) {
    const args = { covered, total: listed.length };
    lists[0]!.report(null, null, { message: 'few', args, difference: `thiếu ${without.size}` });
    return;
  }
  eachListed(lists, (view, row, field, unit) => {
    // The first row of a unit that is listed twice.
    if (without.delete(unit.key)) view.report(row, field, { message: 'noAccount', args: { unit: unit.name } });
  });
}
