import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSpreadsheet } from '../../../electron/node/fileReading.ts';
import type { FoundFile } from '../../../electron/node/inputFiles.ts';
import { ReadingPool } from '../../../electron/node/readingPool.ts';
import { layoutOf, mappingOf, type SavedMapping } from '../../../shared/intake/savedMapping.ts';
import { readWorkbook } from '../../../shared/intake/readWorkbook.ts';
import type { SheetReading } from '../../../shared/intake/reading.ts';
import { buildXlsx } from '../../workbooks.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-understanding-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(shown: string, content: string | Uint8Array): FoundFile {
  const file = path.join(folder, shown);
  writeFileSync(file, content);
  return { path: file, shown };
}

/** A reading with its cells written out. */
const contentOf = (reading: SheetReading): unknown => ({
  ...reading,
  tables: reading.tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => ({
      field: column.field,
      heading: column.heading,
      cells: Array.from(column.codes, (_, row) => [column.at(row), column.sheetColumnAt(row)]),
    })),
  })),
});

const book = buildXlsx({
  sheets: [
    {
      name: 'Danh mục',
      rows: [
        ['SỞ TƯ PHÁP TỈNH AN GIANG'],
        ['STT', 'Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Ngày quyết định'],
        [1, '1.001193', 'Đăng ký khai sinh', 'Hộ tịch', { value: 46_000, format: 'dd/mm/yyyy' }],
        [2, 1.001194, 'Đăng ký kết hôn', 'Hộ tịch', '15/03/2026'],
      ],
    },
    { name: 'Ghi chú', rows: [['Người lập', 'Nguyễn Văn An']] },
    { name: 'Trống', rows: [] },
  ],
});

async function readHere(file: FoundFile, mappings: readonly SavedMapping[] = []): Promise<SheetReading[]> {
  const { opened } = await readSpreadsheet(file);
  if (!opened.ok) throw new Error('not read');
  return readWorkbook(opened.value, { file: file.shown, mappings });
}

describe('files understood in another thread', () => {
  test('give the same readings and tables as files understood here', async () => {
    await using pool = new ReadingPool({ workers: 1 });
    const file = put('danh-muc.xlsx', book);
    const { opened, bytes } = await pool.understand(file, []);
    if (!opened.ok) throw new Error('not understood');
    expect(opened.value.readings.map(contentOf)).toEqual((await readHere(file)).map(contentOf));
    expect([opened.value.format, bytes]).toEqual(['xlsx', book.length]);
  });

  test('follow the layouts that a user has confirmed', async () => {
    await using pool = new ReadingPool({ workers: 1 });
    const file = put('da-xac-nhan.xlsx', book);
    const [reading] = await readHere(file);
    const saved = mappingOf(reading!)!;
    const columns = saved.columns.map((column) => (column.field === 'linh_vuc' ? { ...column, field: null } : column));
    const { opened } = await pool.understand(file, [{ ...saved, columns }]);
    if (!opened.ok) throw new Error('not understood');
    const [confirmed] = opened.value.readings;
    expect(layoutOf(confirmed!)).toBe(saved.layout);
    expect(confirmed!.columns.map(({ field, evidence }) => [field, evidence])).toEqual([
      ['stt', 'saved'],
      ['ma_tthc', 'saved'],
      ['ten_tthc', 'saved'],
      [null, null],
      ['ngay_quyet_dinh', 'saved'],
    ]);
  });

  test('that cannot be read are named with the reason, like those only opened', async () => {
    await using pool = new ReadingPool({ workers: 1 });
    const file = put('rong.xlsx', '');
    expect(await pool.understand(file, [])).toEqual(await pool.read(file));
  });
});
