import { annotationOfLines } from '../../../shared/reports/annotation.ts';
import type { AnswerEdit } from '../../../shared/reports/returned/answerStanding.ts';
import { parseCellAddress } from '../../../shared/reports/returned/cellPlace.ts';
import { fail, succeed, type Result } from '../../../shared/result.ts';
import { cellAddress } from '../../../shared/table/cell.ts';
import type { Sheet, Workbook } from '../../../shared/table/sheet.ts';
import { listArchiveEntries } from '../annotate/archiveEntries.ts';
import { writeArchive } from '../annotate/archiveWriter.ts';
import { attributeOf, Edits, outline, prefixOf, type Element } from '../annotate/markup.ts';
import { newWorkbookWithCells } from '../annotate/newWorkbook.ts';
import { PackageParts } from '../annotate/packageParts.ts';
import { escapeAscii } from '../annotate/xmlEscape.ts';
import { FileRefusal } from '../spreadsheet/fileRefusal.ts';
import { openWorkbook } from '../spreadsheet/openWorkbook.ts';
import { DEFAULT_LIMITS } from '../spreadsheet/readLimits.ts';
import { createUnpackBudget } from '../spreadsheet/unpacking.ts';
import { findWorkbookPart, readWorkbookParts } from '../spreadsheet/xlsx/workbookParts.ts';
import { readZipArchive } from '../spreadsheet/zipArchive.ts';

/** An agency's workbook with corrected cells. */
export interface CorrectedWorkbook {
  readonly bytes: Uint8Array;
  /** Cells that hold their new value. */
  readonly written: readonly AnswerEdit[];
  /** Cells that could not be written: a formula, a cell that a merged range hides, a row that the sheet has not. */
  readonly kept: readonly AnswerEdit[];
  /** It is a new .xlsx, because the format can't be edited in place. */
  readonly isNew: boolean;
}

/** Longest sheet that is edited as one text, in characters. */
const LONGEST_SHEET = 256 << 20;

/** Writes values into cells of a workbook, as text whatever they look like; an .xlsx or .xlsm is edited in place, so that
 *  everything else in it stays, any other format becomes a new .xlsx with the same cells. What was written is read again
 *  before it is told as written.
 *
 *  @param bytes  the file as it is
 *  @param workbook  what `openWorkbook` made of these bytes
 *  @returns the copy, or `annotate.tooLarge`, or a fault of reading */
export async function correctedWorkbook(
  bytes: Uint8Array,
  workbook: Workbook,
  file: string,
  edits: readonly AnswerEdit[],
): Promise<Result<CorrectedWorkbook>> {
  try {
    const isNew = workbook.format !== 'xlsx';
    const source = isNew ? newWorkbookWithCells(workbook, annotationOfLines(file, 'vi', []))?.bytes : bytes;
    const names = workbook.sheets.map(({ name }) => name);
    const hidden = new Set(workbook.sheets.flatMap((sheet) => hiddenByMerges(sheet, edits)));
    const visible = edits.filter((edit) => !hidden.has(edit));
    const corrected = source === undefined ? undefined : await editedPackage(source, names, visible);
    if (corrected === undefined) return fail('annotate.tooLarge', { file });
    const opened = await openWorkbook(corrected, file);
    if (!opened.ok) return opened;
    // A new workbook may have had to give its sheets other names; their order stays.
    const sheetOf = new Map(names.map((name, at) => [name, opened.value.sheets[at]]));
    const written = new Set<AnswerEdit>();
    for (const [name, own] of Map.groupBy(visible, ({ sheet }) => sheet)) {
      const sheet = sheetOf.get(name);
      if (sheet === undefined) continue;
      const stored = new Map(Array.from(sheet.rowNumbers, (row, at) => [row, at]));
      for (const edit of own) if (textAt(sheet, stored.get(edit.row), edit.column) === edit.after) written.add(edit);
    }
    return succeed({
      bytes: corrected,
      written: edits.filter((edit) => written.has(edit)),
      kept: edits.filter((edit) => !written.has(edit)),
      isNew,
    });
  } catch (error) {
    if (error instanceof FileRefusal) return fail(error.code, { file, ...error.params });
    throw error;
  }
}

/** Edits of cells that nobody sees: a merged range shows its first cell only. */
function hiddenByMerges({ name, merges }: Sheet, edits: readonly AnswerEdit[]): readonly AnswerEdit[] {
  const byRow = merges.length === 0 ? new Map<number, AnswerEdit[]>() : Map.groupBy(edits, ({ row }) => row);
  const rows = [...byRow.keys()].sort((a, b) => a - b);
  const hidden: AnswerEdit[] = [];
  for (const { firstColumn, firstRow, lastColumn, lastRow } of merges) {
    for (let at = firstAtLeast(rows, firstRow); at < rows.length && rows[at]! <= lastRow; at += 1) {
      for (const edit of byRow.get(rows[at]!)!) {
        const isFirst = edit.row === firstRow && edit.column === firstColumn;
        const isInside = edit.column >= firstColumn && edit.column <= lastColumn && !isFirst;
        if (edit.sheet === name && isInside) hidden.push(edit);
      }
    }
  }
  return hidden;
}

