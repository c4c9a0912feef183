import { formatWebAddress, type WebAddress } from '../../domain/webAddress.ts';
import { isHomePage, isRetiredPortal, isTestHost } from '../../domain/portalLink.ts';
import { defineRule } from '../../engine/rule.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';
import { linkIn, SHEETS_WITH_LINKS } from './linkCell.ts';
import { firstOfAlike, perAlikeRows } from '../alikeRows.ts';

const MOST_SHOWN = 5;

/** What makes two links one: case of the host, "www." and a slash at the end do not. '' for links that other rules judge. */
const linkKey = (link: WebAddress): string => {
  if (isHomePage(link) || isRetiredPortal(link) || isTestHost(link)) return '';
  return formatWebAddress({
    ...link,
    scheme: 'https',
    host: link.host.replace(/^www\./, ''),
    path: link.path.replace(/\/$/, ''),
  });
};

/** A shared home page is URL-03's: one cause, one finding. */
export default defineRule({
  id: 'URL-04',
  title: 'Mỗi TTHC có đường dẫn riêng',
  severity: 'warning',
  scope: 'agency',
  why: 'Nhiều thủ tục dùng chung một đường dẫn thì người dân tới trang của thủ tục khác hoặc trang chung, nộp nhầm hồ sơ hoặc phải tìm lại từ đầu.',
  howToFix:
    'Khai báo đường dẫn tới giao diện nộp hồ sơ của từng thủ tục; nếu hệ thống chưa có, đề nghị đơn vị cung cấp phần mềm bổ sung.',
  legal: [],
  asks: ['002 §2'],
  datasets: SHEETS_WITH_LINKS,
  reads: ['link_nop', 'ma_tthc'],
  messages: {
    shared: 'Đường dẫn này dùng chung cho {count} TTHC: {codes}.',
  },
  en: {
    title: 'Each procedure has a link of its own',
    why: 'Where procedures share a link, citizens reach the page of another one or a general page, submit the wrong dossier or have to search again.',
    howToFix:
      'Give each procedure the link to its own submission form; where the system has none, ask its supplier for it.',
    messages: {
      shared: 'This link is shared by {count} procedures: {codes}.',
    },
  },
  checkAll(views, context) {
    const keys = new Map<WebAddress, string>();
    const codesByKey = new Map<string, Set<string>>();
    for (const view of views) {
      if (view.table.unfoldedFrom !== undefined) continue;
      const linkOf = view.derive('link_nop', linkIn);
      const codeOf = view.derive('ma_tthc', nationalCodeOf);
      for (const row of firstOfAlike(view, context, ['link_nop', 'ma_tthc'])) {
        const link = linkOf(row);
        if (link === null || codeOf(row) === '') continue;
        let key = keys.get(link);
        if (key === undefined) keys.set(link, (key = linkKey(link)));
        const codes = codesByKey.get(key);
        if (codes === undefined) codesByKey.set(key, new Set([codeOf(row)]));
        else codes.add(codeOf(row));
      }
    }
    codesByKey.delete('');
    const verdicts = new Map(
      [...codesByKey].filter(([, codes]) => codes.size > 1).map(([key, codes]) => [key, shared(codes)]),
    );
    if (verdicts.size === 0) return;
    for (const view of views) {
      if (view.table.unfoldedFrom !== undefined) continue;
      const linkOf = view.derive('link_nop', linkIn);
      const codeOf = view.derive('ma_tthc', nationalCodeOf);
      perAlikeRows(view, context, ['link_nop', 'ma_tthc'], 'link_nop', (row) => {
        const link = linkOf(row);
        return link === null || codeOf(row) === '' ? null : (verdicts.get(keys.get(link) ?? '') ?? null);
      });
    }
  },
});

function shared(codes: ReadonlySet<string>) {
  const sorted = [...codes].sort();
  const shown = sorted.slice(0, MOST_SHOWN).join(', ');
  return {
    message: 'shared',
    args: { count: sorted.length, codes: sorted.length > MOST_SHOWN ? `${shown}…` : shown },
  } as const;
}
