import { compareKey } from '../../domain/vietnameseText.ts';
import type { TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import type { Table } from '../../table/table.ts';
import { boundCode } from '../boundProcedure.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';

/** The rows of one workflow in a sheet of steps or of transitions. */
export interface Workflow {
  /** National code of its procedure; '' when neither row nor title tells. */
  readonly code: string;
  /** Key of its name; '' when it has none. */
  readonly name: string;
  readonly rows: readonly number[];
}

/** Key of a cell, '' when it says nothing. For `view.derive`. */
export const statedKey = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : compareKey(text));

/** The workflows of a sheet: rows of one procedure (as written, so that local variants stay apart) and one name. Exports
 *  hold one workflow per sheet and name it above the header, decision annexes hold many. A step whose code or name alone is
 *  wrong stays with the workflow that lacks its number: the rules of codes and names tell of it, no other. Worked out once
 *  for all rules: a table never changes. */
export function workflowsIn(view: TableView<'ma_tthc' | 'ten_quy_trinh' | 'buoc'>): readonly Workflow[] {
  let workflows = workflowsOf.get(view.table);
  if (workflows === undefined) workflowsOf.set(view.table, (workflows = findWorkflows(view)));
  return workflows;
}

const workflowsOf = new WeakMap<Table, readonly Workflow[]>();

function findWorkflows(view: TableView<'ma_tthc' | 'ten_quy_trinh' | 'buoc'>): readonly Workflow[] {
  const writtenCode = view.derive('ma_tthc', statedKey);
  const codeOf = view.derive('ma_tthc', nationalCodeOf);
  const nameOf = view.derive('ten_quy_trinh', statedKey);
  const numberOf = view.derive('buoc', stepNumber);
  const bound = boundCode(view.table);
  const title = compareKey(view.table.titleFacts?.find(({ field }) => field === 'ten_quy_trinh')?.value ?? '');
  const rows = Array.from({ length: view.rows }, (_, row) => row);
  const groups = [...Map.groupBy(rows, (row) => `${writtenCode(row)}\u0001${nameOf(row)}`).values()].map(
    (own): Group => {
      const numbers = new Set(own.map(numberOf));
      return {
        rows: own,
        keys: [`c${writtenCode(own[0]!)}`, `n${nameOf(own[0]!)}`].filter((key) => key.length > 1),
        numbers,
        complete: isComplete(numbers),
      };
    },
  );
  const homeOf = strayGroups(groups);
  const straysOf = Map.groupBy(homeOf.keys(), (stray) => homeOf.get(stray)!);
  return groups
    .filter((group) => !homeOf.has(group))
    .map((group) => {
      const [first] = group.rows;
      const strays = straysOf.get(group) ?? [];
      return {
        code: codeOf(first!) || (writtenCode(first!) === '' ? bound : ''),
        name: nameOf(first!) || title,
        rows: strays.length === 0 ? group.rows : [group, ...strays].flatMap((one) => one.rows).sort((a, b) => a - b),
      };
    });
}

/** Rows of one code and one name. */
interface Group {
  readonly rows: readonly number[];
  /** Its code and its name, where it has them. */
  readonly keys: readonly string[];
  readonly numbers: ReadonlySet<number>;
  /** Its steps are numbered 1, 2, 3 … without a gap. */
  readonly complete: boolean;
}

/** Groups that are steps of another group with their code or their name mistyped: that group alone shares the other of the
 *  two, has more steps, and lacks these numbers. */
function strayGroups(groups: readonly Group[]): ReadonlyMap<Group, Group> {
  const joined = new Map<Group, Group>();
  if (groups.length < 2 || groups.every(({ complete }) => complete)) return joined;
  const byKey = new Map<string, Group[]>();
  for (const group of groups) {
    for (const key of group.keys) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [group]);
      else known.push(group);
    }
  }
  for (const group of groups) {
    if (group.numbers.has(-1)) continue;
    const near = new Set(group.keys.flatMap((key) => namesakes(byKey.get(key))));
    const homes = [...near].filter((home) => isHome(home, group));
    if (homes.length === 1) joined.set(group, homes[0]!);
  }
  // A group that belongs to another is nobody's home.
  for (const [group, home] of joined) if (joined.has(home)) joined.delete(group);
  return joined;
}

/** A name that very many workflows bear ("Quy trình nội bộ") tells nothing. */
const MOST_NAMESAKES = 200;
const namesakes = (groups: readonly Group[] | undefined): readonly Group[] =>
  groups === undefined || groups.length > MOST_NAMESAKES ? [] : groups;

const isHome = (home: Group, { rows, numbers }: Group): boolean =>
  home.rows.length > rows.length &&
  (!home.complete || numbers.has(home.numbers.size + 1)) &&
  [...numbers].every((number) => !home.numbers.has(number));

function isComplete(numbers: ReadonlySet<number>): boolean {
  for (let number = 1; number <= numbers.size; number += 1) if (!numbers.has(number)) return false;
  return true;
}

const NUMBER = /^(?:bước|b|step)?[ .:]{0,3}(\d{1,3})[.)]?$/i;

/** Number of a step ("3", "Bước 3"); -1 where the column holds something else. For `view.derive`. */
export const stepNumber = (_cell: Cell, text: string): number => Number(NUMBER.exec(text)?.[1] ?? -1);
