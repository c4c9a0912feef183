import { DATASET_IDS } from '../../domain/datasets.ts';
import { FIELDS } from '../../domain/fields.ts';
import { headingKey } from '../../domain/vietnameseText.ts';
import { defineRule } from '../../engine/rule.ts';
import type { TableColumn } from '../../table/table.ts';

type Message = 'header' | 'total' | 'section' | 'numbering';

// Merged cells, repeated headers spelled alike, lone group rows, totals and numbering under the header are taken out when
// the file is read (intake). What a table can still hold are rows that only look like data: a header copied with other
// blanks or capitals, a total with several filled cells, a section line with figures beside it, a stray "(1) (2) (3)".
// They show in the first columns.
const LOOKED_AT = 4;
const TOTAL = /^(?:tongcong|tongso|cong|tong)$/;
const SECTION = /^(?:[IVXLC]{1,6}|[A-HĐ])[.)]?$/;
const NUMBERING = /^\(\d{1,2}\)$/;
const LONGEST_TOTAL = 'tongcong'.length;
const LONGEST = 80;
/** A heading with marks as characters of their own, surplus blanks and signs is at most so many times its key. */
const WIDEST = 3;

export default defineRule({
  id: 'TXT-10',
  title: 'Mỗi dòng dữ liệu là một bản ghi',
  severity: 'warning',
  scope: 'row',
  why: 'Dòng tiêu đề lặp lại, dòng nhóm, dòng cộng nằm giữa bảng bị hiểu là một thủ tục; số liệu sai và nhập lên hệ thống bị lỗi.',
  howToFix:
    'Xóa dòng tiêu đề lặp, dòng cộng; tên nhóm thì ghi vào cột Lĩnh vực của từng dòng (điền xuống) rồi xóa dòng nhóm.',
  legal: [],
  asks: [],
  datasets: DATASET_IDS,
  reads: [],
  readsAll: true,
  messages: {
    header: 'Dòng này lặp lại tiêu đề cột.',
    total: 'Dòng này là dòng cộng ("{text}"), không phải dữ liệu.',
    section: 'Dòng này là dòng nhóm ("{text}"), không phải dữ liệu.',
    numbering: 'Dòng này chỉ đánh số cột.',
  },
  en: {
    title: 'Every data row is one record',
    why: 'A repeated header, a section line or a total in the middle of a sheet is taken for a procedure; figures are wrong and loading fails.',
    howToFix:
      'Delete repeated headers and totals; write section names into the sector column of each row (fill down), then delete the section line.',
    messages: {
      header: 'This row repeats the column headings.',
      total: 'This row is a total ("{text}"), not data.',
      section: 'This row is a section line ("{text}"), not data.',
      numbering: 'This row only numbers the columns.',
    },
  },
  check(view) {
    const columns = view.ownColumns.filter(({ field }) => field !== null).slice(0, LOOKED_AT);
    const roles = columns.map(rolesOf);
    if (roles.every((role) => role.size === 0)) return;
    for (let row = 0; row < view.rows; row += 1) {
      const found = columns.map((column, index) => roles[index]!.get(column.codes[row]!));
      const message = messageOf(found);
      if (message === undefined) continue;
      const text = columns[found.indexOf(message)]!.at(row).text.trim();
      view.report(row, null, { message, args: { text } });
    }
  },
});

/** What a row is by the roles of its first cells: one heading alone may be a value ("Lĩnh vực"), two are a header. */
function messageOf(found: readonly (Message | undefined)[]): Message | undefined {
  const count = (role: Message): number => found.filter((message) => message === role).length;
  if (count('header') >= 2) return 'header';
  if (count('numbering') >= 2) return 'numbering';
  return found.find((message) => message === 'total' || message === 'section');
}

/** Distinct values of a column that give a row away, by their code. */
function rolesOf(column: TableColumn): ReadonlyMap<number, Message> {
  const roles = new Map<number, Message>();
  const headings = new Set([
    headingKey(column.heading),
    headingKey(column.heading.slice(column.heading.lastIndexOf('/') + 1)),
    ...(column.field === null ? [] : [headingKey(FIELDS[column.field].vi)]),
  ]);
  const longestKey = Math.max(LONGEST_TOTAL, ...[...headings].map((heading) => heading.length));
  const longest = Math.min(LONGEST, WIDEST * longestKey);
  for (let code = 1; code < column.distinct; code += 1) {
    if (!column.isText(code)) continue;
    const { text } = column.value(code);
    if (text.length > longest) continue;
    const role = roleOf(text.trim(), column, headings);
    if (role !== undefined) roles.set(code, role);
  }
  return roles;
}

function roleOf(text: string, column: TableColumn, headings: ReadonlySet<string>): Message | undefined {
  if (column.field === 'stt' && SECTION.test(text)) return 'section';
  if (/^\d/.test(text)) return undefined;
  if (NUMBERING.test(text)) return 'numbering';
  const key = headingKey(text);
  if (key !== '' && headings.has(key)) return 'header';
  return TOTAL.test(key) ? 'total' : undefined;
}
