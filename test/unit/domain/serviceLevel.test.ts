import { expect, test } from 'vitest';
import { formatServiceLevel, parseServiceLevel } from '../../../shared/domain/serviceLevel.ts';

test.each([
  ['Toàn trình', { level: 'full' }],
  ['DVC trực tuyến toàn trình', { level: 'full' }],
  ['DVCTT một phần', { level: 'partial' }],
  ['Cung cấp thông tin trực tuyến', { level: 'information' }],
  ['Mức độ 4', { level: 'full', legacy: 4 }],
  ['DVC mức 3', { level: 'partial', legacy: 3 }],
  ['2', { level: 'information', legacy: 2 }],
])('%j → %j', (cell, expected) => {
  expect(parseServiceLevel(cell)).toEqual({ ok: true, value: expected });
});

test.each([
  ['', 'empty'],
  ['5', 'unknown'],
  ['Có', 'unknown'],
  ['Toàn trình/một phần', 'several'],
])('%j is refused as %s', (cell, reason) => {
  expect(parseServiceLevel(cell)).toMatchObject({ ok: false, reason });
});

test('every level is read back from its name', () => {
  for (const level of ['full', 'partial', 'information'] as const) {
    expect(parseServiceLevel(formatServiceLevel(level))).toEqual({ ok: true, value: { level } });
    expect(parseServiceLevel(formatServiceLevel(level, 'en'))).toEqual({ ok: true, value: { level } });
  }
});
