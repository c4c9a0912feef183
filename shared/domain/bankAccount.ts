import { parsed, refused } from './parsed.ts';
import type { Parsed } from './parsed.ts';
import { isScientific } from './treasuryAccount.ts';
import { cleanText } from './vietnameseText.ts';

/** Number of an account at a commercial bank, without blanks. Banks have no common structure and no public check digit. */
export interface BankAccount {
  readonly number: string;
  /** Some banks give numbers with letters. */
  readonly hasLetters: boolean;
}

/** Why a text is no account number: nothing there · Excel wrote it as 3.51E+12 · a letter O, I or l that stands among digits
 *  · other characters · fewer than 6 or more than 19 of them. */
export type BankAccountReason = 'empty' | 'scientific' | 'lookAlike' | 'malformed' | 'tooShort' | 'tooLong';

/** Reads an account number; blanks, dots and dashes between groups are dropped (rule ACC-06). */
export function parseBankAccount(text: string): Parsed<BankAccount, BankAccountReason> {
  const clean = cleanText(text).replace(/^'/, '');
  if (clean === '') return refused('empty', 0, text.length);
  if (isScientific(clean)) return refused('scientific', 0, text.length);
  const number = clean.replace(/(?<=[0-9A-Za-z])[ .-](?=[0-9A-Za-z])/g, '');
  const wrong = /[^0-9A-Za-z]/.exec(number);
  if (wrong !== null) {
    const at = text.indexOf(wrong[0]);
    return at === -1 ? refused('malformed', 0, text.length) : refused('malformed', at, at + 1);
  }
  const lookAlike = /^[0-9OoIl]*[OoIl][0-9OoIl]*$/.test(number) && /\d/.test(number) ? /[OoIl]/.exec(text) : null;
  if (lookAlike !== null) return refused('lookAlike', lookAlike.index, lookAlike.index + 1);
  if (number.length < 6) return refused('tooShort', 0, text.length);
  if (number.length > 19) return refused('tooLong', 0, text.length);
  return parsed({ number, hasLetters: /[A-Za-z]/.test(number) });
}
