import { parseAgencyCode, repairAgencyCode } from '../../domain/agencyCode.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { perStatedCode } from './statedCodes.ts';

// Departments of the new portal carry short names such as BCA_CAX or NHPT-PXNC: in use, but no identification code.
const PORTAL_DEPARTMENT = /^[A-Z]{2,20}(?:[_-][A-Z0-9]{1,20}){1,5}$/;

type Message = 'malformed' | 'tooLong' | 'portalDepartment' | 'repaired';

export default defineRule({
  id: 'FMT-08',
  title: 'Mã định danh đơn vị đúng cấu trúc Quyết định 20/2020/QĐ-TTg',
  severity: 'error',
  scope: 'row',
  why: 'Mã định danh là địa chỉ của đơn vị khi gửi, nhận hồ sơ và văn bản điện tử. Mã sai thì hồ sơ, thông báo thanh toán chuyển nhầm hoặc không tới đơn vị.',
  howToFix:
    'Tra mã định danh của đơn vị trong danh mục dùng chung; viết hoa, các nhóm cách nhau bằng dấu chấm, không có khoảng trắng, tối đa 35 ký tự, ví dụ H56.12.34.',
  legal: [{ doc: 'QĐ 20/2020/QĐ-TTg', article: 'Điều 4' }],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'feeConfigs', 'accounts', 'contacts', 'units'],
  reads: ['ma_don_vi'],
  messages: {
    malformed: 'Mã định danh "{value}" sai cấu trúc QĐ 20/2020/QĐ-TTg (ví dụ đúng: H56.12.34).',
    tooLong: 'Mã định danh "{value}" dài {length} ký tự, quá 35 ký tự.',
    portalDepartment: '"{value}" là mã phòng ban nội bộ của Cổng, không phải mã định danh theo QĐ 20/2020/QĐ-TTg.',
    repaired: 'Viết hoa, bỏ khoảng trắng và dùng dấu chấm giữa các nhóm.',
  },
  en: {
    title: 'The agency code has the structure of Decision 20/2020/QĐ-TTg',
    why: 'The identification code is the agency’s address for electronic dossiers and documents. With a wrong code, dossiers and payment notices go astray.',
    howToFix:
      'Look the agency’s code up in the shared list; capitals, groups parted by dots, no blanks, at most 35 characters, e.g. H56.12.34.',
    messages: {
      malformed: 'Agency code "{value}" does not have the structure of QĐ 20/2020/QĐ-TTg (e.g. H56.12.34).',
      tooLong: 'Agency code "{value}" has {length} characters; 35 are allowed.',
      portalDepartment: '"{value}" is an internal department code of the portal, not one of QĐ 20/2020/QĐ-TTg.',
      repaired: 'Capitals, no blanks, dots between the groups.',
    },
  },
  check(view) {
    perStatedCode(view, 'ma_don_vi', judge);
  },
});

function judge(_cell: Cell, text: string): Verdict<Message> | null {
  const code = parseAgencyCode(text);
  // A code in the old order is well-formed: FMT-09 speaks of it.
  if (code.ok) return null;
  if (code.reason === 'tooLong') return { message: 'tooLong', args: { length: text.length } };
  if (PORTAL_DEPARTMENT.test(text)) return { message: 'portalDepartment', severity: 'info' };
  const repaired = repairAgencyCode(text);
  if (repaired === undefined) return { message: 'malformed' };
  const onlyCase = repaired === text.replaceAll(' ', '').toUpperCase();
  return {
    message: 'malformed',
    expected: repaired,
    fix: { value: repaired, confidence: onlyCase ? 'certain' : 'likely', why: 'repaired' },
  };
}
