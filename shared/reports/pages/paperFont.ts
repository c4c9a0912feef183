/** One file of the bundled font: a face of Tinos, and the letters that its publisher cut into it. */
export interface FontFile {
  readonly name: string;
  readonly weight: 400 | 700;
  readonly style: 'normal' | 'italic';
  /** As `unicode-range` of a style sheet. */
  readonly letters: string;
}

const SUBSETS = {
  vietnamese:
    'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB',
  'latin-ext':
    'U+0100-0101, U+0104-010F, U+0112-0127, U+012A-0167, U+016A-019F, U+01A2-01AE, U+01B1-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1E9F, U+20A0-20AA, U+20AD-20C0, U+2113',
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
} as const;

/** Files of Tinos (package `@fontsource/tinos`) that papers are drawn with. */
export const FONT_FILES: readonly FontFile[] = Object.entries(SUBSETS).flatMap(([subset, letters]) =>
  ([400, 700] as const).flatMap((weight) =>
    (['normal', 'italic'] as const).map((style) => ({
      name: `tinos-${subset}-${weight}-${style}.woff2`,
      weight,
      style,
      letters,
    })),
  ),
);

/** The `@font-face` rule of a file.
 *  @param address  where it is loaded from, a `data:` address of it too */
export const fontFace = ({ weight, style, letters }: FontFile, address: string): string =>
  `@font-face { font-family: Tinos; font-weight: ${weight}; font-style: ${style}; src: url(${address}) format('woff2'); unicode-range: ${letters}; }\n`;
