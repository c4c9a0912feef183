import { DATASET_IDS } from '../../domain/datasets.ts';
import { findDocumentNumbers } from '../../domain/documentNumber.ts';
import { findLookAlikes, foldLookAlikes, type LookAlike } from '../../domain/lookAlikes.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { holdsCodes } from './codeFields.ts';
import { perTypedText } from './sheetTexts.ts';

export default defineRule({
  id: 'TXT-05',
  title: 'Mã và số văn bản chỉ dùng chữ Latinh',
  severity: 'error',
  scope: 'row',
  why: 'Chữ Nga, Hy Lạp hoặc chữ toàn khổ trông giống chữ Latinh nhưng là ký tự khác: mã không khớp danh mục, số văn bản tra cứu không ra, tài khoản không nhận được tiền.',
  howToFix: 'Xóa và gõ lại mã hoặc số văn bản bằng bàn phím tiếng Việt, hoặc chấp nhận văn bản đề xuất.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: DATASET_IDS,
  reads: [],
  readsAll: true,
  messages: {
    lookAlike: 'Có ký tự giống chữ Latinh nhưng không phải chữ Latinh: {characters}.',
    latin: 'Thay bằng chữ Latinh trông giống.',
  },
  en: {
    title: 'Codes and document numbers are written in Latin letters',
    why: 'Cyrillic, Greek or full-width characters look like Latin ones but are others: codes do not match, documents are not found, accounts receive no money.',
    howToFix: 'Delete the code or document number and type it again on a Vietnamese keyboard, or accept the proposal.',
    messages: {
      lookAlike: 'Characters that look Latin but are not: {characters}.',
      latin: 'Replaced by the Latin letters they look like.',
    },
  },
  check(view, context) {
    perTypedText(view, context, 'unusual', ({ field }) => (holdsCodes(field) ? judgeCode : judgeWords));
  },
});

type Message = 'lookAlike' | 'latin';

const judgeCode = (_typed: string, clean: string): Verdict<Message> | null => judge(clean, findLookAlikes(clean));

/** In running text foreign letters may be meant (a formula's Greek); inside a document number never. */
const judgeWords = (_typed: string, clean: string): Verdict<Message> | null =>
  judge(clean, insideDocumentNumbers(clean, findLookAlikes(clean)));

function judge(clean: string, wrong: readonly LookAlike[]): Verdict<Message> | null {
  if (wrong.length === 0) return null;
  const value = withLatin(clean, wrong);
  return {
    message: 'lookAlike',
    args: { characters: describe(clean, wrong) },
    expected: value,
    fix: { value, confidence: 'certain', why: 'latin' },
  };
}

function insideDocumentNumbers(text: string, lookAlikes: readonly LookAlike[]): readonly LookAlike[] {
  if (lookAlikes.length === 0) return [];
  const documents = findDocumentNumbers(text);
  return lookAlikes.filter(({ start }) => documents.some((found) => found.start <= start && start < found.end));
}

function withLatin(text: string, lookAlikes: readonly LookAlike[]): string {
  let value = '';
  let from = 0;
  for (const { start, end } of lookAlikes) {
    value += text.slice(from, start) + foldLookAlikes(text.slice(start, end));
    from = end;
  }
  return value + text.slice(from);
}

/** The foreign characters with their code points, e.g. `С (U+0421)`. */
const describe = (text: string, lookAlikes: readonly LookAlike[]): string =>
  [...new Set(lookAlikes.map(({ start }) => text[start]!))]
    .map((character) => `${character} (U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')})`)
    .join(', ');
