import { openWorkbook, type OpenOptions } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { faultText } from '../../../shared/i18n/index.ts';
import type { Cell } from '../../../shared/table/cell.ts';
import { cellAddress } from '../../../shared/table/cell.ts';
import type { Sheet, Workbook } from '../../../shared/table/sheet.ts';

/** Opens bytes that must be readable. */
export async function opened(bytes: Uint8Array, name = 'tep.xlsx', options?: OpenOptions): Promise<Workbook> {
  const result = await openWorkbook(bytes, name, options);
  if (!result.ok) throw new Error(faultText('en', result.error));
  return result.value;
}

/** The first sheet of bytes that must be readable. */
export const firstSheet = async (bytes: Uint8Array, name?: string): Promise<Sheet> =>
  (await opened(bytes, name)).sheets[0]!;

/** The code of the fault with which bytes are refused; `opened` when they are not. */
export async function refusal(bytes: Uint8Array, name = 'tep.xlsx', options?: OpenOptions): Promise<string> {
  const result = await openWorkbook(bytes, name, options);
  return result.ok ? 'opened' : result.error.code;
}

/** All cells of a sheet that hold something, by address. */
export function cellsOf(sheet: Sheet): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  sheet.rowNumbers.forEach((row, stored) => {
    sheet.columns.forEach((codes, column) => {
      if (codes[stored] !== 0) cells[cellAddress(column, row)] = sheet.dictionary.cell(codes[stored]!);
    });
  });
  return cells;
}

/** Texts of all cells of a sheet that hold something, by address. */
export const textsOf = (sheet: Sheet): Record<string, string> =>
  Object.fromEntries(Object.entries(cellsOf(sheet)).map(([address, cell]) => [address, cell.text]));
