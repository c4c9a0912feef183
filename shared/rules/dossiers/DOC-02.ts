import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { saysYes } from './yesNo.ts';

// "theo mẫu quy định", "Mẫu số 01", "Mẫu CT01", "mẫu 03/BĐS-TNCN"; a delivery company's form is its own.
const FORM =
  /(?<!\p{L})theo (?:đúng )?mẫu(?!\p{L})(?! do doanh nghiệp)|(?<!\p{L})mẫu (?:số )?(?:\p{Lu}{1,6}[-. ]?)?\d/iu;

const asksForForm = (_cell: Cell, text: string): boolean => FORM.test(text);
const namesNoForm = (cell: Cell, text: string): boolean =>
  saysNothing(cell, text) || text === '0' || searchKey(text) === 'khong';

/** Only whether a form is named at all; whether the form list holds it and its file is REF-09's. */
export default defineRule({
  id: 'DOC-02',
  title: 'Giấy tờ theo mẫu có biểu mẫu kèm theo',
  severity: 'warning',
  scope: 'row',
  why: 'Giấy tờ phải lập theo mẫu mà không có mẫu thì người dân không biết khai vào đâu, hồ sơ bị trả lại.',
  howToFix:
    'Ghi tên hoặc mã biểu mẫu và đính kèm tệp mẫu lấy từ Cơ sở dữ liệu quốc gia; mẫu trên Cơ sở dữ liệu quốc gia có giá trị như mẫu do cơ quan cung cấp.',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 25' }],
  asks: ['003 §1đ'],
  datasets: ['components', 'procedures'],
  reads: ['thanh_phan_ho_so', 'mau_don'],
  mayRead: ['ma_bieu_mau', 'co_bm_dien_tu'],
  messages: { missing: 'Thành phần hồ sơ có giấy tờ lập theo mẫu nhưng không có biểu mẫu kèm theo.' },
  en: {
    title: 'A paper on a set form comes with the form',
    why: 'Where the form is missing, citizens do not know what to fill in, and the dossier is returned.',
    howToFix:
      'Name the form or its code and attach its file from the national database; forms there are as good as those handed out by the agency.',
    messages: { missing: 'A paper has to be made out on a set form, but no form is given.' },
  },
  check(view) {
    const asks = view.derive('thanh_phan_ho_so', asksForForm);
    const noName = view.derive('mau_don', namesNoForm);
    const noCode = view.derive('ma_bieu_mau', namesNoForm);
    const electronic = view.derive('co_bm_dien_tu', saysYes);
    for (let row = 0; row < view.rows; row += 1) {
      if (asks(row) && noName(row) && noCode(row) && !electronic(row)) {
        view.report(row, 'mau_don', { message: 'missing' });
      }
    }
  },
});
