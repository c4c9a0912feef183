import { expect, test } from 'vitest';
import { findValidity } from '../../../shared/domain/money.ts';

test.each([
  ['Áp dụng từ ngày 01/7/2025 đến hết ngày 31/12/2026', { validFrom: '2025-07-01', validTo: '2026-12-31' }],
  ['40.000đ/giấy (áp dụng đến hết ngày 31/12/2024)', { validTo: '2024-12-31' }],
  ['Miễn lệ phí từ ngày 07/4/2026 đến hết ngày 30/6/2026', { validFrom: '2026-04-07', validTo: '2026-06-30' }],
  ['Thông tư số 64/2025/TT-BTC ngày 30/6/2025', {}],
  ['Lệ phí 50.000 đồng', {}],
  ['', {}],
])('the interval in which "%s" applies is read', (text, expected) => {
  expect(findValidity(text)).toEqual(expected);
});
