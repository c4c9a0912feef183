import { defineMessages } from '../messages.ts';

/** Why a rule did not run. */
export const ruleMessages = defineMessages({
  vi: {
    'rule.off': 'Đã tắt trong bộ quy tắc.',
    'rule.noSheet': 'Không chạy: đợt này không có bảng loại {kinds}.',
    'rule.noColumn': 'Không chạy: các bảng không có cột {fields}.',
    'rule.missingReference.procedures':
      'Không chạy: thiếu danh mục quốc gia. Hãy nạp tệp danh mục xuất từ Cổng Dịch vụ công quốc gia (--reference).',
    'severity.error': 'Lỗi',
    'severity.warning': 'Cảnh báo',
    'severity.info': 'Lưu ý',
  },
  en: {
    'rule.off': 'Switched off in the rule set.',
    'rule.noSheet': 'Not run: this round has no sheet of kind {kinds}.',
    'rule.noColumn': 'Not run: no sheet has the column {fields}.',
    'rule.missingReference.procedures':
      'Not run: the national catalogue is missing. Load the export of the National Public Service Portal (--reference).',
    'severity.error': 'Error',
    'severity.warning': 'Warning',
    'severity.info': 'Note',
  },
});
