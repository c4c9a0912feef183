import { parseCaseCode } from '../../domain/caseCode.ts';
import { parseProcedureCode, repairProcedureCode } from '../../domain/procedureCode.ts';
import type { ProcedureIndex } from '../../engine/references.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { onceFor } from '../onceFor.ts';
import { perDoubtfulCode, type DoubtfulCode } from './doubtfulCodes.ts';
import { SHEETS_WITH_PROCEDURE_CODES } from './procedureCodeSheets.ts';
import { isNumberCell } from './statedCodes.ts';

export default defineRule({
  id: 'FMT-01',
  title: 'Mã TTHC đúng dạng d.dddddd',
  severity: 'error',
  scope: 'row',
  why: 'Mã TTHC là khóa để hệ thống của bộ, tỉnh và Cổng Dịch vụ công quốc gia nhận ra cùng một thủ tục. Mã sai dạng thì thủ tục không đồng bộ được, người dân không nộp được hồ sơ trực tuyến.',
  howToFix:
    'Tra mã theo tên TTHC trong danh mục quốc gia và nhập lại: một chữ số, dấu chấm, sáu chữ số, ví dụ 1.001234; mỗi ô một mã, ô ở định dạng Văn bản.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: SHEETS_WITH_PROCEDURE_CODES,
  reads: ['ma_tthc'],
  messages: {
    malformed: 'Mã TTHC "{value}" sai định dạng (đúng dạng d.dddddd, ví dụ 1.001234).',
    caseCode: '"{value}" là mã trường hợp; mã TTHC là {base}.',
    several: 'Ô mã TTHC ghi {count} mã; mỗi dòng chỉ ghi một mã.',
    known: 'Mã {code} có trong danh mục quốc gia.',
    shape: 'Chỉ có một cách đọc đúng dạng là {code}; cần đối chiếu với danh mục quốc gia.',
  },
  en: {
    title: 'The procedure code has the form d.dddddd',
    why: 'The code is the key by which the ministry’s, the province’s and the national system know one and the same procedure. A malformed code is not synchronised, and citizens cannot submit online.',
    howToFix:
      'Look the code up by the procedure’s name in the national catalogue and type it again: a digit, a dot, six digits, e.g. 1.001234; one code per cell, the cell formatted as Text.',
    messages: {
      malformed: 'Procedure code "{value}" is malformed (right form: d.dddddd, e.g. 1.001234).',
      caseCode: '"{value}" is the code of a case; the procedure code is {base}.',
      several: 'The cell holds {count} procedure codes; write one per row.',
      known: 'Code {code} stands in the national catalogue.',
      shape: 'The only well-formed reading is {code}; check it against the national catalogue.',
    },
  },
  check(view, context) {
    perDoubtfulCode(
      view,
      context.memo(judge, () => onceFor((code: DoubtfulCode) => judge(code, context.ref.procedures))),
    );
  },
});

function judge(
  { cell, text }: DoubtfulCode,
  catalogue: ProcedureIndex | undefined,
): Verdict<'malformed' | 'caseCode' | 'several' | 'known' | 'shape'> | null {
  // Number cells are FMT-03's.
  if (isNumberCell(cell) || parseProcedureCode(text).ok) return null;
  const caseCode = parseCaseCode(text);
  if (caseCode.ok) {
    const { base } = caseCode.value;
    return {
      message: 'caseCode',
      args: { base, code: base },
      expected: base,
      fix: { value: base, confidence: 'certain', why: 'shape' },
    };
  }
  const codes = text.split(/[\s;,]+/).filter((part) => part !== '');
  if (codes.length > 1 && codes.every((code) => parseProcedureCode(code).ok)) {
    return { message: 'several', args: { count: codes.length } };
  }
  return malformed(text, catalogue);
}

/** A repaired code is proposed when the catalogue has it, or as a hint when no complete catalogue can tell. */
function malformed(text: string, catalogue: ProcedureIndex | undefined): Verdict<'malformed' | 'known' | 'shape'> {
  const code = repairProcedureCode(text);
  if (code === undefined) return { message: 'malformed' };
  const repaired = parseProcedureCode(code);
  const known = repaired.ok && catalogue?.byCode(repaired.value.base) !== undefined;
  if (!known && catalogue?.snapshot.complete === true) return { message: 'malformed' };
  return {
    message: 'malformed',
    args: { code },
    expected: code,
    fix: { value: code, confidence: known ? 'certain' : 'possible', why: known ? 'known' : 'shape' },
  };
}
