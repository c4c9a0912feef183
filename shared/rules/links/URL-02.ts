import { isRetiredPortal } from '../../domain/portalLink.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';
import { linkIn, SHEETS_WITH_LINKS } from './linkCell.ts';
import { perAlikeRows } from '../alikeRows.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// Stands before FMT-16, which speaks of detail pages that still open but have no address of the new form.
export default defineRule({
  id: 'URL-02',
  title: 'Không còn đường dẫn của Cổng cũ đã dừng',
  severity: 'error',
  scope: 'row',
  why: 'Các trang của Cổng Dịch vụ công quốc gia cũ (thutuc., csdl.dichvucong.gov.vn, /p/home/…) đã dừng; người dân bấm vào chỉ gặp trang lỗi hoặc trang trống, không nộp được hồ sơ.',
  howToFix:
    'Mở thủ tục trên Cổng mới và sao chép địa chỉ dạng https://dichvucong.gov.vn/thu-tuc-hanh-chinh/<mã bản ghi>, hoặc địa chỉ trang nộp hồ sơ hiện hành của hệ thống tỉnh, bộ.',
  legal: [],
  asks: ['002 §2'],
  datasets: SHEETS_WITH_LINKS,
  reads: ['link_nop'],
  mayRead: ['ma_tthc'],
  messages: {
    retired: 'Đường dẫn thuộc Cổng cũ đã dừng: {value}.',
    newPage: 'Danh mục quốc gia cho biết trang của thủ tục {code} trên Cổng mới.',
  },
  en: {
    title: 'No links to retired parts of the old portal remain',
    why: 'The pages of the old national portal (thutuc., csdl.dichvucong.gov.vn, /p/home/…) have stopped; citizens meet an error or an empty page and cannot submit.',
    howToFix:
      'Open the procedure on the new portal and copy its address, https://dichvucong.gov.vn/thu-tuc-hanh-chinh/<record id>, or the current submission page of the province’s or ministry’s system.',
    messages: {
      retired: 'The link leads to a part of the old portal that has stopped: {value}.',
      newPage: 'The national catalogue tells the page of procedure {code} on the new portal.',
    },
  },
  check(view, context) {
    if (view.table.unfoldedFrom !== undefined) return;
    const linkOf = view.derive('link_nop', linkIn);
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    const verdicts = new Map<string, Verdict<'retired' | 'newPage'>>();
    perAlikeRows(view, context, ['link_nop', 'ma_tthc'], 'link_nop', (row) => {
      const link = linkOf(row);
      if (link === null || !isRetiredPortal(link)) return null;
      const code = codeOf(row);
      let verdict = verdicts.get(code);
      if (verdict === undefined)
        verdicts.set(code, (verdict = judge(code, context.ref.procedures?.byCode(code)?.portalId ?? '')));
      return verdict;
    });
  },
});

function judge(code: string, portalId: string): Verdict<'retired' | 'newPage'> {
  if (!UUID.test(portalId)) return { message: 'retired' };
  const value = `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/${portalId}`;
  return { message: 'retired', args: { code }, expected: value, fix: { value, confidence: 'likely', why: 'newPage' } };
}
