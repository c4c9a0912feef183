import { defineRule } from '../../engine/rule.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';

// Both lists are exports of the portals for these agencies. NAT-01 and NAT-02 ask another question: whether the national
// database knows the procedure at all. Procedures that the agency does not list are NAT-09's.
export default defineRule({
  id: 'CUT-05',
  title: 'TTHC đã công khai trên Cổng cũ đã mở trên Cổng mới',
  severity: 'error',
  scope: 'row',
  why: 'Thủ tục trước đây nộp được trực tuyến mà Cổng mới chưa mở thì dịch vụ bị gián đoạn, người dân phải đến nộp trực tiếp.',
  howToFix:
    'Kiểm tra cấu hình trên Hệ thống điều phối, công khai thủ tục trên Cổng mới; nếu bộ, ngành đã dừng dịch vụ thì báo cáo và cập nhật danh mục.',
  legal: [],
  asks: ['003 §1d'],
  datasets: ['procedures'],
  reads: ['ma_tthc'],
  refs: ['oldPortalProcedures', 'newPortalProcedures'],
  messages: {
    absent: 'TTHC {code} đã công khai trên Cổng cũ nhưng chưa có trên Cổng mới.',
    notOpen: 'TTHC {code} đã công khai trên Cổng cũ nhưng chưa mở trên Cổng mới.',
    closed: 'TTHC {code} đã công khai trên Cổng cũ nhưng đã đóng trên Cổng mới.',
  },
  en: {
    title: 'What was public on the old portal is open on the new one',
    why: 'Where a procedure could be submitted online before and is not open on the new portal, the service is interrupted and citizens have to come in person.',
    howToFix:
      'Check the configuration on the coordination system and publish the procedure; where the ministry ended the service, report it and update the list.',
    messages: {
      absent: 'Procedure {code} was public on the old portal and is not on the new one.',
      notOpen: 'Procedure {code} was public on the old portal and is not open on the new one.',
      closed: 'Procedure {code} was public on the old portal and is closed on the new one.',
    },
  },
  check(view, { ref }) {
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    for (let row = 0; row < view.rows; row += 1) {
      const code = codeOf(row);
      if (code === '' || ref.oldPortalProcedures.stateOf(code) !== 'open') continue;
      const state = ref.newPortalProcedures.stateOf(code);
      if (state !== 'open') view.report(row, 'ma_tthc', { message: state ?? 'absent', args: { code } });
    }
  },
});
