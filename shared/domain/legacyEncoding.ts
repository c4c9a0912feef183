import { decodeUtf8 } from './mojibake.ts';
import { isVietnameseSyllable } from './vietnameseSyllable.ts';
import { bytesOfWindows1252, textOfWindows1252 } from './windows1252.ts';

/** Encodings of before Unicode that still come in old files, seen as Windows-1252 shows their bytes: TCVN3 (fonts
 *  `.VnTime`), VNI (fonts `VNI-Times`), VISCII, VPS, and UTF-8 read as Windows-1252. */
export type LegacyEncoding = 'tcvn3' | 'vni' | 'viscii' | 'vps' | 'utf8as1252';

/** An encoding found in a column. */
export interface FoundEncoding {
  readonly encoding: LegacyEncoding;
  /** Share (0–1) of the words with odd letters that are Vietnamese once decoded. */
  readonly share: number;
}

const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const compose = (letter: string, tone: string): string => (letter + tone).normalize('NFC');

// TCVN 5712 VN3: single letters from 0xA1, then five bytes per vowel in the tone order above; gaps as the standard has
// them. Marked capitals have no code: the fonts ending in H draw small ones as capitals.
const TCVN3_ROWS: readonly (readonly [vowel: string, bytes: string])[] = [
  ['a', 'µ¶·¸¹'],
  ['ă', '»¼½¾Æ'],
  ['â', 'ÇÈÉÊË'],
  ['e', 'ÌÎÏÐÑ'],
  ['ê', 'ÒÓÔÕÖ'],
  ['i', '×ØÜÝÞ'],
  ['o', 'ßáâãä'],
  ['ô', 'åæçèé'],
  ['ơ', 'êëìíî'],
  ['u', 'ïñòóô'],
  ['ư', 'õö÷øù'],
  ['y', 'úûüýþ'],
];
const TCVN3: ReadonlyMap<string, string> = new Map([
  ...[...'ĂÂÊÔƠƯĐăâêôơưđ'].map((letter, at): [string, string] => [String.fromCharCode(0xa1 + at), letter]),
  ...TCVN3_ROWS.flatMap(([vowel, bytes]) =>
    [...bytes].map((byte, at): [string, string] => [byte, compose(vowel, TONES[at]!)]),
  ),
]);

// VNI writes a vowel and behind it one character for its marks; i and a few letters are single characters.
const VNI_ROWS: readonly (readonly [vowels: string, marks: string])[] = [
  ['a e o u y ô:ơ ö:ư', 'øûõùï'],
  ['a:â e:ê o:ô', 'àåãáä'],
  ['a:ă', 'èúüéë'],
];
const VNI_SINGLE = 'ô:ơ ö:ư ñ:đ ì:ì æ:ỉ ó:ĩ í:í ò:ị î:ỵ aâ:â eâ:ê oâ:ô aê:ă';
const VNI: ReadonlyMap<string, string> = new Map([
  ...VNI_SINGLE.split(' ').map((pair) => pair.split(':') as [string, string]),
  ...VNI_ROWS.flatMap(([vowels, marks]) =>
    vowels.split(' ').flatMap((pair) => {
      const [written, meant] = pair.split(':') as [string, string?];
      return [...marks].map((mark, at): [string, string] => [written + mark, compose(meant ?? written, TONES[at]!)]);
    }),
  ),
]);

// VISCII 1.1 from 0x80 on, and six capitals among the control characters.
const VISCII_HIGH =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';
const VISCII_LOW: ReadonlyMap<number, string> = new Map([
  [0x02, 'Ẳ'],
  [0x05, 'Ẵ'],
  [0x06, 'Ẫ'],
  [0x14, 'Ỷ'],
  [0x19, 'Ỹ'],
  [0x1e, 'Ỵ'],
]);

// VPS of the Vietnamese Professionals Society from 0x80 on, a blank where it keeps a sign of Windows-1252, and the capitals
// with a dot below (and two more) among the control characters. GNU recode and UniKey agree on every letter that both have;
// together they give each of the 134 letters one place.
const VPS_HIGH =
  'ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ  ỀỂỄỐỒỔỖýỷỵỚỜỞ ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕựầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ àáâãảạă èéêẽìí ĩẴĐòóôõ Ơụùúủ ỶẼỳ';
const VPS_LOW: ReadonlyMap<number, string> = new Map([
  [0x02, 'Ạ'],
  [0x03, 'Ậ'],
  [0x04, 'Ặ'],
  [0x05, 'Ẹ'],
  [0x06, 'Ệ'],
  [0x10, 'Ị'],
  [0x11, 'Ọ'],
  [0x12, 'Ộ'],
  [0x13, 'Ợ'],
  [0x14, 'Ụ'],
  [0x15, 'Ự'],
  [0x19, 'Ỵ'],
  [0x1c, 'Ẫ'],
  [0x1d, 'Ữ'],
]);

