import { describe, expect, test } from 'vitest';
import { newWorkbookWithCells } from '../../../electron/node/annotate/newWorkbook.ts';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { annotationOfLines } from '../../../shared/reports/annotation.ts';
import type { Cell } from '../../../shared/table/cell.ts';
import type { Sheet } from '../../../shared/table/sheet.ts';
import { sheetFrom } from '../../sheets.ts';
import { annotate, cellsOf, expectSameCells, fillOf, lineAt } from './annotated.ts';

test('a .csv becomes a new workbook with the same texts, annotated the same way', async () => {
  const csv = Buffer.from('Mã TTHC;Tên;Mức phí\n1.001234;=1+1;"50.000\nđồng"\n001;Đất đai;+84\n');
  const copy = await annotate(csv, ['export!A2 error', 'export!E9 info'], 'export.csv');
  expectSameCells(copy);
  expect(copy.extension).toBe('.xlsx');
  expect(copy.notes).toEqual([{ code: 'annotate.newWorkbook', params: { file: 'export.csv', format: 'csv' } }]);
  expect(fillOf(copy, 'xl/worksheets/sheet1.xml', 'A2')).toBe('FFF8D7DA');
  expect(copy.text('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
});

test('an HTML table saved as .xls becomes a new workbook with the same cells', async () => {
  const html = Buffer.from(
    '<html><table><tr><th>Mã</th><th>Phí</th></tr><tr><td>1.001234</td><td>150</td></tr></table></html>',
  );
  const copy = await annotate(html, ['Sheet1!B2 warning'], 'bao-cao.xls');
  expectSameCells(copy);
  expect(copy.notes.map(({ code }) => code)).toEqual(['annotate.newWorkbook']);
});

describe('newWorkbookWithCells', () => {
  const nothing = annotationOfLines('a.xls', 'vi', []);
  const reopened = async (sheets: readonly Sheet[], lines = nothing) => {
    const fresh = newWorkbookWithCells({ format: 'xls', sheets }, lines)!;
    const opened = await openWorkbook(fresh.bytes, 'a.xlsx');
    if (!opened.ok) throw new Error(opened.error.code);
    return { sheets: opened.value.sheets, annotation: fresh.annotation };
  };
  const sheetOf = (cell: Cell): Sheet => ({
    ...sheetFrom([['x']]),
    dictionary: {
      size: 2,
      cell: (code) => (code === 0 ? { kind: 'empty', text: '', raw: '' } : cell),
      forget: () => {},
    },
  });

  test.each<readonly [string, Cell, string]>([
    ['text that looks like a formula', { kind: 'text', text: '=1+1', raw: '=1+1' }, 'text|=1+1|=1+1|'],
    ['text that looks like a number', { kind: 'text', text: '007', raw: '007' }, 'text|007|007|'],
    [
      'text with signs XML cannot hold',
      { kind: 'text', text: 'a\u0007_x0041_<', raw: '' },
      'text|a\u0007_x0041_<|a\u0007_x0041_<|',
    ],
    ['a number with its format', { kind: 'number', text: '007', raw: '7', format: '000' }, 'number|7|007|'],
    [
      'a number in exponents',
      { kind: 'number', text: '3510000000000', raw: '3.51E+12' },
      'number|3.51E+12|3510000000000|',
    ],
    ['a date', { kind: 'date', text: '01/07/2026', raw: '46204', format: 'dd/mm/yyyy' }, 'date|46204|01/07/2026|'],
    [
      'a date counted from 1904',
      { kind: 'date', text: '01/07/2026', raw: '44742', format: 'dd/mm/yyyy' },
      'date|46204|01/07/2026|',
    ],
    [
      'a date as ISO text',
      { kind: 'date', text: '01/07/2026 06:00', raw: '2026-07-01T06:00:00', format: 'dd/mm/yyyy hh:mm' },
      'date|46204.25|01/07/2026 06:00|',
    ],
    ['a time of day', { kind: 'date', text: '06:00', raw: '0.25', format: 'hh:mm' }, 'date|0.25|06:00|'],
    ['a truth value', { kind: 'boolean', text: 'TRUE', raw: 'TRUE' }, 'boolean|TRUE|TRUE|'],
    ['an error', { kind: 'error', text: '#REF!', raw: '#REF!' }, 'error|#REF!|#REF!|'],
    ['the result of a formula', { kind: 'number', text: '5', raw: '5', formula: true }, 'number|5|5|'],
  ])('keeps %s', async (_, cell, expected) => {
    const { sheets } = await reopened([sheetOf(cell)]);
    expect(cellsOf(sheets[0]!)['A1']).toBe(expected);
  });

  test('sheet names that Excel refuses are made acceptable, and marks follow them', async () => {
    const long = 'Danh mục thủ tục hành chính của các sở, ban, ngành';
    const named = ['a/b', 'A:B', long, "'", ''].map((name) => sheetFrom([['x']], { name }));
    const lines = annotationOfLines('a.xls', 'vi', [lineAt(`${long}!A1 error`)]);
    const { sheets, annotation } = await reopened(named, lines);
    const names = ['a b', 'A B (2)', 'Danh mục thủ tục hành chính của', 'Sheet', 'Sheet (2)'];
    expect(sheets.map(({ name }) => name)).toEqual(names);
    expect([...annotation.marks.keys()]).toEqual([names[2]]);
    expect(annotation.line(0).sheet).toBe(names[2]);
  });

  test('merged ranges, hidden rows and hidden sheets are carried over', async () => {
    const hidden = sheetFrom([['x', 'y'], ['z']], { merges: ['A1:B1'], hiddenRows: [2, 5], visibility: 'hidden' });
    const { sheets } = await reopened([sheetFrom([['x']], { name: 'Một' }), { ...hidden, name: 'Hai' }]);
    expect(sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'hidden']);
    expect([sheets[1]!.merges, [...sheets[1]!.hiddenRows]]).toEqual([hidden.merges, [2, 5]]);
  });
});
