import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import { similarity } from '../../reference/nameMatching.ts';
import { EMPTY_CELL } from '../../table/cell.ts';
import { rowToTell } from '../rowToTell.ts';
import { receives, returns } from './stepKinds.ts';
import { statedKey, stepNumber, workflowsIn, type Workflow } from './workflowRows.ts';

type Field = 'ma_tthc' | 'ten_quy_trinh' | 'buoc' | 'ten_buoc' | 'buoc_nguon' | 'buoc_tiep_theo';
type Message =
  | 'unknown'
  | 'renamed'
  | 'spelling'
  | 'asInSteps'
  | 'asInTransitions'
  | 'unreachable'
  | 'deadEnd'
  | 'selfLoop'
  | 'repeated'
  | 'slipped';
type View = TableView<Field, Message>;

/** The steps of one workflow, by key of their name. */
interface Steps {
  readonly view: View;
  /** Keys of the workflow's name and code. */
  readonly name: string;
  readonly code: string;
  readonly rowsOf: ReadonlyMap<string, readonly number[]>;
  /** Names as written. */
  readonly nameOf: ReadonlyMap<string, string>;
}

/** Rows of a sheet of transitions that belong to one workflow. */
interface Part {
  readonly view: View;
  readonly rows: readonly number[];
}

/** A place of the transitions that names a step. */
interface Mention {
  readonly key: string;
  readonly view: View;
  readonly row: number;
  readonly field: (typeof ENDS)[number];
}

const ENDS = ['buoc_nguon', 'buoc_tiep_theo'] as const;
const ALIKE = 0.8;
/** Workflows with more steps than this are no workflows; names are then not compared one by one. */
const MOST_STEPS = 200;

// Steps are those of the sheet of steps with the same workflow name in the agency's files; without such a sheet nothing is
// compared. Names are compared without case, blanks and tone placement: blanks are TXT-04's ("Trình ký " in real files),
// another spelling is told here, because systems join the two sheets letter by letter. Loops backwards are how dossiers are
// returned for supplement; only a step that leads to itself is odd.
export default defineRule({
  id: 'WFL-03',
  title: 'Luân chuyển chỉ đi qua các bước có thật, bước nào cũng tới được',
  severity: 'error',
  scope: 'agency',
  why: 'Chuyển tới bước không tồn tại thì hồ sơ kẹt lại; bước không tới được thì người được giao không bao giờ nhận hồ sơ.',
  howToFix: 'Sửa tên bước trong bảng luân chuyển đúng như bảng quy trình; bổ sung đường chuyển còn thiếu.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['transitions', 'workflows'],
  reads: [],
  mayRead: ['ma_tthc', 'ten_quy_trinh', 'buoc', 'ten_buoc', 'buoc_nguon', 'buoc_tiep_theo'],
  readsAll: true,
  needs: { transitions: ['buoc_nguon', 'buoc_tiep_theo'], workflows: ['ten_buoc'] },
  messages: {
    unknown: 'Bước "{value}" không có trong bảng quy trình.',
    renamed: 'Bước "{value}" mang tên "{name}" ở {count} chỗ của bảng luân chuyển.',
    spelling: 'Bước "{value}" viết khác bảng quy trình ("{name}").',
    asInSteps: 'Viết như trong bảng quy trình.',
    asInTransitions: 'Viết như trong bảng luân chuyển.',
    unreachable: 'Không có đường chuyển nào tới bước "{value}".',
    deadEnd: 'Bước "{value}" không phải bước cuối nhưng không chuyển đi đâu.',
    selfLoop: 'Bước "{value}" chuyển tới chính nó.',
    slipped: 'Dòng bị lệch cột: ô này ghi tên quy trình "{value}" thay cho tên bước.',
    repeated: 'Đường chuyển từ "{from}" tới "{value}" bị khai hai lần.',
  },
  en: {
    title: 'Transitions lead through existing steps, and every step can be reached',
    why: 'A transition to a step that does not exist lets the dossier get stuck; a step that cannot be reached never gets one.',
    howToFix: 'Write step names in the transitions as in the sheet of steps; add transitions that are missing.',
    messages: {
      unknown: 'Step "{value}" is not in the sheet of steps.',
      renamed: 'Step "{value}" is called "{name}" at {count} places of the transitions.',
      spelling: 'Step "{value}" is spelled otherwise in the sheet of steps ("{name}").',
      asInSteps: 'Spell it as in the sheet of steps.',
      asInTransitions: 'Spell it as in the transitions.',
      unreachable: 'No transition leads to step "{value}".',
      deadEnd: 'Step "{value}" is not the last one, but leads nowhere.',
      selfLoop: 'Step "{value}" leads to itself.',
      slipped: 'The row slipped by a cell: the workflow’s name "{value}" stands in the place of a step.',
      repeated: 'The transition from "{from}" to "{value}" is listed twice.',
    },
  },
  checkAll(views) {
    const steps = stepsOf(views.filter((view) => view.table.dataset === 'workflows' && view.has('ten_buoc')));
    const find = finder(steps);
    const parts = new Map<Steps, Part[]>();
    for (const view of views) {
      if (view.table.dataset !== 'transitions' || !view.has('buoc_nguon') || !view.has('buoc_tiep_theo')) continue;
      tellSlipped(view, steps);
      for (const workflow of workflowsIn(view)) {
        const own = find(workflow);
        if (own === undefined) continue;
        const known = parts.get(own);
        if (known === undefined) parts.set(own, [{ view, rows: workflow.rows }]);
        else known.push({ view, rows: workflow.rows });
      }
    }
    const shifted = shiftedNames(views);
    for (const [own, transitions] of parts) checkWorkflow(transitions, own, shifted);
  },
});

