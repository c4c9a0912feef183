import { compareParts, formatParts } from '../../domain/duration.ts';
import { defineRule } from '../../engine/rule.ts';
import { onlineBesideDirect } from '../channelPairs.ts';
import { deadlinesIn, deadlinesOf } from './deadlineCell.ts';

/** Compares lines of the same table only. Where several direct lines stand beside each other (unnamed cases), the online
 *  one must be longer than all of them. The catalogue itself differs between channels in 113 procedures, mostly the other
 *  way round or by mistake, so this asks a person. */
export default defineRule({
  id: 'DUE-06',
  title: 'Thời hạn nộp trực tuyến không dài hơn nộp trực tiếp',
  severity: 'warning',
  scope: 'table',
  why: 'Người nộp trực tuyến phải chờ lâu hơn người nộp trực tiếp thì không khuyến khích dịch vụ công trực tuyến; thường là do gõ nhầm dòng.',
  howToFix:
    'So hai dòng của cùng thủ tục với quyết định công bố; sửa dòng trực tuyến nếu nhập nhầm, giữ nguyên nếu quyết định ghi như vậy.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'channels'],
  reads: ['ma_tthc', 'hinh_thuc_nop', 'thoi_han'],
  mayRead: ['truong_hop', 'don_vi', 'loai_phi', 'dv_tinh_thoi_han'],
  messages: { longer: 'Thời hạn nộp trực tuyến ({online}) dài hơn nộp trực tiếp ({direct}).' },
  en: {
    title: 'Submitting online does not take longer than in person',
    why: 'If online applicants wait longer, nobody is drawn to the online service; usually a line was mistyped.',
    howToFix:
      'Compare both lines with the published decision; mend the online one if it was mistyped, keep it if the decision says so.',
    messages: { longer: 'The online deadline ({online}) is longer than the one in person ({direct}).' },
  },
  check(view) {
    const readingOf = deadlinesOf(view, 'thoi_han');
    const partsOf = (row: number) => {
      const { result } = readingOf(row);
      return result.ok ? deadlinesIn(result.value) : [];
    };
    for (const { online, direct } of onlineBesideDirect(view)) {
      const inPerson = direct.flatMap(partsOf);
      if (inPerson.length === 0) continue;
      for (const row of online) {
        const longer = partsOf(row).find((own) =>
          inPerson.every((other) => compareParts(own, other).relation === 'longer'),
        );
        if (longer === undefined) continue;
        const shown = [...new Set(inPerson.map((parts) => formatParts(parts)))].sort().join('; ');
        view.report(row, 'thoi_han', {
          message: 'longer',
          args: { online: formatParts(longer), direct: shown },
          expected: shown,
        });
      }
    }
  },
});
