import { describe, expect, test } from 'vitest';
import { distinctNames, safeFileName } from '../../electron/node/fileNames.ts';

describe('file names survive Windows', () => {
  test.each([
    ['xã An Lão', 'xã An Lão'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['kết thúc chấm...', 'kết thúc chấm'],
    ['  \u202Eđảo chiều ', 'đảo chiều'],
    ['', '_'],
    ['..', '_'],
    [`${'a'.repeat(200)}.xlsx`, `${'a'.repeat(80)}.xlsx`],
    [`${'a'.repeat(79)}😀.xlsx`, `${'a'.repeat(79)}.xlsx`],
    ['a\uD83D b', 'a b'],
  ])('"%s" becomes "%s"', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test('and stay distinct where Windows does not see the difference', () => {
    expect(distinctNames(['a.xlsx', 'A.xlsx', 'b', 'a.xlsx'])).toEqual(['a.xlsx', 'A (2).xlsx', 'b', 'a (3).xlsx']);
  });
});
