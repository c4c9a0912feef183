import { isNational, parseProcedureCode } from '../../domain/procedureCode.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { onceFor } from '../onceFor.ts';
import { perDoubtfulCode, type DoubtfulCode } from './doubtfulCodes.ts';
import { SHEETS_WITH_PROCEDURE_CODES } from './procedureCodeSheets.ts';

type Message = 'local' | 'national';

export default defineRule({
  id: 'FMT-02',
  title: 'Mã TTHC là mã quốc gia, không kèm phần mã địa phương',
  severity: 'warning',
  scope: 'row',
  why: 'Cổng Dịch vụ công quốc gia chỉ nhận mã TTHC quốc gia. Mã còn phần đuôi của hệ thống cấp tỉnh trước đây (ví dụ .000.00.00.H13-3) không tìm thấy khi đồng bộ, hồ sơ của người dân không gắn được với thủ tục.',
  howToFix:
    'Thay bằng mã quốc gia (phần đứng trước đuôi địa phương); nếu cần lưu vết, ghi mã cũ vào cột Ghi chú rồi cập nhật mã trên hệ thống.',
  legal: [{ doc: 'NĐ 224/2026/NĐ-CP', article: 'Điều 15 khoản 1 điểm b' }],
  asks: ['003 §1đ'],
  datasets: SHEETS_WITH_PROCEDURE_CODES,
  reads: ['ma_tthc'],
  messages: {
    local: 'Mã "{value}" là mã địa phương cũ; mã quốc gia là {base}.',
    national: 'Bỏ phần đuôi địa phương để còn mã quốc gia {base}.',
  },
  en: {
    title: 'The procedure code is the national one, without a local addition',
    why: 'The national portal accepts national codes only. A code that still carries the suffix of an old provincial system (such as .000.00.00.H13-3) is not found during synchronisation, so citizens’ dossiers cannot be tied to the procedure.',
    howToFix:
      'Replace it by the national code (the part before the local suffix); to keep a trace, write the old code in the notes column, then update the code on the system.',
    messages: {
      local: 'Code "{value}" is an old local code; the national code is {base}.',
      national: 'Drop the local suffix; the national code {base} remains.',
    },
  },
  check(view) {
    perDoubtfulCode(view, judge);
  },
});

const judge = onceFor(({ text }: DoubtfulCode): Verdict<Message> | null => {
  const code = parseProcedureCode(text);
  if (!code.ok || isNational(code.value)) return null;
  const { base } = code.value;
  return {
    message: 'local',
    args: { base },
    expected: base,
    fix: { value: base, confidence: 'certain', why: 'national' },
  };
});
