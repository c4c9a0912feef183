import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadReference } from '../../../electron/node/referenceFile.ts';
import type { CatalogueSnapshot, NationalProcedure, RecordDoubt } from '../../../shared/reference/catalogue.ts';
import { compareKey } from '../../../shared/domain/vietnameseText.ts';
import { indexProcedures } from '../../../shared/reference/procedureIndex.ts';
import { selfCheckReport } from '../../../shared/reference/selfCheck.ts';

const DATA = path.resolve(import.meta.dirname, '../../../../shared/data');
const CSV = path.join(DATA, 'reference/national_catalogue_2026-07.csv');
const JSONL = path.join(DATA, 'reference/national_catalogue_2026-07.jsonl');
const EXPORTS = ['BoCongAn', 'BoTaiChinh', 'BoTuPhap', 'NongNghiepvaMoiTruong'].map((ministry) =>
  path.join(DATA, `real/portal-exports/danh-sach-tthc-${ministry}.xlsx`),
);
const missing = ![CSV, JSONL, ...EXPORTS].every(existsSync);
const LONG = 120_000;

async function load(...files: string[]): Promise<CatalogueSnapshot> {
  const loaded = await loadReference(files);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}
const countDoubts = (snapshot: CatalogueSnapshot): Partial<Record<RecordDoubt, number>> => {
  const counts: Partial<Record<RecordDoubt, number>> = {};
  for (const { doubt } of selfCheckReport(snapshot)) counts[doubt] = (counts[doubt] ?? 0) + 1;
  return counts;
};

test.skipIf(missing)(
  'the portal exports and the full CSV give the same list facts (needs the shared data folder)',
  async () => {
    const exported = await load(...EXPORTS);
    const full = await load(CSV);
    expect(full.procedures).toHaveLength(1853);
    const facts = ({ ma_tthc, ten_tthc, co_quan_cong_bo }: NationalProcedure) => ({
      ma_tthc,
      ten_tthc,
      co_quan_cong_bo,
    });
    expect(exported.procedures.map(facts)).toEqual(full.procedures.map(facts));
    // Six export cells hold the sector twice, or a former one beside it; every other is equal.
    const sectorsDiffer = exported.procedures.filter(
      (record, at) =>
        !record.linh_vuc.some((sector) =>
          full.procedures[at]!.linh_vuc.some((other) => compareKey(other) === compareKey(sector)),
        ),
    );
    expect(sectorsDiffer).toEqual([]);
    expect(full.date).toBe('2026-07-01');
  },
  LONG,
);

test.skipIf(missing)(
  'one catalogue out of all three forms has each code once (needs the shared data folder)',
  async () => {
    const merged = await load(...EXPORTS, CSV, JSONL);
    const alone = await load(JSONL);
    expect(merged.procedures).toHaveLength(1853);
    expect(merged.procedures.filter((record) => record.doubts.includes('duplicateCode'))).toEqual([]);
    expect(merged.procedures.map((record) => record.channels.length)).toEqual(
      alone.procedures.map((record) => record.channels.length),
    );
  },
  LONG,
);

test.skipIf(missing)(
  'the id does not depend on the order of the files (needs the shared data folder)',
  async () => {
    const forward = await load(...EXPORTS);
    const backward = await load(...EXPORTS.toReversed());
    expect(backward.id).toBe(forward.id);
  },
  LONG,
);

test.skipIf(missing)(
  'the self-check finds what is known of these records (needs the shared data folder)',
  async () => {
    const listed = countDoubts(await load(...EXPORTS));
    expect(listed.agencyEmpty).toBe(409);
    const detailed = await load(JSONL);
    expect(countDoubts(detailed)).toMatchObject({ feeBelowThousand: 36, detailOfOtherProcedure: 17 });
    expect(detailed.procedures.filter((record) => !record.hasDetail)).toHaveLength(17);
  },
  LONG,
);

test.skipIf(missing)(
  'a real name is found as people type it (needs the shared data folder)',
  async () => {
    const index = indexProcedures(await load(CSV));
    const best = (name: string): string | undefined => index.byName(name, 5)[0]?.procedure.ma_tthc;
    expect(index.byCode('1.002755')?.ten_tthc).toBe('Gia hạn tạm trú');
    expect(index.byCode('9.999999')).toBeUndefined();
    expect(best('gia han tam tru')).toBe('1.002755');
    expect(best('Đăng kí kêt hôn')).toBe('1.000894');
    expect(best('THỦ TỤC ĐĂNG KÝ KẾT HÔN')).toBe('1.000894');
  },
  LONG,
);

const OTHERS = ['real/report-templates', 'real/workflows', 'real/admin-units-xls'].map((folder) =>
  path.join(DATA, folder),
);

test.skipIf(!OTHERS.every(existsSync))(
  'reports, workflows and unit lists are no catalogue (needs the shared data folder)',
  async () => {
    const files = OTHERS.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)));
    const refusals = await Promise.all(files.map((file) => loadReference([file])));
    expect(refusals).toEqual(
      files.map((file) => ({
        ok: false,
        error: { code: 'reference.notACatalogue', params: { file: path.basename(file) } },
      })),
    );
  },
  LONG,
);
