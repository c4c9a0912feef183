import { parseResultCode, repairResultCode } from '../../domain/resultCode.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { judgeCodes } from './codeList.ts';
import { perStatedCode } from './statedCodes.ts';

const isResultCode = (code: string): boolean => parseResultCode(code).ok;

type Message = 'malformed' | 'repaired';

export default defineRule({
  id: 'FMT-11',
  title: 'Mã kết quả đúng định dạng',
  severity: 'warning',
  scope: 'row',
  why: 'Mã kết quả gắn giấy tờ đã cấp vào kho dữ liệu của người dân. Mã sai thì kết quả điện tử không tái sử dụng được cho thủ tục sau.',
  howToFix: 'Lấy mã kết quả từ danh mục trên Cổng, dạng KQ.G01.000077 (chữ hoa, ngăn bằng dấu chấm).',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures'],
  reads: ['ma_ket_qua'],
  messages: {
    malformed: 'Mã kết quả "{wrong}" sai định dạng (ví dụ đúng: KQ.G01.000077).',
    repaired: 'Sửa dấu phân cách và chữ hoa theo đúng dạng KQ.G01.000077.',
  },
  en: {
    title: 'The result code is well-formed',
    why: 'The result code ties an issued paper to the citizen’s data store. With a wrong code the electronic result cannot be used again for later procedures.',
    howToFix:
      'Take the result code from the portal’s list, in the form KQ.G01.000077 (capitals, dots between the groups).',
    messages: {
      malformed: 'Result code "{wrong}" is malformed (right: KQ.G01.000077).',
      repaired: 'Separators and capitals put right, as in KQ.G01.000077.',
    },
  },
  check(view) {
    perStatedCode(view, 'ma_ket_qua', judge);
  },
});

function judge(_cell: Cell, text: string): Verdict<Message> | null {
  const { wrong, mended } = judgeCodes(text, isResultCode, repairResultCode);
  if (wrong.length === 0) return null;
  const args = { wrong: wrong.join(', ') };
  if (mended === undefined) return { message: 'malformed', args };
  return {
    message: 'malformed',
    args,
    expected: mended,
    fix: { value: mended, confidence: 'likely', why: 'repaired' },
  };
}
