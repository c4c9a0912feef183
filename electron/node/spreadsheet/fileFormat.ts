/** What the first bytes of a file say it is. The extension is never asked: agencies rename files. */
export type FileFormat = 'zip' | 'ole' | 'html' | 'xml2003' | 'flatOds' | 'text' | 'unknown';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

/** Signatures of files that would otherwise pass for text. */
const FOREIGN = ['%PDF', '{\\rtf', 'Rar!', 'GIF8', '%!PS', '{"', '[{', '#!/'];

const LOOKED_AT = 4096;

/** Tells the format by the bytes: zip (a package or an archive), OLE2 (.xls, encrypted .xlsx, .doc), HTML,
 *  SpreadsheetML 2003, flat OpenDocument, text that may be a table, or nothing that is read here. */
export function detectFormat(bytes: Uint8Array): FileFormat {
  const begins = (signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (begins(OLE)) return 'ole';
  if (begins(ZIP) && bytes[2]! < 9 && bytes[3]! < 9) return 'zip';
  if (isBinary(bytes)) return 'unknown';

  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT)).toString('latin1');
  const text = start
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .trimStart();
  if (FOREIGN.some((signature) => text.startsWith(signature))) return 'unknown';
  return text.startsWith('<') ? markupFormat(text.toLowerCase()) : 'text';
}

function markupFormat(text: string): FileFormat {
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml2003';
  if (text.includes('<office:document')) return 'flatOds';
  return /<(?:!doctype html|html|head|body|meta|table|div|style)\b/.test(text) ? 'html' : 'unknown';
}

/** Whether the bytes hold control characters that no text holds. */
function isBinary(bytes: Uint8Array): boolean {
  if (utf16Encoding(bytes) !== undefined) return false;
  const end = Math.min(bytes.length, LOOKED_AT);
  for (let at = 0; at < end; at++) {
    const byte = bytes[at]!;
    const isBlank = byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d || byte === 0x1a;
    if (byte < 0x20 && !isBlank) return true;
  }
  return false;
}

/** The UTF-16 variant announced by a byte order mark. */
export function utf16Mark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** The UTF-16 variant of a text: announced, or told by its zero bytes. */
export function utf16Encoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const marked = utf16Mark(bytes);
  if (marked !== undefined) return marked;
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  // Vietnamese text is mostly Basic Latin, whose high byte is zero; the low byte never is.
  const many = sample.length / 5;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : undefined;
}
