import { isNationalCode, rebuildFromNumber } from '../domain/procedureCode.ts';
import { fail, succeed, type Result } from '../result.ts';
import { assembleCatalogue, type CatalogueOptions } from './assembleCatalogue.ts';
import type { CatalogueSnapshot } from './catalogue.ts';
import { catalogueColumns, isCatalogueHeader } from './catalogueColumns.ts';
import { draftsOfTable } from './catalogueRows.ts';
import type { ProcedureDraft } from './procedureDraft.ts';
import type { ReferenceTable } from './referenceTable.ts';

/** Makes a snapshot of recognised sheets: the portal's own export (list facts only), a full list, or several of both.
 *  Errors: `reference.notACatalogue` (file) for a table without code, name and a third column, or whose codes are not
 *  national ones; `reference.empty` when there is no table. */
export function catalogueFromTables(
  tables: readonly ReferenceTable[],
  options: CatalogueOptions,
): Result<CatalogueSnapshot> {
  const drafts: ProcedureDraft[] = [];
  for (const table of tables) {
    const rows = readCatalogueTable(table);
    if (!rows.ok) return rows;
    for (const row of rows.value) drafts.push(row);
  }
  return drafts.length === 0 ? fail('reference.empty') : succeed(assembleCatalogue(drafts, options));
}

/** Reads one sheet of a national list. Errors: `reference.notACatalogue` (file). */
export function readCatalogueTable(table: ReferenceTable): Result<ProcedureDraft[]> {
  if (!isCatalogueHeader(catalogueColumns(table.headings)))
    return fail('reference.notACatalogue', { file: table.file });
  const drafts = draftsOfTable(table);
  return holdsNationalCodes(drafts) ? succeed(drafts) : fail('reference.notACatalogue', { file: table.file });
}

/** An agency's own list has local codes, a report template has none: at least half must be national. */
function holdsNationalCodes(drafts: readonly ProcedureDraft[]): boolean {
  const codes = drafts.map((draft) => draft.ma_tthc).filter((code) => code !== '');
  const national = codes.filter((code) => isNationalCode(code) || rebuildFromNumber(code).length === 1).length;
  return national > 0 && national * 2 >= codes.length;
}
