import { defineMessages } from '../messages.ts';

/** What can be wrong with corrections, days and national records in an agency's own rules. */
export const ownRuleMessages = defineMessages({
  vi: {
    'ruleset.expr.nationalAlone': 'Sau "national" phải có tên mục, ví dụ national.ten_tthc; các mục: {known}.',
    'ruleset.expr.nationalName': 'Danh mục quốc gia không có mục "{name}"; các mục: {known}.',
    'ruleset.expr.nationalGuess': 'Danh mục quốc gia không có mục "{name}", có phải "{guess}"?',
    'ruleset.expr.nationalNoCode': 'Loại bảng này không có mã TTHC nên không tra được danh mục quốc gia.',
    'ruleset.expr.notValue': 'Giá trị đề xuất phải là chữ hoặc số, không phải điều kiện đúng sai.',
    'ruleset.fixExamples': 'Cách sửa của {rule} phải có ví dụ ở examples.fixed: dòng sai và giá trị được đề xuất.',
    'ruleset.fixNoField': 'Cách sửa của {rule} chưa biết sửa ô nào; ghi field.',
    'ruleset.example.noFix': '{rule} không đề xuất gì cho ví dụ này; sửa biểu thức hoặc ví dụ.',
    'ruleset.example.otherFix': '{rule} đề xuất "{value}" cho ví dụ này; sửa biểu thức hoặc ví dụ.',
    'ruleset.example.fixStaysWrong': 'Sửa theo đề xuất mà {rule} vẫn bắt lỗi; sửa biểu thức hoặc điều kiện.',
    'ruleset.example.noToday': 'Quy tắc {rule} dùng today: ví dụ phải ghi today (yyyy-mm-dd).',
    'ruleset.example.noRecord': '"{field}" là một ô, không phải nhóm; chỉ national mới có các mục bên trong.',
  },
  en: {
    'ruleset.expr.nationalAlone': 'Behind "national" goes a name, such as national.ten_tthc; the names: {known}.',
    'ruleset.expr.nationalName': 'The national catalogue has no "{name}"; it has: {known}.',
    'ruleset.expr.nationalGuess': 'The national catalogue has no "{name}"; is "{guess}" meant?',
    'ruleset.expr.nationalNoCode': 'This kind of sheet has no procedure code to look up in the national catalogue.',
    'ruleset.expr.notValue': 'A proposed value is a text or a number, not a condition.',
    'ruleset.fixExamples': 'The fix of {rule} needs examples under examples.fixed: a wrong row and the proposed value.',
    'ruleset.fixNoField': 'The fix of {rule} does not know its cell; state field.',
    'ruleset.example.noFix': '{rule} proposes nothing for this example; mend the expression or the example.',
    'ruleset.example.otherFix': '{rule} proposes "{value}" for this example; mend the expression or the example.',
    'ruleset.example.fixStaysWrong': 'With the proposed value {rule} still refuses the row; mend the expression.',
    'ruleset.example.noToday': 'Rule {rule} uses today: the example must state today (yyyy-mm-dd).',
    'ruleset.example.noRecord': '"{field}" is a cell and no group; only national has names inside.',
  },
});
