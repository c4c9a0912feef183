import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Findings } from '../../../shared/engine/findings.ts';
import { translate, type Language } from '../../../shared/i18n/index.ts';
import { annotationOf, type Annotation } from '../../../shared/reports/annotation.ts';
import type { Check, InputFile } from '../../../shared/reports/check.ts';
import { fail, type Fault, type Result } from '../../../shared/result.ts';
import { writeFileAtomically } from '../atomicFile.ts';
import { safeFileName } from '../fileNames.ts';
import type { FoundFile } from '../inputFiles.ts';
import { openWorkbook } from '../spreadsheet/openWorkbook.ts';
import { carriesMarks } from './earlierMarks.ts';
import { LIST_LANGUAGES } from './listSheet.ts';
import { annotateWorkbook, type AnnotatedWorkbook } from './annotateWorkbook.ts';

/** What became of one checked file. */
export interface AnnotatedCopy {
  /** Name shown to people. */
  readonly file: string;
  /** Where the copy lies; null when nothing in the file needs correcting or no copy could be made. */
  readonly written: string | null;
  /** Marked cells. */
  readonly cells: number;
  /** Findings. */
  readonly lines: number;
  readonly notes: readonly Fault[];
  /** Why no copy was made. */
  readonly fault: Fault | null;
}

/** Writes the annotated copies of a check's files under a folder, in the subfolders they came from; the originals are only
 *  read. One file that fails does not stop the others.
 *  @param sources  the files as `findFiles` listed them
 *  @throws the file system's error when the folder can't be written */
export async function writeAnnotatedCopies(
  check: Check,
  sources: readonly FoundFile[],
  folder: string,
  language: Language,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<readonly AnnotatedCopy[]> {
  const findings = new Findings(check.result.log, language);
  const sourceOf = new Map(sources.map((source) => [source.shown, source.path]));
  const taken = new Set(sources.map((source) => path.resolve(source.path).toLowerCase()));
  const readable = check.files.filter(({ fault }) => fault === null);
  const copies: AnnotatedCopy[] = [];
  for (const [index, input] of readable.entries()) {
    onProgress(index, readable.length);
    const { file } = input;
    const annotation = annotationOf(findings, file, language);
    const cells = [...annotation.marks.values()].reduce((sum, marks) => sum + marks.length, 0);
    const facts = { file, written: null, cells, lines: annotation.size, notes: [], fault: null };
    const annotated = await annotateFile(input, sourceOf.get(file)!, annotation);
    if (annotated === undefined) {
      copies.push(facts);
      continue;
    }
    if (!annotated.ok) {
      copies.push({ ...facts, fault: annotated.error });
      continue;
    }
    const { bytes, extension, notes } = annotated.value;
    const name = annotation.size === 0 ? 'annotate.clearedFileName' : 'annotate.fileName';
    const target = freeTarget(folder, file, extension, (stem) => translate(language, name, { name: stem }), taken);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFileAtomically(target, [bytes]);
    copies.push({ ...facts, written: target, notes });
  }
  onProgress(readable.length, readable.length);
  return copies;
}

/** The copy of one file; undefined when there is nothing to mark and nothing of an earlier time to take out. */
async function annotateFile(
  { file, sha256, format }: InputFile,
  source: string,
  annotation: Annotation,
): Promise<Result<AnnotatedWorkbook> | undefined> {
  if (annotation.size === 0 && format !== 'xlsx') return undefined;
  const bytes = await readFile(source).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return fail('file.unreadable', { file, detail: bytes.code ?? bytes.message });
  if (annotation.size === 0) {
    const marked = await carriesMarks(bytes, file);
    if (!marked.ok) return marked;
    if (!marked.value) return undefined;
  }
  // The findings name cells of the file as it was read; in another state of it they may be other cells.
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return fail('annotate.changed', { file });
  const workbook = await openWorkbook(bytes, file);
  return workbook.ok ? annotateWorkbook(bytes, workbook.value, annotation) : workbook;
}

/** The name a file had before we named a copy of it, once or several times. */
function ownStem(name: string): string {
  for (const language of LIST_LANGUAGES) {
    for (const key of ['annotate.fileName', 'annotate.clearedFileName']) {
      const ending = translate(language, key, { name: '' });
      const at = name.lastIndexOf(ending);
      const isCopy = at > 0 && /^(?: \(\d{1,3}\))?$/.test(name.slice(at + ending.length));
      if (isCopy) return ownStem(name.slice(0, at));
    }
  }
  return name;
}

/** Path of a copy, never that of a source file or of another copy. */
function freeTarget(
  folder: string,
  file: string,
  extension: string,
  nameOf: (stem: string) => string,
  taken: Set<string>,
): string {
  const steps = file.split('/');
  const name = nameOf(ownStem(path.parse(steps.at(-1)!).name));
  for (let copy = 1; ; copy += 1) {
    const numbered = copy === 1 ? name : `${name} (${copy})`;
    const target = path.join(folder, ...steps.slice(0, -1).map(safeFileName), safeFileName(numbered + extension));
    const key = path.resolve(target).toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return target;
  }
}
