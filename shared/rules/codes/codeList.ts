import { cut } from '../../domain/multiValue.ts';
import { cleanText } from '../../domain/vietnameseText.ts';

/** What is wrong with the codes of one cell. */
export interface JudgedCodes {
  /** Codes that are not in their form, as written. */
  readonly wrong: readonly string[];
  /** The whole cell with every wrong code mended; absent when one of them cannot be. */
  readonly mended?: string;
}

/** Judges a cell of one or several codes, parted by line breaks, ";" or "," (no code holds any of them). Decision numbers
 *  may be followed by ", ngày …": they name another separator. */
export function judgeCodes(
  text: string,
  isRight: (code: string) => boolean,
  mend: (code: string) => string | undefined = () => undefined,
  separator = /[\n;,]/g,
): JudgedCodes {
  const wrong: string[] = [];
  let mended: string | undefined = '';
  let from = 0;
  for (const { start, end } of cut(text, separator)) {
    const code = cleanText(text.slice(start, end));
    if (code === '' || isRight(code)) continue;
    wrong.push(code);
    const repaired = mend(code);
    const blanks = text.slice(start, end).startsWith(' ') ? ' ' : '';
    mended =
      mended === undefined || repaired === undefined ? undefined : mended + text.slice(from, start) + blanks + repaired;
    from = end;
  }
  if (wrong.length === 0 || mended === undefined) return { wrong };
  return { wrong, mended: mended + text.slice(from) };
}
