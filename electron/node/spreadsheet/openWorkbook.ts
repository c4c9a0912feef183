import { fail, succeed, type Result } from '../../../shared/result.ts';
import type { Workbook } from '../../../shared/table/sheet.ts';
import { readDelimitedText } from './delimitedText.ts';
import { detectFormat } from './fileFormat.ts';
import { FileRefusal } from './fileRefusal.ts';
import { readLegacyWorkbook } from './legacyWorkbook.ts';
import { DEFAULT_LIMITS, megabytesOf, type ReadLimits } from './readLimits.ts';
import { toUtf8 } from './textEncoding.ts';
import { createUnpackBudget, unpack, unpackWhole, type UnpackBudget } from './unpacking.ts';
import { readXlsx } from './xlsx/readXlsx.ts';
import { findWorkbookPart, relatedParts } from './xlsx/workbookParts.ts';
import { createXlsbCheck } from './xlsbRecords.ts';
import { readZipArchive, type ZipArchive } from './zipArchive.ts';

/** How far the reading of a file has come, in unpacked bytes. */
export interface ReadProgress {
  readonly done: number;
  readonly total: number;
}

export interface OpenOptions {
  /** Replaces single limits of `DEFAULT_LIMITS`. */
  readonly limits?: Partial<ReadLimits>;
  /** Called about four times per unpacked MiB of an .xlsx file; thin it out before showing it. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** Opens a spreadsheet file of any format the program reads; the bytes decide which, never the name.
 *
 *  @param bytes  the file; not changed, but the caller must not change it before the promise is settled
 *  @param name  name shown to people; its last part without extension names the sheet of a .csv
 *  @returns the workbook, or a fault of `shared/i18n/areas/files.ts`: `file.empty`, `file.unknownFormat`,
 *  `file.notATable`, `file.noSheets`, `file.encrypted`, `file.damaged` and `file.damaged.*`, `file.tooLarge.*`,
 *  `file.unsafe.*` */
export async function openWorkbook(
  bytes: Uint8Array,
  name: string,
  options: OpenOptions = {},
): Promise<Result<Workbook>> {
  try {
    const workbook = await readFormat(bytes, name, { ...DEFAULT_LIMITS, ...options.limits }, options.onProgress);
    if (workbook.sheets.length === 0) throw new FileRefusal('file.noSheets');
    return succeed(workbook);
  } catch (error) {
    if (error instanceof FileRefusal) return fail(error.code, { file: name, ...error.params });
    throw error;
  }
}

async function readFormat(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits,
  onProgress: OpenOptions['onProgress'],
): Promise<Workbook> {
  if (bytes.length === 0) throw new FileRefusal('file.empty');
  if (bytes.length > limits.maxFileBytes) {
    throw new FileRefusal('file.tooLarge.file', { megabytes: megabytesOf(limits.maxFileBytes) });
  }
  switch (detectFormat(bytes)) {
    case 'zip':
      return readPackage(bytes, limits, onProgress);
    case 'ole':
      if (isEncryptedPackage(bytes)) throw new FileRefusal('file.encrypted');
      return readLegacyWorkbook(bytes, 'xls', limits);
    case 'html':
      return readLegacyWorkbook(textOf(bytes), 'html', limits);
    case 'xml2003':
      return readLegacyWorkbook(withoutDoctype(textOf(bytes)), 'xml2003', limits);
    case 'flatOds':
      return readLegacyWorkbook(withoutDoctype(textOf(bytes)), 'ods', limits);
    case 'text':
      return readDelimitedText(bytes, sheetNameOf(name), limits);
    default:
      throw new FileRefusal('file.unknownFormat');
  }
}

/** Reads what lies in a zip archive: .xlsx, .xlsb or .ods. */
async function readPackage(
  bytes: Uint8Array,
  limits: ReadLimits,
  onProgress: OpenOptions['onProgress'],
): Promise<Workbook> {
  const archive = readZipArchive(bytes, limits);
  let total = 0;
  for (const entry of archive.values()) total += entry.declaredSize;
  const budget = createUnpackBudget(limits, onProgress && ((done) => onProgress({ done, total })));

  const workbookPart = await findWorkbookPart(archive, budget);
  if (workbookPart?.name.toLowerCase().endsWith('.bin') === true) {
    const related = await relatedParts(archive, workbookPart, budget);
    const check = createXlsbCheck(limits);
    await refuseHiddenSizes(archive, limits, (part, key) => {
      // The library reads sheets where the workbook points, else in the usual folder. Macros, an OLE2 file, are no records.
      const mayBeSheet = key.endsWith('.bin') && (related.has(key) || key.includes('/worksheets/'));
      if (mayBeSheet && detectFormat(part) !== 'ole') check(part);
    });
    return readLegacyWorkbook(bytes, 'xlsb', limits);
  }
  const content = archive.get('content.xml');
  if (workbookPart === undefined && content !== undefined && archive.has('mimetype')) {
    await refuseHiddenSizes(archive, limits);
    if (await isEncryptedOds(archive, budget)) throw new FileRefusal('file.encrypted');
    return readLegacyWorkbook(bytes, 'ods', limits, textOf(await unpackWhole(content, budget)));
  }
  const workbook = workbookPart && (await readXlsx(archive, workbookPart, budget));
  if (workbook === undefined) {
    const isRest = archive.has('xl/_rels/workbook.xml.rels');
    throw isRest
      ? new FileRefusal('file.damaged.missingPart', { part: 'xl/workbook.xml' })
      : new FileRefusal('file.unknownFormat');
  }
  return workbook;
}

/** Unpacks every entry once and keeps nothing: the library that reads the archive next believes what it claims.
 *  @param look  shown every part, with its key in the archive */
async function refuseHiddenSizes(
  archive: ZipArchive,
  limits: ReadLimits,
  look?: (part: Uint8Array, key: string) => void,
): Promise<void> {
  const budget = createUnpackBudget({ ...limits, maxTotalBytes: limits.maxWholeUnpackedBytes });
  for (const [key, entry] of archive) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of unpack(entry, budget)) if (look !== undefined) chunks.push(chunk);
    look?.(Buffer.concat(chunks), key);
  }
}

