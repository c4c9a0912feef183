import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bookByExceljs } from '../../../electron/node/reports/bookByExceljs.ts';
import { bookStream } from '../../../electron/node/reports/bookStream.ts';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { correctionBook } from '../../../shared/reports/correction/correctionBook.ts';
import { readListLines } from '../../../shared/reports/returned/readListLines.ts';
import { tableFrom } from '../../tables.ts';
import { checkOf, firstListOf } from '../../unit/reports/reportedRound.ts';

const script = path.resolve(import.meta.dirname, '../../../scripts/ensure-libreoffice.mjs');
const office = spawnSync(process.execPath, [script], { encoding: 'utf8' });
const skipped = office.status === 0 ? '' : ` (skipped: ${office.stderr.trim()})`;

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-list-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAMES = ['Cấp thẻ', '=1+2', 'Đăng ký khai sinh', 'Chuyển đổi ₫ ẵ ỵ'];
const check = checkOf([
  tableFrom(
    'procedures',
    NAMES.map((ten_tthc, at) => ({ ma_tthc: `1.00000${at}`, ten_tthc })),
    { agency: { id: 'xa', name: 'Xã Đắk Đoa & Ia Grai' } },
  ),
]);

/** The list, filled in by a person. */
async function filledIn(bytes: Uint8Array): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  const sheet = book.getWorksheet('Danh sách cần sửa')!;
  sheet.getCell('M2').value = 'Cấp thẻ căn cước';
  sheet.getCell('N4').value = 'Danh mục quốc gia sai';
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function convert(format: string, file: string, out: string): void {
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const args = [profile, '--headless', '--convert-to', format, '--outdir', out, file];
  const result = spawnSync('soffice', args, { encoding: 'utf8', timeout: 110_000 });
  if (result.error !== undefined) throw result.error;
}

describe.skipIf(office.status !== 0).each([['exceljs'], ['stream']])(
  `in LibreOffice, a list of writer %s${skipped}`,
  (writer) => {
    let file: string;
    beforeAll(async () => {
      const book = correctionBook(firstListOf(check), 'vi', () => 'goc.xlsx');
      const bytes = writer === 'exceljs' ? await bookByExceljs(book) : bookStream(book)!;
      file = path.join(folder, `${writer}.xlsx`);
      writeFileSync(file, bytes);
    });

    test('keeps its keys when it is saved there: the answers come back', async () => {
      const answered = path.join(folder, `${writer}-tra-loi.xlsx`);
      writeFileSync(answered, await filledIn(readFileSync(file)));
      const out = path.join(folder, `${writer}-luu`);
      convert('xlsx:Calc MS Excel 2007 XML', answered, out);
      const saved = await openWorkbook(readFileSync(path.join(out, path.basename(answered))), 'a.xlsx');
      const list = saved.ok ? readListLines(saved.value) : saved;
      const lines = [...firstListOf(check).lines()];
      expect(list).toMatchObject({
        ok: true,
        value: {
          round: check.round,
          lines: [
            { mark: lines[0]!.mark, correction: 'Cấp thẻ căn cước', keepReason: '' },
            { mark: lines[1]!.mark, correction: '', keepReason: '' },
            { mark: lines[2]!.mark, correction: '', keepReason: 'Danh mục quốc gia sai' },
            { mark: lines[3]!.mark, correction: '', keepReason: '' },
          ],
        },
      });
    });

    test('prints on A4 with every text and no formula of a file', () => {
      convert('pdf', file, folder);
      const pdf = file.replace('.xlsx', '.pdf');
      const info = spawnSync('pdfinfo', [pdf], { encoding: 'utf8' }).stdout;
      expect(info).toMatch(/Page size:\s+(?:595|841)\.\d+ x (?:841|595)\.\d+ pts \(A4\)/);
      const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
      expect(text).toContain('DANH SÁCH NỘI DUNG CẦN SỬA');
      expect(text).toContain('Xã Đắk Đoa & Ia Grai');
      expect(text).toContain('=1+2');
      expect(text).not.toContain('Mã nhận diện');
    });
  },
);
