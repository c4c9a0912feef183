import { expect, test } from 'vitest';
import { personNamesIn } from '../../../shared/rules/personNames.ts';

test.each([
  ['Nguyễn Văn An', ['Nguyễn Văn An']],
  ['Ông Trần Bình; bà Lê Thị Cúc', ['Trần Bình', 'Lê Thị Cúc']],
  ['Phạm Văn Dũng - Chuyên viên', ['Phạm Văn Dũng']],
  ['Chuyên viên Hồ Thị Lan', ['Hồ Thị Lan']],
  ['Chuyên viên', []],
  ['Lãnh đạo đơn vị', []],
  ['Bộ phận Một cửa', []],
  ['Công an', []],
  ['Cao đẳng nghề', []],
  ['', []],
])('in "%s" persons are told from groups of users', (text, names) => {
  expect(personNamesIn(text)).toEqual(names);
});
