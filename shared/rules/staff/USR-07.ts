import { distance } from 'fastest-levenshtein';
import { splitValues } from '../../domain/multiValue.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { SystemRoles } from '../../reference/roleList.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { shortened } from '../shortened.ts';

const NONE: readonly string[] = [];
const rolesIn = (cell: Cell, text: string): readonly string[] =>
  saysNothing(cell, text) ? NONE : splitValues(text).map((role) => role.text);
const systemName = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : text);

/** Names this close, in letters, are one name with a slip; shorter ones are too short to tell. */
const MOST_SLIPS = 2;
const SHORTEST = 6;

type Message = 'unknown' | 'unknownHere' | 'noSystem' | 'slip';

export default defineRule({
  id: 'USR-07',
  title: 'Vai trò có trong danh mục vai trò của hệ thống',
  severity: 'error',
  scope: 'row',
  why: 'Vai trò không có trên hệ thống thì không gán được quyền: cán bộ đăng nhập được nhưng không thấy hồ sơ để tiếp nhận, xử lý.',
  howToFix: 'Chọn đúng tên vai trò trong danh mục của hệ thống; nhiều vai trò thì cách nhau bằng dấu chấm phẩy.',
  legal: [],
  asks: ['000 §1', '002 §1'],
  datasets: ['accounts'],
  reads: ['vai_tro'],
  mayRead: ['he_thong'],
  refs: ['roles'],
  messages: {
    unknown: 'Vai trò "{role}" không có trong danh mục vai trò.',
    unknownHere: 'Vai trò "{role}" không có trên "{system}".',
    noSystem: 'Danh mục vai trò không có hệ thống "{value}" nên chưa xét được vai trò.',
    slip: 'Vai trò gần giống nhất trong danh mục.',
  },
  en: {
    title: 'The role stands in the system’s list of roles',
    why: 'A role that the system does not have cannot be granted: the officer can log in but sees no dossiers to receive or handle.',
    howToFix: 'Take the role’s name from the system’s list; part several roles by semicolons.',
    messages: {
      unknown: 'Role "{role}" is not in the list of roles.',
      unknownHere: 'Role "{role}" does not exist on "{system}".',
      noSystem: 'The list of roles does not know the system "{value}", so the role was not judged.',
      slip: 'The closest role in the list.',
    },
  },
  check(view, { ref, memo }) {
    const rolesOf = view.derive('vai_tro', rolesIn);
    const systemOf = view.derive('he_thong', systemName);
    const verdicts = memo(judge, () => new Map<SystemRoles, Map<readonly string[], Verdict<Message> | null>>());
    for (let row = 0; row < view.rows; row += 1) {
      const roles = rolesOf(row);
      if (roles.length === 0) continue;
      const system = systemOf(row);
      const offered = system === '' ? ref.roles.all : ref.roles.ofSystem(system);
      if (offered === undefined) {
        view.report(row, 'he_thong', { message: 'noSystem', severity: 'info' });
        continue;
      }
      let known = verdicts.get(offered);
      if (known === undefined) verdicts.set(offered, (known = new Map()));
      let verdict = known.get(roles);
      if (verdict === undefined) known.set(roles, (verdict = judge(roles, offered)));
      if (verdict !== null) view.report(row, 'vai_tro', verdict);
    }
  },
});

function judge(roles: readonly string[], offered: SystemRoles): Verdict<Message> | null {
  const role = roles.find((name) => !offered.has(name));
  if (role === undefined) return null;
  const expected = shortened(offered.names.join('; '));
  const told = {
    args: { role, system: offered.system },
    message: offered.system === '' ? ('unknown' as const) : ('unknownHere' as const),
  };
  const close = roles.length > 1 ? undefined : closest(role, offered);
  if (close === undefined) return { ...told, expected };
  return { ...told, expected: close, fix: { value: close, confidence: 'likely', why: 'slip' } };
}

/** The one listed role that is spelled almost alike. */
function closest(role: string, { names }: SystemRoles): string | undefined {
  const key = searchKey(role);
  if (key.length < SHORTEST || key.length > 100) return undefined;
  const near = names.filter((name) => distance(searchKey(name), key) <= MOST_SLIPS);
  return near.length === 1 ? near[0] : undefined;
}
