import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { correctionWorkbook } from '../../../electron/node/reports/correctionWorkbook.ts';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import type { ReturnedList } from '../../../shared/reports/returned/readReturnedList.ts';
import { readReturnedList, sentFindingsOf } from '../../../shared/reports/returned/readReturnedList.ts';
import { lineMark, readLineMark } from '../../../shared/reports/returned/lineMark.ts';
import { tableFrom } from '../../tables.ts';
import { checkOf, firstListOf } from './reportedRound.ts';

const check = checkOf([
  tableFrom(
    'procedures',
    ['Một', 'Hai', 'Ba', 'Bốn'].map((ten_tthc, at) => ({ ma_tthc: `1.00000${at}`, ten_tthc })),
  ),
]);
const sent = sentFindingsOf(check);
const bytes = await correctionWorkbook(firstListOf(check), 'vi', () => null);
const CORRECTION = 13;
const KEEP = 14;
const MARK = 18;

/** The list after somebody has worked in it. */
async function returned(work: (sheet: ExcelJS.Worksheet) => void, round = sent): Promise<ReturnedList> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  work(book.getWorksheet('Danh sách cần sửa')!);
  const opened = await openWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), 'tra-loi.xlsx');
  if (!opened.ok) throw new Error(opened.error.code);
  const list = readReturnedList(opened.value, round);
  if (!list.ok) throw new Error(list.error.code);
  return list.value;
}

describe('a correction list that comes back', () => {
  test('gives corrections and reasons with the identity of their finding, and counts what is left open', async () => {
    const { answers, faults, unanswered } = await returned((sheet) => {
      sheet.getCell(2, CORRECTION).value = ' Một đã sửa ';
      sheet.getCell(3, KEEP).value = 'Danh mục quốc gia sai';
    });
    const [first, second] = [...firstListOf(check).lines()].map(({ finding }) => finding.identity);
    expect(answers).toEqual([
      { identity: first, correction: 'Một đã sửa', keepReason: '' },
      { identity: second, correction: '', keepReason: 'Danh mục quốc gia sai' },
    ]);
    expect(faults).toEqual([]);
    expect(unanswered).toBe(2);
  });

  test.each<[string, (sheet: ExcelJS.Worksheet) => void, string]>([
    [
      'a damaged key',
      (sheet) => void (sheet.getCell(2, MARK).value = `${sheet.getCell(2, MARK).text}0`),
      'returned.badMark',
    ],
    ['a missing key', (sheet) => void (sheet.getCell(2, MARK).value = null), 'returned.badMark'],
    ['the key of another round', (sheet) => void (sheet.getCell(2, MARK).value = otherRound()), 'returned.badMark'],
    [
      'an unknown finding',
      (sheet) => void (sheet.getCell(2, MARK).value = lineMark('0'.repeat(28), '', 'x')),
      'returned.unknown',
    ],
    ['a correction and a reason', (sheet) => void (sheet.getCell(2, KEEP).value = 'vì'), 'returned.both'],
    ['what stands there already', (sheet) => void (sheet.getCell(2, CORRECTION).value = 'Một'), 'returned.sameValue'],
  ])('names the row of %s', async (_, damage, code) => {
    const { answers, faults } = await returned((sheet) => {
      sheet.getCell(2, CORRECTION).value = 'khác';
      sheet.getCell(4, CORRECTION).value = 'Ba đã sửa';
      damage(sheet);
    });
    expect(faults.map(({ row, fault }) => [row, fault.code])).toEqual([[2, code]]);
    expect(answers.map(({ correction }) => correction)).toEqual(['Ba đã sửa']);
  });

  test('may be sorted, shortened, or hold a line twice with the same answer', async () => {
    const { answers, faults } = await returned((sheet) => {
      sheet.getCell(4, CORRECTION).value = 'Ba đã sửa';
      sheet.getCell(2, MARK).value = sheet.getCell(4, MARK).value;
      sheet.getCell(2, CORRECTION).value = 'Ba đã sửa';
      sheet.spliceRows(3, 1);
    });
    expect(faults).toEqual([]);
    expect(answers).toHaveLength(1);
  });

  test('two different answers to one finding are a fault of the second', async () => {
    const { answers, faults } = await returned((sheet) => {
      sheet.getCell(2, CORRECTION).value = 'A';
      sheet.getCell(3, MARK).value = sheet.getCell(2, MARK).value;
      sheet.getCell(3, CORRECTION).value = 'B';
    });
    expect([answers.length, faults.map(({ row, fault }) => [row, fault.code])]).toEqual([1, [[3, 'returned.twice']]]);
  });

  test('another workbook is refused by name', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('S').addRow(['Mã TTHC', 'Giá trị sửa']);
    const opened = await openWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), 'khac.xlsx');
    expect(opened.ok && readReturnedList(opened.value, sent)).toMatchObject({ error: { code: 'returned.notAList' } });
  });

  test('a mark is read as it was made, and nothing else is', () => {
    expect(readLineMark(` ${lineMark('ab'.repeat(14), 's', 'r')} `)?.identity).toBe('ab'.repeat(14));
    for (const text of ['', 'abc', 'ab'.repeat(14), `${'ab'.repeat(14)}.123`, `=${'ab'.repeat(14)}.12345678`]) {
      expect(readLineMark(text)).toBeUndefined();
    }
  });
});

function otherRound(): string {
  const [line] = firstListOf({ ...check, round: 'Đợt khác' }).lines();
  return line!.mark;
}
