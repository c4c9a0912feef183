import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitValues, vocabularyOf } from '../../../shared/domain/multiValue.ts';

const vocabulary = vocabularyOf([
  'Công dân Việt Nam',
  'Doanh nghiệp',
  'Cán bộ, công chức, viên chức',
  'Tổ chức (không bao gồm doanh nghiệp, HTX)',
]);
const texts = (cell: string, closed?: typeof vocabulary) => splitValues(cell, closed).map((value) => value.text);

describe('a cell of several values is split', () => {
  test.each([
    ['Sở Tư pháp', ['Sở Tư pháp']],
    ['Sở Tư pháp\nCông an tỉnh\n', ['Sở Tư pháp', 'Công an tỉnh']],
    ['Sở Tư pháp; Công an tỉnh;', ['Sở Tư pháp', 'Công an tỉnh']],
    ['- Sở Tư pháp\r\n- Công an  tỉnh', ['Sở Tư pháp', 'Công an tỉnh']],
    ['\uF0FC Sở A\n+ Sở B\n• Sở C', ['Sở A', 'Sở B', 'Sở C']],
    ['Cục Thuế - Bộ Tài chính, Thuế tỉnh', ['Cục Thuế - Bộ Tài chính, Thuế tỉnh']],
    ['Bản sao (có chứng thực; 02 bản); ảnh', ['Bản sao (có chứng thực; 02 bản)', 'ảnh']],
    ['Bản sao (chưa đóng ngoặc; ảnh', ['Bản sao (chưa đóng ngoặc', 'ảnh']],
    [' \n ; ', []],
    ['', []],
  ])('%j at line breaks and semicolons → %j', (cell, expected) => {
    expect(texts(cell)).toEqual(expected);
  });

  test.each([
    ['Công dân Việt Nam, Cán bộ, công chức, viên chức', ['Công dân Việt Nam', 'Cán bộ, công chức, viên chức']],
    [
      'Tổ chức (không bao gồm doanh nghiệp, HTX), Doanh nghiệp',
      ['Tổ chức (không bao gồm doanh nghiệp, HTX)', 'Doanh nghiệp'],
    ],
    ['doanh nghiệp ,công dân việt nam', ['doanh nghiệp', 'công dân việt nam']],
    ['Cán bộ, công chức, Doanh nghiệp', ['Cán bộ', 'công chức', 'Doanh nghiệp']],
  ])('%j at commas of a closed vocabulary → %j', (cell, expected) => {
    expect(texts(cell, vocabulary)).toEqual(expected);
  });
});

test('a value that the vocabulary does not hold says so', () => {
  expect(splitValues('Doanh nghiệp, Hộ kinh doanh', vocabulary).map(({ text, known }) => [text, known])).toEqual([
    ['Doanh nghiệp', true],
    ['Hộ kinh doanh', false],
  ]);
});

test('spans point at the values in the cell, in order and apart', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Sở', ' ', ',', ';', '\n', '- ', 'Cán bộ, công chức, viên chức', '(', ')')),
      (parts) => {
        const cell = parts.join('');
        let before = 0;
        for (const { start, end, text } of splitValues(cell, vocabulary)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(cell.slice(start, end).replace(/\s+/g, ' ')).toBe(text);
          before = end;
        }
      },
    ),
  );
});
