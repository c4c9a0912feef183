import { describe, expect, test } from 'vitest';
import { compareComponents, readComponents } from '../../../shared/rules/nationalCatalogue/componentNames.ts';

describe('papers of an agency beside those of the national record', () => {
  test.each<readonly [string, string, string, readonly string[], readonly string[]]>([
    ['word for word', 'Tờ khai\nGiấy chứng sinh', 'Tờ khai\nGiấy chứng sinh', [], []],
    ['one name continues the other', 'Tờ khai', 'Tờ khai theo Mẫu số 01', [], []],
    ['a slip in the name', 'Giấy phép nhập khẩu hàng hoa', 'Giấy phép nhập khẩu hàng hóa', [], []],
    [
      'a paper left out beside one that is nearly its namesake',
      'Giấy phép nhập khẩu đối với hàng hóa',
      'Giấy phép nhập khẩu đối với hàng hóa\nGiấy phép xuất khẩu đối với hàng hóa',
      [],
      ['Giấy phép xuất khẩu đối với hàng hóa'],
    ],
    ['a paper too many', 'Tờ khai hải quan\nSơ yếu lý lịch', 'Tờ khai hải quan', ['Sơ yếu lý lịch'], []],
  ])('%s', (_, own, national, extra, missing) => {
    const difference = compareComponents(readComponents(own), readComponents(national), 0.85);
    expect(difference.extra.map(({ name }) => name)).toEqual(extra);
    expect(difference.missing.map(({ name }) => name)).toEqual(missing);
  });
});
