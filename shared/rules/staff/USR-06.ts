import { agencyIdOf } from '../../intake/agencyName.ts';
import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { isStated } from '../codes/statedCodes.ts';
import { communeInName, namesNoUnit } from './communeInName.ts';

type Field = 'don_vi' | 'ma_don_vi';
type Message = 'noUnit' | 'several' | 'otherCode' | 'sharedCode' | 'otherAgency';
type View = TableView<Field, Message>;

/** Units of the round's own list: codes by unit id, names by code. */
interface UnitList {
  readonly codesOf: Map<string, Set<string>>;
  readonly nameOf: Map<string, string>;
}

const unitId = (_cell: Cell, text: string): string => (isStated(text) && !namesNoUnit(text) ? agencyIdOf(text) : '');
const unitCode = (_cell: Cell, text: string): string => (isStated(text) ? text.toUpperCase() : '');
const commune = (_cell: Cell, text: string): string => (isStated(text) ? communeInName(text) : '');
const isNoUnit = (_cell: Cell, text: string): boolean => namesNoUnit(text);

// Whether the unit stands in the round's list of units at all is REF-06's; former communes and provinces are ADM's. Here:
// the name is that of one unit, and code, name and sender agree. Names of one code are compared by the commune they tell,
// since "UBND xã A" and "Trung tâm PVHCC xã A" may share a code.
export default defineRule({
  id: 'USR-06',
  title: 'Tài khoản gắn với đúng một đơn vị',
  severity: 'error',
  scope: 'round',
  why: 'Tài khoản gắn sai đơn vị thì hồ sơ của người dân chuyển đến nơi không có thẩm quyền, cán bộ đúng việc lại không thấy hồ sơ.',
  howToFix:
    'Ghi đủ tên đơn vị (ví dụ UBND xã Núi Cấm) và mã định danh đúng theo danh mục đơn vị; đề nghị quản trị chuyển tài khoản về đúng đơn vị.',
  legal: [],
  asks: ['003 §1b', '004 §1'],
  datasets: ['accounts', 'units'],
  reads: ['don_vi'],
  mayRead: ['ma_don_vi'],
  needs: { accounts: ['don_vi'] },
  messages: {
    noUnit: 'Tên đơn vị "{value}" không cho biết là đơn vị nào.',
    several: 'Danh mục đơn vị có {count} đơn vị cùng tên "{value}"; cần ghi mã định danh.',
    otherCode: 'Đơn vị "{value}" có mã {expected} trong danh mục đơn vị, bảng ghi mã {code}.',
    sharedCode: 'Mã đơn vị {code} được ghi cho nhiều xã, phường khác nhau: {names}.',
    otherAgency: 'Tài khoản gắn với "{value}" trong khi bảng do {agency} gửi.',
  },
  en: {
    title: 'An account belongs to exactly one unit, the right one',
    why: 'With the wrong unit, citizens’ dossiers go to an office without competence, and the officer in charge does not see them.',
    howToFix:
      'Write the full name of the unit (such as UBND xã Núi Cấm) and its code as in the list of units; have the account moved to the right unit.',
    messages: {
      noUnit: 'The unit name "{value}" does not tell which unit it is.',
      several: 'The list of units has {count} units named "{value}"; the code is needed.',
      otherCode: 'Unit "{value}" has the code {expected} in the list of units; the sheet says {code}.',
      sharedCode: 'Unit code {code} is given for different communes: {names}.',
      otherAgency: 'The account belongs to "{value}", but the sheet was sent by {agency}.',
    },
  },
  checkAll(views) {
    const list = unitList(views);
    const accounts = views.filter(({ table }) => table.dataset === 'accounts');
    const shared = sharedCodes(accounts);
    const compared = new Map<string, Verdict<Message> | null>();
    for (const view of accounts) judge(view, list, shared, compared);
  },
});

