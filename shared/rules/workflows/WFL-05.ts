import { formatProcedureCode, parseProcedureCode } from '../../domain/procedureCode.ts';
import { compareKey } from '../../domain/vietnameseText.ts';
import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { bindingLine } from '../boundProcedure.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { rowToTell } from '../rowToTell.ts';
import { workflowsIn } from './workflowRows.ts';

type View = TableView<'ma_tthc' | 'ten_quy_trinh', 'title' | 'otherSheet'>;

/** A code in one spelling, local variant kept; what is no code ("H13-12345-1") by its letters. '' when nothing is said. */
const sameCode = (text: string): string => {
  const code = parseProcedureCode(text);
  if (!code.ok) return compareKey(text);
  const { base, agency, variant } = code.value;
  return formatProcedureCode({
    base,
    ...(agency !== undefined && { agency }),
    ...(variant !== undefined && { variant }),
  });
};
const codeIn = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : sameCode(text));

// Real exports: 1.010724 above rows of 1.003930; steps of "H13-12345-1" beside transitions of 1.012385.H13-1. Which of the
// two is right cannot be told, so nothing is proposed. One finding per code of a sheet.
export default defineRule({
  id: 'WFL-05',
  title: 'Mã TTHC của quy trình thống nhất giữa tiêu đề, bảng và các trang',
  severity: 'warning',
  scope: 'agency',
  why: 'Quy trình gắn nhầm thủ tục thì hồ sơ chạy sai bước, sai người xử lý, sai thời hạn.',
  howToFix:
    'Đối chiếu tên quy trình với danh mục để biết mã đúng; sửa dòng "Gắn vào TTHC" hoặc cột mã cho giống nhau ở mọi trang.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['workflows', 'transitions'],
  reads: ['ma_tthc'],
  mayRead: ['ten_quy_trinh', 'buoc'],
  readsAll: true,
  messages: {
    title: 'Tiêu đề (ô {cell}) gắn quy trình vào TTHC {bound}, trong bảng ghi {value}.',
    otherSheet: 'Trang này ghi mã {value}, trang {sheet} của cùng quy trình ghi mã {other}.',
  },
  en: {
    title: 'Title, rows and sheets of a workflow agree on the procedure',
    why: 'A workflow tied to the wrong procedure sends dossiers through the wrong steps, people and deadlines.',
    howToFix:
      'Find the right code by the workflow’s name; make the title line and the code column agree on all sheets.',
    messages: {
      title: 'The title (cell {cell}) ties the workflow to procedure {bound}, but the rows say {value}.',
      otherSheet: 'This sheet says {value}, sheet {sheet} of the same workflow says {other}.',
    },
  },
  checkAll(views) {
    for (const view of views) checkTitle(view);
    const steps = codesOfSteps(views.filter(({ table }) => table.dataset === 'workflows'));
    for (const view of views) if (view.table.dataset === 'transitions') checkAgainstSteps(view, steps);
  },
});

function checkTitle(view: View): void {
  const line = bindingLine(view.table);
  if (line === undefined) return;
  const bound = sameCode(line.value);
  const verdict: Verdict<'title'> = { message: 'title', args: { cell: line.cell, bound: line.value } };
  for (const [code, rows] of rowsByCode(view)) {
    if (code !== bound) view.report(rowToTell(view, rows, 'ma_tthc'), 'ma_tthc', verdict);
  }
}

function rowsByCode(view: View): ReadonlyMap<string, readonly number[]> {
  const codeOf = view.derive('ma_tthc', codeIn);
  const rows = Array.from({ length: view.rows }, (_, row) => row).filter((row) => codeOf(row) !== '');
  return Map.groupBy(rows, codeOf);
}

/** Codes of the steps of each workflow of a file, with how one of them is written and where. */
type StepCodes = ReadonlyMap<string, { readonly codes: Set<string>; readonly shown: string; readonly sheet: string }>;

const fileAndName = (view: View, name: string): string => `${view.table.file}\u0001${name}`;

function codesOfSteps(views: readonly View[]): StepCodes {
  const steps = new Map<string, { codes: Set<string>; shown: string; sheet: string }>();
  for (const view of views) {
    const codeOf = view.derive('ma_tthc', codeIn);
    for (const { name, rows } of workflowsIn(view)) {
      const own = rows.filter((row) => codeOf(row) !== '');
      if (own.length === 0) continue;
      const shown = view.text('ma_tthc', rowToTell(view, own, 'ma_tthc'));
      const known = steps.get(fileAndName(view, name));
      if (known === undefined) {
        steps.set(fileAndName(view, name), { codes: new Set(own.map(codeOf)), shown, sheet: view.table.sheet });
      } else {
        for (const row of own) known.codes.add(codeOf(row));
        if (shown < known.shown) known.shown = shown;
      }
    }
  }
  return steps;
}

function checkAgainstSteps(view: View, steps: StepCodes): void {
  const codeOf = view.derive('ma_tthc', codeIn);
  for (const { name, rows } of workflowsIn(view)) {
    const known = steps.get(fileAndName(view, name));
    const other = rows.filter((row) => codeOf(row) !== '' && known?.codes.has(codeOf(row)) === false);
    if (known === undefined || other.length === 0) continue;
    view.report(rowToTell(view, other, 'ma_tthc'), 'ma_tthc', {
      message: 'otherSheet',
      args: { sheet: known.sheet, other: known.shown },
    });
  }
}
