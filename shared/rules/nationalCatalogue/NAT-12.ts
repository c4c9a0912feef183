import { defineRule } from '../../engine/rule.ts';
import type { RecordDoubt } from '../../reference/catalogue.ts';
import { doubtText, nationalRecordOf } from './nationalRecord.ts';

const UNTRUSTED: ReadonlySet<RecordDoubt> = new Set(['detailOfOtherProcedure', 'duplicateCode', 'codeMalformed']);

// The book has a warning about the reference; here, at the agency's row, it is information: the agency has nothing to
// correct. The reference's self-check lists these records when the catalogue is imported.
export default defineRule({
  id: 'NAT-12',
  title: 'Bản ghi đối chiếu thuộc đúng thủ tục',
  severity: 'info',
  scope: 'row',
  why: 'Một số trang chi tiết của danh mục quốc gia thuộc về thủ tục khác. So với trang đó sẽ báo sai hàng loạt, nên phần mềm chỉ dùng phần danh sách.',
  howToFix:
    'Đơn vị không phải sửa gì; nhưng phí, thời hạn và thành phần hồ sơ của thủ tục này chưa được đối chiếu, cần kiểm tra bằng quyết định công bố.',
  legal: [],
  asks: [],
  datasets: ['procedures'],
  reads: ['ma_tthc'],
  refs: ['procedures'],
  messages: {
    untrusted: 'Bản ghi {code} trong danh mục đối chiếu không đáng tin cậy – phần chi tiết không được dùng để so.',
  },
  en: {
    title: 'The record compared with belongs to the right procedure',
    why: 'Some detail pages of the national catalogue belong to another procedure. Comparing with them would report errors in masses, so only the list is used.',
    howToFix:
      'The agency has nothing to correct; but fee, deadline and papers of this procedure were not compared and need checking by the publishing decision.',
    messages: {
      untrusted: 'Record {code} of the catalogue cannot be trusted – its details are not used for comparison.',
    },
  },
  check(view, context) {
    const recordOf = nationalRecordOf(view, context);
    for (let row = 0; row < view.rows; row += 1) {
      const record = recordOf(row);
      const doubts = record?.doubts.filter((doubt) => UNTRUSTED.has(doubt)) ?? [];
      if (record === undefined || doubts.length === 0) continue;
      view.report(row, 'ma_tthc', {
        message: 'untrusted',
        args: { code: record.ma_tthc },
        evidence: `Dấu hiệu: ${doubts.map(doubtText).join('; ')}.`,
      });
    }
  },
});
