import type { FieldKey } from '../../domain/fields.ts';
import { procedureCodeSeries } from '../../domain/procedureCode.ts';
import { defineRule } from '../../engine/rule.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';

/** Columns that only make sense for a procedure citizens apply for. */
const FACING_CITIZENS = ['link_nop', 'muc_do_dvc', 'hinh_thuc_nop', 'ma_dvc'] as const satisfies readonly FieldKey[];

const isInternal = (code: string): boolean => code !== '' && procedureCodeSeries({ base: code }) === 'internal';

export default defineRule({
  id: 'FMT-05',
  title: 'TTHC nội bộ không nằm trong danh mục tiếp nhận từ người dân',
  severity: 'warning',
  scope: 'row',
  why: 'Mã bắt đầu bằng 5 hoặc 6 là TTHC nội bộ giữa các cơ quan nhà nước. Đưa vào danh mục tiếp nhận, cấu hình thu phí hoặc đường dẫn nộp hồ sơ thì người dân thấy một thủ tục mà họ không được thực hiện.',
  howToFix:
    'Đưa TTHC này ra khỏi danh mục tiếp nhận, cấu hình thu phí và đường dẫn nộp trực tuyến; nếu là TTHC công khai thì tra lại mã.',
  legal: [],
  asks: ['003 §1d', '003 §1đ'],
  datasets: ['procedures', 'channels', 'feeConfigs', 'links', 'pendingDossiers'],
  reads: ['ma_tthc'],
  mayRead: FACING_CITIZENS,
  messages: {
    internal: 'TTHC nội bộ ({value}) không được đưa vào danh mục tiếp nhận từ người dân.',
  },
  en: {
    title: 'Internal procedures do not stand in lists for citizens',
    why: 'Codes that begin with 5 or 6 are internal procedures between state agencies. In a reception list, fee configuration or submission link, citizens see a procedure they cannot use.',
    howToFix:
      'Take the procedure out of the reception list, the fee configuration and the submission links; if it is a public one, look its code up again.',
    messages: {
      internal: 'Internal procedure ({value}) must not stand in a list of procedures for citizens.',
    },
  },
  check(view) {
    if (view.table.unfoldedFrom !== undefined) return;
    // An agency's full catalogue may rightly hold internal procedures; only a row that offers one to citizens is wrong.
    const offersAll = view.table.dataset !== 'procedures';
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    for (let row = 0; row < view.rows; row += 1) {
      if (!isInternal(codeOf(row))) continue;
      if (offersAll || FACING_CITIZENS.some((field) => !view.blank(field, row))) {
        view.report(row, 'ma_tthc', { message: 'internal' });
      }
    }
  },
});
