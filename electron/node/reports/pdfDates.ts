/** Dates stand among the first objects of a PDF. */
const SEARCHED = 4096;
const DATE = /\/(?:CreationDate|ModDate) \(D:(\d{14})[+-]\d{2}'\d{2}'\)/g;

/** A PDF that says it was made on a day, so that the same page gives the same bytes whenever it is printed. Nothing moves:
 *  a day is as long as another.
 *  @param day  ISO date */
export function withFixedDates(pdf: Uint8Array, day: string): Uint8Array {
  const bytes = Buffer.from(pdf);
  const stamp = `${day.replaceAll('-', '')}000000`;
  const begin = bytes.toString('latin1', 0, SEARCHED);
  for (const { 0: found, 1: digits, index } of begin.matchAll(DATE)) {
    bytes.write(stamp, index + found.indexOf(digits!), 'latin1');
  }
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
