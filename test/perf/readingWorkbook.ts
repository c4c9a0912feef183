import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, createDeflateRaw } from 'node:zlib';
import { columnLetters } from '../../shared/table/cell.ts';

/** Path of a workbook to measure with, in the system's temporary folder; made when it is not there yet, in memory that
 *  does not grow with its size. */
export async function workbookFile(rows: number, columns: number): Promise<string> {
  const file = path.join(tmpdir(), `ra-soat-tthc-reading-3-${rows}x${columns}.xlsx`);
  if (existsSync(file)) return file;
  const archive = new ArchiveFile(`${file}.part`);
  for (const [name, content] of partsOf(rows, columns)) await archive.add(name, content);
  archive.close();
  renameSync(`${file}.part`, file);
  return file;
}

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Parts in the order in which Excel writes them: the sheet before its shared strings. */
function partsOf(rows: number, columns: number): readonly (readonly [name: string, content: Iterable<string>])[] {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  return [
    [
      '[Content_Types].xml',
      [
        `${PROLOGUE}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
          override('workbook', 'sheet.main') +
          override('worksheets/sheet1', 'worksheet') +
          override('sharedStrings', 'sharedStrings') +
          `${override('styles', 'styles')}</Types>`,
      ],
    ],
    [
      '_rels/.rels',
      [
        `${PROLOGUE}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      ],
    ],
    [
      'xl/workbook.xml',
      [
        `${PROLOGUE}<workbook xmlns="${SPREADSHEET}" xmlns:r="${DOCUMENT}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    ],
    [
      'xl/_rels/workbook.xml.rels',
      [
        `${PROLOGUE}<Relationships xmlns="${PACKAGE}/relationships">` +
          relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
          relation('rId2', 'sharedStrings', 'sharedStrings.xml') +
          `${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
      ],
    ],
    [
      'xl/styles.xml',
      [
        `${PROLOGUE}<styleSheet xmlns="${SPREADSHEET}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
          '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
          '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="3"/></cellXfs></styleSheet>',
      ],
    ],
    ['xl/worksheets/sheet1.xml', sheetXml(rows, columns)],
    ['xl/sharedStrings.xml', stringsXml(rows, columns)],
  ];
}

const AGENCIES = 3321;
const CODES = 6300;
/** Long texts come again after so many rows. */
const PERIOD = 100_000;
const LONG_TEXT =
  'Cấp giấy chứng nhận đủ điều kiện kinh doanh cho hộ kinh doanh tại địa bàn phường, đặc khu và xã biên giới theo Nghị định';

/** Columns by turns: two texts that repeat, an amount, a date, and every fifth a long text of its own. A text's index in
 *  the shared strings follows from its place, so that no list of them has to be held. */
function* sheetXml(rows: number, columns: number): Generator<string> {
  const letters = Array.from({ length: columns }, (_, column) => columnLetters(column));
  const longColumns = Math.floor(columns / 5);
  yield `${PROLOGUE}<worksheet xmlns="${SPREADSHEET}"><sheetData>`;
  for (let row = 1; row <= rows; row++) {
    let cells = '';
    for (let column = 0; column < columns; column++) {
      const address = letters[column]! + row;
      const mixed = (Math.imul(row * 31 + column, 0x9e37_79b1) >>> 0) % 1_000_003;
      switch (column % 5) {
        case 0:
          cells += `<c r="${address}" t="s"><v>${mixed % AGENCIES}</v></c>`;
          break;
        case 1:
          cells += `<c r="${address}" s="0" t="s"><v>${AGENCIES + (mixed % CODES)}</v></c>`;
          break;
        case 2:
          cells += `<c r="${address}" s="2"><v>${(mixed % 5000) * 1000}</v></c>`;
          break;
        case 3:
          cells += `<c r="${address}" s="1"><v>${44_000 + (mixed % 3000)}</v></c>`;
          break;
        default: {
          const long = ((row - 1) % PERIOD) * longColumns + Math.floor(column / 5);
          cells += `<c r="${address}" t="s"><v>${AGENCIES + CODES + long}</v></c>`;
        }
      }
    }
    yield `<row r="${row}" spans="1:${columns}">${cells}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function* stringsXml(rows: number, columns: number): Generator<string> {
  yield `${PROLOGUE}<sst xmlns="${SPREADSHEET}">`;
  for (let agency = 0; agency < AGENCIES; agency++) yield `<si><t>Ủy ban nhân dân cấp xã số ${agency}</t></si>`;
  for (let code = 0; code < CODES; code++) yield `<si><t>1.${String(code).padStart(6, '0')}</t></si>`;
  for (let row = 0; row < Math.min(rows, PERIOD); row++) {
    for (let column = 4; column < columns; column += 5) yield `<si><t>${row}-${column} ${LONG_TEXT}</t></si>`;
  }
  yield '</sst>';
}

/** A zip archive written to a file part by part; nothing but the piece being packed stands in memory. */
class ArchiveFile {
  readonly #file: number;
  readonly #directory: Buffer[] = [];
  #length = 0;
  #entries = 0;

  constructor(file: string) {
    this.#file = openSync(file, 'w');
  }

  async add(name: string, content: Iterable<string>): Promise<void> {
    const start = this.#length;
    const head = Buffer.alloc(30);
    this.#append(head);
    this.#append(Buffer.from(name));
    const { packed, size, crc } = await this.#deflate(content);
    head.writeUInt32LE(0x0403_4b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc, 14);
    head.writeUInt32LE(packed, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(name.length, 26);
    writeSync(this.#file, head, 0, head.length, start);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x0201_4b50, 0);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(start, 42);
    this.#directory.push(entry, Buffer.from(name));
    this.#entries += 1;
  }

  close(): void {
    const directory = Buffer.concat(this.#directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x0605_4b50, 0);
    end.writeUInt16LE(this.#entries, 8);
    end.writeUInt16LE(this.#entries, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.#length, 16);
    this.#append(directory);
    this.#append(end);
    closeSync(this.#file);
  }

  #append(bytes: Uint8Array): void {
    writeSync(this.#file, bytes, 0, bytes.length, this.#length);
    this.#length += bytes.length;
  }

  async #deflate(content: Iterable<string>): Promise<{ packed: number; size: number; crc: number }> {
    const deflater = createDeflateRaw({ level: 6 });
    const start = this.#length;
    deflater.on('data', (chunk: Buffer) => this.#append(chunk));
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
    return { packed: this.#length - start, size, crc };
  }
}
