import type { Span } from './parsed.ts';
import { bytesOfWindows1252, WINDOWS_1252_HIGH } from './windows1252.ts';

/** A stretch of text that was decoded wrongly. `repaired` is what it was, where that can be told; the replacement
 *  character U+FFFD has lost it. */
export interface Mojibake extends Span {
  readonly repaired?: string;
}

// Bytes of UTF-8 sequences as Windows-1252 shows them: a lead byte, then one, two or three of 0x80–0xBF.
const FOLLOW = `[\u0080-\u00BF${WINDOWS_1252_HIGH}]`;
const SEQUENCE = `(?:[\u00C2-\u00DF]${FOLLOW}|[\u00E0-\u00EF]${FOLLOW}{2}|[\u00F0-\u00F4]${FOLLOW}{3})+|\uFFFD+`;
const ANY_SEQUENCE = new RegExp(SEQUENCE);
const SEQUENCES = new RegExp(SEQUENCE, 'g');
// What a decoded stretch may hold: Vietnamese letters and marks, and the punctuation of word processors.
const EXPECTED = /^[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ\p{M}\u00A0«°»–—‘’“”•…₫\uFEFF]+$/u;
// “ĐÃ” in quotation marks is Ã and a closing mark, not the letter Ô: such a pair counts only beside certain ones.
const DOUBTFUL = /^[ÂÃÈÉÊÌÍÒÓÔÕÙÚÝ][–—‘’“”…•°«»\u00A0]$/;

/** Whether a text has a sequence that {@link findMojibake} looks into: cheap, and true for a few right texts too. */
export const mayBeMojibake = (text: string): boolean => ANY_SEQUENCE.test(text);

/** Finds UTF-8 read as Windows-1252 or Latin-1 ("Uá»· ban", "Ä\u0090Æ¡n") and replacement characters (rule TXT-08). */
export function findMojibake(text: string): Mojibake[] {
  const found: Mojibake[] = [];
  let certain = false;
  for (const { 0: run, index } of text.matchAll(SEQUENCES)) {
    const span = { start: index, end: index + run.length };
    if (run[0] === '\uFFFD') {
      found.push(span);
      continue;
    }
    const repaired = decodeUtf8(bytesOfWindows1252(run));
    if (repaired === undefined || !EXPECTED.test(repaired)) continue;
    certain ||= !DOUBTFUL.test(run);
    found.push({ ...span, repaired });
  }
  return certain ? found : found.filter((defect) => defect.repaired === undefined);
}

/** The text with every readable wrong stretch put right, or undefined when there is none. */
export function repairMojibake(text: string): string | undefined {
  let repaired = '';
  let from = 0;
  for (const defect of findMojibake(text)) {
    if (defect.repaired === undefined) continue;
    repaired += text.slice(from, defect.start) + defect.repaired;
    from = defect.end;
  }
  return from === 0 ? undefined : (repaired + text.slice(from)).normalize('NFC');
}

/** Text of UTF-8 bytes, or undefined where they are none: written by hand because this layer has no TextDecoder. */
export function decodeUtf8(bytes: readonly number[] | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at]!;
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : lead >= 0xe0 && lead < 0xf0
            ? 3
            : lead >= 0xf0 && lead < 0xf5
              ? 4
              : 0;
    if (length === 0 || at + length > bytes.length) return undefined;
    let point = length === 1 ? lead : lead & (0xff >> (length + 1));
    for (let next = 1; next < length; next += 1) {
      const byte = bytes[at + next]!;
      if ((byte & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (byte & 0x3f);
    }
    const shortest = length === 3 ? 0x800 : length === 4 ? 0x10000 : 0;
    if (point < shortest || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return undefined;
    text += String.fromCodePoint(point);
    at += length;
  }
  return text;
}
