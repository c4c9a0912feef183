import { TextDecoder } from 'node:util';
import { FileRefusal } from '../fileRefusal.ts';
import { utf16Mark } from '../fileFormat.ts';
import { unpack, type UnpackBudget } from '../unpacking.ts';
import type { ZipEntry } from '../zipArchive.ts';

/** Reads an XML part that arrives in pieces cut anywhere. */
export interface PartScanner {
  /** Reads as many whole tokens of `bytes[0, end)` as there are and returns how many bytes they took; the rest comes
   *  again with what follows it. After `end` stand at least `PADDING` zero bytes, so that a scanner may look ahead.
   *  @param isLast  nothing follows: a rest is an error of the file */
  scan(bytes: Uint8Array, end: number, isLast: boolean): number;
}

/** Zero bytes after the end of what a scanner is given. */
export const PADDING = 64;

/** Leads a part of the package through a scanner without ever holding it as a whole: a piece and an unfinished token.
 *  @throws FileRefusal of the archive or of the scanner; `file.damaged.content` for a token beyond the limit */
export async function scanPart(entry: ZipEntry, budget: UnpackBudget, scanner: PartScanner): Promise<void> {
  let buffer = new Uint8Array(1 << 19);
  let filled = 0;
  // After a scan that found no whole token the buffer must double before the next: linear even for one huge token.
  let wanted = 0;
  let position = 0;
  for await (const chunk of utf8Pieces(unpack(entry, budget))) {
    const needed = filled + chunk.length + PADDING;
    if (needed > buffer.length) {
      const larger = new Uint8Array(Math.max(needed, buffer.length * 2));
      larger.set(buffer.subarray(0, filled));
      buffer = larger;
    }
    buffer.set(chunk, filled);
    filled += chunk.length;
    if (filled < wanted) continue;
    buffer.fill(0, filled, filled + PADDING);
    const used = scanner.scan(buffer, filled, false);
    if (used === 0 && filled > budget.limits.maxTokenBytes) {
      throw new FileRefusal('file.damaged.content', { part: entry.name, at: position });
    }
    wanted = used === 0 ? filled * 2 : 0;
    buffer.copyWithin(0, used, filled);
    filled -= used;
    position += used;
  }
  buffer.fill(0, filled, filled + PADDING);
  scanner.scan(buffer, filled, true);
}

/** Parts are UTF-8 as good as always; XML also allows UTF-16 with a byte order mark. */
async function* utf8Pieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst) {
      isFirst = false;
      const encoding = utf16Mark(piece);
      if (encoding !== undefined) decoder = new TextDecoder(encoding);
    }
    yield decoder === undefined ? piece : Buffer.from(decoder.decode(piece, { stream: true }));
  }
}
