import { fail, succeed, type Result } from '../../../shared/result.ts';
import type { Workbook } from '../../../shared/table/sheet.ts';
import { detectFormat } from '../spreadsheet/fileFormat.ts';
import { FileRefusal } from '../spreadsheet/fileRefusal.ts';
import { DEFAULT_LIMITS } from '../spreadsheet/readLimits.ts';
import { createUnpackBudget, type UnpackBudget } from '../spreadsheet/unpacking.ts';
import { columnIndex } from '../spreadsheet/xlsx/cellRange.ts';
import { scanPart } from '../spreadsheet/xlsx/partScanning.ts';
import { findWorkbookPart, readWorkbookParts, type WorkbookParts } from '../spreadsheet/xlsx/workbookParts.ts';
import { readZipArchive, type ZipEntry } from '../spreadsheet/zipArchive.ts';
import { listArchiveEntries } from './archiveEntries.ts';
import { writeArchive } from './archiveWriter.ts';
import { DeflatedPart } from './deflatedPart.ts';
import { isEarlierList, recordedShades, withoutList } from './earlierList.ts';
import { earlierStyles } from './earlierStyles.ts';
import { NO_FILL } from './markRecord.ts';
import { withoutNoteBoxes } from './noteBoxRemoval.ts';
import { withoutNotes } from './noteRemoval.ts';
import { PackageParts } from './packageParts.ts';
import { relationshipsOf, removeAllRelationships, removeRelationships } from './relationships.ts';
import { SheetTail } from './sheetTail.ts';
import { SheetUnmarker } from './sheetUnmarker.ts';

/** Whether a file is a workbook that says of itself that it carries our marks; looks at one small part.
 *  @param file  name for messages
 *  @returns or a fault of `shared/i18n/areas/files.ts` for a damaged archive */
export async function carriesMarks(bytes: Uint8Array, file: string): Promise<Result<boolean>> {
  try {
    if (detectFormat(bytes) !== 'zip') return succeed(false);
    const archive = readZipArchive(bytes, DEFAULT_LIMITS);
    const budget = createUnpackBudget(DEFAULT_LIMITS);
    const part = await findWorkbookPart(archive, budget);
    if (part === undefined || part.name.toLowerCase().endsWith('.bin')) return succeed(false);
    const text = (await new PackageParts(archive, budget).text(part.name))!;
    return succeed(recordedShades(text, part.name) !== undefined);
  } catch (error) {
    if (error instanceof FileRefusal) return fail(error.code, { file, ...error.params });
    throw error;
  }
}

/** A workbook without the marks of an earlier annotation. */
export interface UnmarkedWorkbook {
  readonly bytes: Uint8Array;
  /** Names of the parts that were changed or removed. */
  readonly touched: readonly string[];
}

/** Takes the marks of an earlier annotation out of a workbook that an agency sends back: colours, our words in notes, our
 *  list. The agency's own notes, colours and styles stay, and so does what it wrote into our notes. From a copy that no
 *  program has saved since, the parts that were there come out as they had been.
 *
 *  @param workbook  what `openWorkbook` made of the bytes
 *  @returns undefined when it carries no marks of ours
 *  @throws FileRefusal for a damaged part */
export async function withoutEarlierMarks(
  bytes: Uint8Array,
  workbook: Workbook,
): Promise<UnmarkedWorkbook | undefined> {
  const archive = readZipArchive(bytes, DEFAULT_LIMITS);
  const budget = createUnpackBudget(DEFAULT_LIMITS);
  const entries = listArchiveEntries(bytes);
  const workbookPart = await findWorkbookPart(archive, budget);
  const read = workbookPart && (await readWorkbookParts(archive, workbookPart, budget));
  if (entries === undefined || workbookPart === undefined || read === undefined) return undefined;
  const parts = new PackageParts(archive, budget);
  const book = (await parts.text(workbookPart.name))!;
  const recorded = recordedShades(book, workbookPart.name);
  const lists = workbook.sheets.filter(isEarlierList).map(({ name }) => name);
  // A workbook needs a sheet: a list that stands alone is a file of its own.
  const doomed = new Set(lists.length < workbook.sheets.length ? lists : []);
  const sheets = distinct(read.sheets.filter(({ name }) => !doomed.has(name)));
  const drawings = new Map<string, string>();
  let hasNotes = false;
  for (const { entry } of sheets) {
    const cleared = await clearNotes(parts, entry.name);
    hasNotes ||= cleared.hasNotes;
    if (cleared.drawing !== undefined) drawings.set(entry.name, cleared.drawing);
  }
  if (recorded === undefined && doomed.size === 0 && !hasNotes) return undefined;

  const originals = await clearStyles(parts, read, workbookPart.name, recorded ?? new Map([[0, NO_FILL]]));
  for (const { entry } of sheets) await clearCells(parts, budget, entry, originals, drawings.get(entry.name));
  await clearList(parts, workbookPart.name, book, doomed);

  const { replaced, removed } = parts.finish();
  const written = writeArchive(
    entries.filter(({ key }) => !removed.has(key)),
    replaced,
    new Map(),
  );
  if (written === undefined) return undefined;
  const touched = new Set([...replaced.keys(), ...removed]);
  return { bytes: written, touched: [...touched].map((key) => archive.get(key)!.name) };
}

