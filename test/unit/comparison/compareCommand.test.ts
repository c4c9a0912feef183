import { expect, test } from 'vitest';
import { parseCommandLine } from '../../../electron/cli/commandLine.ts';

test('compare takes the lists to compare with and where to write', () => {
  const line = 'compare don-vi --reference qg.csv --provincial tinh.xlsx --output ra.XLSX --today 2026-09-01 --quiet';
  expect(parseCommandLine(line.split(' '))).toEqual({
    ok: true,
    value: {
      name: 'compare',
      places: ['don-vi'],
      references: ['qg.csv'],
      provincial: ['tinh.xlsx'],
      output: 'ra.XLSX',
      lists: [],
      mappings: [],
      today: '2026-09-01',
      language: 'vi',
      quiet: true,
    },
  });
});

test.each([
  ['compare', 'cli.noFiles'],
  ['compare don-vi --provincial', 'cli.missingValue'],
  ['compare don-vi --reference qg.csv --output ra.pdf', 'cli.badValue'],
  ['compare don-vi --today hôm-nay', 'cli.badValue'],
])('"%s" is refused with %s', (line, code) => {
  expect(parseCommandLine(line.split(' '))).toMatchObject({ ok: false, error: { code } });
});
