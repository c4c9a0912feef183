import { LONGEST_DAMAGED_CODE } from './cellText.ts';
import { foldLookAlikes } from './lookAlikes.ts';
import { parsed, refused, type Parsed, type Span } from './parsed.ts';

/** A telephone number in Viet Nam, national form. `service`: 1800/1900 numbers of hotlines. */
export interface Phone {
  /** Digits only, with the leading 0: `0986490101`. */
  readonly digits: string;
  readonly kind: 'mobile' | 'landline' | 'service';
  readonly extension?: string;
}

/** Why a text is no number that can be called: nothing there; letters or signs in it; several numbers; nine digits without
 *  the leading 0; an old 11-digit mobile number (01x, gone since 2018); a first part that no network has; wrong length. */
export type PhoneReason =
  | 'empty'
  | 'notDigits'
  | 'several'
  | 'lostZero'
  | 'oldMobile'
  | 'unknownPrefix'
  | 'tooShort'
  | 'tooLong';

const MOBILE = /^0[35789]\d{8}$/;
const LANDLINE = /^02\d{9}$/;
const SERVICE = /^1[89]00\d{4,6}$/;
const OLD_MOBILE = /^01[2689]\d{8}$/;
const SEPARATORS = /[\s.()\-–—_]/g;
const EXTENSION = /[\s,(]*(?:máy lẻ|số lẻ|ext\.?|x)[\s:.]*(\d{1,5})\)?\s*$/iu;
const BETWEEN = /[\n\r;,/|&]|\s-\s|\s(?:và|hoặc|hay)\s/gu;
// Fewer digits are a part of a number, never one of two.
const SHORTEST_NUMBER = 7;
const HIDDEN = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g;

/** Reads one telephone number (rule USR-04): `0986.490101`, `+84 986 490 101`, `(0269) 3824 404`, `1900 1234`. */
export function parsePhone(cell: string): Parsed<Phone, PhoneReason> {
  const trimmed = cell.trim();
  const start = cell.indexOf(trimmed);
  const refuse = (reason: PhoneReason, from = 0, to = trimmed.length) => refused(reason, start + from, start + to);
  if (trimmed.length > LONGEST_DAMAGED_CODE) return refuse('tooLong');
  const extension = EXTENSION.exec(trimmed);
  const body = foldLookAlikes(extension === null ? trimmed : trimmed.slice(0, extension.index));
  const compact = body.replace(HIDDEN, '').replace(SEPARATORS, '');
  if (compact === '') return refuse('empty');
  if (
    splitPhones(body).filter(({ start: from, end }) => digitCount(body.slice(from, end)) >= SHORTEST_NUMBER).length > 1
  ) {
    return refuse('several');
  }
  const wrong = body
    .replace(HIDDEN, ' ')
    .replace(/^(\(?)\+/, '$1 ')
    .search(/[^\d\s.()\-–—_]/);
  if (wrong >= 0) return refuse('notDigits', wrong, wrong + 1);
  const digits = compact.replace(/^(?:\+|00)?84(?=\d{9,10}$)(?:0(?=\d{9}$))?/, '0').replace(/^\(?\+/, '');
  const kind = MOBILE.test(digits)
    ? 'mobile'
    : LANDLINE.test(digits)
      ? 'landline'
      : SERVICE.test(digits)
        ? 'service'
        : undefined;
  if (kind !== undefined) return parsed({ digits, kind, ...(extension !== null && { extension: extension[1]! }) });
  if (OLD_MOBILE.test(digits)) return refuse('oldMobile');
  if (/^[35789]\d{8}$/.test(digits)) return refuse('lostZero');
  if (digits.length < 10) return refuse('tooShort');
  return refuse(digits.length > 11 ? 'tooLong' : 'unknownPrefix');
}

/** The stretches of a cell that hold a number each: parted by line breaks, `;`, `,`, `/`, " - ", "và", "hoặc". A comma
 *  or slash inside one number does not part it. */
export function splitPhones(cell: string): Span[] {
  const pieces: Span[] = [];
  let from = 0;
  let counted = 0;
  let digits = 0;
  for (const match of [...cell.matchAll(BETWEEN), undefined]) {
    const end = match?.index ?? cell.length;
    digits += digitCount(cell.slice(counted, end));
    counted = end;
    const strong = match === undefined || /[\n\r;]/.test(match[0]);
    if (digits < SHORTEST_NUMBER && !strong) continue;
    const text = cell.slice(from, end);
    const body = text.trim();
    if (body !== '') pieces.push({ start: from + text.indexOf(body), end: from + text.indexOf(body) + body.length });
    from = end + (match?.[0].length ?? 0);
    counted = from;
    digits = 0;
  }
  return pieces;
}

const digitCount = (text: string): number => text.replace(/\D/g, '').length;

/** The number that was probably meant: the leading 0 that a number cell loses, without other change. Undefined when the
 *  text is a number already or no single reading exists. */
export function repairPhone(cell: string): string | undefined {
  const phone = parsePhone(cell);
  if (phone.ok)
    return phone.value.extension === undefined && phone.value.digits !== cell ? phone.value.digits : undefined;
  return phone.reason === 'lostZero' ? `0${foldLookAlikes(cell).replace(/\D/g, '')}` : undefined;
}

/** A number in groups, as people read it: `0986 490 101`, `0269 3824 404`, `1900 1234`. */
export function formatPhone(phone: Phone): string {
  const { digits, kind } = phone;
  const [first, middle] = kind === 'mobile' ? [4, 7] : [/^02[48]/.test(digits) ? 3 : 4, /^02[48]/.test(digits) ? 7 : 8];
  const groups =
    kind === 'service'
      ? [digits.slice(0, 4), digits.slice(4)]
      : [digits.slice(0, first), digits.slice(first, middle), digits.slice(middle)];
  return groups.join(' ') + (phone.extension === undefined ? '' : ` (máy lẻ ${phone.extension})`);
}
