/** Text as it stands in markup: whatever a cell holds, it stays text. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter).replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '\uFFFD');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
