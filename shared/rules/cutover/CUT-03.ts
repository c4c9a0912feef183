import { defineRule, type Verdict } from '../../engine/rule.ts';
import { isOpen, paymentIn, paymentOf, stageIn, stageOf, STAGE_NAMES, type DossierStage } from './dossierStates.ts';
import { codeText } from './statedDossier.ts';

type Message = 'stage' | 'finished' | 'reopened' | 'payment';

// Stages are compared, not words: "Đang xử lý" and "Chờ thẩm định" agree. Two open stages that differ are a note only, as
// the sheets may be of different hours. States that cannot be read are left alone.
export default defineRule({
  id: 'CUT-03',
  title: 'Trạng thái hồ sơ giống nhau trên hai hệ thống',
  severity: 'warning',
  scope: 'row',
  why: 'Hồ sơ đã trả kết quả mà Cổng mới vẫn báo đang xử lý, hoặc đã nộp phí mà vẫn báo chờ thu, thì người dân đi lại, nộp tiền hai lần và tỷ lệ đúng hạn của đơn vị bị tính sai.',
  howToFix:
    'Kiểm tra hồ sơ trên hệ thống của đơn vị, cập nhật trạng thái đúng rồi đồng bộ lại lên Cổng mới; hồ sơ sai trạng thái thanh toán thì đối soát trước khi thu.',
  legal: [],
  asks: ['001 §2b', '000 §1'],
  datasets: ['pendingDossiers'],
  reads: ['ma_ho_so'],
  mayRead: ['trang_thai_ho_so', 'trang_thai_thanh_toan'],
  refs: ['newPortalDossiers'],
  messages: {
    stage: 'Hồ sơ {code}: đơn vị ghi "{own}", Cổng mới ghi "{portal}".',
    finished: 'Hồ sơ {code} đơn vị ghi "{own}" nhưng Cổng mới vẫn ghi "{portal}".',
    reopened: 'Hồ sơ {code} đơn vị ghi "{own}" nhưng Cổng mới đã ghi "{portal}".',
    payment: 'Hồ sơ {code}: trạng thái thanh toán của đơn vị là "{own}", trên Cổng mới là "{portal}".',
  },
  en: {
    title: 'A dossier’s state is the same on both systems',
    why: 'Where a result was handed out or a fee paid and the new portal still says otherwise, citizens come again, pay twice, and the agency’s share of timely dossiers is counted wrongly.',
    howToFix:
      'Look the dossier up on the agency’s system, set the right state and synchronise again; reconcile payments before collecting.',
    messages: {
      stage: 'Dossier {code}: the agency says "{own}", the new portal "{portal}".',
      finished: 'Dossier {code} is "{own}" at the agency but still "{portal}" on the new portal.',
      reopened: 'Dossier {code} is "{own}" at the agency but already "{portal}" on the new portal.',
      payment: 'Dossier {code}: payment is "{own}" at the agency and "{portal}" on the new portal.',
    },
  },
  check(view, { ref }) {
    const codeOf = view.derive('ma_ho_so', codeText);
    const ownStage = view.derive('trang_thai_ho_so', stageIn);
    const ownPayment = view.derive('trang_thai_thanh_toan', paymentIn);
    for (let row = 0; row < view.rows; row += 1) {
      const code = codeOf(row);
      const dossier = code === '' ? undefined : ref.newPortalDossiers.find(code);
      if (dossier === undefined) continue;
      const stage = ownStage(row);
      if (stage !== null && dossier.state !== '') {
        const args = { code, own: view.text('trang_thai_ho_so', row), portal: dossier.state };
        const verdict = compareStages(stage, stageOf(dossier.state), args);
        if (verdict !== null) view.report(row, 'trang_thai_ho_so', verdict);
      }
      const payment = ownPayment(row);
      const portalPayment = dossier.payment === '' ? 'unclear' : paymentOf(dossier.payment);
      const differs =
        (payment === 'paid' && portalPayment === 'unpaid') || (payment === 'unpaid' && portalPayment === 'paid');
      if (!differs) continue;
      const own = view.text('trang_thai_thanh_toan', row);
      view.report(row, 'trang_thai_thanh_toan', {
        message: 'payment',
        args: { code, own, portal: dossier.payment },
      });
    }
  },
});

function compareStages(own: DossierStage, portal: DossierStage, args: Verdict['args'] & {}): Verdict<Message> | null {
  if (own === portal || own === 'unclear' || portal === 'unclear') return null;
  const evidence = `Đơn vị: ${STAGE_NAMES[own]}; Cổng mới: ${STAGE_NAMES[portal]}.`;
  const told = { args, evidence };
  if (isOpen(own) && isOpen(portal)) return { message: 'stage', severity: 'info', ...told };
  if (isOpen(portal)) return { message: 'finished', ...told };
  return { message: isOpen(own) ? 'reopened' : 'stage', ...told };
}
