import { detailPageId, isRetiredPortal } from '../../domain/portalLink.ts';
import { parseWebAddress } from '../../domain/webAddress.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { perStatedCode } from './statedCodes.ts';

// Only links that mean to show a procedure on the national portal: its detail pages, of today and of before.
const NATIONAL_PORTAL = /^(?:www\.|thutuc\.|csdl\.)?dichvucong\.gov\.vn$/;
const DETAIL_PAGE = /thu-?tuc-?hanh-?chinh|chi-?tiet-?(?:thu-?tuc|tthc)|tthc-chi-?tiet/i;

export default defineRule({
  id: 'FMT-16',
  title: 'Liên kết chi tiết TTHC theo dạng của Cổng mới',
  severity: 'info',
  scope: 'row',
  why: 'Trang chi tiết TTHC trên Cổng mới có địa chỉ riêng theo mã định danh của bản ghi. Liên kết kiểu cũ có thể không mở được, người dân không xem được hướng dẫn nộp hồ sơ.',
  howToFix:
    'Mở TTHC trên Cổng Dịch vụ công quốc gia và sao chép địa chỉ mới, dạng https://dichvucong.gov.vn/thu-tuc-hanh-chinh/<mã bản ghi>.',
  legal: [],
  asks: ['002 §2'],
  datasets: ['procedures', 'links', 'feeConfigs'],
  reads: ['link_nop'],
  messages: {
    oldForm: 'Liên kết chi tiết TTHC không phải dạng của Cổng mới ({value}).',
  },
  en: {
    title: 'Links to a procedure’s detail page have the new portal’s form',
    why: 'On the new portal a procedure’s page has an address made of its record id. Links of the old kind may not open, and citizens cannot read how to apply.',
    howToFix:
      'Open the procedure on the national portal and copy the new address, https://dichvucong.gov.vn/thu-tuc-hanh-chinh/<record id>.',
    messages: {
      oldForm: 'The link to the procedure’s page does not have the new portal’s form ({value}).',
    },
  },
  check(view) {
    // Links that cannot be read, go elsewhere, to a home page or to what has stopped are the link rules' (URL-01 … URL-07).
    perStatedCode(view, 'link_nop', judge);
  },
});

function judge(_cell: Cell, text: string): Verdict<'oldForm'> | null {
  const address = parseWebAddress(text);
  if (!address.ok || !NATIONAL_PORTAL.test(address.value.host) || !DETAIL_PAGE.test(address.value.path)) return null;
  if (isRetiredPortal(address.value)) return null;
  return detailPageId(address.value) === undefined ? { message: 'oldForm' } : null;
}
