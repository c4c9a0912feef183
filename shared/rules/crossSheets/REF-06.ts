import { splitValues } from '../../domain/multiValue.ts';
import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import { buildNameIndex } from '../../reference/nameMatching.ts';
import { SHEETS_WITH_PLACES } from '../administrativeUnits/placeFields.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { agenciesIn } from '../rowConsistency/levelsAndAgencies.ts';
import { namesNoUnit } from '../staff/communeInName.ts';
import { listedOrCoded } from './listedUnits.ts';
import { readUnitName, type UnitList, type UnitName } from './unitNames.ts';

type Field = 'don_vi' | 'co_quan_thuc_hien' | 'xa' | 'ma_xa';
type Message = 'unknown' | 'listed';
type Nearest = (name: string) => string | undefined;

/** Names at least this alike are one unit with a slip; the next one must be clearly worse. */
const NEARLY_SAME = 0.85;
const CLEAR_GAP = 0.05;

// Left out: ministries and other levels of which the list holds nothing; names of kinds ("UBND cấp xã"), which are USR-06's
// in accounts; dissolved units (ADM-02, ADM-04). National wording is freer in "Cơ quan thực hiện", so there it is a warning.
export default defineRule({
  id: 'REF-06',
  title: 'Đơn vị có trong danh mục đơn vị',
  severity: 'error',
  scope: 'round',
  why: 'Tên đơn vị không khớp danh mục thì tài khoản, mức thu và hồ sơ bị gắn sai đơn vị; hồ sơ của người dân chuyển nhầm nơi giải quyết.',
  howToFix: 'Ghi đúng tên đơn vị như danh mục đơn vị; nếu danh mục thiếu đơn vị thì bổ sung vào danh mục.',
  legal: [],
  asks: ['003 §1b', '004 §1'],
  datasets: SHEETS_WITH_PLACES,
  reads: [],
  mayRead: ['don_vi', 'co_quan_thuc_hien', 'xa', 'ma_xa'],
  needs: { units: [] },
  messages: {
    unknown: 'Đơn vị "{name}" không có trong danh mục đơn vị.',
    listed: 'Danh mục đơn vị có "{candidate}", tên gần giống.',
  },
  en: {
    title: 'Units stand in the list of units',
    why: 'With a name that is not in the list, accounts, fees and dossiers are tied to the wrong unit, and citizens’ dossiers go to the wrong office.',
    howToFix: 'Write the unit’s name as in the list of units, or add a unit that the list lacks.',
    messages: {
      unknown: 'The unit "{name}" is not in the list of units.',
      listed: 'The list of units has "{candidate}", a similar name.',
    },
  },
  checkAll(views) {
    const list = listedOrCoded(views);
    if (list.size === 0) return;
    const nearest = nearestUnit(list);
    const verdicts = new Map<string, Verdict<Message> | null>();
    for (const view of views) {
      // What was unfolded out of another table was judged there.
      if (view.table.dataset === 'units' || view.table.unfoldedFrom !== undefined) continue;
      for (const field of ['don_vi', 'co_quan_thuc_hien'] as const) judgeColumn(view, field, list, nearest, verdicts);
    }
  },
});

function judgeColumn(
  view: TableView<Field, Message>,
  field: 'don_vi' | 'co_quan_thuc_hien',
  list: UnitList,
  nearest: Nearest,
  verdicts: Map<string, Verdict<Message> | null>,
): void {
  view.perValue(field, (cell, text) => {
    if (saysNothing(cell, text)) return null;
    const key = `${field} ${text}`;
    let verdict = verdicts.get(key);
    if (verdict === undefined) {
      const names =
        field === 'don_vi'
          ? splitValues(text).map((value) => value.text)
          : agenciesIn(cell, text).map(({ name }) => name);
      verdict = judge(names, field, list, nearest);
      verdicts.set(key, verdict);
    }
    return verdict;
  });
}

function judge(names: readonly string[], field: Field, list: UnitList, nearest: Nearest): Verdict<Message> | null {
  const strange = names.filter((name) => isStrange(readUnitName(name), field, list));
  const [name] = strange;
  if (name === undefined) return null;
  const near = nearest(name);
  return {
    message: 'unknown',
    args: { name: strange.join('; '), ...(near !== undefined && { candidate: near }) },
    ...(near !== undefined && { expected: near }),
    ...(near !== undefined &&
      names.length === 1 && { fix: { value: near, confidence: 'likely', why: 'listed' } as const }),
    ...(field === 'co_quan_thuc_hien' && { severity: 'warning' }),
  };
}

function isStrange(unit: UnitName, field: Field, list: UnitList): boolean {
  if (unit.key === '' || unit.level === 'ministry' || unit.dissolved || namesNoUnit(unit.name)) return false;
  if (list.holds(unit) || !list.covers(unit)) return false;
  // "Ủy ban nhân dân cấp xã", "Cơ quan đăng ký kinh doanh" are kinds of agencies.
  return field === 'don_vi' ? !unit.isKind : unit.commune !== '' || /^sở /i.test(unit.name);
}

/** Finds the listed unit that a misspelled name means, if only one comes near. */
function nearestUnit(list: UnitList): (name: string) => string | undefined {
  const names = Array.from(list.units(), ({ name }) => name);
  const index = buildNameIndex(names);
  return (name) => {
    const [best, next] = index.search(name, 2);
    if (best === undefined || best.score < NEARLY_SAME || best.score - (next?.score ?? 0) < CLEAR_GAP) return undefined;
    return names[best.index];
  };
}
