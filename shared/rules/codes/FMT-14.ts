import { parseDecisionNumber, repairDecisionNumber } from '../../domain/decisionNumber.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { judgeCodes } from './codeList.ts';
import { perStatedCode } from './statedCodes.ts';

const isDecision = (text: string): boolean => parseDecisionNumber(text).ok;

type Message = 'malformed' | 'numberAlone' | 'otherDocument' | 'repaired';

export default defineRule({
  id: 'FMT-14',
  title: 'Số quyết định công bố đúng thể thức',
  severity: 'warning',
  scope: 'row',
  why: 'Số quyết định là căn cứ để biết TTHC đang theo văn bản nào. Số sai thể thức thì không đối chiếu được với danh mục quốc gia và không phát hiện được quyết định đã bị thay thế.',
  howToFix: 'Ghi số, dấu gạch chéo, ký hiệu như trên văn bản, ví dụ 1262/QĐ-BTP; bỏ chữ "Số" và dấu chấm thừa.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures'],
  reads: ['so_quyet_dinh'],
  messages: {
    malformed: 'Số quyết định "{wrong}" không đúng thể thức (ví dụ 1262/QĐ-BTP).',
    numberAlone: 'Số quyết định chỉ ghi "{wrong}", thiếu ký hiệu (ví dụ 1262/QĐ-BTP).',
    otherDocument: '"{wrong}" là ký hiệu của loại văn bản khác, không phải quyết định công bố.',
    repaired: 'Viết lại theo thể thức số/QĐ-cơ quan.',
  },
  en: {
    title: 'The number of the publishing decision is well-formed',
    why: 'The decision number tells which document the procedure follows. If it is malformed it cannot be compared with the national catalogue, and a replaced decision goes unnoticed.',
    howToFix:
      'Write number, slash and symbol as on the document, e.g. 1262/QĐ-BTP; leave out the word "Số" and surplus dots.',
    messages: {
      malformed: 'Decision number "{wrong}" is malformed (e.g. 1262/QĐ-BTP).',
      numberAlone: 'The decision number "{wrong}" lacks its symbol (e.g. 1262/QĐ-BTP).',
      otherDocument: '"{wrong}" is the symbol of another kind of document, not of a publishing decision.',
      repaired: 'Written as number/QĐ-agency.',
    },
  },
  check(view) {
    perStatedCode(view, 'so_quyet_dinh', judge);
  },
});

function judge(_cell: Cell, text: string): Verdict<Message> | null {
  const { wrong, mended } = judgeCodes(text, isDecision, repairDecisionNumber, /[\n;]/g);
  if (wrong.length === 0) return null;
  const args = { wrong: wrong.join('; ') };
  if (mended !== undefined) {
    return {
      message: 'malformed',
      args,
      expected: mended,
      fix: { value: mended, confidence: 'likely', why: 'repaired' },
    };
  }
  return { message: messageFor(wrong[0]!), args };
}

function messageFor(text: string): 'malformed' | 'numberAlone' | 'otherDocument' {
  const decision = parseDecisionNumber(text);
  if (decision.ok) return 'malformed';
  if (decision.reason === 'noSymbol') return 'numberAlone';
  return decision.reason === 'notDecision' ? 'otherDocument' : 'malformed';
}
