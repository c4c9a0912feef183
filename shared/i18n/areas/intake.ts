import { defineMessages } from '../messages.ts';

/** What intake asks or tells about a sheet, and what can be wrong with a saved mapping. */
export const intakeMessages = defineMessages({
  vi: {
    'intake.notACatalogue':
      'Không tìm thấy dòng tiêu đề của biểu nào đã biết. Nếu đây là biểu cần rà soát, hãy chọn dòng tiêu đề, loại biểu và các cột trong bước Nhập tệp; nếu không, bỏ qua sheet này.',
    'intake.noHeader':
      'Sheet có cột mã TTHC nhưng không có dòng tiêu đề nhận ra được. Hãy chọn dòng tiêu đề, loại biểu và các cột trong bước Nhập tệp, hoặc thêm dòng tiêu đề rồi nhập lại.',
    'intake.fewHeadings':
      'Chỉ nhận ra một số ít cột, có thể là "{kind}". Hãy xác nhận loại biểu và các cột trong bước Nhập tệp.',
    'intake.kindUnclear': 'Biểu này vừa giống "{first}" vừa giống "{second}". Hãy chọn loại biểu trong bước Nhập tệp.',
    'intake.sideBySide':
      'Sheet có hai bảng đặt cạnh nhau, nhiều cột trùng tiêu đề. Hãy tách thành hai sheet, hoặc chọn cột cần dùng trong bước Nhập tệp.',
    'intake.missingKey': 'Không nhận ra cột {field}; chọn cột trong bước Nhập tệp.',
    'intake.checkColumn':
      'Ô {cell}: tiêu đề "{heading}" có thể là cột {field} nhưng chưa chắc, nên chưa dùng để rà soát. Hãy xác nhận trong bước Nhập tệp.',
    'intake.sameField':
      'Cột {kept} và cột {other} cùng là {field}; đang dùng cột {kept}. Nếu không đúng, chọn lại trong bước Nhập tệp.',
    'intake.passwordColumn':
      'Cột {column} chứa mật khẩu. Đề nghị đơn vị xóa cột này, đổi mật khẩu đã lộ và không gửi mật khẩu trong tệp.',
    'intake.hiddenRows': 'Có {rows} dòng dữ liệu đang bị ẩn (do lọc hoặc ẩn tay); các dòng này vẫn được rà soát.',
    'intake.hiddenSheet':
      'Sheet "{sheet}" đang bị ẩn trong tệp nhưng vẫn được đọc. Kiểm tra xem đơn vị có ý gửi sheet này không.',
    'intake.tooWide':
      'Sheet có dữ liệu sau cột thứ {columns}; phần đó không được đọc. Hãy xóa các cột thừa rồi nhập lại.',
    'intake.noRows': 'Không có dòng dữ liệu nào dưới dòng tiêu đề {row}. Đề nghị đơn vị kiểm tra lại tệp đã gửi.',
    'intake.noSuchRow': 'Sheet "{sheet}" không có dòng {row}. Hãy chọn lại dòng tiêu đề.',
    'mapping.notJson': 'Tệp ánh xạ cột bị hỏng, không đọc được. Hãy xuất lại từ bước Nhập tệp.',
    'mapping.notAMapping': 'Tệp này không phải tệp ánh xạ cột. Hãy chọn tệp đã lưu từ bước Nhập tệp.',
    'mapping.newerVersion':
      'Tệp ánh xạ cột thuộc phiên bản {version}, mới hơn phần mềm. Hãy cập nhật phần mềm rồi mở lại.',
    'mapping.badValue':
      'Tệp ánh xạ cột có giá trị không hợp lệ ở "{place}". Hãy xác nhận lại biểu trong bước Nhập tệp và lưu lại.',
  },
  en: {
    'intake.notACatalogue':
      'No header row of any known form was found. If the sheet should be checked, choose header row, kind and columns in the Import step; otherwise ignore it.',
    'intake.noHeader':
      'The sheet has procedure codes but no header row that is known. Choose header row, kind and columns in the Import step, or add a header row and import again.',
    'intake.fewHeadings':
      'Only a few columns were recognised; it may be "{kind}". Confirm kind and columns in the Import step.',
    'intake.kindUnclear': 'The sheet looks like "{first}" and like "{second}". Choose its kind in the Import step.',
    'intake.sideBySide':
      'The sheet holds two tables side by side with the same headings. Put them on two sheets, or choose the columns in the Import step.',
    'intake.missingKey': 'No column for {field} was recognised; choose it in the Import step.',
    'intake.checkColumn':
      'Cell {cell}: the heading "{heading}" may mean {field}, but not surely, so it is not used yet. Confirm it in the Import step.',
    'intake.sameField':
      'Columns {kept} and {other} both mean {field}; column {kept} is used. Choose again in the Import step if that is wrong.',
    'intake.passwordColumn':
      'Column {column} holds passwords. Ask the agency to delete it, to change the exposed passwords and never to send any in a file.',
    'intake.hiddenRows': '{rows} data rows are hidden (by a filter or by hand); they are checked all the same.',
    'intake.hiddenSheet':
      'Sheet "{sheet}" is hidden in the file but was read. Check whether the agency meant to send it.',
    'intake.tooWide':
      'The sheet has data beyond column {columns}, which is not read. Delete the surplus columns and import again.',
    'intake.noRows': 'There are no data rows below header row {row}. Ask the agency to check the file.',
    'intake.noSuchRow': 'Sheet "{sheet}" has no row {row}. Choose the header row again.',
    'mapping.notJson': 'The column mapping file is damaged. Export it again from the Import step.',
    'mapping.notAMapping': 'This is not a column mapping file. Choose one that was saved from the Import step.',
    'mapping.newerVersion':
      'The column mapping file has version {version}, newer than this program. Update the program.',
    'mapping.badValue':
      'The column mapping file has a bad value at "{place}". Confirm the sheet in the Import step and save again.',
  },
});
