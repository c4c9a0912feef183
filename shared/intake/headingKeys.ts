import { headingKey } from '../domain/vietnameseText.ts';

/** Headings are looked at again and again while a header is searched for, and the sheets of a round share them. */
const KEPT = 4000;
const keys = new Map<string, string>();

/** `headingKey` of a text that may be a heading, remembered; the memory is bounded. */
export function keyOfHeading(text: string): string {
  let key = keys.get(text);
  if (key === undefined) {
    if (keys.size >= KEPT) keys.clear();
    keys.set(text, (key = headingKey(text)));
  }
  return key;
}
