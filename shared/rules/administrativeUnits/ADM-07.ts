import { formerAgencyNames, type FormerAgencyName } from '../../domain/ministryNames.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { shortened } from '../shortened.ts';
import { AGENCY_FIELDS, SHEETS_WITH_PLACES } from './placeFields.ts';

type Message = 'former' | 'labelled' | 'successor' | 'withoutRemark';

// 491 national procedures are published by "Bộ xây dựng (Giao thông vận tải cũ)": such a remark is true, only surplus, so a
// note. Account holders are ACC-12's.
export default defineRule({
  id: 'ADM-07',
  title: 'Tên bộ, sở theo tổ chức bộ máy hiện nay',
  severity: 'warning',
  scope: 'row',
  why: 'Bộ, sở đã hợp nhất năm 2025. Tên cũ không khớp danh mục cơ quan trên Cổng mới, người dân không biết cơ quan nào đang giải quyết hồ sơ.',
  howToFix:
    'Thay bằng tên bộ, sở hiện nay; với lĩnh vực được chia cho nhiều cơ quan (thông tin – truyền thông, lao động – xã hội), đối chiếu quyết định công bố mới nhất.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: SHEETS_WITH_PLACES,
  reads: [],
  anyOf: ['co_quan_cong_bo', ...AGENCY_FIELDS],
  messages: {
    former: 'Tên cơ quan cũ: {names}; nay là {successors}.',
    labelled: 'Tên cơ quan còn kèm tên cũ: {names}; tên hiện nay là {successors}.',
    successor: 'Cơ quan tiếp nhận toàn bộ nhiệm vụ của cơ quan cũ.',
    withoutRemark: 'Bỏ phần ghi chú tên cũ.',
  },
  en: {
    title: 'Ministries and departments bear their names of today',
    why: 'Ministries and departments were merged in 2025. Old names do not fit the new portal’s list, and citizens do not know who handles their dossiers.',
    howToFix:
      'Write the name of today; for fields that several agencies took over (information, labour and social affairs) see the latest publishing decision.',
    messages: {
      former: 'Old name of an agency: {names}; today {successors}.',
      labelled: 'The old name still stands beside the new one: {names}; today {successors}.',
      successor: 'The agency that took over all tasks of the old one.',
      withoutRemark: 'Drop the remark on the old name.',
    },
  },
  check(view) {
    if (view.table.unfoldedFrom !== undefined) return;
    view.perValue('co_quan_cong_bo', judgeCell);
    for (const field of AGENCY_FIELDS) view.perValue(field, judgeCell);
  },
});

const judgeCell = (_cell: unknown, text: string): Verdict<Message> | null => judge(text);

function judge(text: string): Verdict<Message> | null {
  const found = formerAgencyNames(text);
  if (found.length === 0) return null;
  const plain = found.filter(({ labelledOld }) => !labelledOld);
  const concerned = plain.length > 0 ? plain : found;
  const successors = once(concerned.map(({ successor, others }) => [successor, ...others].join(' hoặc ')));
  const args = { names: once(concerned.map(({ written }) => written)), successors };
  if (plain.length === 0) {
    const value = found.length === 1 ? withoutRemark(text, found[0]!) : undefined;
    return {
      message: 'labelled',
      severity: 'info',
      args,
      expected: value ?? successors,
      ...(value === undefined ? {} : { fix: { value, confidence: 'likely', why: 'withoutRemark' } as const }),
    };
  }
  const verdict = { message: 'former', args, expected: successors } as const;
  // A list that names the successor already would name it twice.
  const isListed = plain.some(({ successor }) => searchKey(text).includes(searchKey(successor)));
  if (isListed || plain.length < found.length || plain.some(({ others }) => others.length > 0)) return verdict;
  return { ...verdict, fix: { value: replaced(text, plain), confidence: 'likely', why: 'successor' } };
}

/** The text without "(… cũ)", where the name of today stands before it. */
function withoutRemark(text: string, { span, successor }: FormerAgencyName): string | undefined {
  const open = text.lastIndexOf('(', span.start);
  const close = text.indexOf(')', span.end);
  if (open < 0 || close < 0 || text.slice(open, span.start).includes(')')) return undefined;
  const before = text.slice(0, open).trimEnd();
  return searchKey(before).endsWith(searchKey(successor)) ? before + text.slice(close + 1) : undefined;
}

function replaced(text: string, names: readonly FormerAgencyName[]): string {
  let value = '';
  let from = 0;
  for (const { span, successor } of names) {
    value += text.slice(from, span.start) + successor;
    from = span.end;
  }
  return value + text.slice(from);
}

const once = (words: readonly string[]): string => shortened([...new Set(words)].join(', '));
