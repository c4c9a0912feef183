import { expect, test } from 'vitest';
import { headingUnit } from '../../../shared/rules/deadlines/deadlineCell.ts';

test.each([
  ['Thời hạn giải quyết (ngày làm việc)', 'workingDay'],
  ['Thời hạn giải quyết (tính theo ngày làm việc)', 'workingDay'],
  ['Thời hạn / Trực tuyến (ngày)', 'day'],
  ['Thời gian (đơn vị tính: giờ)', 'hour'],
  ['THỜI HẠN (Đơn vị: NGÀY LÀM VIỆC)', 'workingDay'],
  ['Thời hạn giải quyết', undefined],
  ['Thời hạn giải quyết (sau cắt giảm)', undefined],
  ['Thời hạn (khác)', undefined],
])('a bare figure under the heading "%s" has the unit %s', (heading, unit) => {
  expect(headingUnit(heading)).toBe(unit);
});
