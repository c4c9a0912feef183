import { describe, expect, test } from 'vitest';
import {
  choicesFor,
  chosenColumns,
  fieldChoices,
  headerWith,
  missingKey,
  sameFields,
} from '../../../../renderer/src/features/intake/columnChoices.ts';
import type { ColumnView } from '../../../../shared/contract/intake.ts';

const column = (sheetColumn: number, over: Partial<ColumnView> = {}): ColumnView => ({
  sheetColumn,
  letters: 'ABCDEF'[sheetColumn]!,
  heading: '',
  field: null,
  confidence: 1,
  evidence: 'heading',
  alternatives: [],
  ...over,
});

describe('the header under a click', () => {
  test.each([
    ['a click takes that row', { firstRow: 4, lastRow: 5 }, 7, false, { firstRow: 7, lastRow: 7 }],
    ['extending without a header takes that row', null, 7, true, { firstRow: 7, lastRow: 7 }],
    ['extending downwards keeps the first row', { firstRow: 4, lastRow: 4 }, 6, true, { firstRow: 4, lastRow: 6 }],
    ['extending upwards ends at the first row', { firstRow: 4, lastRow: 4 }, 3, true, { firstRow: 3, lastRow: 4 }],
    ['a header is at most four rows high', { firstRow: 4, lastRow: 4 }, 12, true, { firstRow: 4, lastRow: 7 }],
    ['upwards too', { firstRow: 9, lastRow: 9 }, 1, true, { firstRow: 6, lastRow: 9 }],
  ])('%s', (_, before, row, isExtending, expected) => {
    expect(headerWith(before, row, isExtending)).toEqual(expected);
  });
});

describe('columns with what a person said of them', () => {
  test('a field below the reliable confidence is marked until it is chosen', () => {
    const columns = [column(0, { field: 'ma_tthc', confidence: 0.55 }), column(1, { field: 'stt', confidence: 0.6 })];
    expect(chosenColumns(columns, new Map()).map(({ isUnsure }) => isUnsure)).toEqual([true, false]);
    const [first] = chosenColumns(columns, new Map([[0, { field: 'ma_tthc', channel: null }]]));
    expect(first).toMatchObject({ field: 'ma_tthc', isChosen: true, isUnsure: false });
  });

  test('a choice without a channel takes the channel away', () => {
    const columns = [column(0, { field: 'phi_le_phi', channel: 'online' })];
    const [first] = chosenColumns(columns, new Map([[0, { field: 'phi_le_phi', channel: null }]]));
    expect(first).not.toHaveProperty('channel');
  });

  test('choices that another kind of sheet does not know are dropped, columns left out stay so', () => {
    const choices = new Map([
      [0, { field: 'cccd', channel: null } as const],
      [1, { field: 'ma_tthc', channel: null } as const],
      [2, { field: null, channel: null } as const],
    ]);
    expect([...choicesFor(choices, 'procedures').keys()]).toEqual([1, 2]);
  });

  test('two columns of one field are named once; the same field of another channel is another', () => {
    const columns = chosenColumns(
      [
        column(0, { field: 'phi_le_phi', channel: 'online' }),
        column(1, { field: 'phi_le_phi', channel: 'direct' }),
        column(2, { field: 'ma_tthc' }),
        column(3, { field: 'ma_tthc' }),
        column(4),
        column(5),
      ],
      new Map(),
    );
    expect(sameFields(columns)).toEqual([{ field: 'ma_tthc', letters: ['C', 'D'] }]);
  });

  test('the field that names the rows is missed until a column has it', () => {
    expect(missingKey(chosenColumns([column(0, { field: 'ten_tthc' })], new Map()), 'procedures')).toBe('ma_tthc');
    expect(missingKey(chosenColumns([column(0, { field: 'ma_tthc' })], new Map()), 'procedures')).toBeNull();
    expect(missingKey([], 'units')).toBeNull();
  });

  test('what intake thinks of comes first and stands once', () => {
    const { suggested, others } = fieldChoices(
      { field: 'stt', alternatives: ['ma_dvc', 'stt', 'ma_dvc'] },
      'procedures',
    );
    expect(suggested).toEqual(['ma_dvc']);
    expect(others).toContain('stt');
    expect(others).not.toContain('ma_dvc');
  });
});