const DECODERS: Readonly<Record<LegacyEncoding, (text: string) => string | undefined>> = {
  tcvn3: (text) => text.replace(/[\u00A1-\u00FE]/g, (byte) => TCVN3.get(byte) ?? byte),
  vni: decodeVni,
  viscii: (text) => decodeBytes(text, VISCII_HIGH, VISCII_LOW),
  vps: (text) => decodeBytes(text, VPS_HIGH, VPS_LOW),
  utf8as1252: (text) => decodeUtf8(bytesOfWindows1252(text)),
};
const ENCODINGS = Object.keys(DECODERS) as readonly LegacyEncoding[];

// A few words decide nothing: a single short word reads as Vietnamese under two encodings in one case out of ten.
const FEWEST_WORDS = 3;
const MOST_WORDS = 2000;
const NEEDED_SHARE = 0.8;
const NEEDED_LEAD = 0.3;
const NEEDED_WITH_FONT = 0.5;

/** Text of a value once its encoding is known; undefined when the value cannot be in that encoding. Characters that the
 *  encoding does not have stay as they are. */
export const decodeLegacy = (text: string, encoding: LegacyEncoding): string | undefined =>
  /[^\0-\x7F]|[\x02-\x06\x10-\x15\x19\x1C-\x1E]/.test(text) ? DECODERS[encoding](text)?.normalize('NFC') : text;

/** The old encoding that the values of one COLUMN are in, or undefined for Unicode and for too little evidence. Never
 *  decide it for one cell. Method: of the words that hold letters beyond ASCII, the share that is Vietnamese after
 *  decoding; it must be high, and far higher than before. */
export function legacyEncodingOf(values: readonly string[]): FoundEncoding | undefined {
  const words = oddWords(values);
  if (words.length < FEWEST_WORDS) return undefined;
  const asItIs = shareOf(words, isVietnameseSyllable);
  // Already so readable that no decoding could lead by enough: Unicode, as nearly always.
  if (asItIs + NEEDED_LEAD > 1) return undefined;
  let best: FoundEncoding | undefined;
  for (const encoding of ENCODINGS) {
    const share = shareOf(words, readsAs(encoding));
    if (share > (best?.share ?? 0)) best = { encoding, share };
  }
  return best !== undefined && best.share >= NEEDED_SHARE && best.share >= asItIs + NEEDED_LEAD ? best : undefined;
}

/** Whether values that wear a font of before Unicode are in its encoding. The font is evidence enough for a single word,
 *  but people also paste Unicode into cells that keep an old font: decoded, the values must read better than as they are. */
export function encodingOfFont(values: readonly string[], encoding: LegacyEncoding): FoundEncoding | undefined {
  const words = oddWords(values);
  const share = shareOf(words, readsAs(encoding));
  return share >= NEEDED_WITH_FONT && share > shareOf(words, isVietnameseSyllable) ? { encoding, share } : undefined;
}

/** Distinct words that hold letters beyond ASCII, some thousands at most. */
function oddWords(values: readonly string[]): readonly string[] {
  const words = new Set<string>();
  for (const value of values) {
    for (const word of value.match(/[^\0-\x01\x07-\x0F\x16-\x18\x1A\x1B\x1F-@[-`{-\x7F\u2028\u2029]+/g) ?? []) {
      if (/[^\0-\x7F]/.test(word)) words.add(word);
    }
    if (words.size >= MOST_WORDS) break;
  }
  return [...words];
}

const shareOf = (words: readonly string[], holds: (word: string) => boolean): number =>
  words.length === 0 ? 0 : words.filter(holds).length / words.length;

const readsAs =
  (encoding: LegacyEncoding) =>
  (word: string): boolean => {
    const decoded = decodeLegacy(word, encoding);
    return decoded !== undefined && isVietnameseSyllable(decoded);
  };

function decodeBytes(text: string, high: string, low: ReadonlyMap<number, string>): string | undefined {
  const bytes = bytesOfWindows1252(text);
  if (bytes === undefined) return undefined;
  const letters = bytes.map((byte) => {
    const letter = low.get(byte) ?? high[byte - 0x80] ?? ' ';
    return letter === ' ' ? textOfWindows1252([byte]) : letter;
  });
  return letters.join('');
}

// The longest reading wins at each place: "oâ" is ô, "oâø" never occurs. Capital A with a small mark is typed as often as
// with a capital one, so the case is that of the first character.
function decodeVni(text: string): string {
  let decoded = '';
  for (let at = 0; at < text.length;) {
    const two = VNI.get(text.slice(at, at + 2).toLowerCase());
    const letter = two ?? VNI.get(text[at]!.toLowerCase());
    const first = text[at]!;
    decoded += letter === undefined ? first : first === first.toLowerCase() ? letter : letter.toUpperCase();
    at += two !== undefined && at + 1 < text.length ? 2 : 1;
  }
  return decoded;
}
