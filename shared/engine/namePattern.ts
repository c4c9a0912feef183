/** Whether a name fits a pattern in which `*` stands for any text, also none. Case does not count. */
export function fitsPattern(pattern: string, name: string): boolean {
  const text = name.normalize('NFC').toLowerCase();
  const [first, ...rest] = pattern.normalize('NFC').toLowerCase().trim().split('*');
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first!) || !text.endsWith(last) || text.length < first!.length + last.length) return false;
  let at = first!.length;
  const end = text.length - last.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

/** Whether an agency fits one of the patterns, by its id (`so-y-te`) or its name ("Sở Y tế"). */
export const fitsAgency = (
  patterns: readonly string[],
  agency: { readonly id: string; readonly name: string },
): boolean => patterns.some((pattern) => fitsPattern(pattern, agency.id) || fitsPattern(pattern, agency.name));
