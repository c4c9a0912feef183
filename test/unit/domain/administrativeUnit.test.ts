import { describe, expect, test } from 'vitest';
import {
  communeByCode,
  communeCount,
  communeFullName,
  findCommune,
  findProvince,
  formerCommunesByCode,
  formerLevelWords,
  isFormerDistrict,
  provinceByCode,
  provinceFullName,
} from '../../../shared/domain/administrativeUnit.ts';

describe('a province is found by the ways people write it', () => {
  const answer = (text: string): string => {
    const match = findProvince(text);
    if (match === undefined) return '';
    const { province, former, rank, exact } = match;
    return [province.name, former === undefined ? '' : `was ${former.name}`, rank ?? '', exact ? '' : 'inexact']
      .filter((word) => word !== '')
      .join(', ');
  };
  test.each([
    ['Tỉnh Gia Lai', 'Gia Lai, tinh'],
    ['gia lai', 'Gia Lai'],
    ['TP. Hồ Chí Minh', 'Hồ Chí Minh, thanh_pho'],
    ['TPHCM', 'Hồ Chí Minh, inexact'],
    ['tỉnh Đồng Nai', 'Đồng Nai, tinh'],
    ['Thành phố Đồng Nai', 'Đồng Nai, thanh_pho'],
    ['Thanh Hóa', 'Thanh Hoá'],
    ['Khánh Hoà', 'Khánh Hoà'],
    ['Tỉnh Khánh Hòa'.normalize('NFD'), 'Khánh Hoà, tinh'],
    ['Bình Định', 'Gia Lai, was Bình Định'],
    ['Bà Rịa-Vũng Tàu', 'Hồ Chí Minh, was Bà Rịa - Vũng Tàu'],
    ['Thừa Thiên Huế', 'Huế, was Thừa Thiên Huế'],
    ['Đăk Lăk', 'Đắk Lắk, inexact'],
    ['Daklak', 'Đắk Lắk, inexact'],
    ['An Giang', 'An Giang'],
    ['UBND tỉnh', ''],
    ['Tỉnh', ''],
    ['', ''],
  ])('%j → %s', (text, expected) => expect(answer(text)).toBe(expected));

  test('Đồng Nai is a city since 30/4/2026', () => {
    expect(provinceByCode('75')).toEqual({ code: '75', name: 'Đồng Nai', rank: 'thanh_pho', cityFrom: '2026-04-30' });
    expect(provinceFullName(provinceByCode('75')!)).toBe('Thành phố Đồng Nai');
    expect(provinceFullName(provinceByCode('52')!)).toBe('Tỉnh Gia Lai');
  });
});

describe('a commune is found by name, level and place', () => {
  const answer = (text: string, province?: string): string => {
    const match = findCommune(text, province);
    if (match === undefined) return 'unknown';
    if (match.kind === 'ambiguous') return `ambiguous ${match.communes.length}`;
    if (match.kind === 'former') return `former → ${match.successors.map(communeFullName).join(' | ')}`;
    return `${match.kind} ${communeFullName(match.commune)} ${match.commune.code}`;
  };
  test.each([
    ['Phường Ba Đình', undefined, 'current Phường Ba Đình 00004'],
    ['P. Ba Đình, Hà Nội', undefined, 'current Phường Ba Đình 00004'],
    ['phuong ba dinh', undefined, 'current Phường Ba Đình 00004'],
    ['ba dinh', undefined, 'ambiguous 3'],
    ['Xã An Phú', '91', 'current Xã An Phú 30337'],
    ['An Phú', undefined, 'ambiguous 5'],
    ['Xã Hòa An', '04', 'current Xã Hoà An 01654'],
    ['Xã Phú Quốc', undefined, 'otherLevel Đặc khu Phú Quốc 31078'],
    ['Xã Phú Hội', '91', 'former → Xã An Phú'],
    ['Thị trấn Ba Chẽ, huyện Ba Chẽ, tỉnh Quảng Ninh', undefined, 'former → Xã Ba Chẽ'],
    ['Phường 12, Quận Gò Vấp', undefined, 'former → Phường An Hội Tây'],
    ['Phường 01, Quận 10, TP HCM', undefined, 'former → Phường Vườn Lài'],
    ['Xã Cư Mgar', '66', "current Xã Cư M'gar 24280"],
    ['Xã Cư M’gar', '66', "current Xã Cư M'gar 24280"],
    ['Xã Không Tên', undefined, 'unknown'],
    ['Xã An Phú', '22', 'unknown'],
    ['', undefined, 'unknown'],
  ])('%j in %s: %s', (text, province, expected) => expect(answer(text, province)).toBe(expected));

  test('a code of before leads to its successors', () => {
    expect(formerCommunesByCode('06973')).toMatchObject([{ name: 'Thanh Sơn', successor: { name: 'Ba Chẽ' } }]);
    expect(formerCommunesByCode('99999')).toEqual([]);
  });

  test('codes of other lists give the unit with its official code', () => {
    expect(communeByCode('06970')?.code).toBe('06978');
    expect(communeByCode('23737')).toEqual(communeByCode('23938'));
    expect(communeByCode('99999')).toBeUndefined();
  });

  test.each([
    ['91', 102],
    ['75', 95],
    ['52', 135],
    ['66', 102],
    ['24', 99],
    ['00', 0],
  ])('province %s has %i communes', (code, count) => expect(communeCount(code)).toBe(count));
});

test('words of the dissolved level are found, look-alikes are not', () => {
  const text = 'UBND huyện An Phú, quân đội, phòng quản lý, Quận 1, cấp huyện, thị xã';
  expect(formerLevelWords(text).map(({ word, span }) => [word, text.slice(span.start, span.end)])).toEqual([
    ['huyện', 'huyện'],
    ['quận', 'Quận'],
    ['huyện', 'huyện'],
    ['thị xã', 'thị xã'],
  ]);
});

test.each([
  ['TP. Quy Nhơn', true],
  ['Thành phố Biên Hoà', true],
  ['Quận 1', true],
  ['Q.1', true],
  ['huyện An Phú', true],
  ['Thành phố Hồ Chí Minh', false],
  ['Thành phố Cần Thơ', false],
  ['Xã An Phú', false],
])('%s was a district: %s', (text, expected) => expect(isFormerDistrict(text)).toBe(expected));