/** Workflows of the sheets of steps; of several with one name the first, files come in a fixed order. */
function stepsOf(views: readonly View[]): readonly Steps[] {
  const workflows = new Map<string, Steps>();
  for (const view of views) {
    const keyOf = view.derive('ten_buoc', statedKey);
    for (const { name, code, rows } of workflowsIn(view)) {
      if (name === '' || workflows.has(name)) continue;
      const rowsOf = Map.groupBy(
        rows.filter((row) => keyOf(row) !== ''),
        keyOf,
      );
      const nameOf = new Map(
        [...rowsOf].map(([key, own]) => [key, view.text('ten_buoc', rowToTell(view, own, 'ten_buoc'))]),
      );
      workflows.set(name, { view, name, code, rowsOf, nameOf });
    }
  }
  return [...workflows.values()];
}

/** Finds the steps of a workflow of the transitions: by its name, whatever code stands beside (WFL-05), else by its code if
 *  one workflow only has it. */
function finder(steps: readonly Steps[]): (workflow: Workflow) => Steps | undefined {
  const byName = new Map(steps.map((own) => [own.name, own]));
  const byCode = Map.groupBy(steps, ({ code }) => code);
  return ({ name, code }) => {
    const named = byName.get(name);
    if (named !== undefined || code === '') return named;
    const [only, other] = byCode.get(code) ?? [];
    return other === undefined ? only : undefined;
  };
}

/** Tells of rows whose workflow is written where a step belongs. */
function tellSlipped(view: View, steps: readonly Steps[]): void {
  const names = new Set(steps.map(({ name }) => name));
  const keyOf = view.derive('buoc_nguon', statedKey);
  for (let row = 0; row < view.rows; row += 1) {
    if (names.has(keyOf(row))) view.report(row, 'buoc_nguon', SLIPPED);
  }
}

const SLIPPED: Verdict<Message> = { message: 'slipped' };

/** Names of workflows that stand in the column of a step: rows that slipped by a cell, and may be what seems to lack. */
function shiftedNames(views: readonly View[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const view of views) {
    for (const field of ['ma_tthc', 'buoc', 'buoc_nguon'] as const) {
      const keyOf = view.derive(field, statedKey);
      for (let row = 0; row < view.rows; row += 1) names.add(keyOf(row));
    }
  }
  return names;
}

function checkWorkflow(parts: readonly Part[], steps: Steps, shifted: ReadonlySet<string>): void {
  const moves: (readonly [string, string])[] = [];
  const mentioned = new Set<string>();
  const strange: Mention[] = [];
  // An unknown or missing step may be the missing link.
  let whole = !shifted.has(steps.name);
  for (const { view, rows } of parts) {
    const [sourceOf, targetOf] = [view.derive('buoc_nguon', statedKey), view.derive('buoc_tiep_theo', statedKey)];
    for (const field of ENDS) {
      const keyOf = field === 'buoc_nguon' ? sourceOf : targetOf;
      for (const row of rows) {
        const key = keyOf(row);
        const name = steps.nameOf.get(key);
        if (name === undefined) {
          whole = false;
          if (key !== '') strange.push({ key, view, row, field });
          continue;
        }
        mentioned.add(key);
        if (name !== view.text(field, row)) view.report(row, field, spelledOtherwise(name));
      }
    }
    moves.push(...checkMoves(view, rows, sourceOf, targetOf));
  }
  if (strange.length > 0) tellUnknown(strange, mentioned, steps, shifted.has(steps.name));
  if (whole && moves.length > 0) checkPaths(moves, steps);
}

/** Reports moves in place and moves listed twice; gives all moves. */
function checkMoves(
  view: View,
  rows: readonly number[],
  sourceOf: (row: number) => string,
  targetOf: (row: number) => string,
): readonly (readonly [string, string])[] {
  const moves = rows.filter((row) => sourceOf(row) !== '' && targetOf(row) !== '');
  for (const own of Map.groupBy(moves, (row) => `${sourceOf(row)}\u0001${targetOf(row)}`).values()) {
    if (sourceOf(own[0]!) === targetOf(own[0]!)) {
      for (const row of own) view.report(row, 'buoc_tiep_theo', SELF_LOOP);
    } else if (own.length > 1) {
      const args = { from: view.text('buoc_nguon', own[0]!) };
      for (const row of own) view.report(row, 'buoc_tiep_theo', { message: 'repeated', args, severity: 'warning' });
    }
  }
  return moves.map((row) => [sourceOf(row), targetOf(row)]);
}

