import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatLevels, LEVELS, parseLevels } from '../../../shared/domain/level.ts';

describe('the levels that a cell names', () => {
  test.each([
    ['Cấp bộ', ['ministry']],
    ['Bộ', ['ministry']],
    ['Cấp Trung ương', ['ministry']],
    ['Cấp tỉnh, Cấp xã', ['province', 'commune']],
    ['Cấp xã, Cấp tỉnh', ['province', 'commune']],
    ['Cấp bộ, Cấp tỉnh, Cấp xã, Cơ quan khác', ['ministry', 'province', 'commune', 'other']],
    ['Cấp tỉnh/xã', ['province', 'commune']],
    ['Tỉnh và xã', ['province', 'commune']],
    ['- Cấp tỉnh\n- Cấp xã', ['province', 'commune']],
    ['Cấp xã (phường, đặc khu)', ['commune']],
    ['Cấp huyện', ['district']],
    ['huyện/quận/thị xã', ['district']],
    ['CẤP TỈNH'.normalize('NFD'), ['province']],
    ['TTHC cấp tỉnh', ['province']],
    ['cap xa', ['commune']],
  ])('%j → %j', (cell, expected) => {
    expect(parseLevels(cell)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['', 'empty', ''],
    [' - ', 'empty', ' - '],
    ['Cấp tỉnh, Sở Tư pháp', 'unknown', 'Sở Tư pháp'],
    ['Cấp 1', 'unknown', 'Cấp 1'],
  ])('%j is refused as %s', (cell, reason, wrong) => {
    const result = parseLevels(cell);
    expect(result).toMatchObject({ ok: false, reason });
    if (!result.ok) expect(cell.slice(result.span.start, result.span.end)).toBe(wrong);
  });
});

test('every set of levels can be written and read again', () => {
  fc.assert(
    fc.property(fc.subarray([...LEVELS], { minLength: 1 }), (levels) => {
      expect(parseLevels(formatLevels(levels))).toEqual({ ok: true, value: levels });
    }),
  );
});
