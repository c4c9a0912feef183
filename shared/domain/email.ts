import { cleanText, searchKey } from './vietnameseText.ts';
import { codeText, LONGEST_DAMAGED_CODE } from './cellText.ts';
import { parsed, type Parsed } from './parsed.ts';

/** An e-mail address, lower case. */
export interface EmailAddress {
  readonly address: string;
  readonly domain: string;
  /** Whether it is an official mailbox (`….gov.vn`), as wanted for staff accounts (rule USR-05). */
  readonly official: boolean;
}

/** Why a text is no address: nothing there; no "@" or two; a blank inside; a letter with diacritics; several addresses; a
 *  part before or behind the "@" that cannot be. */
export type EmailReason =
  | 'empty'
  | 'noAt'
  | 'severalAts'
  | 'blank'
  | 'diacritics'
  | 'several'
  | 'badMailbox'
  | 'badDomain';

const MAILBOX = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;
/** RFC 5321 §4.5.3.1. */
const MAX_MAILBOX = 64;
const MAX_DOMAIN = 255;

/** Reads one address. A leading `mailto:` does not matter. */
export function parseEmail(given: string): Parsed<EmailAddress, EmailReason> {
  const cell = codeText(given);
  const scheme = /^mailto:/i.exec(cell.text)?.[0].length ?? 0;
  const text = cell.text.slice(scheme);
  const refuse = (reason: EmailReason, start = 0, end = text.length) =>
    cell.refuse(reason, scheme + start, scheme + end);
  if (text === '') return refuse('empty');
  const ats = text.split('@').length - 1;
  const blank = text.search(/[\s;,]/);
  if (ats > 1) return refuse(blank >= 0 ? 'several' : 'severalAts');
  if (ats === 0) return refuse('noAt');
  if (blank >= 0) return refuse('blank', blank, blank + 1);
  const marked = text.search(/[^ -~]/);
  if (marked >= 0) return refuse('diacritics', marked, marked + 1);
  const at = text.indexOf('@');
  const mailbox = text.slice(0, at);
  const domain = text.slice(at + 1).toLowerCase();
  if (mailbox.length > MAX_MAILBOX || !MAILBOX.test(mailbox)) return refuse('badMailbox', 0, at);
  if (domain.length > MAX_DOMAIN || !DOMAIN.test(domain)) return refuse('badDomain', at + 1);
  return parsed({ address: `${mailbox.toLowerCase()}@${domain}`, domain, official: domain.endsWith('.gov.vn') });
}

/** The address that was probably meant: without blanks and diacritics, commas as dots, without dots at the ends. Undefined
 *  when the text is an address already or still none. */
export function repairEmail(given: string): string | undefined {
  if (given.length > LONGEST_DAMAGED_CODE) return undefined;
  const ascii = cleanText(given)
    .split('')
    .map((letter) => (letter > '~' ? searchKey(letter) : letter))
    .join('');
  const text = ascii
    .replace(/^(?:mailto|e-?mail) ?: ?/i, '')
    .replace(/\s/g, '')
    .replaceAll(',', '.')
    .replace(/^[.<]+|[.;>]+$/g, '');
  const email = parseEmail(text.replace(/@\.+|\.+@/, '@'));
  return email.ok && email.value.address !== given ? email.value.address : undefined;
}
