import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fail, succeed, type Result } from '../../shared/result.ts';
import type { Workbook } from '../../shared/table/sheet.ts';
import type { FoundFile } from './inputFiles.ts';
import { openWorkbook, type OpenOptions } from './spreadsheet/openWorkbook.ts';

/** A file's facts and its workbook, or why it could not be read. */
export interface FileContent {
  readonly bytes: number;
  /** SHA-256 of the content, hexadecimal; '' when the file could not be opened. */
  readonly sha256: string;
  readonly opened: Result<Workbook>;
}

/** Reads a file from disk and opens it. Errors: `file.unreadable` and those of `openWorkbook`. */
export async function readSpreadsheet(file: FoundFile, options: OpenOptions = {}): Promise<FileContent> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file.path);
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    return { bytes: 0, sha256: '', opened: fail('file.unreadable', { file: file.shown, detail }) };
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const opened = await openWorkbook(bytes, file.shown, options);
  return { bytes: bytes.length, sha256, opened: opened.ok ? succeed(opened.value) : opened };
}
