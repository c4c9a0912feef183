import { cleanText, searchKey } from '../domain/vietnameseText.ts';
import type { ListRow } from './listRow.ts';

/** Roles that can be granted on one system, or on any of them (`system` is then ''). */
export interface SystemRoles {
  readonly system: string;
  /** Names as listed, each once. */
  readonly names: readonly string[];
  /** Whether a name is one of them; case, diacritics and punctuation do not count. */
  has(name: string): boolean;
}

/** List of roles per system, as the system's operator hands it out. */
export interface RoleIndex {
  /** All roles, whatever the system. */
  readonly all: SystemRoles;
  /** Roles of a system by its name; undefined when the list does not know the system. */
  ofSystem(name: string): SystemRoles | undefined;
}

/** Indexes a list of roles. @param rows  `vai_tro`, and `he_thong` where roles belong to one system; a role without a
 *  system may be granted on every one */
export function indexRoles(rows: readonly ListRow[]): RoleIndex {
  const named = rows.filter(({ vai_tro }) => searchKey(vai_tro ?? '') !== '');
  const everywhere = named.filter(({ he_thong }) => searchKey(he_thong ?? '') === '');
  const systems = Map.groupBy(
    named.filter((row) => !everywhere.includes(row)),
    ({ he_thong }) => searchKey(he_thong!),
  );
  const bySystem = new Map(
    [...systems].map(([key, own]) => [key, rolesOf(cleanText(own[0]!.he_thong!), [...own, ...everywhere])]),
  );
  const all = rolesOf('', named);
  return {
    all,
    ofSystem: (name) => bySystem.get(searchKey(name)) ?? (systems.size === 0 ? all : undefined),
  };
}

function rolesOf(system: string, rows: readonly ListRow[]): SystemRoles {
  const names = new Map<string, string>();
  for (const { vai_tro } of rows) {
    const key = searchKey(vai_tro!);
    if (!names.has(key)) names.set(key, cleanText(vai_tro!));
  }
  return { system, names: [...names.values()], has: (name) => names.has(searchKey(name)) };
}
