import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSpreadsheet } from '../../../electron/node/fileReading.ts';
import { loadReference } from '../../../electron/node/referenceFile.ts';
import { compareLists } from '../../../shared/comparison/compareLists.ts';
import { readProvincialExport } from '../../../shared/comparison/provincialExport.ts';
import { indexProcedures } from '../../../shared/reference/procedureIndex.ts';

const DATA = path.resolve(import.meta.dirname, '../../../../shared/data');
const CATALOGUE = path.join(DATA, 'reference/national_catalogue_2026-07.csv');
const EXPORTS = path.join(DATA, 'real/portal-exports');

test.skipIf(!existsSync(CATALOGUE)).each([
  [CATALOGUE, 1500],
  [path.join(EXPORTS, 'danh-sach-tthc-BoTuPhap.xlsx'), 150],
  [path.join(EXPORTS, 'danh-sach-tthc-BoTaiChinh.xlsx'), 150],
])('real lists that say the same do not differ (needs the shared data folder): %s', async (file, least) => {
  const reference = await loadReference([CATALOGUE]);
  const { opened } = await readSpreadsheet({ path: file, shown: path.basename(file) });
  if (!reference.ok || !opened.ok) throw new Error('the lists were not read');
  const province = readProvincialExport(opened.value, path.basename(file));
  if (!province.ok) throw new Error(province.error.code);
  const { fields, lists, provinceOnly } = compareLists({
    tables: [],
    national: indexProcedures(reference.value),
    province: province.value,
  });
  expect(fields.filter(({ pattern }) => pattern !== 'unclear').map(({ code, field }) => `${code} ${field}`)).toEqual(
    [],
  );
  expect(lists.filter(({ remarks }) => !remarks.includes('notInThisCatalogue'))).toEqual([]);
  expect(provinceOnly).toBeGreaterThan(least);
});
