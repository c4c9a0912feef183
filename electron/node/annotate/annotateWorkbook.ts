import { translate } from '../../../shared/i18n/index.ts';
import type { Annotation, CellMark } from '../../../shared/reports/annotation.ts';
import { fail, succeed, type Fault, type Result } from '../../../shared/result.ts';
import type { Workbook } from '../../../shared/table/sheet.ts';
import { FileRefusal } from '../spreadsheet/fileRefusal.ts';
import { openWorkbook } from '../spreadsheet/openWorkbook.ts';
import { DEFAULT_LIMITS } from '../spreadsheet/readLimits.ts';
import { createUnpackBudget } from '../spreadsheet/unpacking.ts';
import { findWorkbookPart, readWorkbookParts } from '../spreadsheet/xlsx/workbookParts.ts';
import { entryKey, readZipArchive } from '../spreadsheet/zipArchive.ts';
import { listArchiveEntries } from './archiveEntries.ts';
import { writeArchive } from './archiveWriter.ts';
import { CellStyles } from './cellStyles.ts';
import { withoutEarlierMarks } from './earlierMarks.ts';
import { listSheet, MAX_LINES, MAX_LINKS, TITLE_ROWS } from './listSheet.ts';
import { visibleMarks } from './markPlaces.ts';
import { newWorkbookWithCells } from './newWorkbook.ts';
import { ShapeNumbers } from './noteShapes.ts';
import { PackageParts, slashed } from './packageParts.ts';
import { addRelationship } from './relationships.ts';
import { annotateSheet } from './annotateSheet.ts';
import { WorkbookList } from './workbookList.ts';

/** An annotated copy of a workbook. */
export interface AnnotatedWorkbook {
  readonly bytes: Uint8Array;
  /** Ending that fits the content, e.g. `.xlsm`: Excel refuses a file whose ending does not. */
  readonly extension: string;
  /** Parts of the package that were changed or added; all others have the bytes they had. */
  readonly touched: readonly string[];
  /** What the user should know of this copy (`annotate.…`). */
  readonly notes: readonly Fault[];
}

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Makes the annotated copy of an agency's workbook: wrong cells coloured by severity, a note on each, and a sheet that
 *  lists what to correct with links to the cells. Marks of an earlier time, in a copy that an agency sends back, are taken
 *  out first; without findings, that is all. An .xlsx or .xlsm is edited part by part, so that charts, macros, print
 *  set-ups and whatever else stands in it stay; any other format becomes a new .xlsx with the same cells.
 *
 *  @param bytes  the file as it is
 *  @param workbook  what `openWorkbook` made of these bytes
 *  @returns the copy, or `annotate.tooLarge`, or a fault of `shared/i18n/areas/files.ts` for a damaged part that the
 *  reader did not need */
export async function annotateWorkbook(
  bytes: Uint8Array,
  workbook: Workbook,
  annotation: Annotation,
): Promise<Result<AnnotatedWorkbook>> {
  const { file } = annotation;
  try {
    if (workbook.format === 'xlsx') return await annotateAnew(bytes, workbook, annotation);
    const fresh = newWorkbookWithCells(workbook, annotation);
    if (fresh === undefined) return fail('annotate.tooLarge', { file });
    const opened = await openWorkbook(fresh.bytes, file);
    if (!opened.ok) return opened;
    const annotated = await annotatePackage(fresh.bytes, opened.value, fresh.annotation);
    if (!annotated.ok) return annotated;
    const note: Fault = { code: 'annotate.newWorkbook', params: { file, format: workbook.format } };
    return succeed({ ...annotated.value, notes: [note, ...annotated.value.notes] });
  } catch (error) {
    if (error instanceof FileRefusal) return fail(error.code, { file, ...error.params });
    throw error;
  }
}

/** Marks a package, without the marks it may carry from an earlier time. */
async function annotateAnew(
  bytes: Uint8Array,
  workbook: Workbook,
  annotation: Annotation,
): Promise<Result<AnnotatedWorkbook>> {
  const { file } = annotation;
  const earlier = await withoutEarlierMarks(bytes, workbook);
  if (earlier === undefined) return annotatePackage(bytes, workbook, annotation);
  const notes: Fault[] = [{ code: 'annotate.earlierRemoved', params: { file } }];
  const opened = await openWorkbook(earlier.bytes, file);
  if (!opened.ok) return opened;
  const annotated = await annotatePackage(earlier.bytes, opened.value, annotation);
  if (!annotated.ok) return annotated;
  const { touched, notes: others } = annotated.value;
  return succeed({
    ...annotated.value,
    touched: [...new Set([...earlier.touched, ...touched])],
    notes: [...notes, ...others],
  });
}

