import { describe, expect, test } from 'vitest';
import {
  agenciesOf,
  filtered,
  judgedOf,
  statusOf,
  unsureSheets,
} from '../../../../renderer/src/features/intake/fileStatus.ts';
import type { IntakeFile, IntakeSheet } from '../../../../shared/contract/intake.ts';

const sheet = (name: string, verdict: IntakeSheet['verdict'], over: Partial<IntakeSheet> = {}): IntakeSheet => ({
  sheet: name,
  verdict,
  dataset: null,
  rows: 10,
  agency: null,
  hidden: false,
  questions: [],
  confirmed: false,
  ...over,
});
const file = (id: string, sheets: IntakeSheet[], over: Partial<IntakeFile> = {}): IntakeFile => ({
  file: id,
  name: `${id}.xlsx`,
  bytes: 1,
  format: 'xlsx',
  fault: null,
  agency: null,
  sheets,
  ...over,
});

const broken = file('broken', [], { fault: { code: 'file.empty', params: {} } });
const asking = file('asking', [sheet('A', 'recognised'), sheet('B', 'unsure'), sheet('C', 'unsure')]);
const sure = file('sure', [sheet('A', 'recognised', { agency: 'Sở Y tế' }), sheet('B', 'notACatalogue')]);
const none = file('none', [sheet('A', 'empty')], { agency: 'Sở Y tế' });

describe('how a file stands', () => {
  test.each([
    ['a file that can’t be read', broken, 'unreadable'],
    ['a file with one sheet in doubt', asking, 'unsure'],
    ['a file of which something is known', sure, 'recognised'],
    ['a file without any table', none, 'nothing'],
  ] as const)('%s is %s', (_, one, expected) => {
    expect(statusOf(one)).toBe(expected);
  });

  test('filters leave the files of that state', () => {
    const files = [broken, asking, sure, none];
    expect(filtered(files, 'all')).toHaveLength(4);
    expect(filtered(files, 'unsure')).toEqual([asking]);
    expect(filtered(files, 'unreadable')).toEqual([broken]);
  });

  test('sheets in doubt come in the order of the list', () => {
    expect(unsureSheets([sure, asking])).toEqual([
      { file: 'asking', sheet: 'B' },
      { file: 'asking', sheet: 'C' },
    ]);
  });

  test('an agency is counted once, whoever names it', () => {
    expect(agenciesOf([sure, none])).toEqual(['Sở Y tế']);
  });

  test('only recognised sheets count as judged', () => {
    expect(judgedOf([broken, asking, sure, none])).toEqual({ sheets: 2, rows: 20 });
  });
});
