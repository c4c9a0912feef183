import { describe, expect, test } from 'vitest';
import type { ReadinessCell, ReadinessMatrix } from '../../../shared/contract/readiness.ts';
import { findingsOf } from '../../../renderer/src/features/results/readiness/findingsOf.ts';
import { placeAfter } from '../../../renderer/src/features/results/readiness/matrixPlace.ts';
import { sortedAgencies, stepOf, trendOf } from '../../../renderer/src/features/results/readiness/matrixRows.ts';
import { matrixText } from '../../../renderer/src/features/results/readiness/matrixText.ts';

const cell = (ready: number | null, change: number | null = null): ReadinessCell => ({
  rows: ready === null ? 0 : 100,
  broken: ready === null ? 0 : 100 - ready,
  ready,
  change,
});
const agency = (name: string, ...cells: readonly ReadinessCell[]) => ({
  id: name,
  name,
  isNew: false,
  cells: [...cells],
});
const BEFORE = { id: 'r0', name: 'Đợt 1', date: '2026-08-01', isJudgedAlike: true, missing: [] };
const matrix: ReadinessMatrix = {
  revision: 1,
  areas: ['catalogue', 'fees'],
  agencies: [
    agency('Đắk Lắk', cell(40, -3), cell(null), cell(40, -3)),
    agency('An Giang', cell(100, 0), cell(90, 12), cell(95)),
    agency('=Cà Mau\n2', cell(60), cell(100), cell(80)),
  ],
  total: [cell(66), cell(95), cell(70)],
  before: null,
  choices: [],
};

describe('the order of the matrix', () => {
  const names = (by: 'name' | number, descending: boolean) =>
    sortedAgencies(matrix.agencies, { by, descending }).map(({ name }) => name.slice(0, 2));

  test('goes by any column; who sent nothing about it is last either way', () => {
    expect([names(0, false), names(0, true)]).toEqual([
      ['Đắ', '=C', 'An'],
      ['An', '=C', 'Đắ'],
    ]);
    expect([names(1, false), names(1, true)]).toEqual([
      ['An', '=C', 'Đắ'],
      ['=C', 'An', 'Đắ'],
    ]);
  });

  test('goes by names as Vietnamese does', () => {
    const written = ['Đắk Lắk', 'Dầu Tiếng', 'Điện Biên', 'An Giang', 'Ea Súp'].map((name) => agency(name));
    expect(sortedAgencies(written, { by: 'name', descending: false }).map(({ name }) => name)).toEqual([
      'An Giang',
      'Dầu Tiếng',
      'Đắk Lắk',
      'Điện Biên',
      'Ea Súp',
    ]);
  });
});

test.each([
  [0, 'low'],
  [49, 'low'],
  [50, 'middle'],
  [89, 'middle'],
  [90, 'high'],
  [99, 'high'],
  [100, 'whole'],
] as const)('%i per cent is of the step %s', (ready, step) => expect(stepOf(ready)).toBe(step));

test.each([
  [cell(50, 3), true, 'up'],
  [cell(50, -3), true, 'down'],
  [cell(50, 0), true, 'same'],
  [cell(50), true, 'new'],
  [cell(null), true, null],
  [cell(50, 3), false, null],
] as const)('%o compared: %s, shows %s', (one, isCompared, trend) => expect(trendOf(one, isCompared)).toBe(trend));

describe('keys lead through the matrix', () => {
  const last = { row: 10, column: 3 };
  const after = (row: number, column: number, key: string, ctrlKey = false) => {
    const place = placeAfter({ row, column }, { key, ctrlKey }, last, 4);
    return place === undefined ? null : [place.row, place.column];
  };

  test.each([
    [0, 0, 'ArrowUp', [-1, 0]],
    [-1, 0, 'ArrowUp', [-1, 0]],
    [10, 2, 'ArrowDown', [10, 2]],
    [0, 0, 'ArrowLeft', [0, 0]],
    [0, 3, 'ArrowRight', [0, 3]],
    [3, 1, 'Home', [3, 0]],
    [3, 1, 'End', [3, 3]],
    [8, 1, 'PageDown', [10, 1]],
    [2, 1, 'PageUp', [0, 1]],
    [2, 1, 'Enter', null],
    [2, 1, 'a', null],
  ] as const)('from %i, %i with %s to %o', (row, column, key, place) => expect(after(row, column, key)).toEqual(place));

  test('Ctrl+Home and Ctrl+End lead to the corners', () => {
    expect([after(3, 1, 'Home', true), after(3, 1, 'End', true)]).toEqual([
      [0, 0],
      [10, 3],
    ]);
  });
});

describe('behind a place stand findings', () => {
  const behind = (row: number, column: number) => findingsOf(matrix, matrix.agencies, { row, column });

  test('of its agency and area: the open errors where rows are broken, else whatever is open', () => {
    expect(behind(0, 1)).toEqual({ agency: ['Đắk Lắk'], area: ['catalogue'], severity: ['error'], state: ['open'] });
    expect(behind(1, 1)).toEqual({ agency: ['An Giang'], area: ['catalogue'], state: ['open'] });
  });

  test('of the agency as a whole behind its name and in the last column', () => {
    expect(behind(1, 0)).toEqual({ agency: ['An Giang'], state: ['open'] });
    expect(behind(1, 3)).toEqual({ agency: ['An Giang'], severity: ['error'], state: ['open'] });
  });

  test('of all agencies in the last row', () => {
    expect(behind(3, 2)).toEqual({ area: ['fees'], severity: ['error'], state: ['open'] });
    expect(behind(3, 0)).toEqual({ state: ['open'] });
  });

  test('but none behind a head, nor where nothing was sent', () => {
    expect([behind(-1, 1), behind(0, 2)]).toEqual([null, null]);
  });
});

describe('the matrix for the clipboard', () => {
  const headings = { name: 'Cơ quan', columns: ['DM', 'Phí', 'Chung'], changes: ['DM ±', 'Phí ±', 'Chung ±'] };

  test('is a table for Excel in which no name is a formula', () => {
    expect(matrixText(matrix, matrix.agencies, headings, 'Toàn đợt')).toBe(
      [
        'Cơ quan\tDM\tPhí\tChung',
        'Đắk Lắk\t40%\t–\t40%',
        'An Giang\t100%\t90%\t95%',
        "'=Cà Mau 2\t60%\t100%\t80%",
        'Toàn đợt\t66%\t95%\t70%',
        '',
      ].join('\r\n'),
    );
  });

  test('keeps a name that begins with a quotation mark in its cell', () => {
    const text = matrixText(matrix, [agency('"Sở Y tế', cell(60))], headings, '"Toàn" đợt');
    expect(text.split('\r\n').slice(1, 3)).toEqual(['"""Sở Y tế"\t60%', '"""Toàn"" đợt"\t66%\t95%\t70%']);
  });

  test('has the changes beside where there is a round before', () => {
    const [heads, first] = matrixText({ ...matrix, before: BEFORE }, matrix.agencies, headings, 'Toàn đợt').split(
      '\r\n',
    );
    expect(heads).toBe('Cơ quan\tDM\tPhí\tChung\tDM ±\tPhí ±\tChung ±');
    expect(first).toBe('Đắk Lắk\t40%\t–\t40%\t-3\t\t-3');
  });
});
