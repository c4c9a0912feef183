import { z } from 'zod';
import { dayNumber, formatDate } from '../../domain/calendarDate.ts';
import { defineRule } from '../../engine/rule.ts';
import { readFeeCell } from '../fees/feeCell.ts';
import { CUTOVER, dateIn, dateInCode, isBefore, momentOf, momentSetting } from './cutoverTime.ts';
import { paymentIn, stageIn } from './dossierStates.ts';

// Received before the cutover, still unpaid when the payment platform stops. Before that day there is time to pay online,
// so the finding is a warning with another text. Dossiers received later belong to the new platform. A sheet of pending
// dossiers without dates of receipt (nor dates in the codes) is taken at its word: all of it was received before.
export default defineRule({
  id: 'CUT-01',
  title: 'Hồ sơ trước chuyển đổi đã thu phí, lệ phí trước khi nền tảng thanh toán cũ dừng',
  severity: 'error',
  scope: 'row',
  why: 'Nền tảng thanh toán cũ của Văn phòng Chính phủ dừng khi chuyển đổi; người dân không trả trực tuyến được nữa, hồ sơ dừng lại chờ thu phí và đơn vị bị giảm điểm thanh toán trực tuyến.',
  howToFix:
    'Liên hệ người nộp thu phí trực tiếp bằng tiền mặt hoặc chuyển khoản, cập nhật trạng thái thanh toán trên hệ thống rồi giải quyết tiếp.',
  legal: [],
  asks: ['000 §1'],
  datasets: ['pendingDossiers'],
  reads: ['ma_ho_so', 'trang_thai_thanh_toan'],
  mayRead: ['ngay_tiep_nhan', 'trang_thai_ho_so', 'phi_le_phi'],
  params: z.object({
    cutover: momentSetting.default(CUTOVER).describe('Thời điểm chuyển đổi, dạng 2026-05-29T22:00'),
    paymentStop: momentSetting
      .default('2026-05-29T20:00')
      .describe('Hạn thanh toán trên nền tảng cũ, dạng 2026-05-29T20:00'),
  }),
  messages: {
    uncollected: 'Hồ sơ {code} chưa thu phí trước {stop}, khi nền tảng thanh toán cũ dừng; phải thu trực tiếp.',
    collectNow: 'Hồ sơ {code} chưa thu phí; phải hoàn thành thanh toán trực tuyến trước {stop}.',
  },
  en: {
    title: 'Fees of dossiers from before the cutover were paid before the old payment platform stopped',
    why: 'The old payment platform stops at the cutover; citizens can no longer pay online, the dossier waits, and the agency loses points for online payment.',
    howToFix: 'Collect the fee in person or by transfer, update the state of payment, and go on with the dossier.',
    messages: {
      uncollected:
        'The fee of dossier {code} was not paid before {stop}, when the old payment platform stopped; it must be collected in person.',
      collectNow: 'The fee of dossier {code} is unpaid; it must be paid online before {stop}.',
    },
  },
  check(view, { params, today }) {
    const cutover = momentOf(params.cutover);
    const stop = momentOf(params.paymentStop);
    const paymentOf = view.derive('trang_thai_thanh_toan', paymentIn);
    const stageOf = view.derive('trang_thai_ho_so', stageIn);
    const receivedOn = view.derive('ngay_tiep_nhan', dateIn);
    const coded = view.derive('ma_ho_so', dateInCode);
    const feeOf = view.derive('phi_le_phi', readFeeCell);
    const passed = dayNumber(today) > stop.day;
    for (let row = 0; row < view.rows; row += 1) {
      const payment = paymentOf(row);
      const waits = payment === 'unpaid' || (payment === null && stageOf(row) === 'payment');
      if (!waits || stageOf(row) === 'stopped' || feeOf(row).value?.kind === 'free') continue;
      const received = receivedOn(row) ?? coded(row);
      if (received !== null && !isBefore(received, cutover)) continue;
      view.report(row, 'trang_thai_thanh_toan', {
        message: passed ? 'uncollected' : 'collectNow',
        ...(passed ? {} : { severity: 'warning' }),
        args: { code: view.text('ma_ho_so', row), stop: stop.text },
        evidence:
          received === null
            ? 'Không có ngày tiếp nhận; coi là hồ sơ trước thời điểm chuyển đổi.'
            : `Tiếp nhận ngày ${formatDate({ iso: received.iso })}.`,
      });
    }
  },
});
