import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_CELL } from '../../../shared/table/cell.ts';
import { CellDictionaryBuilder, PackedDictionary, STORED } from '../../../shared/table/cellDictionary.ts';

test('code 0 is the blank cell, and text without characters gets it', () => {
  const builder = new CellDictionaryBuilder();
  expect(builder.internText('', STORED.text)).toBe(0);
  expect(builder.finish().cell(0)).toBe(EMPTY_CELL);
});

test('equal values share one code and one cell; another kind, format or formula mark makes another value', () => {
  const builder = new CellDictionaryBuilder();
  const date = builder.formatIndex('dd/mm/yyyy');
  const codes = [
    builder.internText('46204', STORED.text),
    builder.internText('46204', STORED.number),
    builder.internText('46204', STORED.number, date),
    builder.internText('46204', STORED.number, date, true),
    builder.internText('46204', STORED.text),
    builder.internText('46204', STORED.number, builder.formatIndex('dd/mm/yyyy')),
  ];
  expect(codes).toEqual([1, 2, 3, 4, 1, 3]);
  const dictionary = builder.finish();
  expect(dictionary.size).toBe(5);
  expect(dictionary.cell(1)).toBe(dictionary.cell(1));
  expect([1, 2, 3, 4].map((code) => dictionary.cell(code))).toEqual([
    { kind: 'text', text: '46204', raw: '46204' },
    { kind: 'number', text: '46204', raw: '46204' },
    { kind: 'date', text: '01/07/2026', raw: '46204', format: 'dd/mm/yyyy' },
    { kind: 'date', text: '01/07/2026', raw: '46204', format: 'dd/mm/yyyy', formula: true },
  ]);
});

test('a value keeps its characters untouched, a byte order mark and all', () => {
  const builder = new CellDictionaryBuilder();
  const text = '\uFEFF  Hoà\u00A0Bình\u200B \r\n';
  const code = builder.internText(text, STORED.text);
  expect(builder.finish().cell(code)).toEqual({ kind: 'text', text, raw: text });
});

test('any texts come back as they went in, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 3000 }), (texts) => {
      const builder = new CellDictionaryBuilder();
      const codes = texts.map((text) => builder.internText(text, STORED.text));
      const dictionary = builder.finish();
      expect(codes.map((code) => dictionary.cell(code).text)).toEqual(texts);
      expect(dictionary.size).toBe(new Set(texts).size + 1);
    }),
    { numRuns: 30 },
  );
});

test('a dictionary is the same after it was handed to another thread', () => {
  const builder = new CellDictionaryBuilder(true);
  builder.internText('Phí', STORED.text);
  builder.internText('0', STORED.number, builder.formatIndex('dd/mm/yyyy'));
  const source = builder.finish().toTransferable();
  const moved = structuredClone(source, { transfer: [source.arena, source.ends, source.kinds, source.formats] });
  const dictionary = new PackedDictionary(moved);
  expect([1, 2].map((code) => dictionary.cell(code).text)).toEqual(['Phí', '01/01/1904']);
});
