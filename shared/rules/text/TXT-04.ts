import { DATASET_IDS } from '../../domain/datasets.ts';
import { findStrayBlanks, type StrayBlank } from '../../domain/textDefects.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { perTypedText } from './sheetTexts.ts';

export default defineRule({
  id: 'TXT-04',
  title: 'Không có khoảng trắng thừa',
  severity: 'warning',
  scope: 'row',
  why: 'Khoảng trắng thừa, khoảng trắng không ngắt, tab và dòng trống làm hai giá trị giống nhau thành khác nhau: trùng lặp không bị phát hiện, tra cứu không ra.',
  howToFix:
    'Xóa khoảng trắng ở đầu, cuối ô và khoảng trắng lặp; dùng hàm TRIM, CLEAN hoặc chấp nhận văn bản đề xuất. Xuống dòng để tách nhiều giá trị thì giữ nguyên.',
  legal: [],
  asks: [],
  datasets: DATASET_IDS,
  reads: [],
  readsAll: true,
  messages: {
    edge: 'Thừa khoảng trắng hoặc xuống dòng ở đầu, cuối ô.',
    double: 'Có khoảng trắng lặp liền nhau ({count} chỗ).',
    noBreak: 'Có khoảng trắng không ngắt hoặc khoảng trắng lạ ({count} chỗ).',
    tab: 'Có ký tự tab trong ô ({count} chỗ).',
    lineEdge: 'Có khoảng trắng hoặc dòng trống cạnh chỗ xuống dòng ({count} chỗ).',
    several:
      'Khoảng trắng thừa ở {count} chỗ: đầu, cuối ô {edge}; lặp liền nhau {double}; không ngắt {noBreak}; tab {tab}; cạnh chỗ xuống dòng {lineEdge}.',
    onlyBlanks: 'Ô trông như trống nhưng chứa khoảng trắng hoặc xuống dòng.',
    trimmed: 'Bỏ khoảng trắng thừa, giữ chỗ xuống dòng giữa các giá trị.',
  },
  en: {
    title: 'No surplus white space',
    why: 'Surplus blanks, no-break blanks, tabs and empty lines make equal values unequal: duplicates go unnoticed and look-ups fail.',
    howToFix:
      'Delete blanks at the ends of the cell and repeated ones; use TRIM and CLEAN or accept the proposed text. Line breaks between values stay.',
    messages: {
      edge: 'Surplus blanks or line breaks at the ends of the cell.',
      double: 'Repeated blanks ({count} places).',
      noBreak: 'No-break or unusual blanks ({count} places).',
      tab: 'Tab characters in the cell ({count} places).',
      lineEdge: 'Blanks or empty lines beside a line break ({count} places).',
      several:
        'Surplus white space in {count} places: ends of the cell {edge}; repeated {double}; no-break {noBreak}; tabs {tab}; beside line breaks {lineEdge}.',
      onlyBlanks: 'The cell looks blank but holds white space or line breaks.',
      trimmed: 'Surplus white space removed; line breaks between values kept.',
    },
  },
  check(view, context) {
    perTypedText(view, context, 'unusual', () => judgeBlanks, { evenBlank: true });
  },
});

type Message = StrayBlank['kind'] | 'several' | 'onlyBlanks' | 'trimmed';

function judgeBlanks(typed: string, clean: string): Verdict<Message> | null {
  if (typed === clean) return null;
  const blanks = findStrayBlanks(typed);
  if (blanks.length === 0) return null;
  // Whether the value may be missing is for the completeness rules to say; here only: the cell is not as empty as it
  // looks, which spoils filters and counts. Real: 66 agency cells of the portal's exports hold a lone line break.
  if (clean === '') return { message: 'onlyBlanks', severity: 'info' };
  const count = blanks.length;
  const fix = { value: clean, confidence: 'certain', why: 'trimmed' } as const;
  if (new Set(blanks.map(({ kind }) => kind)).size > 1) {
    return { message: 'several', args: { count, ...countKinds(blanks) }, expected: clean, fix };
  }
  return { message: blanks[0]!.kind, args: { count }, expected: clean, fix };
}

function countKinds(blanks: readonly StrayBlank[]): Readonly<Record<StrayBlank['kind'], number>> {
  const counts = { edge: 0, double: 0, noBreak: 0, tab: 0, lineEdge: 0 };
  for (const { kind } of blanks) counts[kind] += 1;
  return counts;
}
