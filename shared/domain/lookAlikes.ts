import type { Span } from './parsed.ts';

// Each row: what is written, what a reader takes it for. Letters of one script that no one can tell from Latin on paper.
const PAIRS = [
  'АA ВB ЕE ІI ЈJ КK МM НH ОO РP СC ТT ХX ҮY ЅS',
  'аa еe іi јj оo рp сc хx уy ѕs һh ԁd ԛq ԝw',
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo νv ιi',
];

const LATIN_OF: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap((row) => row.split(' ')).map((pair): [string, string] => [pair[0]!, pair[1]!]),
);

const FOREIGN_LETTER = /[\u0370-\u052F\uFF01-\uFF5E]/;
const FOREIGN_LETTERS = /[\u0370-\u052F\uFF01-\uFF5E]/g;

/** A character that looks like another one, and the one it should have been. */
export interface LookAlike extends Span {
  readonly replacement: string;
}

const latinOf = (character: string): string | undefined => {
  const unit = character.charCodeAt(0);
  return unit >= 0xff01 && unit <= 0xff5e ? String.fromCharCode(unit - 0xfee0) : LATIN_OF.get(character);
};

/** Replaces Cyrillic and Greek look-alikes and full-width forms by the Latin characters they are taken for
 *  (DOMAIN §7.1 steps 7–8). Offsets stay as they are: one UTF-16 unit gives one. For codes and for matching; ordinary
 *  text in those scripts has no place in these sheets. */
export const foldLookAlikes = (text: string): string =>
  FOREIGN_LETTER.test(text) ? text.replace(FOREIGN_LETTERS, (character) => latinOf(character) ?? character) : text;

/** Finds Cyrillic, Greek and full-width characters that stand for Latin ones (rule TXT-05). Real case: "TT-BTС" with
 *  U+0421 in the legal basis of 1.010387. */
export function findLookAlikes(text: string): LookAlike[] {
  if (!FOREIGN_LETTER.test(text)) return [];
  const found: LookAlike[] = [];
  for (const { 0: character, index } of text.matchAll(FOREIGN_LETTERS)) {
    const replacement = latinOf(character);
    if (replacement !== undefined) found.push({ start: index, end: index + 1, replacement });
  }
  return found;
}
