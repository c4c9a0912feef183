import type { LegacyEncoding } from './legacyEncoding.ts';

/** What the name of a font says about the text that wears it. */
export interface LegacyFont {
  readonly encoding: LegacyEncoding;
  /** The font draws small letters as capitals, so `§¬n` in it reads ĐƠN. */
  readonly showsCapitals: boolean;
}

// Names as the font families were shipped: `.VnTime`, `.VnArialH` (ABC, TCVN3), `VNI-Times`, `VNI-Helve-Condense`,
// `VPS Times`. Only TCVN3 has fonts for capitals: it has no codes for capitals with tone marks (TCVN 5712:1993).
const FAMILIES: readonly (readonly [name: RegExp, encoding: LegacyEncoding])[] = [
  [/^\.vn/i, 'tcvn3'],
  [/^vni[- ]/i, 'vni'],
  [/^vps[- ]/i, 'vps'],
];

/** The encoding that a font name such as `.VnTimeH` or `VNI-Times` tells; undefined for a font of Unicode. */
export function legacyFontOf(name: string): LegacyFont | undefined {
  const family = FAMILIES.find(([pattern]) => pattern.test(name));
  return family && { encoding: family[1], showsCapitals: family[1] === 'tcvn3' && name.trimEnd().endsWith('H') };
}
