import { defineMessages } from '../messages.ts';

/** Words of the guide inside the program. */
export const helpMessages = defineMessages({
  vi: {
    'place.guide': 'Hướng dẫn',
    'help.steps': 'Năm bước',
    'help.step.rounds': 'Tạo một đợt rà soát, hoặc mở "Dữ liệu mẫu" để xem thử kết quả đầy đủ.',
    'help.step.intake':
      'Thả tệp hoặc thư mục của các đơn vị vào cửa sổ. Chỉ những biểu chưa chắc mới hỏi: xem dòng tiêu đề, chỉnh cột rồi xác nhận.',
    'help.step.results':
      'Bắt đầu từ các nguyên nhân chính: sửa một lần được nhiều ô. Sau đó xem từng phát hiện, nhận giá trị đề xuất, sửa ô, hoặc chấp nhận để nguyên kèm lý do. Mọi thay đổi đều hoàn tác được.',
    'help.step.knowledge': 'Nhập danh mục quốc gia mới, xem quy tắc và căn cứ, đặt mức độ hoặc quy tắc riêng.',
    'help.step.reports':
      'Chọn đơn vị và loại báo cáo, xem trước trang in, rồi xuất: mỗi đơn vị một thư mục. Danh sách đơn vị đã điền gửi về thì nhận lại ở đây. Tên cơ quan, người ký ghi ở Thông tin cơ quan.',
    'help.safe': 'Tệp của đơn vị không bao giờ bị ghi đè; dữ liệu chỉ nằm trên máy này.',
    'help.keys': 'Phím tắt',
    'help.keys.everywhere': 'Ở mọi nơi',
    'help.keys.results': 'Trong Kết quả',
    'help.key': 'Phím',
    'help.keyDoes': 'Tác dụng',
    'help.keys.tab': 'Đến mục sau, về mục trước',
    'help.keys.activate': 'Bấm nút, chọn ô đang đứng',
    'help.keys.close': 'Đóng hộp thoại, bỏ qua',
    'help.keys.newRound': 'Đợt rà soát mới',
    'help.keys.importFiles': 'Nhập tệp',
    'help.keys.importFolder': 'Nhập cả thư mục',
    'help.keys.find': 'Tìm trong kết quả',
    'help.keys.settings': 'Thiết lập',
    'help.keys.guide': 'Hướng dẫn này',
    'help.keys.zoom': 'Phóng to, thu nhỏ, cỡ bình thường',
    'help.openRoundFirst': 'Hãy mở một đợt rà soát trước.',
  },
  en: {
    'place.guide': 'Guide',
    'help.steps': 'Five steps',
    'help.step.rounds': 'Make a round, or open the sample data to see a full result.',
    'help.step.intake':
      'Drop the agencies’ files or folders into the window. Only sheets that are unsure ask: look at the header row, correct the columns, confirm.',
    'help.step.results':
      'Begin with the main causes: one step mends many cells. Then look at single findings, accept the proposed value, edit the cell, or waive it with a reason. Every change can be undone.',
    'help.step.knowledge':
      'Import a new national catalogue, read the rules and their basis, set severities or own rules.',
    'help.step.reports':
      'Choose agencies and outputs, look at the pages, then write: a folder per agency. Lists that agencies filled in are taken back here. Names and signatory stand in the office data.',
    'help.safe': 'The agencies’ files are never overwritten; the data stay on this computer.',
    'help.keys': 'Keys',
    'help.keys.everywhere': 'Everywhere',
    'help.keys.results': 'In Results',
    'help.key': 'Key',
    'help.keyDoes': 'What it does',
    'help.keys.tab': 'To the next, to the one before',
    'help.keys.activate': 'Press the button, choose the box',
    'help.keys.close': 'Close a dialog, give up',
    'help.keys.newRound': 'New round',
    'help.keys.importFiles': 'Take files in',
    'help.keys.importFolder': 'Take a folder in',
    'help.keys.find': 'Search the results',
    'help.keys.settings': 'Settings',
    'help.keys.guide': 'This guide',
    'help.keys.zoom': 'Larger, smaller, usual size',
    'help.openRoundFirst': 'Open a round first.',
  },
});
