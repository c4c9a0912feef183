import { expect, test } from 'vitest';
import { isPersonalName } from '../../../shared/rules/accounts/personalHolder.ts';

test.each([
  'Nguyễn Văn An',
  'TRAN VAN HUNG',
  'Lò Văn Pản',
  'LE THI HOA',
  'Lê Hoàng Minh Tuấn',
  'Trương Quốc Bảo',
  'Ông Trần Minh',
  'Bà Lê Thị Hoa',
  'Nguyễn Thị Lan - Kế toán UBND xã Núi Cấm',
  'Nguyễn Thị Lan (thủ quỹ)',
  'Nguyễn Văn An'.normalize('NFD'),
])('%s is a person', (text) => expect(isPersonalName(text)).toBe(true));

test.each([
  'Sở Tư pháp tỉnh An Giang',
  'SO TU PHAP TINH AN GIANG',
  'UBND phường Trần Phú',
  'TRUONG TIEU HOC KIM DONG',
  'Trường THPT Lê Hồng Phong',
  'TRUONG VAN HOA NGHE THUAT',
  'Đoàn Luật sư tỉnh Gia Lai',
  'Lâm trường Sông Hinh',
  'Bệnh viện Bạch Mai',
  'LE PHI HO TICH',
  'Lý Lịch Tư Pháp',
  'Hồ Sơ Hộ Tịch',
  'LUU TRU TINH',
  'DANG UY XA',
  'CHU TICH UBND',
  'TO CHUC THU PHI',
  'Quan trắc môi trường',
  'Thành phố Hồ Chí Minh',
  'Hồ Chí Minh',
  'Lê Lợi',
  'Bà Rịa - Vũng Tàu',
  'BA DINH HA NOI',
  'Công ty TNHH Nguyễn Văn An',
  '',
])('%s is none', (text) => expect(isPersonalName(text)).toBe(false));