async function annotatePackage(
  bytes: Uint8Array,
  workbook: Workbook,
  annotation: Annotation,
): Promise<Result<AnnotatedWorkbook>> {
  const { file } = annotation;
  const archive = readZipArchive(bytes, DEFAULT_LIMITS);
  const budget = createUnpackBudget(DEFAULT_LIMITS);
  const entries = listArchiveEntries(bytes);
  const workbookPart = await findWorkbookPart(archive, budget);
  const read = workbookPart && (await readWorkbookParts(archive, workbookPart, budget));
  if (workbookPart === undefined || read === undefined) return fail('file.unknownFormat', { file });
  if (entries === undefined) return fail('annotate.tooLarge', { file });

  const parts = new PackageParts(archive, budget);
  const extension = extensionOf(await parts.typeOf(workbookPart.name));
  if (annotation.size === 0) return succeed({ bytes, extension, touched: [], notes: [] });
  const notes: Fault[] = [];
  const list = new WorkbookList((await parts.text(workbookPart.name))!, workbookPart.name);
  const styles = new CellStyles(
    read.styles && (await parts.text(read.styles.name)),
    read.styles?.name ?? 'styles',
    list.namespace,
  );
  const numbers = new ShapeNumbers(await drawings(parts));
  const done = new Set<string>();
  for (const [index, { name, entry }] of read.sheets.entries()) {
    const sheet = workbook.sheets[index];
    const marks = annotation.marks.get(name);
    // Two sheets of one name or one part exist only in hand-made files; the first stands for both.
    if (sheet === undefined || marks === undefined || done.has(name) || done.has(entryKey(entry.name))) continue;
    done.add(name).add(entryKey(entry.name));
    const visible: readonly CellMark[] = visibleMarks(marks, sheet);
    notes.push(
      ...(await annotateSheet({ parts, budget, styles, numbers, list, annotation }, { name, entry, marks: visible })),
    );
  }
  for (const name of annotation.marks.keys()) {
    if (!done.has(name)) notes.push({ code: 'annotate.sheetGone', params: { sheet: name, file } });
  }

  await addList(parts, list, styles, annotation);
  if (annotation.size > MAX_LINES) notes.push({ code: 'annotate.listLimited', params: { limit: MAX_LINES } });
  if (annotation.size > MAX_LINKS) notes.push({ code: 'annotate.linksLimited', params: { limit: MAX_LINKS } });
  await writeStyles(parts, list, styles, read.styles?.name);
  if (parts.names().some((name) => entryKey(name).startsWith('_xmlsignatures/'))) {
    notes.push({ code: 'annotate.signed', params: { file } });
  }

  const { replaced, added } = parts.finish();
  const written = writeArchive(entries, replaced, added);
  if (written === undefined) return fail('annotate.tooLarge', { file });
  const names = new Map(entries.map(({ key }) => [key, archive.get(key)!.name]));
  const touched = [...replaced.keys()].map((key) => names.get(key)!).concat([...added.keys()]);
  return succeed({ bytes: written, extension, touched, notes });
}

async function addList(
  parts: PackageParts,
  list: WorkbookList,
  styles: CellStyles,
  annotation: Annotation,
): Promise<void> {
  const part = parts.freshName(`${folderOf(list.part)}worksheets/sheet`, '.xml');
  parts.add(part, listSheet(annotation, styles, list.namespace));
  await parts.declareType(part, `${SPREADSHEET}.worksheet+xml`);
  const id = await addRelationship(parts, list.part, `${list.relations}/worksheet`, part);
  const title = list.freeName(translate(annotation.language, 'annotate.sheetName'));
  parts.change(list.part, list.withSheet(title, id, TITLE_ROWS, styles.shades));
}

async function writeStyles(
  parts: PackageParts,
  list: WorkbookList,
  styles: CellStyles,
  name: string | undefined,
): Promise<void> {
  if (name !== undefined) {
    parts.change(name, styles.toXml());
    return;
  }
  // The usual name, because some programs look for the styles there and nowhere else.
  const part = parts.freshName(`${folderOf(list.part)}styles`, '.xml', 0);
  parts.add(part, styles.toXml());
  await parts.declareType(part, `${SPREADSHEET}.styles+xml`);
  await addRelationship(parts, list.part, `${list.relations}/styles`, part);
}

const folderOf = (part: string): string => slashed(part).replace(/[^/]*$/, '');

async function drawings(parts: PackageParts): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const name of parts.names()) if (/\.vml$/i.test(name)) texts.push((await parts.text(name))!);
  return texts;
}

/** File ending by the workbook's content type. */
function extensionOf(contentType: string): string {
  const type = contentType.toLowerCase();
  if (type.includes('macroenabled')) {
    if (type.includes('addin')) return '.xlam';
    return type.includes('template') ? '.xltm' : '.xlsm';
  }
  return type.includes('template') ? '.xltx' : '.xlsx';
}
