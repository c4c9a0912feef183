import { defineMessages } from '../messages.ts';

/** What a correction list says beside its findings: accepted ones, rules that did not run. */
export const exceptionMessages = defineMessages({
  vi: {
    'list.sheetExceptions': 'Ngoại lệ đã duyệt',
    'list.sheetUnchecked': 'Quy tắc không chạy',
    'list.exceptionReason': 'Lý do chấp nhận',
    'list.exceptionDecision': 'Văn bản',
    'list.exceptionBy': 'Người quyết định',
    'list.exceptionUntil': 'Đến hết ngày',
    'list.uncheckedTitle': 'Nội dung kiểm tra',
    'list.uncheckedReason': 'Vì sao chưa kiểm tra được',
    'list.ruleFailed': 'Quy tắc gặp lỗi khi chạy; xem phát hiện hệ thống.',
    'list.ruleOpen': 'Không đánh giá được {rows} dòng: ô trống hoặc không đọc được.',
    'list.exceptionCount': 'Ngoại lệ đã duyệt (không tính vào kết quả)',
    'list.uncheckedCount': 'Quy tắc chưa kiểm tra được (xem trang "Quy tắc không chạy")',
  },
  en: {
    'list.sheetExceptions': 'Accepted exceptions',
    'list.sheetUnchecked': 'Rules not run',
    'list.exceptionReason': 'Reason',
    'list.exceptionDecision': 'Decision',
    'list.exceptionBy': 'Decided by',
    'list.exceptionUntil': 'Until',
    'list.uncheckedTitle': 'What is checked',
    'list.uncheckedReason': 'Why it could not be checked',
    'list.ruleFailed': 'The rule failed; see the system finding.',
    'list.ruleOpen': 'Could not tell of {rows} rows: cells blank or unreadable.',
    'list.exceptionCount': 'Accepted exceptions (not counted)',
    'list.uncheckedCount': 'Rules that could not be checked (see sheet "Rules not run")',
  },
});
