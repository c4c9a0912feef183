import { RE2JS, RE2JSSyntaxException } from 're2js';

/** A regular expression that takes time proportional to the text, whatever both hold. */
export interface LinearRegex {
  /** Whether the whole text fits. */
  fits(text: string): boolean;
  /** Whether some part of the text fits. */
  occursIn(text: string): boolean;
}

const LONGEST = 500;

/** Compiles a regular expression in RE2's notation: no look-around, no back-references. The error is RE2's own reason. */
export function compileRegex(
  pattern: string,
): { readonly ok: true; readonly value: LinearRegex } | { readonly ok: false; readonly detail: string } {
  if (pattern.length > LONGEST) return { ok: false, detail: `> ${LONGEST}` };
  try {
    const compiled = RE2JS.compile(pattern);
    return {
      ok: true,
      value: { fits: (text) => compiled.testExact(text), occursIn: (text) => compiled.test(text) },
    };
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    return { ok: false, detail: error.message.replace(/^error parsing regexp: /, '') };
  }
}

/** Whether a repetition stands inside another one, as in `(\w+\s?)*`. Here that only makes a pattern hard to read; copied
 *  into a program with a backtracking engine it can hang. */
export function hasNestedRepetition(pattern: string): boolean {
  // For each open group: whether something in it repeats without bound.
  const open: boolean[] = [false];
  let inClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern[at]!;
    if (sign === '\\') at += 1;
    else if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else if (sign === '(') open.push(false);
    else if (sign === ')' && open.length > 1) {
      const repeats = open.pop()!;
      const outer = repeatsAt(pattern, at + 1);
      if (repeats && outer) return true;
      if (repeats || outer) open[open.length - 1] = true;
    } else if (repeatsAt(pattern, at)) open[open.length - 1] = true;
  }
  return false;
}

/** Whether `*`, `+`, `{n,}` or a wide `{n,m}` stands at a place. */
function repeatsAt(pattern: string, at: number): boolean {
  const sign = pattern[at];
  if (sign === '*' || sign === '+') return true;
  if (sign !== '{') return false;
  const [, , most] = /^\{(\d{1,5}),(\d{0,5})\}/.exec(pattern.slice(at, at + 14)) ?? [];
  return most !== undefined && (most === '' || Number(most) >= 10);
}
