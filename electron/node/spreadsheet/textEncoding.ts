import { isUtf8 } from 'node:buffer';
import { utf16Encoding } from './fileFormat.ts';

/** Bytes of a text file as UTF-8 without a byte order mark. Known: UTF-8, UTF-16 (with a mark, or by its zero bytes) and,
 *  for what is neither, windows-1258, in which Vietnamese Excel saves "CSV (Comma delimited)". */
export function toUtf8(bytes: Uint8Array): Uint8Array {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8') return Buffer.from(new TextDecoder(encoding).decode(bytes));
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? bytes.subarray(3) : bytes;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' {
  return utf16Encoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1258');
}
