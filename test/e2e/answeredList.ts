import ExcelJS from 'exceljs';
import { createUnpackBudget, unpackWhole } from '../../electron/node/spreadsheet/unpacking.ts';
import { DEFAULT_LIMITS } from '../../electron/node/spreadsheet/readLimits.ts';
import { readZipArchive } from '../../electron/node/spreadsheet/zipArchive.ts';
import type { GivenFile } from './pages/intake.ts';
import { word } from './words.ts';

/** Columns of a correction list, 1-based. */
const [CELL, VALUE, EXPECTED, CORRECTION, KEEP] = [4, 7, 8, 13, 14];

/** The correction list of an agency out of what the reports wrote. */
export async function listWithin(archive: Uint8Array): Promise<Uint8Array> {
  const entries = [...readZipArchive(archive, DEFAULT_LIMITS).values()];
  const title = word('list.sheetFindings');
  const list = entries.find(({ name }) => name.split('/').at(-1)!.startsWith(title) && name.endsWith('.xlsx'));
  if (list === undefined) throw new Error(`no list among ${entries.map(({ name }) => name).join(', ')}`);
  return unpackWhole(list, createUnpackBudget(DEFAULT_LIMITS));
}

/** What an agency writes into a row: the right value (`expected`), another value, or why it keeps what is there. */
export type RowAnswer = 'expected' | { readonly value: string } | { readonly keep: string };

/** A list in which an agency has answered the first rows that name a cell and a right value. */
export async function answered(list: Uint8Array, name: string, answers: readonly RowAnswer[]): Promise<GivenFile> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(list).buffer);
  const sheet = book.getWorksheet(word('list.sheetFindings'))!;
  const waiting = [...answers];
  sheet.eachRow((row, number) => {
    const [cell, value, expected] = [CELL, VALUE, EXPECTED].map((column) => row.getCell(column).text);
    if (number === 1 || expected === '' || expected === value || !/^[A-Z]+\d+$/.test(cell!)) return;
    const answer = waiting.shift();
    if (answer === undefined) return;
    if (answer === 'expected') row.getCell(CORRECTION).value = expected!;
    else if ('value' in answer) row.getCell(CORRECTION).value = answer.value;
    else row.getCell(KEEP).value = answer.keep;
  });
  return { name, content: new Uint8Array(await book.xlsx.writeBuffer()) };
}
