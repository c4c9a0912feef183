import { defineRule } from '../../engine/rule.ts';
import { reportBlanks } from './blankCells.ts';

export default defineRule({
  id: 'CMP-03',
  title: 'TTHC có cách thức thực hiện',
  severity: 'warning',
  scope: 'row',
  why: 'Không nêu hình thức nộp (trực tiếp, trực tuyến, bưu chính) thì không mở được kênh tiếp nhận trên Cổng; thời hạn và mức thu theo từng kênh cũng không xác định được.',
  howToFix: 'Ghi các hình thức nộp được chấp nhận: Trực tiếp, Trực tuyến, Dịch vụ bưu chính.',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm c' }],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'channels'],
  reads: ['hinh_thuc_nop'],
  messages: { missing: 'Chưa nêu cách thức thực hiện (hình thức nộp hồ sơ) của TTHC.' },
  en: {
    title: 'The procedure states its submission channels',
    why: 'Without a channel (in person, online, by post) reception cannot be opened on the portal, and deadlines and fees per channel stay undefined.',
    howToFix: 'Write the accepted channels: Trực tiếp, Trực tuyến, Dịch vụ bưu chính.',
    messages: { missing: 'The submission channel of the procedure is not stated.' },
  },
  check(view) {
    reportBlanks(view, 'hinh_thuc_nop', { message: 'missing' });
  },
});
