import { z } from 'zod';
import { defineRule } from '../../engine/rule.ts';
import { boundCode } from '../boundProcedure.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';

/** Each procedure is named only where most of the catalogue has workflows; an agency that sent a few of them as examples
 *  gets one line with the numbers. */
export default defineRule({
  id: 'REF-04',
  title: 'Mỗi TTHC trong danh mục có quy trình nội bộ, quy trình điện tử',
  severity: 'warning',
  scope: 'agency',
  why: 'Thủ tục không có quy trình thì hồ sơ nộp trực tuyến không được chuyển cho ai, hệ thống không tính được hạn từng bước.',
  howToFix:
    'Xây dựng và cấu hình quy trình cho thủ tục, trình phê duyệt theo quy định; hoặc gửi bổ sung bảng quy trình.',
  // The predecessor of NĐ 118/2025 and TT 03/2025, whose texts were not available.
  legal: [{ doc: 'TT 01/2018/TT-VPCP', article: 'Điều 8' }],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'workflows', 'transitions'],
  reads: [],
  mayRead: ['ma_tthc'],
  needs: { procedures: ['ma_tthc'], workflows: [] },
  params: z.object({
    coverage: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('Tỷ lệ TTHC đã có quy trình để báo riêng từng TTHC còn thiếu'),
  }),
  messages: {
    missing: 'TTHC {code} chưa có quy trình nội bộ, quy trình điện tử.',
    few: 'Mới có quy trình cho {covered} trong {total} TTHC của danh mục.',
    noSheet: 'Đơn vị có {total} TTHC trong danh mục nhưng chưa gửi bảng quy trình.',
  },
  en: {
    title: 'Every procedure of the catalogue has a workflow',
    why: 'Without a workflow an online dossier is passed on to nobody, and no step has a deadline.',
    howToFix: 'Draft and configure the workflow and have it approved, or send the missing workflow sheets.',
    messages: {
      missing: 'Procedure {code} has no workflow.',
      few: 'Only {covered} of the {total} procedures of the catalogue have a workflow.',
      noSheet: 'The agency lists {total} procedures, but sent no workflow sheet.',
    },
  },
  checkAll(views, { params }) {
    const catalogues = views.filter((view) => view.table.dataset === 'procedures' && view.has('ma_tthc'));
    const workflows = views.filter((view) => view.table.dataset !== 'procedures');
    const covered = new Set<string>();
    for (const view of workflows) {
      covered.add(boundCode(view.table));
      const codeOf = view.derive('ma_tthc', nationalCodeOf);
      for (let row = 0; row < view.rows; row += 1) covered.add(codeOf(row));
    }
    const listed = new Set<string>();
    for (const view of catalogues) {
      const codeOf = view.derive('ma_tthc', nationalCodeOf);
      for (let row = 0; row < view.rows; row += 1) listed.add(codeOf(row));
    }
    listed.delete('');
    const withWorkflow = [...listed].filter((code) => covered.has(code)).length;
    const [first] = catalogues;
    if (first === undefined || withWorkflow === listed.size) return;
    if (workflows.length === 0) {
      first.report(null, null, { message: 'noSheet', args: { total: listed.size }, severity: 'info' });
      return;
    }
    if (withWorkflow < params.coverage * listed.size) {
      const args = { covered: withWorkflow, total: listed.size };
      first.report(null, null, { message: 'few', args, difference: `thiếu ${listed.size - withWorkflow}` });
      return;
    }
    for (const view of catalogues) {
      const codeOf = view.derive('ma_tthc', nationalCodeOf);
      for (let row = 0; row < view.rows; row += 1) {
        const code = codeOf(row);
        if (code !== '' && !covered.has(code)) view.report(row, 'ma_tthc', { message: 'missing', args: { code } });
      }
    }
  },
});
