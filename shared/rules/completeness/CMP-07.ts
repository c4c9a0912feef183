import { defineRule } from '../../engine/rule.ts';
import { reportBlanks } from './blankCells.ts';

export default defineRule({
  id: 'CMP-07',
  title: 'TTHC có cơ quan giải quyết',
  severity: 'error',
  scope: 'row',
  why: 'Không có cơ quan thực hiện thì hồ sơ nộp trực tuyến không biết chuyển về đâu, tài khoản thụ hưởng và phân quyền cũng không gắn được.',
  howToFix:
    'Ghi tên cơ quan trực tiếp giải quyết thủ tục. Tệp do Cổng xuất ra có thể để trống cột này: tra quyết định công bố để điền, không để trống theo.',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm g' }],
  asks: ['003 §1đ'],
  // The portal's own exports leave 510 of 2,642 cells blank; an agency's own list has to name somebody all the same.
  datasets: ['procedures'],
  reads: ['co_quan_thuc_hien'],
  messages: { missing: 'Chưa nêu cơ quan giải quyết TTHC.' },
  en: {
    title: 'The procedure states the agency that handles it',
    why: 'Without an implementing agency an online dossier has nowhere to go, and neither accounts nor permissions can be attached.',
    howToFix:
      'Write the agency that handles the procedure itself. Exports of the portal may leave the column blank: look the agency up in the publishing decision.',
    messages: { missing: 'The agency that handles the procedure is not stated.' },
  },
  check(view) {
    reportBlanks(view, 'co_quan_thuc_hien', { message: 'missing' });
  },
});
