import { SHEETS, type Sheet, type SheetName } from '../../../../shared/reports/pages/sheets.ts';
import { GAP, PIXELS_PER_MILLIMETRE, printedHeight } from './sheetsOnScreen.ts';

/** Draws the sheets under a page that was written, with what the printer adds to the text.
 *  @param nameOf  what a sheet is called on the desk, as the print dialog counts it
 *  @returns how many there are; null in a browser that cannot set them */
export function drawSheets(page: Document, nameOf: (sheet: number, count: number) => string): number | null {
  page.querySelector('.desk')?.remove();
  if (!CSS.supports('column-wrap', 'wrap')) return null;
  const parts = [...page.querySelectorAll<HTMLElement>('.paper')];
  page.body.style.setProperty('--lost', `${1 - borderOf(page)}px`);
  const desk = page.createElement('div');
  desk.className = 'desk';
  desk.ariaHidden = 'true';
  const counts = parts.map(sheetsOf);
  const total = counts.reduce((sum, count) => sum + count, 0);
  let before = 0;
  for (const [at, part] of parts.entries()) {
    // Lists count their pages anew, annexes go on.
    const isOwn = part.dataset['sheet'] === 'list';
    for (let index = 0; index < counts[at]!; index += 1) {
      const number = before + index + 1;
      desk.append(drawnSheet(page, part, index, isOwn ? index + 1 : number, nameOf(number, total)));
    }
    before += counts[at]!;
  }
  page.body.prepend(desk);
  return total;
}

/** The sheet of a part. */
const sheetOf = (part: HTMLElement): Sheet => SHEETS[part.dataset['sheet'] as SheetName];

/** From the top of one sheet to the top of the next. */
const pitchOf = (sheet: Sheet): number =>
  printedHeight(sheet) + (sheet.top + sheet.bottom) * PIXELS_PER_MILLIMETRE + GAP;

function sheetsOf(part: HTMLElement): number {
  const sheet = sheetOf(part);
  const pitch = pitchOf(sheet);
  return Math.round((part.offsetHeight + pitch - printedHeight(sheet)) / pitch);
}

/** Width of a table's lines, in pixels. */
function borderOf(page: Document): number {
  const cell = page.querySelector('.paper table:not([role]) :is(th, td)');
  const width = cell === null ? undefined : page.defaultView?.getComputedStyle(cell).borderTopWidth;
  return width === undefined ? 1 : Number.parseFloat(width);
}

/** A sheet with its number, from the second on, and its foot. */
function drawnSheet(page: Document, part: HTMLElement, index: number, number: number, name: string): HTMLElement {
  const { width, height, top, right, bottom, left, numberSize } = sheetOf(part);
  const drawn = page.createElement('div');
  const add = (className: string, text: string, look: Readonly<Partial<CSSStyleDeclaration>>): void => {
    const added = page.createElement('span');
    added.className = className;
    added.textContent = text;
    Object.assign(added.style, look);
    drawn.append(added);
  };
  Object.assign(drawn.style, {
    left: `${part.offsetLeft - left * PIXELS_PER_MILLIMETRE}px`,
    top: `${part.offsetTop - top * PIXELS_PER_MILLIMETRE + index * pitchOf(sheetOf(part))}px`,
    width: `${width}mm`,
    height: `${height}mm`,
  });
  const sides = { left: `${left}mm`, right: `${right}mm` };
  const { foot } = part.dataset;
  add('name', name, {});
  if (number > 1) add('', String(number), { ...sides, top: '0', height: `${top}mm`, fontSize: `${numberSize}pt` });
  if (foot !== undefined) add('foot', foot, { ...sides, bottom: '0', height: `${bottom}mm` });
  return drawn;
}
