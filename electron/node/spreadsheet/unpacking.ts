import { once } from 'node:events';
import { crc32, createInflateRaw } from 'node:zlib';
import { FileRefusal } from './fileRefusal.ts';
import { megabytesOf, type ReadLimits } from './readLimits.ts';
import { refuseRatio, type ZipEntry } from './zipArchive.ts';

/** Counts what is unpacked from one file, against its limits, and tells how far it is. */
export interface UnpackBudget {
  readonly limits: ReadLimits;
  /** Adds unpacked bytes. @throws FileRefusal `file.tooLarge.unpacked` */
  spend(bytes: number, part: string): void;
}

/** A budget for one file.
 *  @param onBytes  told the unpacked bytes so far, at most a few times per MiB */
export function createUnpackBudget(limits: ReadLimits, onBytes?: (done: number) => void): UnpackBudget {
  let done = 0;
  return {
    limits,
    spend(bytes, part) {
      done += bytes;
      if (done > limits.maxTotalBytes) {
        throw new FileRefusal('file.tooLarge.unpacked', { part, megabytes: megabytesOf(limits.maxTotalBytes) });
      }
      onBytes?.(done);
    },
  };
}

const CHUNK = 256 * 1024;

/** Unpacks an entry piece by piece; the next piece is inflated on a pool thread while the caller reads this one.
 *  The sum of the parts is checked at the end, so what was read before counts only when the loop ends without throwing.
 *
 *  @throws FileRefusal `file.damaged.archive`, `file.damaged.checksum`, `file.tooLarge.unpacked`, `file.unsafe.ratio` */
export async function* unpack(entry: ZipEntry, budget: UnpackBudget): AsyncGenerator<Uint8Array, void, void> {
  let size = 0;
  let crc = 0;
  for await (const chunk of piecesOf(entry)) {
    size += chunk.length;
    if (size > budget.limits.maxEntryBytes) {
      const megabytes = megabytesOf(budget.limits.maxEntryBytes);
      throw new FileRefusal('file.tooLarge.unpacked', { part: entry.name, megabytes });
    }
    refuseRatio(entry, size, budget.limits);
    budget.spend(chunk.length, entry.name);
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (crc !== entry.crc) throw new FileRefusal('file.damaged.checksum', { part: entry.name });
}

/** Unpacks a small entry as a whole. @throws FileRefusal as `unpack`, and `file.tooLarge.unpacked` over the limit */
export async function unpackWhole(entry: ZipEntry, budget: UnpackBudget): Promise<Uint8Array> {
  const limit = budget.limits.maxTextPartBytes;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of unpack(entry, budget)) {
    size += chunk.length;
    if (size > limit) {
      throw new FileRefusal('file.tooLarge.unpacked', { part: entry.name, megabytes: megabytesOf(limit) });
    }
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

async function* piecesOf(entry: ZipEntry): AsyncGenerator<Uint8Array, void, void> {
  if (entry.method === 0) {
    for (let at = 0; at < entry.packed.length; at += CHUNK) yield entry.packed.subarray(at, at + CHUNK);
    return;
  }
  if (entry.method !== 8) throw new FileRefusal('file.damaged.archive', { part: entry.name });
  const inflater = createInflateRaw({ chunkSize: CHUNK });
  inflater.end(entry.packed);
  try {
    yield* inflater as AsyncIterable<Uint8Array>;
  } catch (error) {
    // zlib's own refusal of the packed bytes; a refusal by the reader of the pieces passes through as it is.
    if (!isZlibError(error)) throw error;
    throw new FileRefusal('file.damaged.archive', { part: entry.name });
  } finally {
    inflater.destroy();
    if (!inflater.closed) await once(inflater, 'close');
  }
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
