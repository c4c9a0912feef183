import { cleanText, searchKey } from './vietnameseText.ts';

// Written where a value is still to come. "0" is not among them: in number columns it is a value.
const WORDS = new Set([
  'x',
  'xx',
  'xxx',
  'n a',
  'na',
  'null',
  'none',
  'nil',
  'undefined',
  'nan',
  'tbd',
  'test',
  'demo',
  'chua co',
  'chua ro',
  'chua biet',
  'chua cap nhat',
  'chua xac dinh',
  'dang cap nhat',
  'dang xu li',
  'cap nhat sau',
  'bo sung sau',
  'se bo sung',
  'se cap nhat',
  'dang bo sung',
  'de trong',
  'bo trong',
]);
const NO_INFORMATION = new Set([
  'khong co thong tin',
  'chua co thong tin',
  'khong co du lieu',
  'chua co du lieu',
  'khong co noi dung',
  'khong ro',
  'no information',
  'no data',
]);
// Most cells are told apart at a glance: none of the above has a figure from 1 to 9 or more than 16 letters.
const HAS_FIGURE = /[1-9]/;
const MANY_LETTERS = /(?:\p{L}\P{L}*){17}/u;
const ONLY_SIGNS = /^[^\p{L}\p{N}]+$/u;
const EXCEL_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i;

/** Whether a cell says only that nothing is known: "Không có thông tin", as the national portal prints for empty fields
 *  (252 agencies, 1,025 fees). Unknown is never "none" and never 0 (DOMAIN §2.2). */
export const isNoInformation = (text: string): boolean =>
  text.length < 60 && !HAS_FIGURE.test(text) && !MANY_LETTERS.test(text) && NO_INFORMATION.has(searchKey(text));

/** Whether a cell holds something that only keeps the place of a value: signs without a letter or digit ("-", "...",
 *  "?"), "x", "chưa có", "đang cập nhật", an Excel error (rule CMP-12). Neither blank cells nor "0" nor
 *  {@link isNoInformation}. */
export function isPlaceholder(text: string): boolean {
  if (text.length > 60 || HAS_FIGURE.test(text) || MANY_LETTERS.test(text)) return false;
  const clean = cleanText(text);
  return clean !== '' && (ONLY_SIGNS.test(clean) || EXCEL_ERROR.test(clean) || WORDS.has(searchKey(clean)));
}