/** Whether an OpenDocument package is behind a password: its manifest tells how each part is encrypted (OpenDocument 1.3
 *  part 2, 4.4). */
async function isEncryptedOds(archive: ZipArchive, budget: UnpackBudget): Promise<boolean> {
  const manifest = archive.get('meta-inf/manifest.xml');
  return manifest !== undefined && textOf(await unpackWhole(manifest, budget)).includes('encryption-data');
}

const DIRECTORY_ENTRY_LENGTH = 128;

/** Whether an OLE2 file is an .xlsx behind a password: a stream named `EncryptedPackage` ([MS-OFFCRYPTO] 2.3.4.4). */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = Buffer.from('EncryptedPackage\0', 'utf16le');
  for (let at = file.indexOf(name); at >= 0; at = file.indexOf(name, at + 2)) {
    // A directory entry starts with the name and gives its length at offset 64; anything else is text in a cell.
    if (at % DIRECTORY_ENTRY_LENGTH === 0 && file[at + 64] === name.length) return true;
  }
  return false;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(toUtf8(bytes));

const PROLOG = 64 * 1024;

/** Refuses XML that declares a document type: neither Excel nor LibreOffice writes one, and entities hide behind it. */
function withoutDoctype(xml: string): string {
  if (/<!doctype/i.test(xml.slice(0, PROLOG))) throw new FileRefusal('file.unsafe.doctype', { part: 'XML' });
  return xml;
}

/** Name of a .csv file's only sheet, as Excel gives it: the file's name without folder and extension. */
function sheetNameOf(name: string): string {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = file.lastIndexOf('.');
  return dot > 0 ? file.slice(0, dot) : file;
}