/** Two sheets of one part exist only in hand-made files. */
const distinct = (sheets: WorkbookParts['sheets']): WorkbookParts['sheets'] =>
  sheets.filter(({ entry }, index) => sheets.findIndex((other) => other.entry.name === entry.name) === index);

/** Clears a sheet's notes and their boxes.
 *  @returns whether there were any, and the relationship of a drawing that is gone with them */
async function clearNotes(
  parts: PackageParts,
  sheet: string,
): Promise<{ readonly hasNotes: boolean; readonly drawing?: string }> {
  const relations = await relationshipsOf(parts, sheet);
  const comments = relations.find(({ type }) => type === 'comments');
  const part = comments && parts.entry(comments.target)?.name;
  const cleared = part === undefined ? undefined : withoutNotes((await parts.text(part))!, part);
  if (comments === undefined || part === undefined || cleared === undefined) return { hasNotes: false };
  const gone = new Set<string>();
  if (cleared.isEmpty) {
    await parts.remove(part);
    gone.add(comments.id);
  } else parts.change(part, cleared.xml);

  const cells = new Set(cleared.removed.map(boxCell));
  let emptied: string | undefined;
  for (const { id, type, target } of relations) {
    const drawing = type === 'vmldrawing' ? parts.entry(target)?.name : undefined;
    const without = drawing && withoutNoteBoxes((await parts.text(drawing))!, cells);
    if (drawing === undefined || without === '' || without === undefined) continue;
    if (without.isEmpty) {
      await parts.remove(drawing);
      gone.add(id);
      emptied = id;
    } else parts.change(drawing, without.drawing);
  }
  await removeRelationships(parts, sheet, gone);
  return { hasNotes: true, ...(emptied === undefined ? {} : { drawing: emptied }) };
}

/** Cell of a note's box as a drawing names it. */
function boxCell(address: string): string {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(address);
  return found === null ? '' : `${Number(found[2]) - 1}:${columnIndex(found[1]!)}`;
}

async function clearStyles(
  parts: PackageParts,
  { styles }: WorkbookParts,
  workbookPart: string,
  shades: ReadonlyMap<number, string>,
): Promise<ReadonlyMap<number, number>> {
  if (styles === undefined) return new Map();
  const before = (await parts.text(styles.name))!;
  const { xml, originals } = earlierStyles(before, styles.name, shades);
  if (xml === undefined) {
    await parts.remove(styles.name);
    const relations = await relationshipsOf(parts, workbookPart);
    const ids = relations.filter(({ type }) => type === 'styles').map(({ id }) => id);
    await removeRelationships(parts, workbookPart, new Set(ids));
  } else if (xml !== before) parts.change(styles.name, xml);
  return originals;
}

async function clearCells(
  parts: PackageParts,
  budget: UnpackBudget,
  entry: ZipEntry,
  originals: ReadonlyMap<number, number>,
  drawing: string | undefined,
): Promise<void> {
  if (originals.size === 0 && drawing === undefined) return;
  const out = new DeflatedPart();
  const unmarker = new SheetUnmarker(originals, out, entry.name);
  await scanPart(entry, budget, unmarker);
  const tail = new SheetTail(unmarker.tail, entry.name);
  const isDropped = drawing !== undefined && tail.drawingId === drawing;
  // A sheet without marks keeps its bytes.
  if (unmarker.cells === 0 && !isDropped) return;
  out.write(Buffer.from(isDropped ? tail.withoutDrawing() : tail.unchanged, 'latin1'));
  parts.changePacked(entry.name, out.finish());
}

async function clearList(
  parts: PackageParts,
  workbookPart: string,
  book: string,
  names: ReadonlySet<string>,
): Promise<void> {
  const { xml, relations, sheetIds } = withoutList(book, workbookPart, names);
  if (xml !== book) parts.change(workbookPart, xml);
  const dropped = new Set<string>();
  for (const { id, type, target } of await relationshipsOf(parts, workbookPart)) {
    const part = parts.entry(target)?.name;
    if (part === undefined) continue;
    if (relations.has(id)) {
      dropped.add(id);
      // What a program has put beside our sheet: print settings, notes and tables of its own.
      for (const own of await relationshipsOf(parts, part)) await parts.remove(parts.entry(own.target)?.name ?? '');
      await removeAllRelationships(parts, part);
      await parts.remove(part);
    } else if (type === 'calcchain') {
      const chain = (await parts.text(part))!;
      const isNamed = [...sheetIds].some((sheet) => chain.includes(` i="${sheet}"`));
      if (!isNamed) continue;
      // Excel calls a chain that names a missing sheet damage, and makes a missing chain anew.
      await parts.remove(part);
      dropped.add(id);
    }
  }
  await removeRelationships(parts, workbookPart, dropped);
}
