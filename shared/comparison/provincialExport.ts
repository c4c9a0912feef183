import { confirmReading, readWorkbook } from '../intake/readWorkbook.ts';
import { fail, succeed, type Result } from '../result.ts';
import { columnOf, rowCount, type Table } from '../table/table.ts';
import type { Workbook } from '../table/sheet.ts';

/** The tables of an export of the province's system. It is read as agencies' files are; but whoever brings it says what it
 *  is, so a sheet that intake is unsure of is taken for what it most looks like. Errors: `comparison.notAnExport` when no
 *  sheet holds procedure codes under a header. */
export function readProvincialExport(workbook: Workbook, file: string): Result<readonly Table[]> {
  const readings = readWorkbook(workbook, { file });
  const tables = readings.flatMap((reading, index): readonly Table[] => {
    const sheet = workbook.sheets[index];
    if (reading.tables.length > 0 || sheet === undefined || reading.header === null || reading.dataset === null) {
      return reading.tables;
    }
    const confirmed = confirmReading(sheet, { header: reading.header, dataset: reading.dataset }, { file });
    return confirmed.ok ? confirmed.value.tables : [];
  });
  const listing = tables.filter((table) => columnOf(table, 'ma_tthc') !== undefined && rowCount(table) > 0);
  return listing.length === 0 ? fail('comparison.notAnExport', { file }) : succeed(listing);
}
