import { z } from 'zod';
import { defineRule, type TableView } from '../../engine/rule.ts';
import type { PlacedRow } from '../uniqueness/repeatedRows.ts';
import { holderOf, saysClosed, unitOf } from './accountHolder.ts';
import { roleKindsIn } from './roleKinds.ts';
import { SYSTEM_IDS, SYSTEM_NAMES, systemsIn, type SystemId } from './systems.ts';

type Field = 'ho_ten' | 'he_thong' | 'cccd' | 'don_vi' | 'vai_tro' | 'trang_thai';
type View = TableView<Field, 'missing' | 'noSystem'>;
type Account = PlacedRow<View>;

const systems = z.array(z.enum(SYSTEM_IDS));

// People are those of the agency's own account sheets; who handles a step and has no account at all is REF-05's, and which
// roles a unit must have REF-07's. Not everybody needs every system of the book: by default each officer who receives,
// handles or signs needs coordination and provincial system, each agency one account for payments, and the ministries'
// systems are asked of nobody. A person is only told to be missing on a system that the agency lists for somebody else;
// otherwise one line says that the whole system is missing. Missing accounts never stop the work (001 §6b).
export default defineRule({
  id: 'USR-08',
  title: 'Cán bộ giải quyết hồ sơ có tài khoản trên các hệ thống cần dùng',
  severity: 'warning',
  scope: 'agency',
  why: 'Cán bộ có tài khoản ở hệ thống này mà thiếu ở hệ thống kia thì hồ sơ của người dân dừng lại giữa chừng.',
  howToFix:
    'Đề nghị cấp bổ sung tài khoản còn thiếu; trong khi chờ, tiếp tục tiếp nhận, xử lý hồ sơ theo quy trình hiện hành.',
  legal: [],
  asks: ['004 §1', '001 §2c', '001 §6b'],
  datasets: ['accounts'],
  reads: ['ho_ten', 'he_thong'],
  mayRead: ['cccd', 'don_vi', 'vai_tro', 'trang_thai'],
  params: z.object({
    perOfficer: systems
      .default(['coordination', 'province'])
      .describe('Các hệ thống mà mỗi cán bộ tiếp nhận, xử lý, phê duyệt phải có tài khoản'),
    perAgency: systems.default(['payment']).describe('Các hệ thống mà mỗi đơn vị phải có ít nhất một tài khoản'),
  }),
  messages: {
    missing: 'Cán bộ {name} chưa có tài khoản trên {system}.',
    noSystem: 'Danh sách tài khoản của đơn vị không có tài khoản nào trên {system}.',
  },
  en: {
    title: 'Officers who handle dossiers have accounts on the systems they need',
    why: 'An officer with an account here and none there lets citizens’ dossiers stop half-way.',
    howToFix: 'Ask for the missing accounts; meanwhile go on receiving and handling dossiers in the current way.',
    messages: {
      missing: 'Officer {name} has no account on {system}.',
      noSystem: 'The agency lists no account on {system}.',
    },
  },
  checkAll(views, { params }) {
    const tracked = new Set<SystemId>();
    const officers = new Map<string, { rows: Account[]; systems: Set<SystemId>; handles: boolean }>();
    for (const view of views) {
      const holder = holderOf(view);
      const unit = unitOf(view);
      const systemsOf = view.derive('he_thong', systemsIn);
      const kindsOf = view.derive('vai_tro', roleKindsIn);
      const closed = view.derive('trang_thai', saysClosed);
      for (let row = 0; row < view.rows; row += 1) {
        const key = holder(row);
        if (key === '' || closed(row)) continue;
        for (const system of systemsOf(row)) tracked.add(system);
        // Two officers of one name in two units are two; with a citizen id the unit is the same anyway.
        const person = `${key}\u0001${unit(row)}`;
        const officer = officers.get(person) ?? { rows: [], systems: new Set(), handles: false };
        officers.set(person, officer);
        officer.rows.push({ view, row });
        for (const system of systemsOf(row)) officer.systems.add(system);
        officer.handles ||= handlesDossiers(kindsOf(row), view.has('vai_tro'));
      }
    }
    if (officers.size === 0) return;
    for (const system of new Set([...params.perOfficer, ...params.perAgency])) {
      if (!tracked.has(system)) {
        views[0]!.report(null, null, { message: 'noSystem', args: { system: SYSTEM_NAMES[system] } });
        continue;
      }
      if (!params.perOfficer.includes(system)) continue;
      for (const { rows, systems: held, handles } of officers.values()) {
        if (!handles || held.size === 0 || held.has(system)) continue;
        const { view, row } = mainRow(rows);
        const args = { name: view.text('ho_ten', row), system: SYSTEM_NAMES[system] };
        view.report(row, 'he_thong', { message: 'missing', args, expected: SYSTEM_NAMES[system] });
      }
    }
  },
});

/** Administrators only grant rights; without a column of roles everybody counts as handling dossiers. */
const handlesDossiers = (kinds: readonly string[], told: boolean): boolean =>
  !told || kinds.length === 0 || kinds.some((kind) => kind !== 'admin');

/** The row at which an officer's missing account is told, whatever the order of the rows. */
function mainRow(rows: readonly Account[]): Account {
  const contentOf = ({ view, row }: Account): string =>
    `${view.text('he_thong', row)}\u0001${view.text('vai_tro', row)}`;
  return rows.reduce((first, other) => (contentOf(other) < contentOf(first) ? other : first));
}
