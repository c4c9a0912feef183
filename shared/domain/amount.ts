import type { FoldedText } from './foldedText.ts';

/** How the thousands of a figure are set apart: 1.000.000, 1,000,000, 1 000 000, 1000000, or more than one of them. */
export type SeparatorStyle = 'dot' | 'comma' | 'space' | 'plain' | 'mixed';

/** A figure in a text; offsets are those of the folded text it was found in. */
export interface Figure {
  readonly value: number;
  readonly style: SeparatorStyle;
  /** The figure has decimals, e.g. 1,5. */
  readonly decimal: boolean;
  /** One group of three after one digit (`1.000`, `2,500`): a thousand, or a number with three decimals. */
  readonly ambiguous: boolean;
  readonly start: number;
  readonly end: number;
}

const BLANK_GROUPS = /^\d{1,3}(?: \d{3})+$/;
const ONE_SEPARATOR = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;
const GROUPS_THEN_DECIMALS = /^(\d{1,3}(?:([.,])\d{3})+)(?!\2)[.,](\d{1,2})$/;
const MIXED_GROUPS = /^\d{1,3}(?:[.,]\d{3})+$/;
const DECIMALS = /^\d{1,12}[.,]\d{1,2}$/;
const PLAIN = /^\d{1,15}$/;
/** A run of digits with dots and commas, or of groups set apart by blanks; never both, so that "Điều 5 100.000" is two. */
const RUN = /\d{1,3}(?: \d{3}(?!\d))+(?![.,]\d)|\d(?:\d|[.,](?=\d))*/g;

/** Reads one figure such as `1.234.567`, `1,000,000`, `1 000 000`, `50000`, `1,5`, `1.234.567,50`. Undefined where the
 *  groups do not hold three digits (`1.00.000`, `10.0000`). */
export function readFigure(text: string): Omit<Figure, 'start' | 'end'> | undefined {
  const whole = (style: SeparatorStyle): Omit<Figure, 'start' | 'end'> => ({
    value: Number(text.replace(/[., ]/g, '')),
    style,
    decimal: false,
    ambiguous: /^\d[.,]\d{3}$/.test(text),
  });
  if (PLAIN.test(text)) return whole('plain');
  if (text.length > 30) return undefined;
  if (BLANK_GROUPS.test(text)) return whole('space');
  const separator = ONE_SEPARATOR.exec(text);
  if (separator !== null) return whole(separator[1] === '.' ? 'dot' : 'comma');
  const decimals = GROUPS_THEN_DECIMALS.exec(text);
  if (decimals !== null) {
    const value = Number(`${decimals[1]!.replace(/[.,]/g, '')}.${decimals[3]}`);
    return { value, style: decimals[2] === '.' ? 'dot' : 'comma', decimal: true, ambiguous: false };
  }
  if (MIXED_GROUPS.test(text)) return whole('mixed');
  if (DECIMALS.test(text))
    return { value: Number(text.replace(',', '.')), style: 'plain', decimal: true, ambiguous: false };
  return undefined;
}

/** Every figure of a folded text that does not hang on a letter, and the runs of digits whose groups are wrong. */
export function scanFigures(folded: Pick<FoldedText, 'text'>): {
  readonly figures: readonly Figure[];
  readonly malformed: readonly { readonly start: number; readonly end: number }[];
} {
  const figures: Figure[] = [];
  const malformed: { start: number; end: number }[] = [];
  for (const match of folded.text.matchAll(RUN)) {
    const start = match.index;
    const end = start + match[0].length;
    if (
      /[a-z_/]/.test(folded.text[start - 1] ?? '') ||
      (folded.text[end] === '/' && /\d/.test(folded.text[end + 1] ?? ''))
    )
      continue;
    const figure = readFigure(match[0]);
    if (figure === undefined) malformed.push({ start, end });
    else figures.push({ ...figure, start, end });
  }
  return { figures, malformed };
}

/** A figure with Vietnamese thousands and decimals: 1234567.5 → `1.234.567,5`. */
export function formatFigure(value: number): string {
  const [whole, decimals] = String(Math.abs(value)).split('.');
  const grouped = whole!.replace(/\d(?=(?:\d{3})+$)/g, '$&.');
  return `${value < 0 ? '-' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
}
