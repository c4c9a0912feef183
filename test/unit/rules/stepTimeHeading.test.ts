import { expect, test } from 'vitest';
import { unitOfHeading } from '../../../shared/rules/workflows/stepTimes.ts';

test.each([
  ['Thời gian (giờ)', 'hour'],
  ['Thời gian (ngày làm việc)', 'workingDay'],
  ['Số giờ', 'hour'],
  ['Số ngày', 'day'],
  ['SỐ NGÀY LÀM VIỆC', 'workingDay'],
  ['Thời gian', undefined],
  ['Thời gian (tối đa)', undefined],
])('a bare step time under the heading "%s" has the unit %s', (heading, unit) => {
  expect(unitOfHeading(heading)).toBe(unit);
});
