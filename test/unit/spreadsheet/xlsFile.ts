import { CFB } from '@e965/xlsx';

/** The stream of records in an .xls file: `Workbook` of BIFF8, `Book` of BIFF5. */
export function recordStream(bytes: Uint8Array): Buffer {
  const container = CFB.read(bytes, { type: 'array' });
  const entry = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
  if (entry === null) throw new Error('no workbook inside');
  return Buffer.from(entry.content as Uint8Array);
}

/** An OLE2 file with the given streams. */
export function oleFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, content);
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

/** One BIFF record: its type and two-byte numbers. */
export function biffRecord(type: number, ...words: readonly number[]): Buffer {
  const record = Buffer.alloc(4 + 2 * words.length);
  [type, 2 * words.length, ...words].forEach((word, index) => record.writeUInt16LE(word, 2 * index));
  return record;
}

const BOF = 0x0809;

/** Puts records at the beginning of the last sheet, behind which no place moves that the file refers to. */
export function inLastSheet(stream: Buffer, ...records: readonly Buffer[]): Buffer {
  let last = 0;
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    if (stream.readUInt16LE(at) === BOF) last = at;
  }
  const behind = last + 4 + stream.readUInt16LE(last + 2);
  return Buffer.concat([stream.subarray(0, behind), ...records, stream.subarray(behind)]);
}
