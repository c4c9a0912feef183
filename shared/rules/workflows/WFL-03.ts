import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import { similarity } from '../../reference/nameMatching.ts';
import { rowToTell } from '../rowToTell.ts';
import { receives, returns } from './stepKinds.ts';
import { statedKey, stepNumber, workflowsIn, type Workflow } from './workflowRows.ts';

type Field = 'ma_tthc' | 'ten_quy_trinh' | 'buoc' | 'ten_buoc' | 'buoc_nguon' | 'buoc_tiep_theo';
type Message = 'unknown' | 'spelling' | 'asInSteps' | 'unreachable' | 'deadEnd' | 'selfLoop' | 'repeated';
type View = TableView<Field, Message>;

/** The steps of one workflow, by key of their name. */
interface Steps {
  readonly view: View;
  readonly rowsOf: ReadonlyMap<string, readonly number[]>;
  /** Names as written. */
  readonly nameOf: ReadonlyMap<string, string>;
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
  needs: { transitions: ['buoc_nguon', 'buoc_tiep_theo'], workflows: ['ten_buoc'] },
  messages: {
    unknown: 'Bước "{value}" không có trong bảng quy trình.',
    spelling: 'Bước "{value}" viết khác bảng quy trình ("{name}").',
    asInSteps: 'Viết như trong bảng quy trình.',
    unreachable: 'Không có đường chuyển nào tới bước "{value}".',
    deadEnd: 'Bước "{value}" không phải bước cuối nhưng không chuyển đi đâu.',
    selfLoop: 'Bước "{value}" chuyển tới chính nó.',
    repeated: 'Đường chuyển từ "{from}" tới "{value}" bị khai hai lần.',
  },
  en: {
    title: 'Transitions lead through existing steps, and every step can be reached',
    why: 'A transition to a step that does not exist lets the dossier get stuck; a step that cannot be reached never gets one.',
    howToFix: 'Write step names in the transitions as in the sheet of steps; add transitions that are missing.',
    messages: {
      unknown: 'Step "{value}" is not in the sheet of steps.',
      spelling: 'Step "{value}" is spelled otherwise in the sheet of steps ("{name}").',
      asInSteps: 'Spell it as in the sheet of steps.',
      unreachable: 'No transition leads to step "{value}".',
      deadEnd: 'Step "{value}" is not the last one, but leads nowhere.',
      selfLoop: 'Step "{value}" leads to itself.',
      repeated: 'The transition from "{from}" to "{value}" is listed twice.',
    },
  },
  checkAll(views) {
    const steps = stepsByWorkflow(views.filter((view) => view.table.dataset === 'workflows' && view.has('ten_buoc')));
    for (const view of views) {
      if (view.table.dataset !== 'transitions' || !view.has('buoc_nguon') || !view.has('buoc_tiep_theo')) continue;
      for (const workflow of workflowsIn(view)) {
        const own = steps.get(workflow.name);
        if (own !== undefined) checkWorkflow(view, workflow, own);
      }
    }
  },
});

/** Sheets of steps by workflow name; of several with one name the first, files come in a fixed order. */
function stepsByWorkflow(views: readonly View[]): ReadonlyMap<string, Steps> {
  const workflows = new Map<string, Steps>();
  for (const view of views) {
    const keyOf = view.derive('ten_buoc', statedKey);
    for (const { name, rows } of workflowsIn(view)) {
      if (name === '' || workflows.has(name)) continue;
      const rowsOf = Map.groupBy(
        rows.filter((row) => keyOf(row) !== ''),
        keyOf,
      );
      const nameOf = new Map(
        [...rowsOf].map(([key, own]) => [key, view.text('ten_buoc', rowToTell(view, own, 'ten_buoc'))]),
      );
      workflows.set(name, { view, rowsOf, nameOf });
    }
  }
  return workflows;
}

function checkWorkflow(view: View, { rows }: Workflow, steps: Steps): void {
  const [sourceOf, targetOf] = [view.derive('buoc_nguon', statedKey), view.derive('buoc_tiep_theo', statedKey)];
  let whole = true;
  for (const field of ENDS) {
    const keyOf = field === 'buoc_nguon' ? sourceOf : targetOf;
    for (const row of rows) {
      if (keyOf(row) === '') continue;
      const name = steps.nameOf.get(keyOf(row));
      if (name === undefined) {
        whole = false;
        view.report(row, field, unknownStep(keyOf(row), steps));
      } else if (name !== view.text(field, row)) {
        view.report(row, field, spelledOtherwise(name));
      }
    }
  }
  const moves = rows.filter((row) => sourceOf(row) !== '' && targetOf(row) !== '');
  for (const own of Map.groupBy(moves, (row) => `${sourceOf(row)}\u0001${targetOf(row)}`).values()) {
    if (sourceOf(own[0]!) === targetOf(own[0]!)) {
      for (const row of own) view.report(row, 'buoc_tiep_theo', SELF_LOOP);
    } else if (own.length > 1) {
      const args = { from: view.text('buoc_nguon', own[0]!) };
      for (const row of own) view.report(row, 'buoc_tiep_theo', { message: 'repeated', args, severity: 'warning' });
    }
  }
  // An unknown step may be the missing link.
  if (whole && moves.length > 0)
    checkPaths(
      moves.map((row) => [sourceOf(row), targetOf(row)] as const),
      steps,
    );
}

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
