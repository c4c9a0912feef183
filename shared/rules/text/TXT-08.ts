import { DATASET_IDS } from '../../domain/datasets.ts';
import { findMojibake, repairMojibake } from '../../domain/mojibake.ts';
import { cleanLines } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { isLegacyColumn, traitsOf } from './columnTraits.ts';
import { textColumns } from './sheetTexts.ts';

export default defineRule({
  id: 'TXT-08',
  title: 'Văn bản không bị lỗi mã hóa UTF-8',
  severity: 'warning',
  scope: 'row',
  why: 'Tệp UTF-8 bị mở bằng bảng mã khác làm "Ủy ban" thành "á»¦y ban"; người dân không đọc được, tra cứu không ra.',
  howToFix:
    'Xuất lại tệp gốc và khi mở chọn đúng bảng mã UTF-8 (Dữ liệu > Từ văn bản/CSV), hoặc chấp nhận văn bản đề xuất; chỗ có dấu � phải gõ lại.',
  legal: [],
  asks: [],
  datasets: DATASET_IDS,
  reads: [],
  readsAll: true,
  messages: {
    misread: 'Văn bản bị lỗi mã hóa UTF-8 ({count} chỗ).',
    lost: 'Văn bản có ký tự bị mất khi chuyển mã ({count} chỗ hiện dấu �), phải gõ lại.',
    reread: 'Đọc lại đúng bảng mã UTF-8.',
  },
  en: {
    title: 'Text was read in its UTF-8 encoding',
    why: 'A UTF-8 file opened with another code page turns "Ủy ban" into "á»¦y ban"; citizens cannot read it and searches fail.',
    howToFix:
      'Export the original again and choose UTF-8 on opening (Data > From Text/CSV), or accept the proposed text; places with � must be typed again.',
    messages: {
      misread: 'The text was read in a wrong encoding ({count} places).',
      lost: 'Characters were lost in conversion ({count} places show �) and must be typed again.',
      reread: 'Read again as UTF-8.',
    },
  },
  check(view, context) {
    for (const column of textColumns(view)) {
      if (traitsOf(column, context).has('misread') && !isLegacyColumn(column, context))
        view.perColumnValue(column, judge);
    }
  },
});

function judge({ kind, text }: Cell, clean: string): Verdict<'misread' | 'lost' | 'reread'> | null {
  if (kind !== 'text' || clean === '') return null;
  const found = findMojibake(text);
  if (found.length === 0) return null;
  const lost = found.filter(({ repaired }) => repaired === undefined).length;
  if (lost > 0) return { message: 'lost', args: { count: lost } };
  const repaired = repairMojibake(text);
  const value = repaired === undefined ? undefined : cleanLines(repaired);
  const args = { count: found.length };
  // Text that was misread twice stays unreadable after one step: no proposal then.
  if (value === undefined || findMojibake(value).length > 0) return { message: 'misread', args };
  return { message: 'misread', args, expected: value, fix: { value, confidence: 'likely', why: 'reread' } };
}
