import { parseProcedureCode, procedureCodeSeries } from '../../domain/procedureCode.ts';
import type { ProcedureIndex } from '../../engine/references.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { onceFor } from '../onceFor.ts';
import { perDoubtfulCode, type DoubtfulCode } from './doubtfulCodes.ts';
import { SHEETS_WITH_PROCEDURE_CODES } from './procedureCodeSheets.ts';
import { isNumberCell } from './statedCodes.ts';

export default defineRule({
  id: 'FMT-04',
  title: 'Mã TTHC thuộc nhóm tiền tố đã có trong danh mục quốc gia',
  severity: 'warning',
  scope: 'row',
  why: 'Trong 2.642 mã TTHC quốc gia đã khảo sát chỉ có tiền tố 1, 2, 3 (công khai) và 5, 6 (nội bộ). Tiền tố khác thường là gõ nhầm chữ số đầu, mã sẽ không tìm thấy trên Cổng.',
  howToFix: 'Đối chiếu lại mã theo tên TTHC trên Cổng Dịch vụ công quốc gia; sửa chữ số đầu nếu gõ nhầm.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: SHEETS_WITH_PROCEDURE_CODES,
  reads: ['ma_tthc'],
  messages: {
    unseen: 'Tiền tố mã "{prefix}." chưa gặp trong danh mục quốc gia (thường gặp 1, 2, 3; nội bộ 5, 6).',
  },
  en: {
    title: 'The procedure code begins with a digit that the national catalogue uses',
    why: 'The 2,642 national codes surveyed begin with 1, 2, 3 (public) or 5, 6 (internal) only. Another digit is usually a typing error, and the code will not be found on the portal.',
    howToFix: 'Look the code up by the procedure’s name on the national portal; correct the first digit if mistyped.',
    messages: {
      unseen: 'No code of the national catalogue begins with "{prefix}." (usual: 1, 2, 3; internal: 5, 6).',
    },
  },
  check(view, context) {
    perDoubtfulCode(
      view,
      context.memo(judge, () => onceFor((code: DoubtfulCode) => judge(code, context.ref.procedures))),
    );
  },
});

function judge({ cell, text }: DoubtfulCode, catalogue: ProcedureIndex | undefined): Verdict<'unseen'> | null {
  const code = parseProcedureCode(text);
  if (!code.ok || isNumberCell(cell) || procedureCodeSeries(code.value) !== 'unseen') return null;
  // A newer catalogue may use the digit: then nothing is strange about it.
  if (catalogue?.byCode(code.value.base) !== undefined) return null;
  return { message: 'unseen', args: { prefix: code.value.base[0]! } };
}
