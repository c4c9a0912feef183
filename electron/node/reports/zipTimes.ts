const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;

/** 1 January 1980, 00:00, the first moment a zip can tell. */
const FIRST_DAY = (1 << 5) | 1;

/** A zip package with the same time on every entry, so that the same content gives the same bytes whenever it is written.
 *  For packages that this program's own writers made: without comment, without Zip64.
 *  @throws RangeError  when the bytes are no such package */
export function withFixedTimes(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END) throw new RangeError('no plain zip package');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError('no plain zip package');
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== LOCAL) throw new RangeError('no plain zip package');
    view.setUint16(at + 12, 0, true);
    view.setUint16(at + 14, FIRST_DAY, true);
    view.setUint16(local + 10, 0, true);
    view.setUint16(local + 12, FIRST_DAY, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
