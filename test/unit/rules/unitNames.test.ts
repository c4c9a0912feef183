import { describe, expect, test } from 'vitest';
import { readUnitName, UnitList } from '../../../shared/rules/crossSheets/unitNames.ts';

const list = new UnitList(
  ['UBND xã Núi Cấm', 'Phường Châu Đốc', 'Sở Tư pháp', 'Sở Nông nghiệp và Môi trường'].map(readUnitName),
);

describe('a unit is found in the list of units', () => {
  test.each([
    ['Ủy ban nhân dân xã Núi Cấm', true],
    ['Uỷ ban nhân dân Xã Núi Cấm, tỉnh An Giang', true],
    ['Xã Núi Cấm', true],
    ['Trung tâm Phục vụ hành chính công xã Núi Cấm', true],
    ['Công an xã Núi Cấm', true],
    ['UBND phường Châu Đốc', true],
    ['Sở Tư pháp tỉnh An Giang', true],
    ['Sở NN&MT', true],
    ['UBND phường Núi Cấm', false],
    ['UBND xã Ba Chúc', false],
    ['Sở Y tế', false],
  ])('%s: %s', (name, held) => {
    expect(list.holds(readUnitName(name))).toBe(held);
  });
});

test.each([
  ['Ủy ban nhân dân cấp xã', true, false],
  ['UBND huyện Tịnh Biên', false, true],
  ['UBND xã Núi Cấm', false, false],
])('"%s" is a kind of units: %s; a unit that has been dissolved: %s', (name, isKind, dissolved) => {
  expect(readUnitName(name)).toMatchObject({ isKind, dissolved });
});
