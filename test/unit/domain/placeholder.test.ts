import { expect, test } from 'vitest';
import { isNoInformation, isPlaceholder } from '../../../shared/domain/placeholder.ts';

test.each([
  '-',
  '...',
  '…',
  '?',
  'x',
  'X',
  '—',
  '/',
  '#N/A',
  '#REF!',
  'N/A',
  'chưa có',
  'Chưa  có',
  'Đang cập nhật',
  'đang cập nhật.',
  '(đang cập nhật)',
  'null',
])('%j only keeps the place of a value', (text) => {
  expect(isPlaceholder(text)).toBe(true);
});

test.each(['', '  ', '0', 'Không', 'Miễn phí', 'Không có thông tin', '1.001234', 'Xã', 'Có', 'x'.repeat(100)])(
  '%j is not a placeholder',
  (text) => {
    expect(isPlaceholder(text)).toBe(false);
  },
);

test.each([
  ['Không có thông tin', true], // 252 agency cells of the portal's own export
  ['không có thông tin.', true],
  ['KHÔNG CÓ DỮ LIỆU', true],
  ['Không', false],
  ['Không có thông tin về người nộp', false],
  ['', false],
])('%j says that nothing is known: %s', (text, expected) => {
  expect(isNoInformation(text)).toBe(expected);
});
