import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { sampleCatalogueCsv } from '../../../electron/node/sample/sampleCatalogue.ts';
import { sampleRound } from '../../../electron/node/sample/sampleRound.ts';
import type { ProcedureIndex } from '../../../shared/engine/references.ts';
import { assembleCatalogue } from '../../../shared/reference/assembleCatalogue.ts';
import { readCatalogueTable } from '../../../shared/reference/importCatalogue.ts';
import { indexProcedures } from '../../../shared/reference/procedureIndex.ts';
import { referenceTableOf } from '../../../shared/reference/referenceTable.ts';
import type { Round } from '../round.ts';

/** The sample province's national catalogue, read from its own CSV. */
export async function sampleProcedures(): Promise<ProcedureIndex> {
  const file = 'danh-muc-quoc-gia-mau.csv';
  const opened = await openWorkbook(new TextEncoder().encode(sampleCatalogueCsv()), file);
  const table = opened.ok ? referenceTableOf(opened.value.sheets[0]!, file) : null;
  const drafts = table === null ? null : readCatalogueTable(table);
  if (drafts?.ok !== true) throw new Error('the sample catalogue cannot be read');
  return indexProcedures(
    assembleCatalogue(drafts.value, { title: 'Danh mục mẫu', date: '2026-08-28', complete: true }),
  );
}

/** The sample round as its agencies would send it without a single mistake. */
export const sampleCorpus = (procedures: ProcedureIndex): Round => ({
  corpus: 'sample',
  files: sampleRound({ clean: true }).files,
  references: { procedures },
});
