import { defineMessages } from '../messages.ts';

/** Words of verifying a bundle in the window. */
export const bundleScreenMessages = defineMessages({
  vi: {
    'bundleScreen.verify': 'Kiểm chứng gói…',
    'bundleScreen.about': 'Chạy lại một gói kiểm chứng do máy này hoặc máy khác lập, so sánh kết quả từng byte',
    'bundleScreen.folder': 'Chọn thư mục của gói…',
    'bundleScreen.archive': 'Chọn tệp .zip…',
    'bundleScreen.title': 'Kiểm chứng gói',
    'bundleScreen.running': 'Đang chạy lại gói',
    'bundleScreen.same': 'Kiểm chứng đạt',
    'bundleScreen.sameText': 'Mọi tệp còn nguyên. Chạy lại cho {count} phát hiện, giống từng byte với khi lập gói.',
    'bundleScreen.differs': 'Kiểm chứng không đạt',
    'bundleScreen.changedText': 'Gói không còn như khi lập, nên chưa chạy lại. Chỗ khác:',
    'bundleScreen.differsText': 'Chạy lại cho {count} phát hiện, không giống khi lập gói. Chỗ khác:',
    'bundleScreen.round': 'Đợt rà soát',
    'bundleScreen.day': 'Ngày rà soát',
    'bundleScreen.id': 'Mã gói',
    'bundleScreen.idAbout':
      'So với mã bên lập gói cho biết (dòng bundle.json trong Mục lục.xlsx): trùng mã là đúng gói đó.',
    'bundleScreen.notes': 'Lưu ý',
    'bundleScreen.more': 'và {count} điểm khác nữa',
  },
  en: {
    'bundleScreen.verify': 'Verify a bundle…',
    'bundleScreen.about': 'Runs a bundle of this or another computer again and compares byte for byte',
    'bundleScreen.folder': 'Choose the folder of the bundle…',
    'bundleScreen.archive': 'Choose a .zip file…',
    'bundleScreen.title': 'Verifying a bundle',
    'bundleScreen.running': 'Running the bundle again',
    'bundleScreen.same': 'Verified',
    'bundleScreen.sameText':
      'All files are as they were. Running again gives {count} findings, the same byte for byte.',
    'bundleScreen.differs': 'Not verified',
    'bundleScreen.changedText': 'The bundle is not what it was when it was made, so it was not run again. Differences:',
    'bundleScreen.differsText':
      'Running again gives {count} findings, other than when the bundle was made. Differences:',
    'bundleScreen.round': 'Round',
    'bundleScreen.day': 'Day',
    'bundleScreen.id': 'Bundle id',
    'bundleScreen.idAbout':
      'Compare it with what the maker of the bundle told you (line bundle.json in the index): the same id is the same bundle.',
    'bundleScreen.notes': 'Note',
    'bundleScreen.more': 'and {count} more',
  },
});
