import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../../electron/cli/commandLine.ts';

describe('the command line', () => {
  test.each<readonly [string, object]>([
    ['', { name: 'help', language: 'vi' }],
    ['check --help', { name: 'help', language: 'vi' }],
    [
      'check a b --reference r1 --reference r2 --format json --output o.json --quiet --lang en',
      {
        name: 'check',
        places: ['a', 'b'],
        references: ['r1', 'r2'],
        lists: [],
        mappings: [],
        format: 'json',
        output: 'o.json',
        language: 'en',
        quiet: true,
      },
    ],
    [
      'annotate a --out o --list roles=v.xlsx --previous truoc',
      {
        name: 'annotate',
        places: ['a'],
        references: [],
        lists: ['roles=v.xlsx'],
        mappings: [],
        previous: 'truoc',
        out: 'o',
        language: 'vi',
        quiet: false,
      },
    ],
    [
      'take-back a.xlsx b.xlsx --files don-vi --files them.csv --out o',
      {
        name: 'takeBack',
        returned: ['a.xlsx', 'b.xlsx'],
        places: ['don-vi', 'them.csv'],
        references: [],
        lists: [],
        mappings: [],
        out: 'o',
        language: 'vi',
        quiet: false,
      },
    ],
    ['rules', { name: 'rulesList', language: 'vi' }],
    ['rules explain fee-05', { name: 'rulesExplain', id: 'FEE-05', language: 'vi' }],
    ['import-reference a.csv', { name: 'importReference', files: ['a.csv'], language: 'vi' }],
  ])('"%s" is understood', (line, command) => {
    expect(parseCommandLine(line.split(' ').filter(Boolean))).toEqual({ ok: true, value: command });
  });

  test.each([
    ['chekc a', 'cli.unknownCommand'],
    ['check', 'cli.noFiles'],
    ['annotate a', 'cli.missingOption'],
    ['check a --fromat json', 'cli.unknownOption'],
    ['check a --format pdf', 'cli.badValue'],
    ['check a --lang fr', 'cli.badValue'],
    ['check a --today 1/9/2026', 'cli.badValue'],
    ['check a --today 2026-02-31', 'cli.badValue'],
    ['check a --output', 'cli.missingValue'],
    ['check a --output --quiet', 'cli.missingValue'],
    ['take-back', 'cli.noLists'],
    ['take-back a.xlsx --out o', 'cli.missingOption'],
    ['take-back a.xlsx --files b', 'cli.missingOption'],
    ['rules explain', 'cli.unknownCommand'],
    ['import-reference', 'cli.noFiles'],
  ])('"%s" is refused as %s', (line, code) => {
    const result = parseCommandLine(line.split(' '));
    expect(result.ok ? 'understood' : result.error.code).toBe(code);
  });
});
