import { formatCaseCode, parseCaseCode } from '../../domain/caseCode.ts';
import { compareKey } from '../../domain/vietnameseText.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { distinctCount, repeatedRows, sheetRows } from './repeatedRows.ts';

/** The case code of a cell; '' when it holds another code (FMT-06). */
const caseCode = (_cell: Cell, text: string): string => {
  const code = parseCaseCode(text);
  return code.ok ? formatCaseCode(code.value) : '';
};
const foldedName = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : compareKey(text));

// Rows of one case are many by nature (channels, fees); only two names under one code are wrong. Real: the new portal
// gives 1.001146.01 to three cases.
export default defineRule({
  id: 'UNQ-05',
  title: 'Một mã trường hợp chỉ ứng với một trường hợp',
  severity: 'warning',
  scope: 'table',
  why: 'Hai trường hợp dùng chung một mã thì hồ sơ của trường hợp này nhận thời hạn, mức thu của trường hợp kia.',
  howToFix: 'Đối chiếu mã trường hợp trên Cổng (dạng 1.001146.01); nếu Cổng cấp trùng thì báo cơ quan công bố.',
  legal: [],
  asks: [],
  datasets: ['channels', 'feeConfigs'],
  reads: ['ma_dvc', 'truong_hop'],
  messages: {
    manyNames: 'Mã trường hợp {value} được dùng cho {count} trường hợp khác nhau, ở các dòng {rows}.',
  },
  en: {
    title: 'A case code stands for one case',
    why: 'Two cases under one code make dossiers of one case take deadline and fee of the other.',
    howToFix:
      'Compare with the case code on the portal (such as 1.001146.01); where the portal repeats it, tell the publishing agency.',
    messages: {
      manyNames: 'Case code {value} is used for {count} different cases, in rows {rows}.',
    },
  },
  check(view) {
    const codeOf = view.derive('ma_dvc', caseCode);
    const nameOf = view.derive('truong_hop', foldedName);
    for (const rows of repeatedRows(view.rows, codeOf)) {
      const names = distinctCount(rows.map(nameOf));
      if (names < 2) continue;
      const verdict = {
        message: 'manyNames',
        args: { count: names, rows: sheetRows(view.table, rows) },
      } as const;
      for (const row of rows) view.report(row, 'ma_dvc', verdict);
    }
  },
});
