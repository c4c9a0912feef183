import { formatProcedureCode, parseProcedureCode } from '../../domain/procedureCode.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import type { Table } from '../../table/table.ts';
import { groupByKeys } from '../alikeRows.ts';
import { repeatedIn, sheetRows } from './repeatedRows.ts';

/** The code in one spelling; local variants of a national code stay apart. '' for what is no code (FMT-01). */
const fullCode = (_cell: Cell, text: string): string => {
  const code = parseProcedureCode(text);
  if (!code.ok) return '';
  const { base, agency, variant } = code.value;
  return formatProcedureCode({
    base,
    ...(agency !== undefined && { agency }),
    ...(variant !== undefined && { variant }),
  });
};
const foldedText = (_cell: Cell, text: string): string => searchKey(text);

export default defineRule({
  id: 'UNQ-01',
  title: 'Mỗi mã TTHC chỉ có một dòng trong danh mục của đơn vị',
  severity: 'error',
  scope: 'table',
  why: 'Hai dòng cùng mã thì hệ thống chỉ nhận một, hoặc ghi đè lẫn nhau; mức thu và thời hạn công khai cho người dân tùy vào dòng nạp sau.',
  howToFix:
    'Dòng giống hệt thì xóa bớt. Dòng khác nội dung thì đối chiếu quyết định công bố, giữ một dòng đúng hoặc sửa mã gõ nhầm.',
  legal: [],
  asks: ['003 §1d'],
  // Channel, component and fee sheets give a procedure several rows by nature.
  datasets: ['procedures'],
  reads: ['ma_tthc'],
  mayRead: ['hinh_thuc_nop', 'don_vi', 'stt'],
  readsAll: true,
  messages: {
    identical: 'Mã {code} lặp ở các dòng {rows} với nội dung giống hệt.',
    differing: 'Mã {code} lặp ở các dòng {rows} nhưng nội dung khác nhau.',
  },
  en: {
    title: 'Each procedure code has one row in the agency’s catalogue',
    why: 'Of two rows with one code a system takes one only, or lets one overwrite the other; which fee and deadline citizens see depends on the row loaded last.',
    howToFix:
      'Delete identical rows. Where rows differ, compare them with the publishing decision and keep the right one, or correct a mistyped code.',
    messages: {
      identical: 'Code {code} is repeated in rows {rows} with identical content.',
      differing: 'Code {code} is repeated in rows {rows} with different content.',
    },
  },
  check(view, context) {
    const codeOf = view.derive('ma_tthc', fullCode);
    // Rows per channel, or per unit of an agency that reports for several, are no repetition.
    const channelOf = view.derive('hinh_thuc_nop', foldedText);
    const unitOf = view.derive('don_vi', foldedText);
    const alike = groupByKeys(view, context, [
      ['ma_tthc', codeOf],
      ['hinh_thuc_nop', channelOf],
      ['don_vi', unitOf],
    ]);
    for (const rows of repeatedIn(alike, (row) => codeOf(row) !== '')) {
      const differing = differingHeadings(view.table, rows);
      const verdict = {
        message: differing.length === 0 ? 'identical' : 'differing',
        args: { code: codeOf(rows[0]!), rows: sheetRows(view.table, rows) },
        ...(differing.length === 0 ? {} : { evidence: `Các cột khác nhau: ${differing.join('; ')}.` }),
      } as const;
      for (const row of rows) view.report(row, 'ma_tthc', verdict);
    }
  },
});

/** Headings of the columns in which rows differ, the numbering aside; the first five. */
function differingHeadings(table: Table, rows: readonly number[]): string[] {
  return table.columns
    .filter(({ field }) => field !== 'stt')
    .filter(({ codes }) => rows.some((row) => codes[row] !== codes[rows[0]!]))
    .slice(0, 5)
    .map(({ heading }) => heading.replaceAll('\n', ' '));
}
