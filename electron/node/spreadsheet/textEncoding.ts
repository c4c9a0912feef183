import { isUtf8 } from 'node:buffer';
import { isVietnameseSyllable } from '../../../shared/domain/vietnameseSyllable.ts';
import { utf16Encoding } from './fileFormat.ts';

/** Bytes of a text file as UTF-8 without a byte order mark. Known: UTF-8, UTF-16 (with a mark, or by its zero bytes) and,
 *  for what is neither, the two one-byte encodings in which Windows saves "CSV (Comma delimited)": windows-1258 where it is
 *  set to Vietnamese, windows-1252 elsewhere. */
export function toUtf8(bytes: Uint8Array): Uint8Array {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8') return Buffer.from(new TextDecoder(encoding).decode(bytes));
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? bytes.subarray(3) : bytes;
}

type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';

function encodingOf(bytes: Uint8Array): TextEncoding {
  return utf16Encoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : oneByteEncoding(bytes));
}

const SAMPLE_BYTES = 256 * 1024;

/** The two differ in few letters, so the words decide: read as windows-1258 most of them are Vietnamese, or the text is
 *  something else, such as TCVN3 or VNI, whose bytes windows-1252 keeps apart. */
function oneByteEncoding(bytes: Uint8Array): 'windows-1258' | 'windows-1252' {
  const text = new TextDecoder('windows-1258').decode(bytes.subarray(0, SAMPLE_BYTES)).normalize('NFC');
  let marked = 0;
  let vietnamese = 0;
  for (const word of text.match(/[\p{L}\p{M}]+/gu) ?? []) {
    if (!/[^\0-\x7F]/.test(word)) continue;
    marked++;
    if (isVietnameseSyllable(word)) vietnamese++;
  }
  return vietnamese * 2 >= marked ? 'windows-1258' : 'windows-1252';
}
