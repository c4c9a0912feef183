import { rebuildFromNumber } from '../../domain/procedureCode.ts';
import type { ProcedureIndex } from '../../engine/references.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { onceFor } from '../onceFor.ts';
import { perDoubtfulCode, type DoubtfulCode } from './doubtfulCodes.ts';
import { SHEETS_WITH_PROCEDURE_CODES } from './procedureCodeSheets.ts';
import { isNumberCell } from './statedCodes.ts';

export default defineRule({
  id: 'FMT-03',
  title: 'Ô mã TTHC là văn bản, không bị Excel đổi thành số',
  severity: 'error',
  scope: 'row',
  why: 'Khi ô không ở định dạng Văn bản, Excel coi mã TTHC là số và bỏ số 0 ở cuối (1.000120 thành 1.00012) hoặc đổi thành ngày. Mã sai như vậy trỏ tới thủ tục khác hoặc không tồn tại.',
  howToFix:
    'Đặt cột Mã TTHC ở định dạng Văn bản (Text) rồi nhập lại mã đủ 6 chữ số sau dấu chấm theo danh mục quốc gia; đặt định dạng trước khi nhập hoặc dán.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: SHEETS_WITH_PROCEDURE_CODES,
  reads: ['ma_tthc'],
  messages: {
    damaged: 'Excel đã đổi mã TTHC thành số ({value}); mã có thể đã mất số 0 ở cuối hoặc dấu chấm.',
    date: 'Excel đã đổi mã TTHC thành ngày ({value}); không còn biết mã ban đầu.',
    stillWhole: 'Mã TTHC {value} còn đủ chữ số nhưng đang là ô số; Excel có thể làm mất số 0 ở cuối khi lưu lại.',
    onlyHit: 'Trong các mã có thể bị đổi thành số này, chỉ {code} có trong danh mục quốc gia.',
    asText: 'Ghi lại đúng mã đang hiển thị dưới dạng văn bản.',
  },
  en: {
    title: 'The procedure code is a text cell, not turned into a number by Excel',
    why: 'In a cell that is not formatted as text, Excel takes the code for a number and drops its last zero (1.000120 becomes 1.00012) or turns it into a date. Such a code names another procedure, or none.',
    howToFix:
      'Format the code column as Text and type the code again with its six digits after the dot as in the national catalogue; set the format before typing or pasting.',
    messages: {
      damaged: 'Excel turned the procedure code into a number ({value}); its last zero or its dot may be lost.',
      date: 'Excel turned the procedure code into a date ({value}); the original code cannot be told.',
      stillWhole:
        'Procedure code {value} still has all its digits but stands in a number cell; Excel may drop a last zero on saving.',
      onlyHit: 'Of the codes that may have become this number, only {code} stands in the national catalogue.',
      asText: 'Write the code as shown, as text.',
    },
  },
  check(view, context) {
    // Number cells are this rule's alone: FMT-01, FMT-04 and NAT-01 judge text cells.
    perDoubtfulCode(
      view,
      context.memo(judge, () => onceFor((code: DoubtfulCode) => judge(code, context.ref.procedures))),
    );
  },
});

function judge(
  { cell }: DoubtfulCode,
  catalogue: ProcedureIndex | undefined,
): Verdict<'damaged' | 'date' | 'stillWhole' | 'onlyHit' | 'asText'> | null {
  if (!isNumberCell(cell)) return null;
  if (cell.kind === 'date') return { message: 'date' };
  const candidates = rebuildFromNumber(cell.raw);
  const whole = candidates.find((code) => code === cell.text);
  if (whole !== undefined) {
    return {
      message: 'stillWhole',
      severity: 'warning',
      expected: whole,
      fix: { value: whole, confidence: 'certain', why: 'asText' },
    };
  }
  const code = onlyKnown(candidates, catalogue);
  if (code === undefined) return { message: 'damaged', expected: candidates.join(' / ') };
  return {
    message: 'damaged',
    args: { code },
    expected: code,
    fix: { value: code, confidence: 'certain', why: 'onlyHit' },
  };
}

/** The one candidate that stands in the catalogue: without it a rebuilt code is a guess (DOMAIN §1.3). */
function onlyKnown(candidates: readonly string[], catalogue: ProcedureIndex | undefined): string | undefined {
  const known = candidates.filter((code) => catalogue?.byCode(code) !== undefined);
  return known.length === 1 ? known[0] : undefined;
}
