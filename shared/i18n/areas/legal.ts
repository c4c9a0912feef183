import { defineMessages } from '../messages.ts';

/** How a legal text stands on the day of a run. */
export const legalMessages = defineMessages({
  vi: {
    'legal.predecessor': 'cấu trúc theo văn bản trước',
    'legal.predecessor.replaced': 'cấu trúc theo văn bản trước; nay là {text}',
    'legal.ended': 'hết hiệu lực sau ngày {date}',
    'legal.ended.replaced': 'hết hiệu lực sau ngày {date}, thay bằng {text}',
    'legal.notYet': 'có hiệu lực từ ngày {date}',
    'ruleset.legalInOverride': 'Căn cứ của {rule} là chung cho mọi đơn vị: ghi ở mục rules, không ở overrides.',
    'ruleset.legalUnknown':
      'Văn bản "{doc}" chưa có trong bảng văn bản pháp luật; kiểm tra số, ký hiệu hoặc thêm ở mục legalTexts.',
    'ruleset.legalEnded': 'Văn bản "{doc}" hết hiệu lực sau ngày {date}; hãy ghi văn bản đang có hiệu lực.',
    'ruleset.legalEndedReplaced':
      'Văn bản "{doc}" hết hiệu lực sau ngày {date}, thay bằng {text}; hãy ghi văn bản mới.',
    'ruleset.legalTitle': 'Văn bản {number} chưa có trong bảng; văn bản mới phải có title.',
  },
  en: {
    'legal.predecessor': 'structure of the earlier text',
    'legal.predecessor.replaced': 'structure of the earlier text, now {text}',
    'legal.ended': 'in force until {date}',
    'legal.ended.replaced': 'in force until {date}, replaced by {text}',
    'legal.notYet': 'in force from {date}',
    'ruleset.legalInOverride': 'The legal basis of {rule} is the same for all: state it under rules, not overrides.',
    'ruleset.legalUnknown':
      'The text "{doc}" is not in the table of legal texts; check its number, or add it under legalTexts.',
    'ruleset.legalEnded': 'The text "{doc}" was in force until {date}; cite one that is.',
    'ruleset.legalEndedReplaced': 'The text "{doc}" was in force until {date}, replaced by {text}; cite that one.',
    'ruleset.legalTitle': 'The text {number} is not in the table; a new one needs a title.',
  },
});
