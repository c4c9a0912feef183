import { AgencyDirectory } from '../../../shared/intake/agencyDirectory.ts';
import type { AgencyRef } from '../../../shared/table/table.ts';
import { agencyOf, type RoundFile } from './roundFiles.ts';

/** The agencies of a round by their ids, each under one name: the one that a person gave it, else the fullest that its
 *  files have. It hangs on the files alone, not on the order in which they came. */
export function agencyNames(files: readonly RoundFile[]): ReadonlyMap<string, AgencyRef> {
  const said = new AgencyDirectory();
  const found = new AgencyDirectory();
  const names = new Map<string, AgencyRef>();
  for (const file of files) {
    const named = agencyOf(file);
    if (named !== null) names.set(named.id, said.of(named));
  }
  for (const { agency, readings } of files) {
    if (agency !== null) continue;
    for (const { tables } of readings) {
      for (const table of tables) {
        const { id } = table.agency;
        const one = found.of(table.agency);
        if (!names.has(id)) names.set(id, one);
      }
    }
  }
  return names;
}
