import { defineRule } from '../../engine/rule.ts';
import { reportBlanks } from './blankCells.ts';

export default defineRule({
  id: 'CMP-04',
  title: 'TTHC có thành phần, số lượng hồ sơ',
  severity: 'error',
  scope: 'row',
  why: 'Không có thành phần hồ sơ thì người dân không biết phải nộp giấy tờ gì, biểu mẫu nộp trực tuyến không dựng được và hồ sơ dễ bị trả lại nhiều lần.',
  howToFix:
    'Điền tên từng giấy tờ và số lượng theo quyết định công bố; thủ tục không yêu cầu giấy tờ nào thì ghi rõ "Không yêu cầu hồ sơ".',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm d' }],
  asks: ['003 §1đ'],
  // A row of the component sheet without a name is a missing component; notes entered as components are DOC-01's.
  datasets: ['procedures', 'components'],
  reads: ['thanh_phan_ho_so'],
  messages: { missing: 'Chưa nêu thành phần, số lượng hồ sơ của TTHC.' },
  en: {
    title: 'The procedure states the dossier components',
    why: 'Without the components citizens do not know which papers to hand in, the online form cannot be built, and dossiers are returned again and again.',
    howToFix:
      'Fill in the name and number of each paper from the publishing decision; where none is required, say so: "Không yêu cầu hồ sơ".',
    messages: { missing: 'The dossier components of the procedure are not stated.' },
  },
  check(view) {
    reportBlanks(view, 'thanh_phan_ho_so', { message: 'missing' });
  },
});
