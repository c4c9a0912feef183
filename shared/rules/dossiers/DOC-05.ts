import { compareKey } from '../../domain/vietnameseText.ts';
import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { readComponent, readComponents } from '../nationalCatalogue/componentNames.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';
import { shortened } from '../shortened.ts';
import { repeatedRows, sheetRows } from '../uniqueness/repeatedRows.ts';
import { lineKind } from './componentLine.ts';

type Message = 'rows' | 'inCell';
type Field = 'ma_tthc' | 'thanh_phan_ho_so' | 'truong_hop' | 'don_vi';

const paperKey = (cell: Cell, text: string): string =>
  saysNothing(cell, text) ? '' : (readComponent(text)?.key ?? '');
const isHeading = (_cell: Cell, text: string): boolean => lineKind(text) === 'heading';
const foldedText = (_cell: Cell, text: string): string => compareKey(text);

/** A paper that one cell lists twice; nothing is said of cells with headings, because cases share papers. */
function repeatedInCell(_cell: Cell, text: string): Verdict<Message> | null {
  if (!text.includes('\n') && !text.includes(';')) return null;
  if (text.split('\n').some((line) => lineKind(line) === 'heading')) return null;
  const seen = new Set<string>();
  const repeated = readComponents(text).find(({ key }) => seen.size === seen.add(key).size);
  return repeated === undefined ? null : { message: 'inCell', args: { name: shortened(repeated.name) } };
}

// Cases of a procedure share papers lawfully. Where a sheet tells its cases by heading rows instead of a column (DOC-01),
// which paper belongs to which case is not known, and nothing is said of the procedure. Without either, as in the sheets
// of the portal's layout, the repetition may be that of cases: a note.
export default defineRule({
  id: 'DOC-05',
  title: 'Một trường hợp không kê một giấy tờ hai lần',
  severity: 'warning',
  scope: 'table',
  why: 'Giấy tờ kê hai lần thì người dân phải nộp, phải tải lên hai lần cùng một giấy.',
  howToFix:
    'Xóa dòng lặp; nếu là hai giấy tờ khác nhau thì ghi tên đầy đủ để phân biệt, nếu khác trường hợp thì ghi ở cột trường hợp.',
  legal: [],
  asks: [],
  datasets: ['components', 'procedures'],
  reads: ['thanh_phan_ho_so'],
  mayRead: ['ma_tthc', 'truong_hop', 'don_vi'],
  messages: {
    rows: 'Giấy tờ này lặp ở các dòng {rows} của cùng một trường hợp.',
    inCell: 'Giấy tờ "{name}" được kê hơn một lần trong ô.',
  },
  en: {
    title: 'A case does not list a paper twice',
    why: 'A paper listed twice makes citizens hand it in and upload it twice.',
    howToFix: 'Delete the repeated row; tell two different papers, or two cases, apart by name.',
    messages: {
      rows: 'This paper is repeated in rows {rows} of one case.',
      inCell: 'The paper "{name}" is listed more than once in the cell.',
    },
  },
  check(view) {
    if (view.table.dataset === 'components') checkRows(view);
    else view.perValue('thanh_phan_ho_so', repeatedInCell);
  },
});

const NO_CASES = 'Bảng không có cột trường hợp; nếu hai trường hợp cùng cần giấy tờ này thì bổ sung cột.';

function checkRows(view: TableView<Field, Message>): void {
  const codeOf = view.derive('ma_tthc', nationalCodeOf);
  const caseOf = view.derive('truong_hop', foldedText);
  const unitOf = view.derive('don_vi', foldedText);
  const paperOf = view.derive('thanh_phan_ho_so', paperKey);
  const headingAt = view.derive('thanh_phan_ho_so', isHeading);
  const undivided = new Set<string>();
  if (!view.has('truong_hop')) {
    for (let row = 0; row < view.rows; row += 1) if (headingAt(row)) undivided.add(codeOf(row));
  }
  const keyOf = (row: number): string =>
    paperOf(row) === '' || undivided.has(codeOf(row)) || (view.has('ma_tthc') && codeOf(row) === '')
      ? ''
      : [codeOf(row), caseOf(row), unitOf(row), paperOf(row)].join('\u0001');
  for (const rows of repeatedRows(view.rows, keyOf)) {
    const args = { rows: sheetRows(view.table, rows) };
    const verdict: Verdict<Message> = view.has('truong_hop')
      ? { message: 'rows', args }
      : { message: 'rows', args, severity: 'info', evidence: NO_CASES };
    for (const row of rows) view.report(row, 'thanh_phan_ho_so', verdict);
  }
}