/** Tells of names that the steps do not have. One name at several places, beside one step that no transition knows, is that
 *  step spelled otherwise: the finding stands at the step alone. */
function tellUnknown(
  strange: readonly Mention[],
  mentioned: ReadonlySet<string>,
  steps: Steps,
  stepsSlipped: boolean,
): void {
  const byKey = Map.groupBy(strange, ({ key }) => key);
  const unused = [...steps.rowsOf.keys()].filter((key) => !mentioned.has(key));
  const [step] = unused;
  const [name] = strange.map(({ view, row, field }) => view.text(field, row)).sort();
  if (byKey.size === 1 && unused.length === 1 && isStepsFault(steps.nameOf.get(step!)!, name!, strange.length)) {
    steps.view.report(rowToTell(steps.view, steps.rowsOf.get(step!)!, 'buoc'), 'ten_buoc', {
      message: 'renamed',
      args: { name: name!, count: strange.length },
      expected: name!,
      fix: { value: name!, confidence: 'likely', why: 'asInTransitions' },
    });
    return;
  }
  for (const [unknown, mentions] of byKey) {
    const verdict = unknownStep(unknown, steps);
    // The step that is missed stands in the row that slipped.
    if (stepsSlipped && verdict.fix === undefined) continue;
    for (const { view, row, field } of mentions) view.report(row, field, verdict);
  }
}

/** Whether a step's name is wrong rather than the transitions': they agree among themselves, or alone tell of the reception
 *  or the return that the workflow must have. */
const isStepsFault = (own: string, other: string, mentions: number): boolean =>
  mentions > 1 || END_KINDS.some((is) => is(EMPTY_CELL, other) && !is(EMPTY_CELL, own));

const END_KINDS = [receives, returns];

const SELF_LOOP: Verdict<Message> = { message: 'selfLoop', severity: 'warning' };

const spelledOtherwise = (name: string): Verdict<Message> => ({
  message: 'spelling',
  args: { name },
  expected: name,
  severity: 'warning',
  fix: { value: name, confidence: 'likely', why: 'asInSteps' },
});

/** A step that is not in the sheet of steps, with the one that is probably meant. */
function unknownStep(key: string, steps: Steps): Verdict<Message> {
  const near =
    steps.nameOf.size > MOST_STEPS ? [] : [...steps.nameOf].filter(([known]) => similarity(known, key) >= ALIKE);
  const [only] = near;
  return only === undefined || near.length > 1
    ? { message: 'unknown' }
    : { message: 'unknown', expected: only[1], fix: { value: only[1], confidence: 'likely', why: 'asInSteps' } };
}

/** Reports steps that no path from the first step reaches, and steps in the middle that lead nowhere. */
function checkPaths(moves: readonly (readonly [string, string])[], { view, rowsOf }: Steps): void {
  const numberOf = view.derive('buoc', stepNumber);
  const receivesAt = view.derive('ten_buoc', receives);
  const returnsAt = view.derive('ten_buoc', returns);
  const numbers = new Map([...rowsOf].map(([key, rows]) => [key, Math.min(...rows.map(numberOf))]));
  const numbered = [...numbers.values()].every((number) => number >= 0);
  const [lowest, highest] = [Math.min(...numbers.values()), Math.max(...numbers.values())];
  const starts = [...rowsOf]
    .filter(([key, rows]) => (numbered ? numbers.get(key) === lowest : rows.some(receivesAt)))
    .map(([key]) => key);
  if (starts.length > 0) {
    const targets = Map.groupBy(moves, ([source]) => source);
    const reached = new Set(starts);
    // A set visits what is added while it is walked.
    for (const step of reached) for (const [, target] of targets.get(step) ?? []) reached.add(target);
    // Steps behind a lost step are lost with it: one cause, one finding. In a circle no step is the first.
    const lost = [...rowsOf.keys()].filter((key) => !reached.has(key));
    const behind = new Set(moves.filter(([source]) => !reached.has(source)).map(([, target]) => target));
    const first = lost.filter((key) => !behind.has(key));
    for (const key of first.length > 0 ? first : lost) {
      view.report(rowToTell(view, rowsOf.get(key)!, 'buoc'), 'ten_buoc', { message: 'unreachable' });
    }
  }
  if (!numbered) return;
  const sources = new Set(moves.map(([source]) => source));
  for (const [key, rows] of rowsOf) {
    if (numbers.get(key) === highest || sources.has(key) || rows.some(returnsAt)) continue;
    view.report(rowToTell(view, rows, 'buoc'), 'ten_buoc', { message: 'deadEnd', severity: 'warning' });
  }
}
