import { FONT_FILES, fontFace } from '../../../../shared/reports/pages/paperFont.ts';

const FOLDER = '../../../../node_modules/@fontsource/tinos/files/';

/** Addresses of the font's files beside the screen, by where they come from. */
const ADDRESSES = import.meta.glob<string>(
  '../../../../node_modules/@fontsource/tinos/files/tinos-{vietnamese,latin,latin-ext}-{400,700}-{normal,italic}.woff2',
  { eager: true, query: '?url', import: 'default' },
);

/** `@font-face` rules of the font that PDFs embed, as files of the screen: its policy lets a frame load no other. */
export const paperFontFaces = (): string =>
  FONT_FILES.map((file) =>
    fontFace(file, new URL(ADDRESSES[`${FOLDER}${file.name}`] ?? '', document.baseURI).href),
  ).join('');
