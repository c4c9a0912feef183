import { CellDictionaryBuilder } from '../../../../shared/table/cellDictionary.ts';
import type { Workbook } from '../../../../shared/table/sheet.ts';
import { FileRefusal } from '../fileRefusal.ts';
import { createCellBudget, SheetColumns } from '../sheetColumns.ts';
import type { UnpackBudget } from '../unpacking.ts';
import type { ZipArchive, ZipEntry } from '../zipArchive.ts';
import { scanPart } from './partScanning.ts';
import { SharedStringScanner } from './sharedStrings.ts';
import { readCellStyles, readWorkbookParts } from './workbookParts.ts';
import { WorksheetScanner } from './worksheetScanner.ts';

/** Reads an .xlsx package (ECMA-376, transitional or strict) as a stream over its bytes.
 *
 *  @param workbookPart  from `findWorkbookPart`
 *  @returns undefined when the part is no workbook
 *  @throws FileRefusal */
export async function readXlsx(
  archive: ZipArchive,
  workbookPart: ZipEntry,
  budget: UnpackBudget,
): Promise<Workbook | undefined> {
  const parts = await readWorkbookParts(archive, workbookPart, budget);
  if (parts === undefined) return undefined;
  const { limits } = budget;
  if (parts.sheets.length > limits.maxSheets) {
    throw new FileRefusal('file.tooLarge.entries', { limit: limits.maxSheets });
  }

  const expectedBytes = Math.min(parts.sharedStrings?.declaredSize ?? 0, limits.maxDictionaryBytes);
  const dictionary = new CellDictionaryBuilder(parts.date1904, expectedBytes);
  const styles = await readCellStyles(parts.styles, budget);
  const styleFormats = Uint16Array.from(styles, ({ format }) => dictionary.formatIndex(format));
  const fonts = Uint16Array.from(styles, ({ font }) => dictionary.fontIndex(font));
  const styleFonts = fonts.some((font) => font !== 0) ? fonts : undefined;
  let strings: Uint32Array = new Uint32Array(0);
  if (parts.sharedStrings !== undefined) {
    const scanner = new SharedStringScanner(dictionary, limits, parts.sharedStrings.name);
    await scanPart(parts.sharedStrings, budget, scanner);
    strings = scanner.codes;
  }

  const cellBudget = createCellBudget(limits);
  const scanned = [];
  for (const { name, visibility, entry } of parts.sheets) {
    const columns = new SheetColumns(cellBudget);
    const context = { dictionary, strings, styleFormats, styleFonts, limits, part: entry.name };
    const scanner = new WorksheetScanner(columns, context);
    await scanPart(entry, budget, scanner);
    const { merges, hiddenRows, hiddenColumns } = scanner;
    scanned.push({ columns, look: { name, visibility, merges, hiddenRows, hiddenColumns } });
  }
  const finished = dictionary.finish();
  return { format: 'xlsx', sheets: scanned.map(({ columns, look }) => columns.finish(look, finished)) };
}
