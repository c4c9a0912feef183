import { expect, test } from 'vitest';
import { deadlineInWords } from '../../../shared/reference/portalNotation.ts';

test.each([
  ['60 WORKING_DAY', '60 ngày làm việc'],
  ['30 DAY', '30 ngày'],
  ['8 HOUR', '8 giờ'],
  ['6 MONTH', '6 tháng'],
  ['1 OTHER', ''],
  ['OTHER', ''],
  ['', ''],
  ['05 ngày làm việc', '05 ngày làm việc'],
  ['5 QUARTER', '5 QUARTER'],
  ['DAY', 'DAY'],
])('the processing time %j reads %j', (text, words) => {
  expect(deadlineInWords(text)).toBe(words);
});