/** First place of a number that is not smaller, among ascending ones. */
function firstAtLeast(numbers: readonly number[], wanted: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function textAt({ columns, dictionary }: Sheet, stored: number | undefined, column: number): string | null {
  const codes = columns[column];
  return stored === undefined || codes === undefined ? null : dictionary.cell(codes[stored]!).text;
}

/** @param names  sheets in the order of the workbook, under the names that edits use */
async function editedPackage(
  bytes: Uint8Array,
  names: readonly string[],
  edits: readonly AnswerEdit[],
): Promise<Uint8Array | undefined> {
  const archive = readZipArchive(bytes, DEFAULT_LIMITS);
  const budget = createUnpackBudget(DEFAULT_LIMITS);
  const entries = listArchiveEntries(bytes);
  const workbookPart = await findWorkbookPart(archive, budget);
  const read = workbookPart && (await readWorkbookParts(archive, workbookPart, budget));
  if (read === undefined || entries === undefined) return undefined;
  const parts = new PackageParts(archive, budget);
  for (const [at, { entry }] of read.sheets.entries()) {
    const own = edits.filter(({ sheet }) => sheet === names[at]);
    // Two sheets of one name exist only in hand-made files; the first stands for both.
    if (own.length === 0 || names.indexOf(names[at]!) !== at) continue;
    const xml = await parts.text(entry.name);
    if (xml === undefined || xml.length > LONGEST_SHEET) return undefined;
    parts.change(entry.name, editedSheet(xml, entry.name, own));
  }
  const { replaced, added } = parts.finish();
  return writeArchive(entries, replaced, added);
}

/** Elements down to what stands in a cell: worksheet, sheetData, row, c, f. */
const DEPTH = 5;

function editedSheet(xml: string, part: string, edits: readonly AnswerEdit[]): string {
  const root = outline(xml, part, DEPTH);
  const prefix = prefixOf(xml, root);
  const byRow = Map.groupBy(edits, ({ row }) => row);
  const changes = new Edits(xml);
  let number = 0;
  for (const row of root.children.find(({ name }) => name === 'sheetData')?.children ?? []) {
    if (row.name !== 'row') continue;
    number = rowNumberOf(xml, row) ?? number + 1;
    const own = byRow.get(number);
    if (own !== undefined) editRow(xml, row, prefix, own, changes);
    byRow.delete(number);
  }
  return changes.apply();
}

/** The number of a row, told by itself or by its first cell. */
function rowNumberOf(xml: string, row: Element): number | null {
  const said = Number(attributeOf(xml, row, 'r')?.value);
  if (said > 0) return said;
  const [first] = row.children;
  return first === undefined ? null : (addressOf(xml, first)?.row ?? null);
}

const addressOf = (xml: string, cell: Element) =>
  parseCellAddress(attributeOf(xml, cell, 'r')?.value.toUpperCase() ?? '');

function editRow(xml: string, row: Element, prefix: string, edits: readonly AnswerEdit[], changes: Edits): void {
  const waiting = edits.toSorted((a, b) => a.column - b.column);
  const insertBefore = (column: number, at: number): void => {
    while (waiting.length > 0 && waiting[0]!.column < column) {
      const edit = waiting.shift()!;
      changes.insert(at, cellXml(prefix, edit, undefined));
    }
  };
  let column = -1;
  for (const cell of row.children) {
    if (cell.name !== 'c') continue;
    column = addressOf(xml, cell)?.column ?? column + 1;
    insertBefore(column, cell.start);
    const [edit] = waiting;
    if (edit?.column !== column) continue;
    waiting.shift();
    // Other cells may share this formula, and the chain of calculation names it.
    if (cell.children.some(({ name }) => name === 'f')) continue;
    changes.replace(cell.start, cell.end, cellXml(prefix, edit, attributeOf(xml, cell, 's')?.value));
  }
  const rest = waiting.map((edit) => cellXml(prefix, edit, undefined)).join('');
  if (rest !== '') changes.append(row, rest);
}

/** A cell with a text. An inline string is text whatever it looks like: `=1+1` stays four characters. */
const cellXml = (prefix: string, { row, column, after }: AnswerEdit, style: string | undefined): string =>
  `<${prefix}c r="${cellAddress(column, row)}"${style === undefined ? '' : ` s="${style}"`} t="inlineStr">` +
  `<${prefix}is><${prefix}t xml:space="preserve">${escapeAscii(after)}</${prefix}t></${prefix}is></${prefix}c>`;
