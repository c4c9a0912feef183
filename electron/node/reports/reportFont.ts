import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FACES = [
  { weight: 400, style: 'normal' },
  { weight: 700, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 700, style: 'italic' },
] as const;

/** Subsets of the font and the letters each is asked for, as its publisher cuts them. */
const SUBSETS = {
  vietnamese:
    'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB',
  'latin-ext':
    'U+0100-0101, U+0104-010F, U+0112-0127, U+012A-0167, U+016A-019F, U+01A2-01AE, U+01B1-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1E9F, U+20A0-20AA, U+20AD-20C0, U+2113',
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
} as const;

/** `@font-face` rules of Tinos with the font itself inside, for pages that load nothing. '' where the font is not at hand:
 *  pages then use the Times New Roman of the computer. It is looked for in the package `@fontsource/tinos`, and, for a
 *  program that was bundled, in a folder `fonts` beside the bundle or above it.
 *  @param folders  where to look instead */
export async function reportFontFaces(folders: readonly string[] = fontFolders()): Promise<string> {
  for (const folder of folders) {
    const faces = await facesIn(folder);
    if (faces !== null) return faces;
  }
  return '';
}

async function facesIn(folder: string): Promise<string | null> {
  const faces: string[] = [];
  for (const { weight, style } of FACES) {
    for (const [subset, letters] of Object.entries(SUBSETS)) {
      const data = await fontData(path.join(folder, `tinos-${subset}-${weight}-${style}.woff2`));
      if (data === null) return null;
      faces.push(
        `@font-face { font-family: Tinos; font-weight: ${weight}; font-style: ${style}; src: url(data:font/woff2;base64,${data}) format('woff2'); unicode-range: ${letters}; }`,
      );
    }
  }
  return `${faces.join('\n')}\n`;
}

function fontFolders(): readonly string[] {
  const beside = [path.join(import.meta.dirname, 'fonts'), path.join(import.meta.dirname, '..', 'fonts')];
  try {
    const file = import.meta.resolve('@fontsource/tinos/files/tinos-latin-400-normal.woff2');
    return [path.dirname(fileURLToPath(file)), ...beside];
  } catch {
    // Not installed as a package: a bundle has it beside itself, or nobody has it.
    return beside;
  }
}

async function fontData(file: string): Promise<string | null> {
  try {
    return (await readFile(file)).toString('base64');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
