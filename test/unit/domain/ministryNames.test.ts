import { expect, test } from 'vitest';
import { formerAgencyNames } from '../../../shared/domain/ministryNames.ts';

test.each([
  ['Bộ Giao thông vận tải', 'Bộ Xây dựng'],
  ['Sở GTVT tỉnh Gia Lai', 'Sở Xây dựng'],
  ['Bộ Tài nguyên và Môi trường', 'Bộ Nông nghiệp và Môi trường'],
  ['Sở TN&MT', 'Sở Nông nghiệp và Môi trường'],
  ['Sở Nông nghiệp và Phát triển nông thôn', 'Sở Nông nghiệp và Môi trường'],
  ['Bộ NN và PTNT', 'Bộ Nông nghiệp và Môi trường'],
  ['SỞ KẾ HOẠCH VÀ ĐẦU TƯ', 'Sở Tài chính'],
  ['Bộ Thông tin và Truyền thông', 'Bộ Khoa học và Công nghệ'],
  ['Sở Lao động - Thương binh và Xã hội', 'Sở Nội vụ'],
  ['Bộ LĐTBXH', 'Bộ Nội vụ'],
  ['so ke hoach va dau tu', 'Sở Tài chính'],
  ['Bộ Giao thông vận tải'.normalize('NFD'), 'Bộ Xây dựng'],
  ['Ủy ban Dân tộc', 'Bộ Dân tộc và Tôn giáo'],
])('%s is now %s', (text, successor) =>
  expect(formerAgencyNames(text).map((name) => name.successor)).toEqual([successor]),
);

test('a label that calls the name old is understood', () => {
  const text = 'Bộ xây dựng (Giao thông vận tải cũ)';
  expect(formerAgencyNames(text)).toEqual([
    {
      written: 'Giao thông vận tải',
      span: { start: 13, end: 31 },
      rank: 'bo',
      successor: 'Bộ Xây dựng',
      others: [],
      labelledOld: true,
    },
  ]);
  expect(formerAgencyNames('Sở Tài chính (Sở Kế hoạch và Đầu tư cũ)')).toMatchObject([
    { successor: 'Sở Tài chính', labelledOld: true },
  ]);
});

test('tasks that went to several ministries leave the choice to a person', () => {
  expect(formerAgencyNames('Bộ Lao động - Thương binh và Xã hội')[0]?.others).toEqual([
    'Bộ Y tế',
    'Bộ Giáo dục và Đào tạo',
    'Bộ Công an',
  ]);
  expect(formerAgencyNames('Sở Thông tin và Truyền thông')[0]?.others).toContain('Công an tỉnh');
});

test.each([
  'Bộ Nông nghiệp và Môi trường',
  'Sở Xây dựng',
  'Bộ Khoa học và Công nghệ',
  'Cơ sở giao thông vận tải',
  'kế hoạch và đầu tư công trung hạn',
  'Hồ sơ số TT-TT',
  '',
])('today’s names and ordinary words are left alone: %j', (text) => expect(formerAgencyNames(text)).toEqual([]));
