import { defineRule, type TableView } from '../../engine/rule.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { statedKey, workflowsIn } from './workflowRows.ts';

type Field = 'ma_tthc' | 'ten_quy_trinh' | 'buoc' | 'ten_buoc' | (typeof HANDLERS)[number];
type View = TableView<Field, 'nobody' | 'none'>;

/** Columns that tell who does a step. */
const HANDLERS = ['nguoi_xu_ly', 'dv_xu_ly_buoc', 'chuc_vu'] as const;

// Not in the rule book. A step may go over several rows; one of them naming somebody is enough. A sheet that names nobody
// at all is told once: there people are assigned on the system.
export default defineRule({
  id: 'WFL-10',
  title: 'Bước nào của quy trình cũng có người hoặc đơn vị xử lý',
  severity: 'error',
  scope: 'table',
  why: 'Bước không giao cho ai thì hồ sơ dừng lại ở đó, không ai nhận được để xử lý.',
  howToFix: 'Ghi người xử lý, chức vụ hoặc đơn vị xử lý của bước; bước do hệ thống tự làm thì ghi "Hệ thống".',
  legal: [],
  asks: ['003 §1đ', '003 §1b'],
  datasets: ['workflows'],
  reads: ['ten_buoc'],
  anyOf: HANDLERS,
  mayRead: ['ma_tthc', 'ten_quy_trinh', 'buoc', ...HANDLERS],
  messages: {
    nobody: 'Bước "{step}" chưa có người hoặc đơn vị xử lý.',
    none: 'Cả bảng chưa ghi người hoặc đơn vị xử lý của bước nào.',
  },
  en: {
    title: 'Every step of a workflow has somebody who does it',
    why: 'A dossier stops at a step that is nobody’s.',
    howToFix: 'Name the person, position or unit of the step; for steps that the system does itself write "Hệ thống".',
    messages: {
      nobody: 'Nobody does step "{step}".',
      none: 'The sheet names nobody for any step.',
    },
  },
  check(view) {
    const columns = HANDLERS.filter((field) => view.has(field));
    const [marked] = columns;
    if (marked === undefined) return;
    const blanks = columns.map((field) => view.derive(field, saysNothing));
    const stepOf = view.derive('ten_buoc', statedKey);
    const numberOf = view.derive('buoc', statedKey);
    const isNobodys = (row: number): boolean => blanks.every((blank) => blank(row));
    const open: { readonly rows: readonly number[] }[] = [];
    let steps = 0;
    for (const { rows } of workflowsIn(view)) {
      const stated = rows.filter((row) => stepOf(row) !== '');
      for (const own of Map.groupBy(stated, (row) => `${numberOf(row)}\u0001${stepOf(row)}`).values()) {
        steps += 1;
        if (own.every(isNobodys)) open.push({ rows: own });
      }
    }
    if (steps > 0 && open.length === steps) view.report(null, null, { message: 'none', severity: 'warning' });
    else for (const { rows } of open) tell(view, rows, marked);
  },
});

function tell(view: View, rows: readonly number[], field: (typeof HANDLERS)[number]): void {
  for (const row of rows) view.report(row, field, { message: 'nobody', args: { step: view.text('ten_buoc', row) } });
}
