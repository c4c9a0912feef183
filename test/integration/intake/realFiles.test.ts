import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { readWorkbook } from '../../../shared/intake/readWorkbook.ts';
import type { SheetReading } from '../../../shared/intake/reading.ts';

const REAL = path.resolve(import.meta.dirname, '../../../../shared/data/real');

async function readingsOf(folder: string, name: string): Promise<SheetReading[]> {
  const opened = await openWorkbook(readFileSync(path.join(REAL, folder, name)), name);
  if (!opened.ok) throw new Error(opened.error.code);
  return readWorkbook(opened.value, { file: `${folder}/${name}` });
}

const filesIn = (folder: string): string[] =>
  existsSync(path.join(REAL, folder)) ? readdirSync(path.join(REAL, folder)).toSorted() : [];

describe.skipIf(!existsSync(REAL))('real files (needs the shared data folder)', () => {
  test.each([
    ['danh-sach-tthc-BoCongAn.xlsx', 339],
    ['danh-sach-tthc-BoTaiChinh.xlsx', 706],
    ['danh-sach-tthc-BoTuPhap.xlsx', 271],
    ['danh-sach-tthc-NongNghiepvaMoiTruong.xlsx', 537],
  ])('portal export %s holds %i procedures below header row 2', async (name, rows) => {
    const [reading] = await readingsOf('portal-exports', name);
    expect([reading!.verdict, reading!.dataset, reading!.rows, reading!.header]).toEqual([
      'recognised',
      'procedures',
      rows,
      { firstRow: 2, lastRow: 2 },
    ]);
    expect(reading!.questions).toEqual([]);
  });

  test.each([['qt2.xlsx'], ['qt3.xlsx'], ['qt5.xlsx'], ['qt7.xlsx']])(
    'workflow workbook %s: steps and transitions below header row 5, the procedure named above',
    async (name) => {
      const readings = await readingsOf('workflows', name);
      expect(readings.map(({ sheet, dataset, header }) => [sheet, dataset, header])).toEqual([
        ['QuyTrinh', 'workflows', { firstRow: 5, lastRow: 5 }],
        ['LuanChuyen', 'transitions', { firstRow: 5, lastRow: 5 }],
      ]);
      for (const reading of readings) {
        expect(reading.titleFacts).toContainEqual(
          expect.objectContaining({ label: 'Gắn vào TTHC', field: 'ma_tthc', cell: 'B3' }),
        );
      }
    },
  );

  test('no report template is taken for a catalogue', async () => {
    const recognised: string[] = [];
    for (const name of filesIn('report-templates')) {
      for (const { verdict, sheet } of await readingsOf('report-templates', name)) {
        if (verdict === 'recognised') recognised.push(`${name} ${sheet}`);
      }
    }
    expect(recognised).toEqual([]);
  });

  test('old lists of administrative units are recognised as units', async () => {
    const kinds = new Set();
    for (const name of filesIn('admin-units-xls')) kinds.add((await readingsOf('admin-units-xls', name))[0]!.dataset);
    expect([...kinds]).toEqual(['units']);
  });
});

const CORPORA = path.resolve(REAL, '../corpora');

test.skipIf(!existsSync(CORPORA))(
  "no workbook of other projects' test suites is taken for a catalogue (needs the shared data folder)",
  async () => {
    const recognised: string[] = [];
    for (const name of readdirSync(CORPORA, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:xlsx|xls|csv)$/.test(name)) continue;
      const opened = await openWorkbook(readFileSync(path.join(CORPORA, name)), name);
      if (!opened.ok) continue;
      for (const reading of readWorkbook(opened.value, { file: name })) {
        if (reading.verdict === 'recognised') recognised.push(`${name} ${reading.sheet} ${reading.dataset}`);
      }
    }
    expect(recognised).toEqual([]);
  },
  300_000,
);
