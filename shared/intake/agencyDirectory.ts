import type { AgencyRef } from '../table/table.ts';

/** The agencies of a round, one object each. Several files may name an agency differently; all its tables carry the
 *  fullest name that was seen: with diacritics before without, then the longer. A folder name without diacritics gives way
 *  to the letterhead of the file beside it, even one that is read later. */
export class AgencyDirectory {
  readonly #agencies = new Map<string, { id: string; name: string }>();

  /** The round's own object for an agency. */
  of({ id, name }: AgencyRef): AgencyRef {
    const known = this.#agencies.get(id);
    if (known === undefined) {
      const agency = { id, name };
      this.#agencies.set(id, agency);
      return agency;
    }
    if (isFuller(name, known.name)) known.name = name;
    return known;
  }
}

function isFuller(name: string, than: string): boolean {
  const marked = (text: string): boolean => /[^ -~]/.test(text);
  if (marked(name) !== marked(than)) return marked(name);
  return name.length > than.length || (name.length === than.length && name < than);
}
