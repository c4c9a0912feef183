import { translate, type Language } from '../../shared/i18n/index.ts';

type Params = Readonly<Record<string, string | number>>;

let spoken: Language = 'vi';

/** Says in which language the screen is looked at from now on. */
export function speak(language: Language): void {
  spoken = language;
}

/** Text of a key as the screen shows it; a key that doesn't exist is a mistake of the test, not of the screen. */
export function word(key: string, params: Params = {}): string {
  const text = translate(spoken, key, params);
  if (text === key) throw new Error(`there is no text "${key}"`);
  return text;
}

/** The whole text of a key with anything in place of the placeholders that are not given. */
export const wordLike = (key: string, params: Params = {}): RegExp =>
  new RegExp(`^${patternOf(word(key, params))}$`, 's');

/** The text of a key anywhere in a longer one. */
export const wordWithin = (key: string, params: Params = {}): RegExp => new RegExp(patternOf(word(key, params)), 's');

const patternOf = (text: string): string =>
  text
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.+?');
