import { describe, expect, test } from 'vitest';
import { isSameAgency, readAgencies, readAgency } from '../../../shared/domain/implementingAgency.ts';

describe('the level of an agency is read from its name', () => {
  // Names of the national catalogue of 7/2026 and of agencies' own lists.
  test.each([
    ['Ủy ban nhân dân cấp xã', 'commune'],
    ['Chủ tịch UBND cấp xã', 'commune'],
    ['UBND phường Bến Thành, Thành phố Hồ Chí Minh', 'commune'],
    ['Ủy ban Nhân dân xã, phường, thị trấn.', 'commune'],
    ['Công an cấp Xã', 'commune'],
    ['TTPVHCC đặc khu Phú Quốc', 'commune'],
    ['Phòng Văn hóa - Xã hội xã Núi Cấm', 'commune'],
    ['Ủy ban Nhân dân tỉnh và thành phố trực thuộc trung ương.', 'province'],
    ['Sở Tư pháp', 'province'],
    ['Giám đốc Sở Tư pháp', 'province'],
    ['Sở NN&MT', 'province'],
    ['Thuế tỉnh, thành phố', 'province'],
    ['Cục Hải quan tỉnh, thành phố', 'province'],
    ['Bảo hiểm xã hội tỉnh', 'province'],
    ['Bảo hiểm xã hội cấp huyện', 'district'],
    ['Công an huyện', 'district'],
    ['Bộ Tư pháp', 'ministry'],
    ['Cục quản lý xuất nhập cảnh', 'ministry'],
    ['Cục cảnh sát quản lý hành chính về trật tự, xã hội', 'ministry'],
    ['Bộ phận một cửa', undefined],
    ['Chi cục Kiểm lâm', undefined],
    ['Văn phòng đăng ký đất đai', undefined],
    ['Tổ chức hành nghề công chứng', undefined],
    ['', undefined],
  ])('%s → %s', (name, level) => {
    expect(readAgency(name).level).toBe(level);
  });
});

describe('a kind of agency and one of that kind are the same', () => {
  test.each([
    ['Ủy ban nhân dân cấp xã', 'UBND xã Núi Cấm', true],
    ['Uỷ ban Nhân dân cấp xã, phường, thị trấn', 'Chủ tịch UBND phường Bến Thành', true],
    ['Sở Nông nghiệp và Môi trường Thành phố Hà Nội', 'Sở NN&MT - tỉnh An Giang', true],
    ['Sở Tài chính các tỉnh, thành phố', 'Sở Tài chính', true],
    ['Công an tỉnh', 'CA tỉnh Gia Lai', true],
    ['Bộ Khoa học và Công nghệ ( Bộ TTTT cũ)', 'Bộ Khoa học và Công nghệ', true],
    ['Ủy ban nhân dân cấp tỉnh', 'UBND xã Núi Cấm', false],
    ['Công an tỉnh', 'Công an cấp Xã', false],
    ['Sở Tư pháp', 'Sở Tài chính', false],
  ])('%s, %s → %s', (one, other, same) => {
    expect(isSameAgency(readAgency(one), readAgency(other))).toBe(same);
    expect(isSameAgency(readAgency(other), readAgency(one))).toBe(same);
  });
});

test.each([
  ['Sở Tư pháp\nỦy ban nhân dân cấp tỉnh', ['Sở Tư pháp', 'Ủy ban nhân dân cấp tỉnh']],
  ['Thuế tỉnh, thành phố, Thuế cơ sở', ['Thuế tỉnh, thành phố', 'Thuế cơ sở']],
  ['UBND xã A, Tỉnh B; Công an xã A', ['UBND xã A, Tỉnh B', 'Công an xã A']],
  ['Cục cảnh sát quản lý hành chính về trật tự, xã hội', ['Cục cảnh sát quản lý hành chính về trật tự, xã hội']],
  [' ', []],
])('a cell of agencies is split only where a new name begins: %s', (cell, names) => {
  expect(readAgencies(cell).map(({ name }) => name)).toEqual(names);
});
