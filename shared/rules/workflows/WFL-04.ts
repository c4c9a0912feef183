import { defineRule, type Verdict } from '../../engine/rule.ts';
import { rowToTell } from '../rowToTell.ts';
import { isZeroTime, readStepTime } from './stepTimes.ts';
import { workflowsIn } from './workflowRows.ts';

const NO_TIME: Verdict<'noTime'> = { message: 'noTime' };

/** Single steps may well take no time (reception, handing out); a workflow as a whole does not. */
export default defineRule({
  id: 'WFL-04',
  title: 'Quy trình có thời gian cho các bước',
  severity: 'warning',
  scope: 'table',
  why: 'Mọi bước đều 0 thì hệ thống không tính được hạn từng bước, không ai được nhắc việc và hồ sơ quá hạn mà không biết do khâu nào.',
  howToFix: 'Nhập thời gian xử lý của từng bước sao cho cộng lại bằng thời hạn của thủ tục.',
  legal: [{ doc: 'TT 01/2018/TT-VPCP', article: 'Điều 8' }],
  asks: ['003 §1đ'],
  datasets: ['workflows'],
  reads: ['thoi_gian_buoc'],
  mayRead: ['ma_tthc', 'ten_quy_trinh', 'buoc'],
  readsAll: true,
  messages: { noTime: 'Toàn bộ bước của quy trình có thời gian bằng 0 hoặc để trống.' },
  en: {
    title: 'A workflow states the time of its steps',
    why: 'With zero everywhere no step has a deadline, nobody is reminded, and nobody knows where a dossier got late.',
    howToFix: 'Enter the time of each step so that they add up to the deadline of the procedure.',
    messages: { noTime: 'All steps of the workflow have time 0 or none.' },
  },
  check(view) {
    const timeOf = view.derive('thoi_gian_buoc', readStepTime);
    for (const { rows } of workflowsIn(view)) {
      if (rows.every((row) => isZeroTime(timeOf(row)))) {
        view.report(rowToTell(view, rows, 'buoc'), 'thoi_gian_buoc', NO_TIME);
      }
    }
  },
});
