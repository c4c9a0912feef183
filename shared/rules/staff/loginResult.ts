import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { saysAny, saysOnly } from '../phrases.ts';

/** What a log-in test came to. `closed` accounts are not meant to log in. */
export type LoginResult = 'works' | 'failed' | 'untested' | 'closed' | 'unclear';

const isUntested = saysAny([
  'chưa kiểm tra',
  'chưa kiểm thử',
  'chưa thử',
  'chưa đăng nhập lần nào',
  'đang chờ',
  'chờ kích hoạt',
  'chưa kích hoạt',
]);
const isUntestedOnly = saysOnly(['chưa', 'chưa đăng nhập']);
const isFailed = saysAny([
  'không đăng nhập',
  'không vào được',
  'không truy cập',
  'không thành công',
  'không được',
  'chưa được',
  'chưa đăng nhập được',
  'chưa vào được',
  'chưa thành công',
  'thất bại',
  'lỗi',
  'sai mật khẩu',
  'sai đơn vị',
  'sai CCCD',
  'thiếu quyền',
  'thiếu tài khoản',
  'chưa có tài khoản',
  'không có tài khoản',
  'không có quyền',
  'failed',
  'fail',
  'error',
]);
const isFailedOnly = saysOnly(['không', 'không đạt', 'no', 'false']);
const isClosed = saysAny([
  'đã khóa',
  'bị khóa',
  'đã thu hồi',
  'ngừng hoạt động',
  'không hoạt động',
  'locked',
  'inactive',
]);
const works = saysAny([
  'thành công',
  'đăng nhập được',
  'được',
  'bình thường',
  'đã đăng nhập',
  'hoạt động',
  'đạt',
  'success',
]);
const worksOnly = saysOnly(['có', 'ok', 'yes', 'true', 'x', '1']);

/** Reads the result of a log-in test; null when the cell is blank. For `view.derive`. */
export function loginResult(cell: Cell, text: string): LoginResult | null {
  if (saysNothing(cell, text)) return null;
  if (isClosed(text)) return 'closed';
  if (isUntestedOnly(text) || isUntested(text)) return 'untested';
  if (isFailedOnly(text) || isFailed(text)) return 'failed';
  return works(text) || worksOnly(text) ? 'works' : 'unclear';
}
