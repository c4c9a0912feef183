import { read, type CellObject } from '@e965/xlsx';
import exceljs from 'exceljs';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { cellAddress } from '../../../shared/table/cell.ts';
import { firstSheet, opened, textsOf } from '../../unit/spreadsheet/opened.ts';

const real = path.resolve(import.meta.dirname, '../../../../shared/data/real');
const isAbsent = !existsSync(real);
const file = (name: string): Uint8Array => readFileSync(path.join(real, name));

const PORTAL_EXPORTS: readonly (readonly [name: string, rows: number])[] = [
  ['danh-sach-tthc-BoCongAn.xlsx', 341],
  ['danh-sach-tthc-BoTaiChinh.xlsx', 708],
  ['danh-sach-tthc-BoTuPhap.xlsx', 273],
  ['danh-sach-tthc-NongNghiepvaMoiTruong.xlsx', 539],
];

/** Texts by address as SheetJS reads them. */
function textsOfSheetJs(bytes: Uint8Array): Record<string, string> {
  const book = read(bytes, { type: 'array', dense: true });
  const rows = (book.Sheets[book.SheetNames[0]!]!['!data'] ?? []) as readonly (readonly CellObject[] | undefined)[];
  const texts: Record<string, string> = {};
  rows.forEach((cells, row) =>
    cells?.forEach((cell, column) => {
      if (cell?.v !== undefined && cell.v !== '') texts[cellAddress(column, row + 1)] = String(cell.v);
    }),
  );
  return texts;
}

/** Texts by address as exceljs reads them; it repeats the value of a merged range in each of its cells. */
async function textsOfExceljs(bytes: Uint8Array): Promise<Record<string, string>> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const texts: Record<string, string> = {};
  workbook.worksheets[0]!.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.text !== '' && cell.master === cell) texts[cell.address] = cell.text;
    }),
  );
  return texts;
}

describe('the lists exported from the national portal', () => {
  describe.each(PORTAL_EXPORTS)('%s', (name, rows) => {
    const where = `portal-exports/${name}`;

    test.skipIf(isAbsent)(`has ${rows} used rows and its header in row 2 (needs the shared data folder)`, async () => {
      const sheet = await firstSheet(file(where), name);
      expect(sheet.rowNumbers.length).toBe(rows);
      const texts = textsOf(sheet);
      expect(['A2', 'B2', 'C2', 'D2', 'E2'].map((address) => texts[address])).toEqual([
        'Mã số',
        'Tên',
        'Cơ quan ban hành',
        'Cơ quan thực hiện',
        'Lĩnh vực',
      ]);
      expect(sheet.merges).toEqual([{ firstColumn: 0, firstRow: 1, lastColumn: 4, lastRow: 1 }]);
    });

    test.skipIf(isAbsent)('reads cell for cell as SheetJS and exceljs do (needs the shared data folder)', async () => {
      const bytes = file(where);
      const ours = textsOf(await firstSheet(bytes, name));
      expect(ours).toEqual(textsOfSheetJs(bytes));
      expect(ours).toEqual(await textsOfExceljs(bytes));
    });
  });
});

test.skipIf(isAbsent)(
  'workflow workbooks have two sheets with their header in row 5 (needs the shared data folder)',
  async () => {
    for (const name of ['qt2.xlsx', 'qt3.xlsx', 'qt5.xlsx', 'qt7.xlsx']) {
      const { sheets } = await opened(file(`workflows/${name}`), name);
      expect(sheets.map((sheet) => sheet.name)).toEqual(['QuyTrinh', 'LuanChuyen']);
      expect([...sheets[0]!.rowNumbers]).toContain(5);
    }
  },
);

test.skipIf(isAbsent)('the .xls lists and report templates open as .xls (needs the shared data folder)', async () => {
  for (const folder of ['admin-units-xls', 'report-templates']) {
    for (const name of readdirSync(path.join(real, folder)).filter((entry) => entry.endsWith('.xls'))) {
      const workbook = await opened(file(`${folder}/${name}`), name);
      expect([name, workbook.format]).toEqual([name, 'xls']);
      expect(workbook.sheets[0]!.rowNumbers.length).toBeGreaterThan(5);
    }
  }
});

test.skipIf(isAbsent)(
  'commune codes in an .xls list keep their leading zero (needs the shared data folder)',
  async () => {
    const name = 'Danh sách quận huyện phường xã thuộc Tỉnh Bắc Ninh.xls';
    const texts = textsOf(await firstSheet(file(`admin-units-xls/${name}`), name));
    expect([texts['E2'], texts['F2']]).toEqual(['Phường Vũ Ninh', '09163']);
  },
);

const corpora = path.resolve(real, '../corpora');

test.skipIf(!existsSync(corpora))(
  'no file of other projects’ test suites makes the reader throw (needs the shared data folder)',
  async () => {
    const names = readdirSync(corpora, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(xls[xmb]?|ods)$/.test(name),
    );
    const refused: string[] = [];
    for (const name of names) {
      const result = await openWorkbook(readFileSync(path.join(corpora, name)), name);
      if (!result.ok) refused.push(`${result.error.code} ${name}`);
    }
    expect(
      refused.filter((line) => !/^file\.(damaged|encrypted|unknownFormat|notATable|unsafe|noSheets)/.test(line)),
    ).toEqual([]);
    expect(refused.length / names.length).toBeLessThan(0.06);
  },
  300_000,
);
