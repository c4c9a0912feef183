import type { ArchiveEntry } from './archiveEntries.ts';
import type { PackedContent } from './deflatedPart.ts';

const LARGEST = 0xffff_ffff;
const MOST_ENTRIES = 0xfffe;

/** 1 January 1980, midnight: new parts carry no time, so that the same input gives the same bytes. */
const NO_TIME = 0x0021_0000;
const DEFLATED = 8;
const UTF8_NAME = 1 << 11;

interface Written {
  readonly nameBytes: Uint8Array;
  readonly pieces: readonly Uint8Array[];
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  readonly method: number;
  readonly flags: number;
  readonly modified: number;
  readonly versionMadeBy: number;
  readonly internalAttributes: number;
  readonly externalAttributes: number;
}

/** Writes an archive anew: entries that stay are copied as packed bytes, others get new content, new ones stand last.
 *
 *  @param replaced  new content by entry key
 *  @param added  new entries by name
 *  @returns undefined when the archive would not fit a zip without Zip64 (4 GiB) */
export function writeArchive(
  entries: readonly ArchiveEntry[],
  replaced: ReadonlyMap<string, PackedContent>,
  added: ReadonlyMap<string, PackedContent>,
): Uint8Array | undefined {
  const all: Written[] = entries.map((entry) => {
    const content = replaced.get(entry.key);
    if (content === undefined) return { ...entry, pieces: [entry.packed], packedSize: entry.packed.length };
    // Bits 1 and 2 speak of how the old bytes were packed.
    return { ...entry, ...content, method: DEFLATED, flags: entry.flags & UTF8_NAME };
  });
  for (const [name, content] of added) all.push({ ...NEW_ENTRY, ...content, nameBytes: Buffer.from(name, 'utf8') });

  const length = all.reduce((sum, entry) => sum + 76 + 2 * entry.nameBytes.length + entry.packedSize, 22);
  if (length > LARGEST || all.length > MOST_ENTRIES || all.some((entry) => entry.size > LARGEST)) return undefined;
  return assemble(all, length);
}

const NEW_ENTRY = {
  method: DEFLATED,
  flags: UTF8_NAME,
  modified: NO_TIME,
  versionMadeBy: 20,
  internalAttributes: 0,
  externalAttributes: 0,
};

function assemble(entries: readonly Written[], length: number): Uint8Array {
  const bytes = Buffer.alloc(length);
  let at = 0;
  const offsets: number[] = [];
  for (const entry of entries) {
    offsets.push(at);
    bytes.writeUInt32LE(0x0403_4b50, at);
    writeFields(bytes, entry, at + 4);
    at += 30;
    bytes.set(entry.nameBytes, at);
    at += entry.nameBytes.length;
    for (const piece of entry.pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
  }
  const directory = at;
  entries.forEach((entry, index) => {
    bytes.writeUInt32LE(0x0201_4b50, at);
    bytes.writeUInt16LE(entry.versionMadeBy, at + 4);
    writeFields(bytes, entry, at + 6);
    bytes.writeUInt16LE(entry.internalAttributes, at + 36);
    bytes.writeUInt32LE(entry.externalAttributes, at + 38);
    bytes.writeUInt32LE(offsets[index]!, at + 42);
    bytes.set(entry.nameBytes, at + 46);
    at += 46 + entry.nameBytes.length;
  });
  bytes.writeUInt32LE(0x0605_4b50, at);
  bytes.writeUInt16LE(entries.length, at + 8);
  bytes.writeUInt16LE(entries.length, at + 10);
  bytes.writeUInt32LE(at - directory, at + 12);
  bytes.writeUInt32LE(directory, at + 16);
  return bytes;
}

/** The fields that local header and directory share: version needed … extra length. */
function writeFields(bytes: Buffer, entry: Written, at: number): void {
  bytes.writeUInt16LE(20, at);
  bytes.writeUInt16LE(entry.flags, at + 2);
  bytes.writeUInt16LE(entry.method, at + 4);
  bytes.writeUInt32LE(entry.modified, at + 6);
  bytes.writeUInt32LE(entry.crc, at + 10);
  bytes.writeUInt32LE(entry.packedSize, at + 14);
  bytes.writeUInt32LE(entry.size, at + 18);
  bytes.writeUInt16LE(entry.nameBytes.length, at + 22);
  bytes.writeUInt16LE(0, at + 24);
}
