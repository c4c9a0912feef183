import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, createDeflateRaw } from 'node:zlib';
import { columnLetters } from '../../shared/table/cell.ts';

/** Path of a workbook to measure with, in the system's temporary folder; made when it is not there yet. */
export async function workbookFile(rows: number, columns: number): Promise<string> {
  const file = path.join(tmpdir(), `ra-soat-tthc-reading-2-${rows}x${columns}.xlsx`);
  if (existsSync(file)) return file;
  const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const document = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const strings: string[] = [];
  const parts: [name: string, content: Iterable<string>][] = [
    [
      '_rels/.rels',
      [
        `<Relationships xmlns="${relations}"><Relationship Id="a" Type="${document}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    ],
    [
      'xl/workbook.xml',
      [
        `<workbook xmlns="${spreadsheet}" xmlns:r="${document}"><sheets><sheet name="Data" sheetId="1" r:id="a"/></sheets></workbook>`,
      ],
    ],
    [
      'xl/_rels/workbook.xml.rels',
      [
        `<Relationships xmlns="${relations}"><Relationship Id="a" Type="${document}/worksheet" Target="worksheets/sheet1.xml"/>` +
          `<Relationship Id="b" Type="${document}/sharedStrings" Target="sharedStrings.xml"/>` +
          `<Relationship Id="c" Type="${document}/styles" Target="styles.xml"/></Relationships>`,
      ],
    ],
    [
      'xl/styles.xml',
      [
        `<styleSheet xmlns="${spreadsheet}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="3"/></cellXfs></styleSheet>`,
      ],
    ],
    ['xl/worksheets/sheet1.xml', sheetXml(rows, columns, spreadsheet, strings)],
    ['xl/sharedStrings.xml', stringsXml(spreadsheet, strings)],
    [
      '[Content_Types].xml',
      [
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
          '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
          '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
          '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>' +
          '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
      ],
    ],
  ];
  writeFileSync(`${file}.part`, await zip(parts));
  renameSync(`${file}.part`, file);
  return file;
}

/** Columns by turns: two texts that repeat, a code, an amount, a date, and every fifth a long text of its own, which
 *  comes again after 100,000 rows. */
function* sheetXml(rows: number, columns: number, namespace: string, strings: string[]): Generator<string> {
  const indexes = new Map<string, number>();
  const shared = (text: string): number => {
    let index = indexes.get(text);
    if (index === undefined) {
      index = strings.push(text) - 1;
      indexes.set(text, index);
    }
    return index;
  };
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}"><sheetData>`;
  for (let row = 1; row <= rows; row++) {
    const cells: string[] = [];
    for (let column = 0; column < columns; column++) {
      const address = `${columnLetters(column)}${row}`;
      const mixed = (Math.imul(row * 31 + column, 0x9e37_79b1) >>> 0) % 1_000_003;
      cells.push(
        [
          () => `<c r="${address}" t="s"><v>${shared(`Ủy ban nhân dân cấp xã số ${mixed % 3321}`)}</v></c>`,
          () => `<c r="${address}" s="0" t="s"><v>${shared(`1.${String(mixed % 6300).padStart(6, '0')}`)}</v></c>`,
          () => `<c r="${address}" s="2"><v>${(mixed % 5000) * 1000}</v></c>`,
          () => `<c r="${address}" s="1"><v>${44_000 + (mixed % 3000)}</v></c>`,
          () => `<c r="${address}" t="s"><v>${shared(`${row % 100_000}-${column} ${LONG_TEXT}`)}</v></c>`,
        ][column % 5]!(),
      );
    }
    yield `<row r="${row}" spans="1:${columns}">${cells.join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

const LONG_TEXT =
  'Cấp giấy chứng nhận đủ điều kiện kinh doanh cho hộ kinh doanh tại địa bàn phường, đặc khu và xã biên giới theo Nghị định';

function* stringsXml(namespace: string, strings: readonly string[]): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${namespace}">`;
  for (const text of strings) yield `<si><t>${text}</t></si>`;
  yield '</sst>';
}

async function zip(parts: readonly (readonly [name: string, content: Iterable<string>])[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const { packed, size, crc } = await deflated(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x0403_4b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc, 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x0201_4b50, 0);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, Buffer.from(name));
    chunks.push(head, Buffer.from(name), packed);
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}

async function deflated(content: Iterable<string>): Promise<{ packed: Buffer; size: number; crc: number }> {
  const deflater = createDeflateRaw({ level: 6 });
  const packed: Buffer[] = [];
  deflater.on('data', (chunk: Buffer) => packed.push(chunk));
  let size = 0;
  let crc = 0;
  let waiting = '';
  const write = async (text: string): Promise<void> => {
    const bytes = Buffer.from(text);
    size += bytes.length;
    crc = crc32(bytes, crc);
    if (!deflater.write(bytes)) await new Promise((resolve) => deflater.once('drain', resolve));
  };
  for (const piece of content) {
    waiting += piece;
    if (waiting.length < 1 << 18) continue;
    await write(waiting);
    waiting = '';
  }
  await write(waiting);
  const finished = new Promise((resolve) => deflater.once('end', resolve));
  deflater.end();
  await finished;
  return { packed: Buffer.concat(packed), size, crc };
}