function judge(
  view: View,
  list: UnitList,
  shared: ReadonlyMap<string, Verdict<Message>>,
  known: Map<string, Verdict<Message> | null>,
): void {
  const idOf = view.derive('don_vi', unitId);
  const codeOf = view.derive('ma_don_vi', unitCode);
  const communeOf = view.derive('don_vi', commune);
  const noUnit = view.derive('don_vi', isNoUnit);
  const sender = communeInName(view.table.agency.name);
  const otherAgency: Verdict<Message> = {
    message: 'otherAgency',
    severity: 'warning',
    args: { agency: view.table.agency.name },
  };
  for (let row = 0; row < view.rows; row += 1) {
    const code = codeOf(row);
    if (noUnit(row)) {
      // The code may still tell the unit.
      if (!list.nameOf.has(code)) view.report(row, 'don_vi', { message: 'noUnit' });
      continue;
    }
    const key = `${idOf(row)}\u0001${code}`;
    let verdict = known.get(key);
    if (verdict === undefined) known.set(key, (verdict = compareWithList(idOf(row), code, list)));
    verdict ??= shared.get(codeAndCommune(code, communeOf(row))) ?? null;
    if (verdict === null && sender !== '' && communeOf(row) !== '' && communeOf(row) !== sender) verdict = otherAgency;
    if (verdict !== null) view.report(row, 'don_vi', verdict);
  }
}

function compareWithList(id: string, code: string, { codesOf }: UnitList): Verdict<Message> | null {
  const codes = id === '' ? undefined : codesOf.get(id);
  if (codes === undefined || codes.size === 0 || codes.has(code)) return null;
  if (code === '') return codes.size > 1 ? { message: 'several', args: { count: codes.size } } : null;
  const expected = [...codes].sort().join(', ');
  return { message: 'otherCode', args: { code, expected }, expected };
}

/** The units that tables of the round list. */
function unitList(views: readonly View[]): UnitList {
  const codesOf = new Map<string, Set<string>>();
  const nameOf = new Map<string, string>();
  for (const view of views.filter(({ table }) => table.dataset === 'units')) {
    const idOf = view.derive('don_vi', unitId);
    const codeOf = view.derive('ma_don_vi', unitCode);
    for (let row = 0; row < view.rows; row += 1) {
      const id = idOf(row);
      const code = codeOf(row);
      if (id === '' || code === '') continue;
      codesOf.set(id, (codesOf.get(id) ?? new Set()).add(code));
      nameOf.set(code, id);
    }
  }
  return { codesOf, nameOf };
}

/** What to say of codes that are given for more than one commune, by code and commune. Where one commune prevails, only the
 *  others are told of. */
function sharedCodes(views: readonly View[]): ReadonlyMap<string, Verdict<Message>> {
  const communes = new Map<string, Map<string, { shown: string; rows: number }>>();
  for (const view of views) {
    const codeOf = view.derive('ma_don_vi', unitCode);
    const communeOf = view.derive('don_vi', commune);
    for (let row = 0; row < view.rows; row += 1) {
      const code = codeOf(row);
      const name = communeOf(row);
      if (code === '' || name === '') continue;
      const names = communes.get(code) ?? new Map<string, { shown: string; rows: number }>();
      communes.set(code, names);
      const shown = view.text('don_vi', row);
      const known = names.get(name);
      if (known === undefined) names.set(name, { shown, rows: 1 });
      else {
        known.rows += 1;
        // The same spelling for every order of the rows.
        if (shown < known.shown) known.shown = shown;
      }
    }
  }
  const verdicts = new Map<string, Verdict<Message>>();
  for (const [code, names] of communes) {
    if (names.size < 2) continue;
    const all = [...names.values()];
    const rows = all.reduce((sum, one) => sum + one.rows, 0);
    const texts = all.map(({ shown }) => shown).sort();
    const verdict: Verdict<Message> = {
      message: 'sharedCode',
      args: { code, names: texts.slice(0, 5).join('; ') },
    };
    for (const [name, own] of names) {
      if (own.rows < PREVAILING || own.rows * 2 <= rows) verdicts.set(codeAndCommune(code, name), verdict);
    }
  }
  return verdicts;
}

/** With fewer rows nobody can tell which one is right. */
const PREVAILING = 3;

const codeAndCommune = (code: string, name: string): string => `${code}\u0001${name}`;
