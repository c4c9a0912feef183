import { logOf } from '../../../shared/engine/findingLog.ts';
import type { LoggedFinding } from '../../../shared/engine/findingLog.ts';
import type { Check } from '../../../shared/reports/check.ts';

/** A check as if only some agencies had been in it: their files, tables and findings. @param agencies  ids; left out: all */
export function onlyAgencies(check: Check, agencies: readonly string[] | undefined): Check {
  if (agencies === undefined) return check;
  const wanted = new Set(agencies);
  const { log } = check.result;
  function* own(): Generator<LoggedFinding, void, undefined> {
    for (let index = 0; index < log.size; index += 1) {
      const finding = log.at(index);
      if (wanted.has(finding.table.agency.id)) yield finding;
    }
  }
  const files = check.files
    .map((file) => ({
      ...file,
      readings: file.readings.map((reading) => ({
        ...reading,
        tables: reading.tables.filter(({ agency }) => wanted.has(agency.id)),
      })),
    }))
    .filter(({ readings }) => readings.some(({ tables }) => tables.length > 0));
  return { ...check, files, result: { ...check.result, log: logOf(own()) } };
}
