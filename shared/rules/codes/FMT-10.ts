import { parseComponentCode } from '../../domain/componentCode.ts';
import { repairResultCode } from '../../domain/resultCode.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { judgeCodes } from './codeList.ts';
import { perStatedCode } from './statedCodes.ts';

const isComponentCode = (code: string): boolean => parseComponentCode(code).ok;

/** A component is known by a result code, so the same slips are mended; what is still too short or long is left. */
function mendComponentCode(code: string): string | undefined {
  const mended = repairResultCode(code);
  return mended !== undefined && isComponentCode(mended) ? mended : undefined;
}

type Message = 'malformed' | 'repaired';

export default defineRule({
  id: 'FMT-10',
  title: 'Mã thành phần hồ sơ đúng định dạng',
  severity: 'error',
  scope: 'row',
  why: 'Cổng dùng mã thành phần hồ sơ để lấy lại giấy tờ đã số hóa. Mã sai thì người dân phải nộp lại giấy tờ mà cơ quan nhà nước đã có.',
  howToFix:
    'Lấy mã từ danh mục thành phần hồ sơ trên Cổng, dạng 000.00.00.G01-KQ002651 hoặc KQ.G01.000077; ô ở định dạng Văn bản.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['components'],
  reads: ['ma_tphs'],
  messages: {
    malformed: 'Mã thành phần hồ sơ "{wrong}" sai định dạng (ví dụ đúng: 000.00.00.G01-KQ002651 hoặc KQ.G01.000077).',
    repaired: 'Sửa dấu phân cách và chữ hoa theo đúng dạng mã.',
  },
  en: {
    title: 'The dossier component code is well-formed',
    why: 'The portal finds papers that are already digitised by their component code. With a wrong code citizens must hand in again what the state already has.',
    howToFix:
      'Take the code from the portal’s list of components, 000.00.00.G01-KQ002651 or KQ.G01.000077; the cell formatted as Text.',
    messages: {
      malformed: 'Component code "{wrong}" is malformed (right: 000.00.00.G01-KQ002651 or KQ.G01.000077).',
      repaired: 'Separators and capitals put right.',
    },
  },
  check(view) {
    perStatedCode(view, 'ma_tphs', judge);
  },
});

function judge(_cell: Cell, text: string): Verdict<Message> | null {
  const { wrong, mended } = judgeCodes(text, isComponentCode, mendComponentCode);
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
