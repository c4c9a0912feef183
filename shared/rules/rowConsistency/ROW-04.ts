import { parseServiceLevel } from '../../domain/serviceLevel.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';

const isPartial = (_cell: Cell, text: string): boolean => {
  const written = parseServiceLevel(text);
  return written.ok && written.value.level === 'partial';
};

// The reasons that NĐ 224/2026 Điều 14 admits (being present, examination on the spot, technical trouble) in the words
// that lists use, without diacritics. Any of them is taken for the reason: whether it is a good one, a person decides.
const REASON =
  /\b(?:li do|vi phai|do phai|hien dien|co mat|truc tiep (?:den|tai|ki|nop)|tham (?:tra|dinh|van)|xac minh|thuc dia|thuc te|hien truong|kiem tra|su co|ki thuat|ban (?:chinh|goc)|doi chieu|sat hach|lay mau|sinh trac)\b/;
const givesReason = (_cell: Cell, text: string): boolean => REASON.test(searchKey(text));

export default defineRule({
  id: 'ROW-04',
  title: 'Dịch vụ công một phần nêu lý do',
  severity: 'warning',
  scope: 'row',
  why: 'Toàn trình là mức mặc định; chỉ cung cấp một phần thì phải công bố công khai lý do. Không nêu lý do, người dân phải đến cơ quan mà không biết vì sao.',
  howToFix:
    'Ghi lý do vào cột Mô tả hoặc Ghi chú (phải hiện diện, phải kiểm tra thực địa, vướng mắc kỹ thuật…) kèm quy định của pháp luật chuyên ngành, rồi công bố trên Cổng.',
  legal: [{ doc: 'NĐ 224/2026/NĐ-CP', article: 'Điều 14' }],
  asks: [],
  datasets: ['procedures', 'links'],
  reads: ['muc_do_dvc'],
  mayRead: ['mo_ta', 'ghi_chu', 'yeu_cau_dieu_kien'],
  messages: {
    noReason: 'Dịch vụ công một phần phải công khai lý do, nhưng dòng này không nêu.',
  },
  en: {
    title: 'A partly online service states its reason',
    why: 'Fully online is the default; offering only a part needs a published reason. Without it citizens have to come in person and do not know why.',
    howToFix:
      'Write the reason in the description or the notes (presence required, inspection on the spot, technical trouble…) with the special law behind it, and publish it on the portal.',
    messages: {
      noReason: 'A partly online service needs a published reason, and this row states none.',
    },
  },
  check(view) {
    const partial = view.derive('muc_do_dvc', isPartial);
    const reasons = (['muc_do_dvc', 'mo_ta', 'ghi_chu', 'yeu_cau_dieu_kien'] as const).map((field) =>
      view.derive(field, givesReason),
    );
    for (let row = 0; row < view.rows; row += 1) {
      if (partial(row) && !reasons.some((given) => given(row))) view.report(row, 'muc_do_dvc', { message: 'noReason' });
    }
  },
});
