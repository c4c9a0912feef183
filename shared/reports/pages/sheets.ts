/** The font of papers. The bundled one comes first: so the same page comes out of every machine. */
export const PAPER_FONT = `Tinos, 'Times New Roman', serif`;

/** An A4 sheet: lengths in millimetres, the size of its page number in points. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly numberSize: number;
}

/** The sheets that papers are drawn on (figures of NĐ 30/2020/NĐ-CP, Phụ lục I); a part of a page (`.paper`) names its own as
 *  `data-sheet`. Printing and the preview both take them from here. */
export const SHEETS = {
  upright: { width: 210, height: 297, top: 20, right: 15, bottom: 20, left: 30, numberSize: 13 },
  wide: { width: 297, height: 210, top: 20, right: 15, bottom: 15, left: 20, numberSize: 13 },
  list: { width: 297, height: 210, top: 18, right: 12, bottom: 15, left: 15, numberSize: 12 },
} as const satisfies Readonly<Record<string, Sheet>>;
export type SheetName = keyof typeof SHEETS;

/** Size of the line at the foot of a list's pages, in points. */
export const FOOT_SIZE = 9;

/** Size and margins of a sheet as declarations of an `@page` rule. */
export const sheetBox = ({ width, height, top, right, bottom, left }: Sheet): string =>
  `size: A4 ${width > height ? 'landscape' : 'portrait'}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;`;

/** Text as a string of a style sheet: whatever stands in it, it ends neither the string nor the style element. */
export const styleString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ]/gu, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `)}"`;
