import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Findings } from '../../shared/engine/findings.ts';
import { translate, type Language } from '../../shared/i18n/index.ts';
import { summariseAgencies, sheetTables } from '../../shared/reports/agencySummary.ts';
import type { Check } from '../../shared/reports/check.ts';
import { correctionListOf } from '../../shared/reports/correctionList.ts';
import { writeFileAtomically } from './atomicFile.ts';
import { distinctNames, safeFileName } from './fileNames.ts';
import type { FoundFile } from './inputFiles.ts';
import { correctionWorkbook } from './reports/correctionWorkbook.ts';

/** One agency's folder as it was written. */
export interface WrittenList {
  readonly agency: string;
  readonly file: string;
}

/** Writes one folder per agency: its correction list and, beside it, its own files, so that the links in the list jump to
 *  the cells wherever the folder is sent. A file that holds several agencies' data is linked but not handed to each.
 *  @throws the file system's error when a place can't be written */
export async function writeCorrectionFolders(
  check: Check,
  sources: readonly FoundFile[],
  folder: string,
  language: Language,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<readonly WrittenList[]> {
  const findings = new Findings(check.result.log, language);
  const summaries = summariseAgencies(check, findings);
  const folders = distinctNames(summaries.map(({ agency }) => safeFileName(agency.name)));
  const agenciesOfFile = Map.groupBy(sheetTables(check), ({ file }) => file);
  const sourceOf = new Map(sources.map((source) => [source.shown, source.path]));
  const written: WrittenList[] = [];
  for (const [index, summary] of summaries.entries()) {
    onProgress(index, summaries.length);
    const own = path.join(folder, folders[index]!);
    await mkdir(own, { recursive: true });
    const files = [...new Set(summary.tables.map(({ file }) => file))];
    const alone = files.filter((file) =>
      agenciesOfFile.get(file)!.every(({ agency }) => agency.id === summary.agency.id),
    );
    const copies = new Map(
      distinctNames(alone.map((file) => safeFileName(path.posix.basename(file)))).map((name, at) => [alone[at]!, name]),
    );
    for (const [file, name] of copies) await copyFile(sourceOf.get(file)!, path.join(own, name));
    const list = correctionListOf(check, findings, summary, language);
    const bytes = await correctionWorkbook(list, language, (file) => {
      const copy = copies.get(file);
      return copy === undefined ? null : encodeURI(copy).replaceAll('#', '%23');
    });
    const name = safeFileName(`${translate(language, 'list.sheetFindings')} - ${summary.agency.name}`);
    const file = path.join(own, `${name}.xlsx`);
    await writeFileAtomically(file, [bytes]);
    written.push({ agency: summary.agency.name, file });
  }
  onProgress(summaries.length, summaries.length);
  return written;
}
