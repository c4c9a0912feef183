import { defineMessages } from '../messages.ts';

/** Words of long work that was stopped before its end. */
export const stoppedWorkMessages = defineMessages({
  vi: {
    'stopped.intake': 'Việc nhập tệp vào đợt “{round}” đã dừng khi mới xong {done}/{total} tệp.',
    'stopped.intakeUncounted': 'Việc nhập tệp vào đợt “{round}” đã dừng trước khi đọc tệp đầu tiên.',
    'stopped.report': 'Việc xuất báo cáo của đợt “{round}” đã dừng khi chưa xong.',
    'stopped.gone':
      'Chương trình không còn giữ các tệp đã chọn lần đó; hãy chọn lại để nhập các tệp còn thiếu, tệp đã nhập không bị mất.',
    'stopped.folderGone': 'Thư mục đã chọn lần đó không còn; hãy xuất lại vào thư mục khác.',
    'stopped.resume': 'Làm tiếp',
    'stopped.forget': 'Bỏ qua',
  },
  en: {
    'stopped.intake': 'Taking files into the round “{round}” was stopped when {done} of {total} files were done.',
    'stopped.intakeUncounted': 'Taking files into the round “{round}” was stopped before the first file was read.',
    'stopped.report': 'Writing the reports of the round “{round}” was stopped before its end.',
    'stopped.gone':
      'The program no longer holds the files that were chosen then; choose them again to take in what is missing. Files already taken in are kept.',
    'stopped.folderGone': 'The folder that was chosen then is gone; write the reports into another one.',
    'stopped.resume': 'Go on',
    'stopped.forget': 'Dismiss',
  },
});
