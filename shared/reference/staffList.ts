import { parseCitizenId } from '../domain/citizenId.ts';
import { searchKey } from '../domain/vietnameseText.ts';
import type { ListRow } from './listRow.ts';

/** Current staff of the agencies of a round. */
export interface StaffIndex {
  /** Whether somebody is on the list: by the digits of the citizen id where both sides have one, else by name.
   *  @param id  twelve digits, or '' when it is not known */
  employs(id: string, name: string): boolean;
}

/** Indexes a staff list. @param rows  `ho_ten`, and `cccd` where it is listed */
export function indexStaff(rows: readonly ListRow[]): StaffIndex {
  const ids = new Set<string>();
  const names = new Set<string>();
  /** Names listed at least once without a readable id. */
  const namesWithoutId = new Set<string>();
  for (const { ho_ten, cccd } of rows) {
    const id = parseCitizenId(cccd ?? '');
    const name = searchKey(ho_ten ?? '');
    if (id.ok) ids.add(id.value.digits);
    else if (name !== '') namesWithoutId.add(name);
    if (name !== '') names.add(name);
  }
  return {
    employs: (id, name) => {
      if (id !== '' && ids.has(id)) return true;
      return (id === '' ? names : namesWithoutId).has(searchKey(name));
    },
  };
}
