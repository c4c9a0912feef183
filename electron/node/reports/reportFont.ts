import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FONT_FILES, fontFace } from '../../../shared/reports/pages/paperFont.ts';

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
  for (const file of FONT_FILES) {
    const data = await fontData(path.join(folder, file.name));
    if (data === null) return null;
    faces.push(fontFace(file, `data:font/woff2;base64,${data}`));
  }
  return faces.join('');
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
