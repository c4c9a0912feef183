import { CellDictionaryBuilder, STORED } from '../../../shared/table/cellDictionary.ts';
import type { Workbook } from '../../../shared/table/sheet.ts';
import { chooseDelimiter } from './delimiter.ts';
import { FieldReader } from './fieldReader.ts';
import { FileRefusal } from './fileRefusal.ts';
import type { ReadLimits } from './readLimits.ts';
import { createCellBudget, SheetColumns } from './sheetColumns.ts';
import { toUtf8 } from './textEncoding.ts';

const MAX_COLUMNS = 16_384;

/** Reads a table in a text file: comma, semicolon, tab or `|` between the fields, quotes as RFC 4180 has them. Every
 *  field is text, so that no code loses a zero; `="00123"`, with which exporters protect codes from Excel, is 00123.
 *
 *  @param sheetName  name of the only sheet
 *  @throws FileRefusal `file.notATable` for prose, `file.tooLarge.cells` */
export function readDelimitedText(file: Uint8Array, sheetName: string, limits: ReadLimits): Workbook {
  const bytes = toUtf8(file);
  const { delimiter, start } = chooseDelimiter(bytes);
  const dictionary = new CellDictionaryBuilder();
  const columns = new SheetColumns(createCellBudget(limits));
  const fields = new FieldReader(bytes, delimiter, start);
  let row = 1;
  let column = 0;
  while (fields.next()) {
    if (column >= MAX_COLUMNS) throw new FileRefusal('file.notATable');
    columns.put(row, column, dictionary.intern(fields.source, fields.from, fields.to, STORED.text));
    column++;
    if (!fields.endsRecord) continue;
    row++;
    column = 0;
    if (dictionary.byteLength > limits.maxDictionaryBytes) throw new FileRefusal('file.tooLarge.cells', { limit: row });
  }
  const look = { name: sheetName, visibility: 'visible', merges: [], hiddenRows: none, hiddenColumns: none } as const;
  return { format: 'csv', sheets: [columns.finish(look, dictionary.finish())] };
}

const none: ReadonlySet<number> = new Set();
