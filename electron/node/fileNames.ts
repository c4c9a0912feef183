/** Names Windows keeps for devices, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Longest stem we make: leaves room for a folder path under Windows' 260 characters. */
const MAX_STEM = 80;

/** A file or folder name that Windows accepts, still readable: forbidden and invisible characters become spaces, reserved
 *  names get an underscore, trailing dots and blanks go, long stems are cut before the extension. Vietnamese letters
 *  stay. */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[\u0000-\u001F<>:"/\\|?*\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const [stem, extension] = splitExtension(cleaned);
  // Half a character, cut here or written so, is none that a disk or a link can hold.
  const short = stem
    .slice(0, MAX_STEM)
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[. ]+$/, '');
  return `${short === '' || RESERVED.test(short) ? `_${short}` : short}${extension}`;
}

/** Makes names distinct without regard to case, as Windows compares them: "a.xlsx", "A (2).xlsx". */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const [stem, extension] = splitExtension(name);
    let candidate = name;
    for (let copy = 2; taken.has(candidate.toLowerCase()); copy += 1) candidate = `${stem} (${copy})${extension}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

/** ("Tệp.xlsx") → ["Tệp", ".xlsx"]; only short ASCII endings count as extensions. */
function splitExtension(name: string): readonly [stem: string, extension: string] {
  const [, stem, extension] = /^(.+)(\.[A-Za-z0-9]{1,5})$/.exec(name) ?? [name, name, ''];
  return [stem, extension];
}
