import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSpreadsheet } from '../../../electron/node/fileReading.ts';
import { ReadingPool } from '../../../electron/node/readingPool.ts';
import { cellsOf } from '../../unit/spreadsheet/opened.ts';
import { buildXlsx } from '../../workbooks.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(shown: string, content: string | Uint8Array): { path: string; shown: string } {
  const file = path.join(folder, shown);
  writeFileSync(file, content);
  return { path: file, shown };
}

const book = buildXlsx({
  sheets: [
    {
      name: 'Một',
      rows: [
        ['Mã TTHC', 'Ngày'],
        ['1.000123', { value: 46_000, format: 'dd/mm/yyyy' }],
      ],
      merges: ['A3:B3'],
    },
    {
      name: 'Hai',
      rows: [
        ['a', null, null, 'd'],
        [true, 1.5],
      ],
      hiddenRows: [2],
    },
  ],
});

describe('files read in another thread', () => {
  test('are the same as files read here: sheets, cells, merges, hidden rows', async () => {
    await using pool = new ReadingPool({ workers: 1 });
    for (const file of [put('a.xlsx', book), put('b.csv', 'Mã;Tên\n1.000123;"Đăng ký; khai sinh"\n')]) {
      const [there, here] = [await pool.read(file), await readSpreadsheet(file)];
      expect({ bytes: there.bytes, sha256: there.sha256 }).toEqual({ bytes: here.bytes, sha256: here.sha256 });
      if (!there.opened.ok || !here.opened.ok) throw new Error('not read');
      const content = (workbook: typeof here.opened.value): unknown =>
        workbook.sheets.map((sheet) => [sheet.name, sheet.merges, sheet.hiddenRows, sheet.visibility, cellsOf(sheet)]);
      expect(content(there.opened.value)).toEqual(content(here.opened.value));
    }
  });

  test('come back in whatever order they are asked for, with several workers', async () => {
    await using pool = new ReadingPool({ workers: 2 });
    const files = Array.from({ length: 9 }, (_, index) => put(`f${index}.csv`, `a;b\n${index};x\n`));
    const contents = await Promise.all(files.map((file) => pool.read(file)));
    expect(
      contents.map(({ opened }) => (opened.ok ? opened.value.sheets[0]!.dictionary.cell(3).text : opened.error.code)),
    ).toEqual(files.map((_, index) => String(index)));
  });

  test('a file that is refused or missing does not stop the next', async () => {
    await using pool = new ReadingPool({ workers: 1 });
    const codes: string[] = [];
    for (const file of [
      put('rong.xlsx', ''),
      { path: path.join(folder, 'khong-co.xlsx'), shown: 'khong-co.xlsx' },
      put('tot.xlsx', book),
    ]) {
      const { opened } = await pool.read(file);
      codes.push(opened.ok ? 'read' : opened.error.code);
    }
    expect(codes).toEqual(['file.empty', 'file.unreadable', 'read']);
  });

  test('a worker over its time is killed: its file is named, and the pool still answers', async () => {
    await using pool = new ReadingPool({ workers: 1, maxMilliseconds: 1 });
    for (const shown of ['cham-1.xlsx', 'cham-2.xlsx']) {
      const { opened } = await pool.read(put(shown, book));
      expect(opened).toMatchObject({ ok: false, error: { code: 'file.tooSlow', params: { file: shown } } });
    }
  });

  test('a worker over its memory dies alone', async () => {
    await using pool = new ReadingPool({ workers: 1, maxHeapMegabytes: 4 });
    const { opened } = await pool.read(put('nang.xlsx', book));
    expect(opened).toMatchObject({ ok: false, error: { code: 'file.tooLarge.memory' } });
  });

  test('a worker that ends by itself is named, too, and the next one reads on', async () => {
    // A limit that is no number: the reader itself fails over it, as over a slip of its own.
    await using pool = new ReadingPool({ workers: 1, read: { maxFileBytes: 1n as unknown as number } });
    for (const shown of ['loi-1.xlsx', 'loi-2.xlsx']) {
      const { opened } = await pool.read(put(shown, book));
      expect(opened).toMatchObject({ ok: false, error: { code: 'file.readerStopped', params: { file: shown } } });
    }
  });

  test('files that were given to a worker behind the one that ended it still get answers of their own', async () => {
    await using pool = new ReadingPool({ workers: 1, read: { maxFileBytes: 1n as unknown as number } });
    const names = ['sau-1.xlsx', 'sau-2.xlsx', 'sau-3.xlsx'];
    const contents = await Promise.all(names.map((shown) => pool.read(put(shown, book))));
    expect(contents.map(({ opened }) => (opened.ok ? 'read' : opened.error.params['file']))).toEqual(names);
  });
});
