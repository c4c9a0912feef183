import { searchKey } from '../domain/vietnameseText.ts';

/** Makes a test for a list of phrases: whether a text holds one of them as whole words. Case, diacritics, punctuation and
 *  i/y do not count, as people type "Xử lý", "xử lí" and "XU LY" alike. Call it at module level. */
export function saysAny(phrases: readonly string[]): (text: string) => boolean {
  const keys = phrases.map((phrase) => ` ${searchKey(phrase)} `);
  return (text) => {
    const key = ` ${searchKey(text)} `;
    return keys.some((phrase) => key.includes(phrase));
  };
}

/** Makes a test for a list of phrases: whether a text is one of them and nothing else. */
export function saysOnly(phrases: readonly string[]): (text: string) => boolean {
  const keys = new Set(phrases.map(searchKey));
  return (text) => keys.has(searchKey(text));
}
