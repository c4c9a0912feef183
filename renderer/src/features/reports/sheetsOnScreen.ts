import { FOOT_SIZE, PAPER_FONT, SHEETS, type Sheet } from '../../../../shared/reports/pages/sheets.ts';

/** Pixels of the desk between two sheets, with the name of the lower one. */
export const GAP = 32;
export const PIXELS_PER_MILLIMETRE = 96 / 25.4;

/** Chromium rounds the part of a sheet that is printed on up to whole pixels (docs/decisions/0008). */
const whole = (millimetres: number): string => `round(up, ${millimetres}mm, 1px)`;
export const printedHeight = ({ height, top, bottom }: Sheet): number =>
  Math.ceil((height - top - bottom) * PIXELS_PER_MILLIMETRE);

/** Each part of a page is set in columns of the size of its sheet, one below the other: the browser then breaks it with the
 *  same code and by the same rules as when it prints. On paper none of this holds. */
const PARTS = Object.entries(SHEETS).map(([name, sheet]: readonly [string, Sheet]) => {
  const { width, height, top, right, bottom, left } = sheet;
  return `html .paper[data-sheet='${name}'] {
    width: ${whole(width - left - right)}; column-height: ${whole(height - top - bottom)};
    row-gap: calc(${top + bottom}mm + ${GAP}px); margin: calc(${top}mm + ${GAP}px) ${right}mm ${bottom}mm ${left}mm;
  }
  @supports not (column-wrap: wrap) {
    html .paper[data-sheet='${name}'] { width: ${width}mm; padding: ${top}mm ${right}mm ${bottom}mm ${left}mm; margin: ${GAP}px 0 0; background: #fff; }
  }`;
});

/** How sheets lie on a desk. */
export const SHEETS_ON_SCREEN = `
.desk { display: none; }
@media screen {
  html:root { background: #d6d6d6; overflow-y: scroll; }
  html > body {
    position: absolute; top: 0; left: 0; isolation: isolate; display: flex; flex-direction: column; align-items: center;
    width: max-content; max-width: none; margin: 0; padding: 0 12px ${GAP}px;
    transform: scale(var(--scale, 1)); transform-origin: 0 0; text-rendering: geometricPrecision;
  }
  html .paper.paper { max-width: none; flex: none; columns: 1; column-fill: auto; column-wrap: wrap; }
  html thead { break-inside: avoid; }
  /* Lines of tables are drawn as whole pixels of the screen: what one loses against the printed line is given back. */
  html .paper table:not([role]) :is(th, td) { padding-bottom: calc(2pt + var(--lost, 0px)); }
  ${PARTS.join('\n  ')}
  .desk { display: block; position: absolute; inset: 0; z-index: -1; color: #000; font: ${FOOT_SIZE}pt/1 ${PAPER_FONT}; }
  .desk > * { position: absolute; box-sizing: border-box; background: #fff; box-shadow: 0 1px 6px #0006; }
  .desk > * > * { position: absolute; display: flex; align-items: center; justify-content: center; }
  .desk > * > .foot { justify-content: end; }
  .desk > * > .name { top: -26px; right: 0; font: 18px/1 'Segoe UI', sans-serif; color: #333; }
  @media (forced-colors: active) {
    .desk > * { border: 1px solid CanvasText; }
    .desk, .desk .name { color: CanvasText; }
  }
}`;
