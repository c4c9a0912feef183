import { expect, test } from 'vitest';
import type { CatalogueSnapshot } from '../../../shared/reference/catalogue.ts';
import { compareSnapshots } from '../../../shared/reference/compareSnapshots.ts';
import { catalogueFromTables } from '../../../shared/reference/importCatalogue.ts';

const HEADINGS = ['ma_tthc', 'ten_tthc', 'co_quan_thuc_hien', 'kenh_nop', 'thoi_han_truc_tiep', 'phi_truc_tiep'];

function snapshot(rows: string[][], complete = false): CatalogueSnapshot {
  const table = { file: 'a.csv', sheet: '', headings: HEADINGS, rows, rowNumbers: rows.map((_, at) => at + 2) };
  const catalogue = catalogueFromTables([table], { title: '', date: '', complete });
  if (!catalogue.ok) throw new Error(catalogue.error.code);
  return catalogue.value;
}
const A = ['1.000001', 'Thủ tục A', 'Sở Y tế', 'DIRECT', '3 DAY', '10.000 đồng'];
const B = ['1.000002', 'Thủ tục B', 'Sở Y tế', '', '', ''];

test('equal content has no changes, in whatever order', () => {
  expect(compareSnapshots(snapshot([A, B]), snapshot([B, A]))).toEqual([]);
});

test('each changed fact is told with both texts', () => {
  const now = ['1.000001', 'Thủ tục A mới', 'Sở Y tế', 'DIRECT', '2 DAY', '20.000 đồng'];
  expect(compareSnapshots(snapshot([A]), snapshot([now]))).toEqual([
    {
      kind: 'changed',
      ma_tthc: '1.000001',
      ten_tthc: 'Thủ tục A mới',
      field: 'ten_tthc',
      before: 'Thủ tục A',
      after: 'Thủ tục A mới',
    },
    {
      kind: 'changed',
      ma_tthc: '1.000001',
      ten_tthc: 'Thủ tục A mới',
      field: 'thoi_han',
      before: 'direct: 3 ngày',
      after: 'direct: 2 ngày',
    },
    {
      kind: 'changed',
      ma_tthc: '1.000001',
      ten_tthc: 'Thủ tục A mới',
      field: 'phi_le_phi',
      before: 'direct: 10.000 đồng',
      after: 'direct: 20.000 đồng',
    },
  ]);
});

test('a code that is gone is withdrawn only when the newer list is complete', () => {
  expect(compareSnapshots(snapshot([A, B]), snapshot([A]))).toEqual([
    { kind: 'missing', ma_tthc: '1.000002', ten_tthc: 'Thủ tục B' },
  ]);
  expect(compareSnapshots(snapshot([A, B]), snapshot([A], true))).toMatchObject([{ kind: 'withdrawn' }]);
  expect(compareSnapshots(snapshot([A]), snapshot([A, B]))).toMatchObject([{ kind: 'added', ma_tthc: '1.000002' }]);
});

test('a newer list without details is no change of the details', () => {
  expect(compareSnapshots(snapshot([A]), snapshot([['1.000001', 'Thủ tục A', 'Sở Y tế', '', '', '']]))).toEqual([]);
});
