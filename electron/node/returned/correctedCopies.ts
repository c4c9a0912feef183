import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { translate, type Language } from '../../../shared/i18n/index.ts';
import type { AnswerEdit } from '../../../shared/reports/returned/answerStanding.ts';
import { fail, type Fault, type Result } from '../../../shared/result.ts';
import { writeFileAtomically } from '../atomicFile.ts';
import { safeFileName } from '../fileNames.ts';
import { openWorkbook } from '../spreadsheet/openWorkbook.ts';
import { correctedWorkbook, type CorrectedWorkbook } from './correctedWorkbook.ts';

/** A file that answers are about, as it was read. */
export interface CorrectableFile {
  /** Name shown to people, with `/`. */
  readonly file: string;
  readonly path: string;
  readonly sha256: string;
}

/** What became of one file. */
export interface CorrectedCopy extends Pick<CorrectedWorkbook, 'written' | 'kept'> {
  readonly file: string;
  /** Where the copy lies; null when none could be made. */
  readonly place: string | null;
  /** Format of a file that could not be edited in place; null otherwise. */
  readonly formerFormat: string | null;
  readonly fault: Fault | null;
}

/** Writes copies of agencies' files with corrected cells under a folder, in the subfolders they came from; the files
 *  themselves are only read. One that fails does not stop the others.
 *  @throws the file system's error when the folder can't be written */
export async function writeCorrectedCopies(
  files: readonly CorrectableFile[],
  edits: readonly AnswerEdit[],
  folder: string,
  language: Language,
): Promise<readonly CorrectedCopy[]> {
  const copies: CorrectedCopy[] = [];
  const taken = new Set(files.map((file) => path.resolve(file.path).toLowerCase()));
  for (const source of files) {
    const own = edits.filter(({ file }) => file === source.file);
    if (own.length === 0) continue;
    const { file } = source;
    const none = { file, place: null, formerFormat: null, written: [], kept: own };
    const corrected = await corrections(source, own);
    if (!corrected.ok) {
      copies.push({ ...none, fault: corrected.error });
      continue;
    }
    const { bytes, written, kept, isNew } = corrected.value;
    const { name, ext } = path.posix.parse(file);
    const place = freeTarget(folder, path.posix.dirname(file), isNew ? '.xlsx' : ext, taken, (copy) =>
      translate(language, 'cli.takeBack.copyName', { name: copy === 1 ? name : `${name} (${copy})` }),
    );
    await mkdir(path.dirname(place), { recursive: true });
    await writeFileAtomically(place, [bytes]);
    copies.push({ file, place, formerFormat: isNew ? ext.slice(1) : null, written, kept, fault: null });
  }
  return copies;
}

async function corrections(source: CorrectableFile, edits: readonly AnswerEdit[]): Promise<Result<CorrectedWorkbook>> {
  const { file, sha256 } = source;
  const bytes = await readFile(source.path).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return fail('file.unreadable', { file, detail: bytes.code ?? bytes.message });
  // The answers are about cells of the file as it was read; in another state of it they may be other cells.
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return fail('cli.takeBack.changed', { file });
  const workbook = await openWorkbook(bytes, file);
  return workbook.ok ? correctedWorkbook(bytes, workbook.value, file, edits) : workbook;
}

/** Path of a copy, never that of a source file or of another copy. */
function freeTarget(
  folder: string,
  within: string,
  extension: string,
  taken: Set<string>,
  nameOf: (copy: number) => string,
): string {
  const steps = within === '.' ? [] : within.split('/').map(safeFileName);
  for (let copy = 1; ; copy += 1) {
    const target = path.join(folder, ...steps, safeFileName(nameOf(copy) + extension));
    const key = path.resolve(target).toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return target;
  }
}
