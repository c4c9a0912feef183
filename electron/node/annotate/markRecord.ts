import type { Severity } from '../../../shared/engine/finding.ts';

/** Fill of a cell by severity: pale enough for black text, told apart in grey print by the comment. */
export const SEVERITY_FILL: Readonly<Record<Severity, string>> = {
  error: 'FFF8D7DA',
  warning: 'FFFFF3CD',
  info: 'FFE7F1FB',
};

/** Numbers a shade can carry: three bits in each of red, green and blue. */
export const MOST_SHADES = 512;

/** Fill that marks a cell, ARGB. What the cell looked like before is told by the number, which is hidden in the lowest
 *  bits of the colour: no eye sees it, and it stays with the cell when an agency sorts, inserts or copies rows and whatever
 *  program saves the file, whereas the indexes of styles change with every save.
 *  @param number  0 … 511 */
export function markColour(severity: Severity, number: number): string {
  const base = Number.parseInt(SEVERITY_FILL[severity].slice(2), 16);
  const shade = ((number & 7) << 16) | (((number >> 3) & 7) << 8) | ((number >> 6) & 7);
  return `FF${(base - shade).toString(16).toUpperCase().padStart(6, '0')}`;
}

/** The number in a colour; undefined for one that is none of ours. @param colour  RRGGBB or AARRGGBB */
export function numberOfColour(colour: string): number | undefined {
  return NUMBERS.get(colour.slice(-6).toUpperCase());
}

const NUMBERS: ReadonlyMap<string, number> = new Map(
  (['error', 'warning', 'info'] as const).flatMap((severity) =>
    Array.from({ length: MOST_SHADES }, (_, number): [string, number] => [
      markColour(severity, number).slice(2),
      number,
    ]),
  ),
);

/** Hidden defined names keep the look that a number stands for: programs that save a workbook keep them, as they do not
 *  keep parts they don't know. Their presence also says that a workbook carries our marks. */
export const RECORD_NAME = /^_RaSoatTTHC_(\d{1,3})$/;

/** Defined name for a number. */
export const recordName = (number: number): string => `_RaSoatTTHC_${number}`;

/** Name of a fill that says nothing. */
export const NO_FILL = 'none';

/** Longest text constant of a formula. */
const MAX_CONSTANT = 255;

/** A fill in one short line, e.g. `solid|theme=4 tint=0.59|indexed=64`; `NO_FILL` for none and for what does not fit a
 *  line: gradients.
 *  @param xml  a `<fill>` element */
export function describeFill(xml: string): string {
  const pattern = /\bpatternType="([A-Za-z0-9]{1,30})"/.exec(xml)?.[1];
  if (pattern === undefined || pattern === 'none') return NO_FILL;
  const line = [pattern, ...['fgColor', 'bgColor'].map((name) => attributesOf(xml, name))].join('|');
  return line.length <= MAX_CONSTANT ? line : NO_FILL;
}

function attributesOf(xml: string, element: string): string {
  const tag = new RegExp(`<(?:\\w{1,20}:)?${element}\\b([^>]{0,200})>`).exec(xml)?.[1] ?? '';
  return [...tag.matchAll(/\b(\w{1,10})="([\w.+-]{1,30})"/g)].map(([, name, value]) => `${name}=${value}`).join(' ');
}

/** The fill that `describeFill` described. @param prefix  namespace prefix with its colon */
export function fillXml(description: string, prefix: string): string {
  const [pattern, ...colours] = description.split('|');
  const inner = colours
    .map((colour, index) => {
      const attributes = [...colour.matchAll(/(\w{1,10})=([\w.+-]{1,30})/g)].map(
        ([, name, value]) => ` ${name}="${value}"`,
      );
      return attributes.length === 0 ? '' : `<${prefix}${index === 0 ? 'fgColor' : 'bgColor'}${attributes.join('')}/>`;
    })
    .join('');
  const type = /^[A-Za-z0-9]{1,30}$/.test(pattern!) ? pattern : NO_FILL;
  return `<${prefix}fill><${prefix}patternFill patternType="${type}">${inner}</${prefix}patternFill></${prefix}fill>`;
}
