import { FindingLog } from '../../../shared/engine/findingLog.ts';
import { SheetFindings } from '../../../shared/engine/sheetFindings.ts';
import type { Check } from '../../../shared/reports/check.ts';

/** A check as if only some agencies had been in it: their files, tables and findings, with what waivers cover of them.
 *  @param agencies  ids; left out: all */
export function onlyAgencies(check: Check, agencies: readonly string[] | undefined): Check {
  if (agencies === undefined) return check;
  const wanted = new Set(agencies);
  const { log } = check.result;
  const sheets = log.sheets.flatMap((sheet) => {
    const own = sheet.pieces.filter(({ table }) => wanted.has(table.agency.id));
    if (own.length === sheet.pieces.length) return [sheet];
    return own.length === 0 ? [] : [new SheetFindings(own)];
  });
  const files = check.files
    .map((file) => ({
      ...file,
      readings: file.readings.map((reading) => ({
        ...reading,
        tables: reading.tables.filter(({ agency }) => wanted.has(agency.id)),
      })),
    }))
    .filter(({ readings }) => readings.some(({ tables }) => tables.length > 0));
  return { ...check, files, result: { ...check.result, log: new FindingLog(sheets, log, log.peers) } };
}
