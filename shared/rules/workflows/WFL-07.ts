import { defineRule } from '../../engine/rule.ts';
import { rowToTell } from '../rowToTell.ts';
import { sheetRows } from '../uniqueness/repeatedRows.ts';
import { statedKey, stepNumber, workflowsIn } from './workflowRows.ts';

const LEAST_NUMBERED = 0.5;

// The order of the rows says nothing where steps are numbered, so "increasing" is read as: from 1 on without a gap. Only
// where at least half of the steps bear numbers, because some sheets write names in this column; and gaps only where the
// numbers begin at 0 or 1, because others are ids of a database. "2a", "2.1" are parallel steps.
export default defineRule({
  id: 'WFL-07',
  title: 'Số thứ tự bước không trùng, không nhảy cóc',
  severity: 'warning',
  scope: 'table',
  why: 'Số bước trùng hoặc thiếu thì khi nạp vào hệ thống, các bước đè lên nhau hoặc quy trình bị đứt.',
  howToFix: 'Đánh lại số thứ tự các bước từ 1, mỗi bước một số; bước song song ghi 2a, 2b.',
  legal: [],
  asks: [],
  datasets: ['workflows'],
  reads: ['buoc'],
  mayRead: ['ma_tthc', 'ten_quy_trinh', 'ten_buoc'],
  readsAll: true,
  messages: {
    repeated: 'Số thứ tự bước "{value}" lặp ở các dòng {rows} cho các bước khác nhau.',
    gap: 'Thiếu bước số {missing} trước bước số {value}.',
    notNumber: 'Số thứ tự bước "{value}" không phải là số.',
  },
  en: {
    title: 'Step numbers are unique and without gaps',
    why: 'With repeated or missing numbers, steps overwrite each other on loading, or the workflow is broken.',
    howToFix: 'Number the steps anew from 1; write parallel steps as 2a, 2b.',
    messages: {
      repeated: 'Step number "{value}" is repeated in rows {rows} for different steps.',
      gap: 'Step {missing} is missing before step {value}.',
      notNumber: 'The step number "{value}" is no number.',
    },
  },
  check(view) {
    const numberOf = view.derive('buoc', stepNumber);
    const keyOf = view.derive('buoc', statedKey);
    const nameOf = view.derive('ten_buoc', statedKey);
    for (const { rows } of workflowsIn(view)) {
      const stated = rows.filter((row) => keyOf(row) !== '');
      const numbered = stated.filter((row) => numberOf(row) >= 0);
      if (numbered.length === 0 || numbered.length < LEAST_NUMBERED * rows.length) continue;
      for (const row of stated) {
        if (numberOf(row) < 0 && !PARALLEL.test(view.text('buoc', row))) {
          view.report(row, 'buoc', { message: 'notNumber' });
        }
      }
      const byNumber = Map.groupBy(numbered, numberOf);
      for (const own of byNumber.values()) {
        // A step over several rows (its tasks, its handlers) keeps its number and its name.
        if (own.length < 2 || new Set(own.map(nameOf)).size < 2) continue;
        const args = { rows: sheetRows(view.table, own) };
        for (const row of own) view.report(row, 'buoc', { message: 'repeated', args });
      }
      const parallel = new Set(stated.map((row) => Number(PARALLEL.exec(view.text('buoc', row))?.[1] ?? -1)));
      const sorted = [...byNumber.keys()].sort((a, b) => a - b);
      if (sorted[0]! > 1) continue;
      for (const [at, number] of sorted.entries()) {
        const missing = number - 1;
        if (at === 0 || sorted[at - 1] === missing || parallel.has(missing)) continue;
        view.report(rowToTell(view, byNumber.get(number)!, 'ten_buoc'), 'buoc', { message: 'gap', args: { missing } });
      }
    }
  },
});

const PARALLEL = /^(?:bước|b|step)?[ .:]{0,3}(\d{1,3})[.-]?(?:[a-zđ]|\d{1,2})[.)]?$/i;
