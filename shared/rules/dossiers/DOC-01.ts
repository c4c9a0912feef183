import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { lineKind, type LineKind } from './componentLine.ts';

type Message = 'note' | 'heading' | 'condition';

const VERDICTS: Readonly<Record<LineKind, Verdict<Message> | null>> = {
  note: { message: 'note' },
  heading: { message: 'heading' },
  // "Trường hợp ủy quyền thì nộp thêm văn bản ủy quyền" holds a paper too; a person has to decide.
  condition: { message: 'condition', severity: 'warning' },
  paper: null,
};
const judge = (_cell: Cell, text: string): Verdict<Message> | null => VERDICTS[lineKind(text)];

/** Only sheets with one paper per row: in a catalogue's cell such lines are how people write. A row without a name is
 *  CMP-04's. */
export default defineRule({
  id: 'DOC-01',
  title: 'Mỗi dòng thành phần hồ sơ là một giấy tờ',
  severity: 'error',
  scope: 'row',
  why: 'Dòng ghi chú hoặc đề mục nhập như giấy tờ thì khi nộp trực tuyến người dân bị buộc tải lên một giấy tờ không tồn tại và không gửi được hồ sơ.',
  howToFix:
    'Chuyển ghi chú sang cột ghi chú, chuyển đề mục sang cột trường hợp; chỉ để lại tên giấy tờ phải nộp hoặc xuất trình.',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm d' }],
  asks: ['003 §1đ'],
  datasets: ['components'],
  reads: ['thanh_phan_ho_so'],
  messages: {
    note: 'Dòng ghi chú bị nhập thành giấy tờ.',
    heading: 'Dòng đề mục, tên trường hợp bị nhập thành giấy tờ.',
    condition: 'Dòng này nêu điều kiện, hướng dẫn; cần tách riêng tên giấy tờ phải nộp.',
  },
  en: {
    title: 'Each component row is a paper',
    why: 'With a remark or heading entered as a paper, the online form makes citizens upload something that does not exist, and the dossier cannot be sent.',
    howToFix:
      'Move remarks to the notes column and headings to the case column; leave only the names of papers to hand in or show.',
    messages: {
      note: 'A remark has been entered as a paper.',
      heading: 'A heading or the name of a case has been entered as a paper.',
      condition: 'This row states a condition or advice; the name of the paper has to stand on its own.',
    },
  },
  check(view) {
    view.perValue('thanh_phan_ho_so', judge);
  },
});
