/** Row (1-based) and column (0-based) of an address such as `C12`; null for anything else. */
export function parseCellAddress(address: string): { readonly row: number; readonly column: number } | null {
  const found = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address);
  if (found === null) return null;
  const column = [...found[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(found[2]), column };
}
