import { describe, expect, test } from 'vitest';
import { paymentIn, stageIn } from '../../../shared/rules/cutover/dossierStates.ts';
import { countIn } from '../../../shared/rules/dailyReports/count.ts';
import { sentAt } from '../../../shared/rules/dailyReports/timeOfDay.ts';
import { communeInName, namesNoUnit } from '../../../shared/rules/staff/communeInName.ts';
import { loginResult } from '../../../shared/rules/staff/loginResult.ts';
import { roleKindsIn } from '../../../shared/rules/staff/roleKinds.ts';
import { systemsIn } from '../../../shared/rules/staff/systems.ts';
import { isPasswordColumn } from '../../../shared/rules/staff/passwords.ts';
import { EMPTY_CELL } from '../../../shared/table/cell.ts';
import { TableColumn } from '../../../shared/table/table.ts';
import { cellOf } from '../../tables.ts';

const read = <T>(parse: (cell: ReturnType<typeof cellOf>, text: string) => T, literal: string): T => {
  const cell = cellOf(literal);
  return parse(cell, cell.text);
};

describe('the system an account is for is told from its name', () => {
  test.each([
    ['Hệ thống điều phối giải quyết thủ tục hành chính', ['coordination']],
    ['https://quantricong.dichvucong.gov.vn', ['coordination']],
    ['Hệ thống điều phối giải quyết TTHC tỉnh Gia Lai', ['coordination']],
    ['Hệ thống thông tin giải quyết TTHC tập trung cấp Bộ, cấp tỉnh', ['province', 'ministry']],
    ['Một cửa điện tử tỉnh (iGate)', ['province']],
    ['Hệ thống quản trị thanh toán tập trung', ['payment']],
    ['Hệ thống Quản lý thanh toán tập trung tỉnh', ['payment']],
    ['Hệ thống phản ánh kiến nghị', ['feedback']],
    ['Cơ sở dữ liệu quốc gia về TTHC', ['catalogue']],
    ['Điều phối\nHTTT tỉnh', ['coordination', 'province']],
    ['Bộ phận một cửa', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(read(systemsIn, text)).toEqual(expected);
  });
});

describe('what a role lets an officer do', () => {
  test.each([
    ['Quản trị cấp đơn vị', ['admin']],
    ['Tài khoản xử lý', ['processing']],
    ['Cán bộ tiếp nhận và trả kết quả', ['reception', 'results']],
    ['Lãnh đạo phê duyệt', ['approval']],
    ['Quản trị thanh toán', []],
    ['Toàn quyền', ['everything']],
    ['Tra cứu', []],
    ['-', []],
  ])('%j', (text, expected) => {
    expect(read(roleKindsIn, text)).toEqual(expected);
  });
});

describe('the commune a unit belongs to', () => {
  test.each([
    ['UBND xã Núi Cấm', 'xa nui cam'],
    ['Trung tâm Phục vụ hành chính công phường Long Xuyên, tỉnh An Giang', 'phuong long xuyen'],
    ['Đặc khu Phú Quốc', 'dac khu phu quoc'],
    ['Bảo hiểm xã hội tỉnh An Giang', ''],
    ['Sở Y tế', ''],
  ])('%s', (name, expected) => {
    expect(communeInName(name)).toBe(expected);
  });

  test('a kind of unit names no unit', () => {
    expect(['UBND xã', 'Ủy ban nhân dân cấp xã', 'Sở'].every(namesNoUnit)).toBe(true);
    expect(['UBND xã Núi Cấm', 'Sở Y tế', ''].some(namesNoUnit)).toBe(false);
  });
});

test.each([
  ['Đăng nhập thành công', 'works'],
  ['Không đăng nhập được', 'failed'],
  ['Chưa đăng nhập được', 'failed'],
  ['Chưa đăng nhập', 'untested'],
  ['Đăng nhập không thành công', 'failed'],
  ['Tài khoản bị khóa', 'closed'],
  ['Theo dõi', 'unclear'],
  ['', null],
])('log-in result %j is %s', (text, expected) => {
  expect(read(loginResult, text)).toBe(expected);
});

test.each([
  ['Đang xử lý', 'open'],
  ['Mới tiếp nhận', 'received'],
  ['Chờ bổ sung hồ sơ', 'supplement'],
  ['Chờ thu phí, lệ phí', 'payment'],
  ['Chờ trả kết quả', 'open'],
  ['Đã trả kết quả', 'done'],
  ['Đã giải quyết quá hạn', 'done'],
  ['Từ chối tiếp nhận', 'stopped'],
  ['Trả lại hồ sơ', 'stopped'],
  ['Tình trạng 7', 'unclear'],
  ['-', null],
])('dossier state %j is %s', (text, expected) => {
  expect(read(stageIn, text)).toBe(expected);
});

test.each([
  ['Đã thanh toán', 'paid'],
  ['Thành công', 'paid'],
  ['x', 'paid'],
  ['Chưa thanh toán', 'unpaid'],
  ['Thanh toán không thành công', 'unpaid'],
  ['Không', 'unpaid'],
  ['Miễn phí', 'free'],
  ['Không thu phí', 'free'],
  ['Theo quy định', 'unclear'],
  ['', null],
])('state of payment %j is %s', (text, expected) => {
  expect(read(paymentIn, text)).toBe(expected);
});

test.each([
  ['num:12', 12],
  ['1.234', 1234],
  ['12 hồ sơ', 12],
  ['-3', -3],
  ['−3', -3],
  ['0', 0],
  ['', 'blank'],
  ['-', 'blank'],
  ['nhiều', 'unreadable'],
  ['12/15', 'unreadable'],
])('count %j is %s', (text, expected) => {
  expect(read(countIn, text)).toBe(expected);
});

test.each([
  ['15h45', { minutes: 945 }],
  ['16 giờ 00 phút', { minutes: 960 }],
  ['16:05', { minutes: 965 }],
  ['16:05:30', { minutes: 965 }],
  ['16g05', { minutes: 965 }],
  ['lúc 8h', { minutes: 480 }],
  ['num:0.5', { minutes: 720 }],
  ['29/05/2026 16:20', { minutes: 980, day: 20602 }],
  ['25h00', 'unreadable'],
  ['16', 'unreadable'],
  ['29/05/2026', 'unreadable'],
  ['', null],
])('time of sending %j', (text, expected) => {
  expect(read(sentAt, text)).toEqual(expected);
});

describe('a column of passwords is told by its heading', () => {
  const blank = { size: 1, cell: () => EMPTY_CELL, forget: () => {} };
  const column = (heading: string): TableColumn =>
    new TableColumn(null, heading, 0, new Uint32Array(1), new Uint32Array(1), blank);

  test.each([
    'Mật khẩu',
    'MẬT KHẨU MẶC ĐỊNH',
    'pass',
    'PWD',
    'MK',
    'User/Pass',
    'Tài khoản / Mật khẩu',
    'password_user',
  ])('%s', (heading) => {
    expect(isPasswordColumn(column(heading))).toBe(true);
  });

  test.each(['Hộ chiếu (Passport)', 'Mã khách hàng', 'Khẩu phần', 'Tài khoản', 'MKT'])('%s is none', (heading) => {
    expect(isPasswordColumn(column(heading))).toBe(false);
  });
});
