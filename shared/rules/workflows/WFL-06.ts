import { compareKey } from '../../domain/vietnameseText.ts';
import { splitValues } from '../../domain/multiValue.ts';
import { defineRule, type TableView } from '../../engine/rule.ts';
import type { SystemRoles } from '../../reference/roleList.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { personNamesIn } from '../personNames.ts';
import { appraises, approves } from './stepKinds.ts';
import { workflowsIn } from './workflowRows.ts';

type Field = 'ma_tthc' | 'ten_quy_trinh' | 'buoc' | 'ten_buoc' | 'nguoi_xu_ly';
type Message = 'unknownRole' | 'samePerson';

const NOBODY: readonly string[] = [];
const personsIn = (cell: Cell, text: string): readonly string[] =>
  saysNothing(cell, text) ? NOBODY : personNamesIn(text);

// The list of roles is used when the run has one; persons are REF-05's. Two tasks of one group ("Lãnh đạo") may be two
// people, so only persons are told.
export default defineRule({
  id: 'WFL-06',
  title: 'Vai trò của bước hợp lệ; người thẩm định không tự phê duyệt',
  severity: 'warning',
  scope: 'table',
  why: 'Vai trò không có trên hệ thống thì bước không giao được cho ai; một người vừa thẩm định vừa phê duyệt thì không còn ai kiểm tra.',
  howToFix: 'Chọn vai trò trong danh mục của hệ thống; giao thẩm định và phê duyệt cho hai người khác nhau.',
  legal: [],
  asks: ['003 §1b'],
  datasets: ['workflows'],
  reads: ['nguoi_xu_ly'],
  mayRead: ['ma_tthc', 'ten_quy_trinh', 'buoc', 'ten_buoc'],
  messages: {
    unknownRole: 'Vai trò "{roles}" không có trong danh mục vai trò.',
    samePerson: '{name} vừa thẩm định vừa phê duyệt trong cùng quy trình.',
  },
  en: {
    title: 'Roles of steps are valid; who appraises does not approve',
    why: 'A role that the system does not have can be given to nobody; one person who appraises and approves is checked by nobody.',
    howToFix: 'Take a role of the system’s list; give appraisal and approval to two people.',
    messages: {
      unknownRole: 'The role "{roles}" is not in the list of roles.',
      samePerson: '{name} both appraises and approves in one workflow.',
    },
  },
  check(view, { ref }) {
    const roles = ref.roles?.all;
    if (roles !== undefined && roles.names.length > 0) {
      view.perValue('nguoi_xu_ly', (cell, text) => (saysNothing(cell, text) ? null : judgeRoles(text, roles)));
    }
    checkPersons(view);
  },
});

function judgeRoles(text: string, roles: SystemRoles) {
  if (personNamesIn(text).length > 0 || roles.has(text)) return null;
  const unknown = splitValues(text).filter((value) => !roles.has(value.text));
  return unknown.length === 0
    ? null
    : ({ message: 'unknownRole', args: { roles: unknown.map((value) => value.text).join('; ') } } as const);
}

/** Reports the approving steps of persons who appraise in the same workflow. */
function checkPersons(view: TableView<Field, Message>): void {
  const personsOf = view.derive('nguoi_xu_ly', personsIn);
  const appraisesAt = view.derive('ten_buoc', appraises);
  const approvesAt = view.derive('ten_buoc', approves);
  for (const { rows } of workflowsIn(view)) {
    const appraisers = new Set(rows.filter(appraisesAt).flatMap((row) => personsOf(row).map(compareKey)));
    if (appraisers.size === 0) continue;
    for (const row of rows) {
      const name = approvesAt(row) ? personsOf(row).find((person) => appraisers.has(compareKey(person))) : undefined;
      if (name !== undefined) view.report(row, 'nguoi_xu_ly', { message: 'samePerson', args: { name } });
    }
  }
}
