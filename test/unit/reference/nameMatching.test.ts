import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildNameIndex, similarity } from '../../../shared/reference/nameMatching.ts';

const NAMES = [
  'Gia hạn tạm trú',
  'Gia hạn tạm trú cho người nước ngoài tại Việt Nam',
  'Thủ tục đăng ký kết hôn',
  'Thủ tục đăng ký kết hôn có yếu tố nước ngoài',
  'Cấp Giấy chứng nhận quyền sử dụng đất lần đầu',
  'Cấp lại Giấy phép lái xe',
  'Cấp đổi Giấy phép lái xe',
  'Hoà giải ở cơ sở',
  'Cấp bản sao trích lục hộ tịch',
];
const index = buildNameIndex(NAMES);
const best = (query: string): string | undefined => NAMES[index.search(query, 1)[0]?.index ?? -1];

describe('a procedure is found by its name', () => {
  test.each([
    ['Gia hạn tạm trú', 'Gia hạn tạm trú'],
    ['GIA HẠN TẠM TRÚ.', 'Gia hạn tạm trú'],
    ['gia han tam tru', 'Gia hạn tạm trú'],
    ['Gia hạn tạm chú', 'Gia hạn tạm trú'],
    ['Đăng ký kết hôn', 'Thủ tục đăng ký kết hôn'],
    ['Đăng kí kêt hôn', 'Thủ tục đăng ký kết hôn'],
    ['Đăng ký kết hôn có yếu tố nước ngòai', 'Thủ tục đăng ký kết hôn có yếu tố nước ngoài'],
    ['Cấp GCN quyền sử dụng đất lần đầu', 'Cấp Giấy chứng nhận quyền sử dụng đất lần đầu'],
    ['Cấp đổi giấy phép lái xe', 'Cấp đổi Giấy phép lái xe'],
    ['cap lai giay phep lai xe', 'Cấp lại Giấy phép lái xe'],
    ['Hòa giải ở cơ sở', 'Hoà giải ở cơ sở'],
    ['bản sao trích lục hộ tịch', 'Cấp bản sao trích lục hộ tịch'],
  ])('%s → %s', (query, name) => {
    expect(best(query)).toBe(name);
  });

  test('the same words in another spelling are equal', () => {
    expect(index.search('HÒA GIẢI Ở CƠ SỞ', 1)[0]?.score).toBe(1);
    expect(index.search('đăng kí kết hôn', 1)[0]?.score).toBe(1);
  });

  test('nothing in common finds nothing', () => {
    expect(index.search('xyz', 5)).toEqual([]);
    expect(index.search('', 5)).toEqual([]);
    expect(buildNameIndex([]).search('Gia hạn tạm trú', 5)).toEqual([]);
  });

  test('a name cut off in the middle is found, and is not sure', () => {
    const [hit] = index.search('Cấp Giấy chứng nhận quyền sử', 1);
    expect(NAMES[hit!.index]).toBe('Cấp Giấy chứng nhận quyền sử dụng đất lần đầu');
    expect(hit!.score).toBeLessThan(0.9);
  });

  test('equal names come in list order', () => {
    const twice = buildNameIndex(['Cấp phép', 'Cấp phép', 'Cấp phép']);
    expect(twice.search('cấp phép', 3).map((hit) => hit.index)).toEqual([0, 1, 2]);
  });

  test('at most as many as asked for, best first, scores between 0 and 1', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.integer({ min: 0, max: 12 }), fc.string(), (name, limit, extra) => {
        const hits = index.search(name + extra, limit);
        expect(hits.length).toBeLessThanOrEqual(limit);
        for (const [at, hit] of hits.entries()) {
          expect(hit.score).toBeGreaterThanOrEqual(0);
          expect(hit.score).toBeLessThanOrEqual(1);
          if (at > 0) expect(hit.score).toBeLessThanOrEqual(hits[at - 1]!.score);
        }
      }),
    );
  });

  test('every indexed name finds itself first', () => {
    for (const name of NAMES) expect(best(name)).toBe(name);
  });
});

test.each([
  ['', '', 1],
  ['abc', 'abc', 1],
  ['abc', '', 0],
  ['abcd', 'abxd', 0.75],
])('similarity of %j and %j is %d', (left, right, expected) => {
  expect(similarity(left, right)).toBe(expected);
});
