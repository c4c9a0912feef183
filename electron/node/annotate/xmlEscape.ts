/** Longest text an Excel cell or comment holds. */
export const MAX_TEXT = 32_767;

/** Text for an XML part of our own, which is UTF-8. Characters that XML cannot hold are spelled the way Excel spells them
 *  (`_x0001_`, ECMA-376 part 1, 22.9.2.19), and what looks like such a spelling is kept literal. */
export function escapeText(text: string): string {
  return cut(text)
    .toWellFormed()
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replace(
      /[\u0000-\u0008\u000B-\u001F]/g,
      (control) => `_x${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The same in ASCII, for a part that exists and may have any encoding. */
export const escapeAscii = (text: string): string =>
  escapeText(text).replace(/[^\u0000-\u007F]/gu, (letter) => `&#${letter.codePointAt(0)};`);

/** Text cut at Excel's limit, never inside a character. */
function cut(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  const short = text.slice(0, MAX_TEXT - 1);
  return `${short.isWellFormed() ? short : short.slice(0, -1)}…`;
}
