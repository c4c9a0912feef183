import { z } from 'zod';
import { formatDate } from '../../domain/calendarDate.ts';
import { defineRule } from '../../engine/rule.ts';
import { CUTOVER, dateIn, dateInCode, isBefore, momentOf, momentSetting } from './cutoverTime.ts';
import { isOpen, stageIn } from './dossierStates.ts';
import { codeText } from './statedDossier.ts';

// Compared with the new portal's own export of dossiers. Where a receipt has no date, the sheet of pending dossiers is
// taken at its word; finished and stopped dossiers need not be moved.
export default defineRule({
  id: 'CUT-02',
  title: 'Hồ sơ chưa giải quyết xong đã có trên Cổng mới',
  severity: 'error',
  scope: 'row',
  why: 'Hồ sơ không được đồng bộ sang Cổng mới thì người dân tra cứu không thấy, cán bộ không nhận được để giải quyết và hồ sơ bị quá hạn.',
  howToFix:
    'Đề nghị đơn vị vận hành đồng bộ lại hồ sơ theo mã; nếu không đồng bộ được thì giải quyết theo quy trình hiện hành và thông báo cho người nộp.',
  legal: [],
  asks: ['001 §2d', '001 §5b'],
  datasets: ['pendingDossiers'],
  reads: ['ma_ho_so'],
  mayRead: ['ngay_tiep_nhan', 'trang_thai_ho_so'],
  refs: ['newPortalDossiers'],
  params: z.object({
    cutover: momentSetting.default(CUTOVER).describe('Thời điểm chuyển đổi, dạng 2026-05-29T22:00'),
  }),
  messages: {
    absent: 'Hồ sơ {value} chưa đồng bộ sang Cổng mới.',
  },
  en: {
    title: 'Unfinished dossiers are on the new portal',
    why: 'A dossier that was not moved to the new portal is not found by the citizen, reaches no officer, and goes overdue.',
    howToFix:
      'Have the operator synchronise the dossier by its code; where that fails, handle it in the current way and tell the applicant.',
    messages: {
      absent: 'Dossier {value} has not been moved to the new portal.',
    },
  },
  check(view, { params, ref }) {
    const cutover = momentOf(params.cutover);
    const codeOf = view.derive('ma_ho_so', codeText);
    const stageOf = view.derive('trang_thai_ho_so', stageIn);
    const receivedOn = view.derive('ngay_tiep_nhan', dateIn);
    const coded = view.derive('ma_ho_so', dateInCode);
    for (let row = 0; row < view.rows; row += 1) {
      const code = codeOf(row);
      if (code === '' || !isOpen(stageOf(row))) continue;
      const received = receivedOn(row) ?? coded(row);
      if (received !== null && !isBefore(received, cutover)) continue;
      if (ref.newPortalDossiers.find(code) !== undefined) continue;
      view.report(row, 'ma_ho_so', {
        message: 'absent',
        ...(received === null ? {} : { evidence: `Tiếp nhận ngày ${formatDate({ iso: received.iso })}.` }),
      });
    }
  },
});
