import { FileRefusal } from './fileRefusal.ts';
import { megabytesOf, type ReadLimits } from './readLimits.ts';

/** One file inside a zip archive, as the central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** Packed bytes, a view into the archive. */
  readonly packed: Uint8Array;
  /** 0 = stored, 8 = deflated. */
  readonly method: number;
  readonly crc: number;
  /** Unpacked size that the archive claims. */
  readonly declaredSize: number;
}

/** The entries of an archive by name: lower case, with `/`, without a leading one (part names ignore case). */
export type ZipArchive = ReadonlyMap<string, ZipEntry>;

/** The name under which an entry is found in a `ZipArchive`. */
export const entryKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

const LOCAL_HEADER = 0x0403_4b50;
const DIRECTORY_ENTRY = 0x0201_4b50;
const END_OF_DIRECTORY = 0x0605_4b50;
const ZIP64_LOCATOR = 0x0706_4b50;
const ZIP64_END = 0x0606_4b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const RATIO_MATTERS_FROM = 16 << 20;

/** Reads the directory of a zip archive (APPNOTE 6.3, with Zip64) without unpacking anything. Nothing is ever written
 *  under an entry's name, so names such as `../x` are only names.
 *
 *  @throws FileRefusal `file.damaged.cutShort`, `file.damaged.archive`, `file.encrypted`, `file.unsafe.*`,
 *  `file.tooLarge.*` */
export function readZipArchive(bytes: Uint8Array, limits: ReadLimits): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > limits.maxEntries) throw new FileRefusal('file.tooLarge.entries', { limit: limits.maxEntries });
  const entries = new Map<string, ZipEntry>();
  const extents: { start: number; end: number }[] = [];
  let at = directory.start;
  for (let index = 0; index < directory.count; index++) {
    if (at + 46 > directory.end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken('directory');
    const { entry, extent, next } = readEntry(view, bytes, at, directory);
    checkEntry(entry, limits);
    entries.set(entryKey(entry.name), entry);
    extents.push(extent);
    at = next;
  }
  refuseOverlaps(extents);
  return entries;
}

const broken = (part: string): FileRefusal => new FileRefusal('file.damaged.archive', { part });

interface Directory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** Bytes that stand before the archive proper. */
  readonly shift: number;
}

function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return readEnd(view, at);
  }
  // The directory is written last: without it the file ended before its writer did.
  throw new FileRefusal('file.damaged.cutShort');
}

function readEnd(view: DataView, at: number): Directory {
  let count = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let start = view.getUint32(at + 16, true);
  let end = at;
  const isZip64 = count === 0xffff || size === 0xffff_ffff || start === 0xffff_ffff;
  if (isZip64 && at >= 20 && view.getUint32(at - 20, true) === ZIP64_LOCATOR) {
    end = readUint64(view, at - 20 + 8);
    if (end + 56 > at || view.getUint32(end, true) !== ZIP64_END) throw broken('zip64');
    count = readUint64(view, end + 32);
    size = readUint64(view, end + 40);
    start = readUint64(view, end + 48);
  }
  const shift = end - size - start;
  if (shift < 0) throw broken('directory');
  return { start: start + shift, end, count, shift };
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, directory: Directory) {
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > directory.end) throw broken('directory');
  const name = nameDecoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
  if ((flags & 1) !== 0) throw new FileRefusal('file.encrypted');

  const sizes = {
    unpacked: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  readZip64Sizes(view, at + 46 + nameLength, extraLength, sizes);
  const local = sizes.offset + directory.shift;
  if (local + 30 > directory.start || view.getUint32(local, true) !== LOCAL_HEADER) throw broken(name);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const end = start + sizes.packed;
  if (end > directory.start) throw broken(name);
  const entry: ZipEntry = {
    name,
    packed: bytes.subarray(start, end),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    declaredSize: sizes.unpacked,
  };
  return { entry, extent: { start: local, end }, next };
}

/** Fills in the sizes that do not fit 32 bits, which stand in extra field 1 in this order, each only if needed. */
function readZip64Sizes(
  view: DataView,
  start: number,
  length: number,
  sizes: { unpacked: number; packed: number; offset: number },
): void {
  for (let at = start; at + 4 <= start + length;) {
    const fieldEnd = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let value = at + 4;
      for (const size of ['unpacked', 'packed', 'offset'] as const) {
        if (sizes[size] !== 0xffff_ffff || value + 8 > Math.min(fieldEnd, start + length)) continue;
        sizes[size] = readUint64(view, value);
        value += 8;
      }
    }
    at = fieldEnd;
  }
}

function checkEntry(entry: ZipEntry, limits: ReadLimits): void {
  if (entry.declaredSize > limits.maxEntryBytes) {
    throw new FileRefusal('file.tooLarge.unpacked', { part: entry.name, megabytes: megabytesOf(limits.maxEntryBytes) });
  }
  refuseRatio(entry, entry.declaredSize, limits);
}

/** Refuses a part that unpacks to far more than honest data does.
 *  @param size  unpacked bytes: claimed, or counted so far */
export function refuseRatio(entry: Pick<ZipEntry, 'name' | 'packed'>, size: number, limits: ReadLimits): void {
  if (size < RATIO_MATTERS_FROM || size <= entry.packed.length * limits.maxRatio) return;
  const ratio = Math.round(size / Math.max(1, entry.packed.length));
  throw new FileRefusal('file.unsafe.ratio', { part: entry.name, ratio });
}

/** Entries that share bytes make a small file unpack into a huge one. */
function refuseOverlaps(extents: { start: number; end: number }[]): void {
  extents.sort((a, b) => a.start - b.start);
  for (let index = 1; index < extents.length; index++) {
    if (extents[index]!.start < extents[index - 1]!.end) throw new FileRefusal('file.unsafe.overlap');
  }
}

/** A 64-bit size; what exceeds 2^53 is refused, because no file is that long. */
function readUint64(view: DataView, at: number): number {
  if (at < 0 || at + 8 > view.byteLength) throw broken('zip64');
  const high = view.getUint32(at + 4, true);
  if (high > 0x1f_ffff) throw broken('zip64');
  return high * 0x1_0000_0000 + view.getUint32(at, true);
}

const nameDecoder = new TextDecoder('utf-8');
