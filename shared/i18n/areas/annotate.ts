import { defineMessages } from '../messages.ts';

/** Words of annotated copies, and what is said about making them. */
export const annotateMessages = defineMessages({
  vi: {
    'annotate.sheetName': 'Danh sách cần sửa',
    'annotate.fileName': '{name} (đã đánh dấu)',
    'annotate.clearedFileName': '{name} (đã bỏ dấu)',
    'annotate.note.head': '{severity} ({rule})',
    'annotate.note.expected': 'Giá trị đúng: {value}',
    'annotate.note.howToFix': 'Cách sửa: {text}',
    'annotate.note.legal': 'Căn cứ: {text}',
    'annotate.note.more': '… và {count} nội dung khác, xem sheet "Danh sách cần sửa".',
    'annotate.list.title': 'DANH SÁCH NỘI DUNG CẦN SỬA',
    'annotate.list.summary':
      'Tệp {file}: {errors} lỗi, {warnings} cảnh báo, {notes} lưu ý. Bấm vào địa chỉ ở cột "Ô" để đến ô cần sửa; trỏ chuột vào ô có màu để xem giá trị đúng và căn cứ.',
    'annotate.list.ordinal': 'STT',
    'annotate.earlierRemoved':
      'Tệp {file} mang dấu của lần rà soát trước: màu, ghi chú và sheet "Danh sách cần sửa" của lần đó đã được bỏ khỏi bản này. Nội dung đơn vị ghi thêm trên sheet đó (nếu có) chỉ còn trong tệp gốc.',
    'annotate.signed':
      'Tệp {file} có chữ ký số: bản đánh dấu là tệp đã thay đổi nên chữ ký trong đó không còn giá trị. Bản gốc giữ nguyên.',
    'annotate.threadedKept':
      'Sheet {sheet}: {count} ô đã có trao đổi (bình luận dạng hội thoại), chỉ tô màu và ghi vào danh sách, không thêm ghi chú.',
    'annotate.notesLimited':
      'Sheet {sheet}: chỉ {limit} ô đầu có ghi chú để Excel mở được nhanh; mọi ô sai đều được tô màu và có trong danh sách.',
    'annotate.linksLimited': 'Danh sách cần sửa: chỉ {limit} dòng đầu có liên kết đến ô, do giới hạn của Excel.',
    'annotate.listLimited':
      'Danh sách cần sửa trong bản đánh dấu chỉ chứa được {limit} dòng của Excel; danh sách đầy đủ: "rasoat check --format csv".',
    'annotate.drawingKept':
      'Sheet {sheet}: phần hình vẽ {part} không thêm ghi chú được nên giữ nguyên; các ô sai vẫn được tô màu và có trong danh sách.',
    'annotate.sheetGone': 'Sheet {sheet} không có trong tệp {file}: nội dung cần sửa chỉ ghi ở danh sách.',
    'annotate.newWorkbook':
      'Tệp {file} thuộc dạng {format}, không ghi thêm vào được: bản đánh dấu là tệp .xlsx mới có cùng giá trị các ô; định dạng, công thức và hình ảnh không mang theo.',
    'annotate.tooLarge':
      'Không lập được bản đánh dấu của tệp {file}: tệp quá lớn (giới hạn 4 GB của định dạng nén). Hãy dùng danh sách cần sửa: "rasoat check --out".',
    'annotate.changed': 'Không lập bản đánh dấu của tệp {file}: tệp đã thay đổi trong lúc rà soát. Hãy chạy lại.',
    'annotate.reading': 'Đang đánh dấu',
    'annotate.written': 'Đã lập bản đánh dấu: {file} ({cells} ô, {lines} nội dung)',
    'annotate.clean': 'Không có nội dung cần sửa: {file}',
    'annotate.summary': 'Đã lập {count} bản đánh dấu trong thư mục {folder}. Tệp gốc giữ nguyên.',
    'annotate.none': 'Không có tệp nào cần đánh dấu.',
  },
  en: {
    'annotate.sheetName': 'Corrections',
    'annotate.fileName': '{name} (annotated)',
    'annotate.clearedFileName': '{name} (marks removed)',
    'annotate.note.head': '{severity} ({rule})',
    'annotate.note.expected': 'Expected: {value}',
    'annotate.note.howToFix': 'How to correct: {text}',
    'annotate.note.legal': 'Legal basis: {text}',
    'annotate.note.more': '… and {count} more, see the sheet "Corrections".',
    'annotate.list.title': 'CORRECTION LIST',
    'annotate.list.summary':
      'File {file}: {errors} errors, {warnings} warnings, {notes} notes. Click an address in the column "Cell" to go to the cell; point at a coloured cell to see the right value and its legal basis.',
    'annotate.list.ordinal': 'No.',
    'annotate.earlierRemoved':
      'File {file} carried the marks of an earlier check: its colours, notes and sheet "Corrections" are left out of this copy. What the agency wrote on that sheet, if anything, stands in the original file only.',
    'annotate.signed':
      'File {file} carries a digital signature: the annotated copy is a changed file, so the signature in it is no longer valid. The original stays as it is.',
    'annotate.threadedKept':
      'Sheet {sheet}: {count} cells hold a conversation (threaded comment); they are coloured and listed, but get no note.',
    'annotate.notesLimited':
      'Sheet {sheet}: only the first {limit} cells have notes, so that Excel opens the file quickly; all wrong cells are coloured and listed.',
    'annotate.linksLimited':
      'Correction list: only the first {limit} lines are linked to their cell, a limit of Excel.',
    'annotate.listLimited':
      'The list in the annotated copy holds the {limit} lines Excel allows; for all of them: "rasoat check --format csv".',
    'annotate.drawingKept':
      'Sheet {sheet}: no notes can be added to the drawing {part}, which stays as it is; the wrong cells are coloured and listed.',
    'annotate.sheetGone': 'Sheet {sheet} is not in file {file}: its corrections stand in the list only.',
    'annotate.newWorkbook':
      'File {file} is of type {format}, which cannot be added to: the annotated copy is a new .xlsx with the same cell values; formats, formulas and pictures are not carried over.',
    'annotate.tooLarge':
      'No annotated copy of file {file}: it is too large (4 GB, a limit of the archive format). Use the correction list: "rasoat check --out".',
    'annotate.changed': 'No annotated copy of file {file}: the file changed while it was being checked. Run again.',
    'annotate.reading': 'Annotating',
    'annotate.written': 'Annotated copy: {file} ({cells} cells, {lines} findings)',
    'annotate.clean': 'Nothing to correct: {file}',
    'annotate.summary': '{count} annotated copies written to {folder}. The originals stay as they are.',
    'annotate.none': 'No file needs annotating.',
  },
});
