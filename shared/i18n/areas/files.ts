import { defineMessages } from '../messages.ts';

/** What can be wrong with a file before its content is judged: what happened, and what to do next. */
export const fileMessages = defineMessages({
  vi: {
    'file.missing': 'Không tìm thấy tệp {file}. Kiểm tra lại đường dẫn hoặc tên tệp.',
    'file.unreadable':
      'Không mở được tệp {file} ({detail}). Kiểm tra quyền truy cập hoặc đóng chương trình đang giữ tệp rồi thử lại.',
    'file.tooSlow':
      'Đọc tệp {file} quá {seconds} giây nên đã dừng. Hãy xóa các sheet, dòng trống không cần thiết, lưu lại dạng .xlsx rồi nhập lại.',
    'file.tooLarge.memory':
      'Tệp {file} cần nhiều bộ nhớ hơn mức cho phép nên không đọc. Hãy tách tệp hoặc xóa phần không cần thiết rồi nhập lại.',
    'file.readerStopped':
      'Bộ đọc dừng bất thường khi mở tệp {file} ({detail}); các tệp khác vẫn được đọc. Hãy mở tệp bằng Excel, lưu thành tệp .xlsx mới rồi nhập lại.',
    'file.empty': 'Tệp {file} rỗng (0 byte). Đề nghị đơn vị gửi lại tệp.',
    'file.unknownFormat':
      'Tệp {file} không phải bảng tính. Chỉ nhận .xlsx, .xls hoặc .csv; hãy mở bằng Excel và lưu lại dạng .xlsx.',
    'file.notATable':
      'Tệp {file} là văn bản, không có các cột phân cách bằng dấu phẩy, chấm phẩy hoặc tab. Hãy nhập danh sách vào bảng Excel và lưu dạng .xlsx.',
    'file.noSheets': 'Tệp {file} không có trang tính nào. Hãy mở bằng Excel để kiểm tra, rồi nhập lại tệp có dữ liệu.',
    'file.encrypted':
      'Tệp {file} có mật khẩu. Hãy bỏ mật khẩu trong Excel (Tệp > Thông tin > Bảo vệ sổ làm việc) rồi nhập lại.',
    'file.damaged': 'Tệp {file} bị hỏng ({detail}). Hãy mở bằng Excel, chọn sửa chữa, lưu lại rồi nhập lại.',
    'file.damaged.structure':
      'Tệp {file} bị hỏng: cấu trúc bên trong không đúng định dạng. Hãy mở bằng Excel, chọn sửa chữa, lưu lại dạng .xlsx rồi nhập lại.',
    'file.damaged.cutShort':
      'Tệp {file} bị hỏng: thiếu phần cuối, thường do tải về hoặc sao chép dở dang. Hãy tải lại hoặc đề nghị đơn vị gửi lại tệp.',
    'file.damaged.archive':
      'Tệp {file} bị hỏng: phần nén bên trong ({part}) không giải được. Hãy đề nghị đơn vị gửi lại, hoặc mở bằng Excel, chọn sửa chữa và lưu lại.',
    'file.damaged.checksum':
      'Tệp {file} bị hỏng: nội dung bên trong ({part}) đã bị thay đổi so với lúc lưu. Hãy tải lại hoặc đề nghị đơn vị gửi lại tệp.',
    'file.damaged.missingPart':
      'Tệp {file} bị hỏng: thiếu phần {part} bên trong. Hãy mở bằng Excel, chọn sửa chữa, lưu lại rồi nhập lại.',
    'file.damaged.content':
      'Tệp {file} bị hỏng: phần {part} không đọc được tại vị trí {at}. Hãy mở bằng Excel, chọn sửa chữa, lưu lại rồi nhập lại.',
    'file.tooLarge.file':
      'Tệp {file} quá lớn: giới hạn là {megabytes} MB. Hãy chia thành nhiều tệp nhỏ hơn; tệp dạng cũ thì lưu lại dạng .xlsx.',
    'file.tooLarge.unpacked':
      'Tệp {file} quá lớn: phần {part} khi giải nén vượt {megabytes} MB. Hãy chia thành nhiều tệp nhỏ hơn.',
    'file.tooLarge.cells': 'Tệp {file} quá lớn: có hơn {limit} ô. Hãy xóa hàng, cột thừa hoặc chia thành nhiều tệp.',
    'file.tooLarge.entries':
      'Tệp {file} có quá nhiều thành phần bên trong (hơn {limit}). Hãy mở bằng Excel và lưu lại dạng .xlsx.',
    'file.unsafe.ratio':
      'Không mở tệp {file} vì lý do an toàn: phần {part} phình ra {ratio} lần khi giải nén. Hãy hỏi lại đơn vị gửi tệp.',
    'file.unsafe.overlap':
      'Không mở tệp {file} vì lý do an toàn: các phần nén chồng lên nhau. Hãy hỏi lại đơn vị gửi tệp.',
    'file.unsafe.doctype':
      'Không mở tệp {file} vì lý do an toàn: phần {part} có khai báo DTD mà Excel không bao giờ ghi. Hãy hỏi lại đơn vị gửi tệp.',
  },
  en: {
    'file.missing': 'File {file} was not found. Check the path or the name.',
    'file.unreadable':
      'File {file} could not be opened ({detail}). Check the permissions or close the program that holds it, and try again.',
    'file.tooSlow':
      'Reading file {file} took more than {seconds} seconds and was stopped. Delete sheets and blank rows that are not needed, save as .xlsx and import again.',
    'file.tooLarge.memory':
      'File {file} needs more memory than allowed and was not read. Split it or delete what is not needed, and import again.',
    'file.readerStopped':
      'The reader stopped unexpectedly on file {file} ({detail}); the other files were read. Open it in Excel, save it as a new .xlsx and import again.',
    'file.empty': 'File {file} is empty (0 bytes). Ask the agency to send it again.',
    'file.unknownFormat':
      'File {file} is not a spreadsheet. Only .xlsx, .xls and .csv are read; save it as .xlsx in Excel.',
    'file.notATable':
      'File {file} is text without columns separated by commas, semicolons or tabs. Put the list into an Excel table and save it as .xlsx.',
    'file.noSheets': 'File {file} has no worksheet. Look at it in Excel, then import a file that holds data.',
    'file.encrypted':
      'File {file} has a password. Remove it in Excel (File > Info > Protect Workbook) and import again.',
    'file.damaged': 'File {file} is damaged ({detail}). Open it in Excel, repair it, save it and import again.',
    'file.damaged.structure':
      'File {file} is damaged: its inner structure does not follow the format. Open it in Excel, repair it, save it as .xlsx and import again.',
    'file.damaged.cutShort':
      'File {file} is damaged: its end is missing, usually after an interrupted download or copy. Download it again or ask the agency to send it again.',
    'file.damaged.archive':
      'File {file} is damaged: a packed part ({part}) cannot be unpacked. Ask the agency to send it again, or open it in Excel, repair and save it.',
    'file.damaged.checksum':
      'File {file} is damaged: its content ({part}) changed after it was saved. Download it again or ask the agency to send it again.',
    'file.damaged.missingPart':
      'File {file} is damaged: part {part} is missing. Open it in Excel, repair it, save it and import again.',
    'file.damaged.content':
      'File {file} is damaged: part {part} cannot be read at position {at}. Open it in Excel, repair it, save it and import again.',
    'file.tooLarge.file':
      'File {file} is too large: the limit is {megabytes} MB. Split it into smaller files; save an old format as .xlsx.',
    'file.tooLarge.unpacked':
      'File {file} is too large: part {part} exceeds {megabytes} MB when unpacked. Split it into smaller files.',
    'file.tooLarge.cells':
      'File {file} is too large: it holds more than {limit} cells. Delete surplus rows and columns or split it.',
    'file.tooLarge.entries':
      'File {file} has too many parts (more than {limit}). Open it in Excel and save it as .xlsx.',
    'file.unsafe.ratio':
      'File {file} was not opened for safety: part {part} grows {ratio} times when unpacked. Ask the agency that sent it.',
    'file.unsafe.overlap':
      'File {file} was not opened for safety: its packed parts overlap. Ask the agency that sent it.',
    'file.unsafe.doctype':
      'File {file} was not opened for safety: part {part} holds a DTD, which Excel never writes. Ask the agency that sent it.',
  },
});
