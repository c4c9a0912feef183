import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../electron/node/spreadsheet/readLimits.ts';
import { createUnpackBudget, unpackWhole } from '../../../electron/node/spreadsheet/unpacking.ts';
import { readZipArchive } from '../../../electron/node/spreadsheet/zipArchive.ts';
import { buildZip } from '../../workbooks.ts';
import { firstSheet, refusal, textsOf } from './opened.ts';

const SHEET = 'xl/worksheets/sheet1.bin';

/** An .xlsb workbook with records put behind those of its sheet, and its sheet perhaps under another name. */
async function xlsbWith(records: Uint8Array, sheetName = SHEET): Promise<Uint8Array> {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Mã TTHC'], ['1.000123']]), 'a');
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsb' });
  const budget = createUnpackBudget(DEFAULT_LIMITS);
  const parts = [];
  for (const entry of readZipArchive(bytes, DEFAULT_LIMITS).values()) {
    const content = await unpackWhole(entry, budget);
    if (entry.name === SHEET) parts.push({ name: sheetName, content: Buffer.concat([content, records]) });
    else {
      const text = Buffer.from(content).toString('latin1');
      const moved = text.replaceAll(SHEET.slice(3), sheetName.slice(3)).replaceAll(SHEET, sheetName);
      parts.push({ name: entry.name, content: Buffer.from(moved, 'latin1') });
    }
  }
  return buildZip(parts);
}

/** A record of numbers of four bytes, with a type below 0x80 or of two bytes. */
function record(type: readonly number[], ...numbers: readonly number[]): Buffer {
  const content = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, index) => content.writeUInt32LE(number, 4 * index));
  return Buffer.concat([Buffer.from([...type, content.length]), content]);
}

const COLUMNS = [0x3c];
const LINK = [0xee, 0x03];

test.each<[string, Buffer, string]>([
  ['xlsb: a row at two billion', record([0], 2e9, 0, 0, 0), 'file.damaged.structure'],
  ['xlsb: a cell beside the last column', record([5], 16_384, 0, 0, 0), 'file.damaged.structure'],
  ['xlsb: four billion columns described', record(COLUMNS, 0, 0xffff_fffe, 0, 0, 0), 'file.damaged.structure'],
  ['xlsb: a link from below zero', record(LINK, 0x8000_0000, 5, 0, 5, 0, 0, 0, 0), 'file.damaged.structure'],
  [
    'xlsb: a link over every cell of the sheet',
    record(LINK, 0, 1_048_575, 0, 16_383, 0, 0, 0, 0),
    'file.tooLarge.cells',
  ],
  ['xlsb: a record longer than its part', Buffer.from([0x3c, 0x6d, 0, 0, 0, 0]), 'file.damaged.structure'],
])('%s is refused before it costs memory', async (_, records, code) => {
  expect(await refusal(await xlsbWith(records))).toBe(code);
  // Under another name, too, as long as the workbook points to it.
  expect(await refusal(await xlsbWith(records, 'xl/printerSettings/x.bin'))).toBe(code);
});

test('xlsb: columns and links within the sheet are read', async () => {
  const sound = Buffer.concat([record(COLUMNS, 0, 16_383, 2048, 0, 0), record(LINK, 0, 0, 0, 0, 0, 0, 0, 0)]);
  expect(textsOf(await firstSheet(await xlsbWith(sound)))).toEqual({ A1: 'Mã TTHC', A2: '1.000123' });
});
