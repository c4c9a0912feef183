import { formatBudgetChapter, parseBudgetChapter, parseBudgetSubItem } from '../../domain/budgetChapter.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';

type Message = 'chapter' | 'chapterZero' | 'subItem' | 'unusual' | 'padded';

// The range 2xxx–3xxx of fees is not verified (DOMAIN §2.4): outside it a warning.
export default defineRule({
  id: 'ACC-14',
  title: 'Chương 3 chữ số, tiểu mục 4 chữ số',
  severity: 'error',
  scope: 'row',
  why: 'Kho bạc hạch toán khoản thu theo chương và tiểu mục. Sai mã thì khoản thu bị treo chờ xử lý, đơn vị không đối soát được.',
  howToFix:
    'Hỏi kế toán mã chương (ví dụ 414) và tiểu mục (ví dụ 2716) của khoản thu; đặt cột ở định dạng Văn bản để giữ số 0 ở đầu.',
  legal: [],
  asks: ['000 §1', '002 §2', '004 §1'],
  datasets: ['feeConfigs'],
  reads: [],
  anyOf: ['chuong', 'tieu_muc'],
  messages: {
    chapter: 'Mã chương "{value}" không hợp lệ; chương gồm 3 chữ số.',
    chapterZero: 'Mã chương "{value}" mất số 0 ở đầu; mã đầy đủ là {code}.',
    subItem: 'Mã tiểu mục "{value}" không hợp lệ; tiểu mục gồm 4 chữ số, không bắt đầu bằng 0.',
    unusual: 'Tiểu mục {value} ngoài khoảng 2xxx–3xxx thường dùng cho phí, lệ phí; cần kiểm tra.',
    padded: 'Bù số 0 ở đầu cho đủ 3 chữ số; nhập dưới dạng văn bản.',
  },
  en: {
    title: 'Chapters have three digits, sub-items four',
    why: 'The treasury books receipts by chapter and sub-item. With a wrong one the amount waits for clearing and the unit cannot reconcile it.',
    howToFix:
      'Ask accounting for the chapter (e.g. 414) and sub-item (e.g. 2716); format the columns as Text to keep leading zeros.',
    messages: {
      chapter: 'Chapter "{value}" is not valid; a chapter has three digits.',
      chapterZero: 'Chapter "{value}" has lost leading zeros; in full it is {code}.',
      subItem: 'Sub-item "{value}" is not valid; a sub-item has four digits and does not begin with 0.',
      unusual: 'Sub-item {value} is outside 2xxx–3xxx, where fees usually are; check it.',
      padded: 'Add leading zeros up to three digits; type it as text.',
    },
  },
  check(view) {
    view.perValue('chuong', judgeChapter);
    view.perValue('tieu_muc', judgeSubItem);
  },
});

function judgeChapter(cell: Cell, text: string): Verdict<Message> | null {
  if (saysNothing(cell, text)) return null;
  const chapter = parseBudgetChapter(text);
  if (chapter.ok) return null;
  if (chapter.reason !== 'lostZero') return { message: 'chapter', expected: '3 chữ số' };
  const value = formatBudgetChapter(text.replace(/^'/, ''));
  const confidence = cell.kind === 'number' ? 'certain' : 'likely';
  return { message: 'chapterZero', args: { code: value }, expected: value, fix: { value, confidence, why: 'padded' } };
}

function judgeSubItem(cell: Cell, text: string): Verdict<Message> | null {
  if (saysNothing(cell, text)) return null;
  const item = parseBudgetSubItem(text);
  if (!item.ok) return { message: 'subItem', expected: '4 chữ số' };
  return item.value.usualForFees ? null : { message: 'unusual', severity: 'warning', expected: '2xxx–3xxx' };
}
