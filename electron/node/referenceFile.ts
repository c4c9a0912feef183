import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { assembleCatalogue, type CatalogueOptions } from '../../shared/reference/assembleCatalogue.ts';
import type { CatalogueSnapshot } from '../../shared/reference/catalogue.ts';
import { draftsOfJsonLines } from '../../shared/reference/catalogueJsonLines.ts';
import { readCatalogueTable } from '../../shared/reference/importCatalogue.ts';
import type { ProcedureDraft } from '../../shared/reference/procedureDraft.ts';
import { referenceTableOf } from '../../shared/reference/referenceTable.ts';
import { fail, succeed, type Result } from '../../shared/result.ts';
import { openWorkbook } from './spreadsheet/openWorkbook.ts';

/** Loads a national catalogue from one or more files: the portal's .xlsx exports, the full list as CSV or one JSON object
 *  per line, in any mixture. What the caller does not say is taken from the file names: title, and a date such as
 *  2026-07-17 or 2026-07 (its first day) in one of them.
 *  One bad file refuses the whole reference, because a catalogue with a silent hole is worse than none. Errors: those of
 *  reading a file (`file.…`), `reference.notACatalogue`, `reference.badLine`, `reference.empty`, `reference.cannotRead`. */
export async function loadReference(
  paths: readonly string[],
  known: Partial<CatalogueOptions> = {},
): Promise<Result<CatalogueSnapshot>> {
  const drafts: ProcedureDraft[] = [];
  for (const file of paths) {
    const bytes = await readBytes(file);
    if (!bytes.ok) return bytes;
    const read = await draftsOfFile(bytes.value, path.basename(file));
    if (!read.ok) return read;
    for (const draft of read.value) drafts.push(draft);
  }
  if (drafts.length === 0) return fail('reference.empty');
  const names = paths.map((file) => path.basename(file));
  return succeed(
    assembleCatalogue(drafts, {
      title: known.title ?? names.join(', '),
      date: known.date ?? names.map(dateInName).find((date) => date !== '') ?? '',
      ...(known.complete !== undefined && { complete: known.complete }),
    }),
  );
}

async function readBytes(file: string): Promise<Result<Uint8Array>> {
  try {
    return succeed(await readFile(file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const name = path.basename(file);
    return code === 'ENOENT'
      ? fail('file.missing', { file: name })
      : fail('reference.cannotRead', { file: name, detail: code });
  }
}

async function draftsOfFile(bytes: Uint8Array, file: string): Promise<Result<ProcedureDraft[]>> {
  // Only this form begins with a brace; everything else is a spreadsheet or is refused by name.
  if (beginsWithBrace(bytes)) return draftsOfJsonLines(new TextDecoder('utf-8').decode(bytes), file);
  const workbook = await openWorkbook(bytes, file);
  if (!workbook.ok) return workbook;
  const drafts: ProcedureDraft[] = [];
  for (const sheet of workbook.value.sheets) {
    const table = referenceTableOf(sheet, file);
    if (table === null) continue;
    const rows = readCatalogueTable(table);
    if (!rows.ok) return rows;
    for (const row of rows.value) drafts.push(row);
  }
  return drafts.length === 0 ? fail('reference.notACatalogue', { file }) : succeed(drafts);
}

/** Whether the first character behind a byte order mark and blanks is `{`. */
function beginsWithBrace(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return byte === 0x7b;
  }
  return false;
}

function dateInName(name: string): string {
  const match = /(?<!\d)(20\d{2})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?!\d)/.exec(name);
  return match === null ? '' : `${match[1]}-${match[2]}-${match[3] ?? '01'}`;
}
