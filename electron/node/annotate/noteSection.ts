import type { NoteLine } from '../../../shared/reports/annotation.ts';

/** First and last line of what we write into a note. Between them the words are ours and go when the file is annotated
 *  again; before and after them an agency's own words stand, which stay. They name the product, so are not translated. */
const FIRST = 'Rà soát TTHC:';
const LAST = '— Rà soát TTHC —';

/** The lines of a note between the lines that say whose they are. */
export const asSection = (lines: readonly NoteLine[]): readonly NoteLine[] => [
  { text: FIRST, strong: true },
  ...lines,
  { text: LAST, strong: false },
];

/** A stretch of text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where our sections stand in the text of a note, each with the line breaks that set it apart. A section whose last line
 *  is gone is left alone: nobody can say where an agency's words begin. */
export function sectionsIn(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let from = text.indexOf(FIRST); from >= 0; from = text.indexOf(FIRST, from + 1)) {
    if (from > 0 && text[from - 1] !== '\n') continue;
    const last = text.indexOf(`\n${LAST}`, from);
    if (last < 0) break;
    let to = last + 1 + LAST.length;
    let start = from;
    while (start > 0 && from - start < 2 && text[start - 1] === '\n') start--;
    if (start === 0 && text[to] === '\n') to++;
    found.push({ from: start, to });
    from = to - 1;
  }
  return found;
}
