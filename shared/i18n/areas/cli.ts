import { defineMessages } from '../messages.ts';

/** What the command line says. */
export const cliMessages = defineMessages({
  vi: {
    'cli.help':
      'Rà soát TTHC - kiểm tra cấu hình thủ tục hành chính trong bảng tính của các đơn vị\n\n' +
      'Cách dùng:\n' +
      '  rasoat check <tệp hoặc thư mục…> [--reference TỆP]… [--ruleset TỆP] [--round TÊN] [--out THƯ_MỤC]\n' +
      '         [--mapping TỆP]… [--format json|jsonl|csv|xlsx|sarif|junit] [--output TỆP]\n' +
      '         [--list LOẠI=TỆP]… [--previous THƯ_MỤC] [--today NNNN-TT-NN] [--lang vi|en] [--quiet]\n' +
      '  rasoat annotate <tệp hoặc thư mục…> --out THƯ_MỤC [--reference TỆP]…\n' +
      '  rasoat report <tệp hoặc thư mục…> --out THƯ_MỤC [--office TỆP.json] [--previous THƯ_MỤC] [--personal-data]\n' +
      '  rasoat take-back <danh sách đơn vị gửi lại…> --files <tệp của đơn vị>… --out THƯ_MỤC [như check]\n' +
      '  rasoat bundle <tệp hoặc thư mục…> --out THƯ_MỤC [như check]   gói để nơi khác kiểm chứng\n' +
      '  rasoat verify GÓI   chạy lại gói (thư mục hoặc .zip, do lệnh bundle hoặc cửa sổ Báo cáo lập), so từng byte\n' +
      '  rasoat compare <tệp hoặc thư mục…> [--reference TỆP]… [--provincial TỆP]… [--output TỆP.xlsx|.json|.csv]\n' +
      '  rasoat rules list | rasoat rules explain MÃ\n' +
      '  rasoat import-reference TỆP…\n\n' +
      'Mã thoát: 0 không có lỗi · 1 có lỗi trong dữ liệu · 2 gọi sai cách · 3 có tệp không đọc được · 4 lỗi chương trình',
    'cli.unknownCommand': 'Không có lệnh "{command}". Gõ "rasoat --help" để xem các lệnh.',
    'cli.unknownOption': 'Không hiểu tham số "{option}". Gõ "rasoat --help" để xem cách dùng.',
    'cli.missingValue': 'Thiếu giá trị sau {option}.',
    'cli.missingOption': 'Lệnh {command} cần tham số {option}.',
    'cli.badValue': 'Giá trị "{value}" của {option} không hợp lệ; chấp nhận: {allowed}.',
    'cli.noFiles': 'Chưa nêu tệp hoặc thư mục cần kiểm tra.',
    'cli.noLists': 'Chưa nêu danh sách cần nhận lại.',
    'cli.noSpreadsheets': 'Không có bảng tính nào trong {places}.',
    'cli.unknownRule': 'Không có quy tắc "{id}". Gõ "rasoat rules list" để xem danh sách.',
    'cli.reading': 'Đang đọc',
    'cli.checking': 'Đang kiểm tra',
    'cli.writing': 'Đang ghi danh sách',
    'cli.heading': 'RÀ SOÁT TTHC - {round}, ngày {date}',
    'cli.read': 'Đã đọc {files} tệp, {sheets} bảng, {rows} dòng trong {seconds} giây.',
    'cli.referenceUsed': 'Danh mục đối chiếu: {title}, {records} thủ tục.',
    'cli.noReference':
      'Chưa có danh mục quốc gia (--reference): các quy tắc đối chiếu không chạy, kết quả chưa đầy đủ.',
    'cli.unreadable': 'Không đọc được {count} tệp:',
    'cli.unsure': 'Chưa chắc chắn {count} bảng, cần xem lại ở bước nhập tệp:',
    'cli.notCatalogue': 'Không phải bảng cần rà soát, đã bỏ qua {count}:',
    'cli.more': '… và {count} mục khác (xem bằng --format json)',
    'cli.found': 'Phát hiện {errors} lỗi, {warnings} cảnh báo, {notes} lưu ý.',
    'cli.foundNothing': 'Không phát hiện sai sót nào.',
    'cli.agencies': 'BẮT ĐẦU TỪ ĐÂY: đơn vị có nhiều lỗi nhất',
    'cli.rules': 'QUY TẮC BỊ VI PHẠM NHIỀU NHẤT',
    'cli.columnAgency': 'Đơn vị',
    'cli.columnErrors': 'Lỗi',
    'cli.columnWarnings': 'Cảnh báo',
    'cli.columnNotes': 'Lưu ý',
    'cli.columnReady': 'Dòng đạt',
    'cli.columnRule': 'Quy tắc',
    'cli.columnTitle': 'Nội dung',
    'cli.columnStatus': 'Mức độ',
    'cli.notRun': '{count} quy tắc không chạy vì thiếu bảng, cột hoặc danh mục (xem bằng --format json).',
    'cli.waived': '{count} phát hiện được miễn theo bộ quy tắc, không tính ở trên.',
    'cli.failedRules': '{count} quy tắc gặp lỗi chương trình: {rules}. Các quy tắc khác vẫn chạy đủ.',
    'cli.lists': 'Danh sách cần sửa của {count} đơn vị: {folder}',
    'cli.written': 'Đã ghi {file}',
    'cli.cannotWrite': 'Không ghi được {file} ({detail}). Nếu tệp đang mở trong Excel, hãy đóng lại rồi chạy lại.',
    'cli.internal': 'Chương trình gặp lỗi ngoài dự kiến: {detail}. Hãy gửi dòng này cho người phụ trách phần mềm.',
    'cli.explain.severity': 'Mức độ',
    'cli.explain.why': 'Vì sao',
    'cli.explain.howToFix': 'Cách sửa',
    'cli.explain.legal': 'Căn cứ pháp lý',
    'cli.explain.asks': 'Văn bản yêu cầu',
    'cli.explain.datasets': 'Áp dụng cho',
    'cli.explain.reads': 'Cột cần có',
    'cli.explain.messages': 'Thông báo',
    'cli.referenceReady': 'Danh mục dùng được: {records} thủ tục, mã nội dung {id}.',
    'cli.referenceDoubts': 'Tự kiểm tra: {count} bản ghi của danh mục có dấu hiệu sai:',
  },
  en: {
    'cli.help':
      "Rà soát TTHC - checks the configuration of administrative procedures in agencies' spreadsheets\n\n" +
      'Usage:\n' +
      '  rasoat check <files or folders…> [--reference FILE]… [--ruleset FILE] [--round NAME] [--out DIR]\n' +
      '         [--mapping FILE]… [--format json|jsonl|csv|xlsx|sarif|junit] [--output FILE]\n' +
      '         [--list KIND=FILE]… [--previous FOLDER] [--today YYYY-MM-DD] [--lang vi|en] [--quiet]\n' +
      '  rasoat annotate <files or folders…> --out DIR [--reference FILE]…\n' +
      '  rasoat report <files or folders…> --out DIR [--office FILE.json] [--previous FOLDER] [--personal-data]\n' +
      '  rasoat take-back <returned lists…> --files <agency files>… --out DIR [as check]\n' +
      '  rasoat bundle <files or folders…> --out DIR [as check]   a bundle to be verified elsewhere\n' +
      '  rasoat verify BUNDLE   runs a bundle (folder or .zip, of this command or of the window) again, compares byte for byte\n' +
      '  rasoat compare <files or folders…> [--reference FILE]… [--provincial FILE]… [--output FILE.xlsx|.json|.csv]\n' +
      '  rasoat rules list | rasoat rules explain ID\n' +
      '  rasoat import-reference FILE…\n\n' +
      'Exit: 0 no errors · 1 errors in the data · 2 wrong usage · 3 some input unreadable · 4 internal error',
    'cli.unknownCommand': 'There is no command "{command}". Type "rasoat --help".',
    'cli.unknownOption': 'Option "{option}" is not understood. Type "rasoat --help".',
    'cli.missingValue': 'A value is missing after {option}.',
    'cli.missingOption': 'Command {command} needs the option {option}.',
    'cli.badValue': 'Value "{value}" of {option} is not valid; allowed: {allowed}.',
    'cli.noFiles': 'No file or folder to check was named.',
    'cli.noLists': 'No list to take back was named.',
    'cli.noSpreadsheets': 'There is no spreadsheet in {places}.',
    'cli.unknownRule': 'There is no rule "{id}". Type "rasoat rules list".',
    'cli.reading': 'Reading',
    'cli.checking': 'Checking',
    'cli.writing': 'Writing lists',
    'cli.heading': 'RÀ SOÁT TTHC - {round}, {date}',
    'cli.read': 'Read {files} files, {sheets} sheets, {rows} rows in {seconds} s.',
    'cli.referenceUsed': 'Reference catalogue: {title}, {records} procedures.',
    'cli.noReference':
      'No national catalogue (--reference): rules that compare with it did not run; the result is partial.',
    'cli.unreadable': '{count} files could not be read:',
    'cli.unsure': '{count} sheets are uncertain and need a look at intake:',
    'cli.notCatalogue': 'Not a sheet to review, {count} left out:',
    'cli.more': '… and {count} more (see --format json)',
    'cli.found': 'Found {errors} errors, {warnings} warnings, {notes} notes.',
    'cli.foundNothing': 'Nothing wrong was found.',
    'cli.agencies': 'START HERE: agencies with most errors',
    'cli.rules': 'RULES THAT STRUCK MOST',
    'cli.columnAgency': 'Agency',
    'cli.columnErrors': 'Errors',
    'cli.columnWarnings': 'Warnings',
    'cli.columnNotes': 'Notes',
    'cli.columnReady': 'Rows ready',
    'cli.columnRule': 'Rule',
    'cli.columnTitle': 'Title',
    'cli.columnStatus': 'Severity',
    'cli.notRun': '{count} rules did not run for lack of a sheet, column or catalogue (see --format json).',
    'cli.waived': '{count} findings are waived by the rule set and not counted above.',
    'cli.failedRules': '{count} rules met a program fault: {rules}. The others ran in full.',
    'cli.lists': 'Correction lists of {count} agencies: {folder}',
    'cli.written': 'Written: {file}',
    'cli.cannotWrite': 'Could not write {file} ({detail}). If it is open in Excel, close it and run again.',
    'cli.internal': 'The program met an unexpected fault: {detail}. Send this line to whoever maintains it.',
    'cli.explain.severity': 'Severity',
    'cli.explain.why': 'Why',
    'cli.explain.howToFix': 'How to correct',
    'cli.explain.legal': 'Legal basis',
    'cli.explain.asks': 'Asked for by letter',
    'cli.explain.datasets': 'Applies to',
    'cli.explain.reads': 'Needs columns',
    'cli.explain.messages': 'Messages',
    'cli.referenceReady': 'The catalogue can be used: {records} procedures, content id {id}.',
    'cli.referenceDoubts': 'Self-check: {count} records of the catalogue look faulty:',
  },
});
