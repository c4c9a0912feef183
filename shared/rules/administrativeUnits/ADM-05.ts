import { parseAgencyCode, provinceSuffix } from '../../domain/agencyCode.ts';
import { provinceFullName } from '../../domain/administrativeUnit.ts';
import { provinceOfIdentifier } from '../../domain/provinceIdentifier.ts';
import { defineRule } from '../../engine/rule.ts';
import { perStatedCode } from '../codes/statedCodes.ts';

// Which identifiers the merged provinces use is not published in full, and lower levels were numbered anew: the code of the
// province is named, a whole code never proposed. Codes in the old order are FMT-09's, local codes of procedures FMT-02's.
export default defineRule({
  id: 'ADM-05',
  title: 'Mã định danh đơn vị không thuộc tỉnh đã sáp nhập',
  severity: 'warning',
  scope: 'row',
  why: 'Mã định danh bắt đầu bằng mã của tỉnh đã sáp nhập có thể không còn được các hệ thống nhận ra; hồ sơ, thông báo thanh toán chuyển nhầm hoặc không tới đơn vị.',
  howToFix:
    'Hỏi Sở Khoa học và Công nghệ (hoặc đơn vị quản lý danh mục dùng chung) mã định danh hiện nay của đơn vị rồi thay cả mã; không tự đổi phần đầu.',
  legal: [{ doc: 'QĐ 20/2020/QĐ-TTg', article: 'Điều 4' }],
  asks: ['003 §1đ'],
  datasets: ['units', 'procedures', 'feeConfigs', 'accounts', 'contacts'],
  reads: ['ma_don_vi'],
  messages: {
    absorbed: 'Mã định danh "{value}" bắt đầu bằng {identifier} của tỉnh {former} đã sáp nhập vào {province}.',
  },
  en: {
    title: 'Agency codes do not belong to a merged province',
    why: 'Systems may no longer recognise a code that begins with that of a merged province; dossiers and payment notices go astray.',
    howToFix:
      'Ask the department of science and technology (or whoever keeps the shared list) for the agency’s code of today and replace the whole code; do not change its beginning by hand.',
    messages: {
      absorbed: 'Agency code "{value}" begins with {identifier} of {former}, which was merged into {province}.',
    },
  },
  check(view) {
    perStatedCode(view, 'ma_don_vi', (_, text) => {
      const code = parseAgencyCode(text);
      const identifier = code.ok && code.value.scheme === 'state' ? provinceSuffix(code.value) : undefined;
      const found = identifier === undefined ? undefined : provinceOfIdentifier(identifier);
      if (identifier === undefined || found === undefined || !found.absorbed) return null;
      const { former, province, successorIdentifier } = found;
      return {
        message: 'absorbed',
        args: { identifier, former: former.name, province: provinceFullName(province) },
        expected: `Mã bắt đầu bằng ${successorIdentifier} (cần xác minh)`,
        evidence: `Bảng mã H của 63 tỉnh trước sắp xếp mới xác minh được một phần; mã cấp tỉnh của ${provinceFullName(province)} có thể là ${successorIdentifier}.`,
      };
    });
  },
});
