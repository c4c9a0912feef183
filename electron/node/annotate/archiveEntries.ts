import { FileRefusal } from '../spreadsheet/fileRefusal.ts';
import { entryKey } from '../spreadsheet/zipArchive.ts';

/** An entry of a zip archive with everything that copying it unchanged needs. */
export interface ArchiveEntry {
  /** As in `ZipArchive`. */
  readonly key: string;
  readonly nameBytes: Uint8Array;
  /** Packed bytes. */
  readonly packed: Uint8Array;
  readonly size: number;
  readonly crc: number;
  readonly method: number;
  /** General purpose bits; bit 3 (sizes follow the data) is cleared, since the writer knows the sizes. */
  readonly flags: number;
  /** Time and date of the last change, as DOS keeps them. */
  readonly modified: number;
  readonly versionMadeBy: number;
  readonly internalAttributes: number;
  readonly externalAttributes: number;
}

const END_OF_DIRECTORY = 0x0605_4b50;
const DIRECTORY_ENTRY = 0x0201_4b50;
const END_LENGTH = 22;
const SIZES_FOLLOW = 1 << 3;

/** Lists the entries of an archive that `readZipArchive` has accepted, in the order of its directory.
 *
 *  @returns undefined for a Zip64 archive: one whose parts exceed 4 GiB, or that pretends so
 *  @throws FileRefusal `file.damaged.archive` */
export function listArchiveEntries(bytes: Uint8Array): readonly ArchiveEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_LENGTH;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw new FileRefusal('file.damaged.archive', { part: 'directory' });
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffff_ffff || start === 0xffff_ffff) return undefined;
  // Offsets count from the archive's own beginning; bytes may stand before it.
  const shift = end - size - start;
  const entries: ArchiveEntry[] = [];
  let at = start + shift;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw new FileRefusal('file.damaged.archive', { part: 'directory' });
    }
    const entry = readEntry(view, bytes, at, shift);
    if (entry === undefined) return undefined;
    entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, shift: number): ArchiveEntry | undefined {
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const offset = view.getUint32(at + 42, true);
  if (packedSize === 0xffff_ffff || size === 0xffff_ffff || offset === 0xffff_ffff) return undefined;
  const nameBytes = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
  const local = offset + shift;
  const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return {
    key: entryKey(new TextDecoder().decode(nameBytes)),
    nameBytes,
    packed: bytes.subarray(data, data + packedSize),
    size,
    crc: view.getUint32(at + 16, true),
    method: view.getUint16(at + 10, true),
    flags: view.getUint16(at + 8, true) & ~SIZES_FOLLOW,
    modified: view.getUint32(at + 12, true),
    versionMadeBy: view.getUint16(at + 4, true),
    internalAttributes: view.getUint16(at + 36, true),
    externalAttributes: view.getUint32(at + 38, true),
  };
}
