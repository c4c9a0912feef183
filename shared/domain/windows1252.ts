// Windows-1252 shows the bytes 0x80–0x9F as these characters; five bytes have none and come through as control characters
// (WHATWG Encoding, index windows-1252). All other bytes are the character of the same number.
const ROW_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The characters that Windows-1252 has where Latin-1 has control characters. */
export const WINDOWS_1252_HIGH = [...ROW_80].filter((character) => character.charCodeAt(0) > 0xff).join('');

const BYTE_OF: ReadonlyMap<string, number> = new Map([...ROW_80].map((character, at) => [character, 0x80 + at]));

/** The bytes that Windows-1252 (or Latin-1) showed as this text; undefined when some character is in neither. */
export function bytesOfWindows1252(text: string): number[] | undefined {
  const bytes: number[] = [];
  for (const character of text) {
    const unit = character.charCodeAt(0);
    const byte = unit < 0x100 ? unit : BYTE_OF.get(character);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return bytes;
}

/** The text that Windows-1252 shows for bytes; the way back of {@link bytesOfWindows1252}. */
export const textOfWindows1252 = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => (byte >= 0x80 && byte < 0xa0 ? ROW_80[byte - 0x80]! : String.fromCharCode(byte))).join(
    '',
  );
