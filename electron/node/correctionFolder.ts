import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Findings } from '../../shared/engine/findings.ts';
import { translate, type Language } from '../../shared/i18n/index.ts';
import { summariseAgencies, sheetTables, type AgencySummary } from '../../shared/reports/agencySummary.ts';
import type { Check } from '../../shared/reports/check.ts';
import { correctionListOf, type CorrectionList } from '../../shared/reports/correctionList.ts';
import { writeFileAtomically } from './atomicFile.ts';
import { distinctNames, safeFileName } from './fileNames.ts';
import type { FoundFile } from './inputFiles.ts';
import { correctionWorkbook } from './reports/correctionWorkbook.ts';

/** One agency's folder as it was written. */
export interface WrittenList {
  readonly agency: string;
  readonly file: string;
}

/** What an agency's folder will hold. */
export interface CorrectionFolder {
  readonly summary: AgencySummary;
  /** Name of the folder, and of the list without its extension. */
  readonly name: string;
  readonly listName: string;
  /** Where each original is copied from, by its name in the folder. */
  readonly copies: ReadonlyMap<string, string>;
  /** The list, made anew at each call. */
  list(): CorrectionList;
  /** Address of an original as the list has it; null for one that is not handed out. */
  linkTo(file: string): string | null;
}

/** Forms of the list: names that no copy takes. */
const OWN_EXTENSIONS = ['.xlsx', '.html', '.pdf'];

/** Plans one folder per agency: its correction list and, beside it, its own files, so that the links in the list jump to
 *  the cells wherever the folder is sent. A file that holds several agencies' data is not handed to each, nor one that is
 *  no longer there. */
export function planCorrectionFolders(
  check: Check,
  sources: readonly FoundFile[],
  language: Language,
): readonly CorrectionFolder[] {
  const findings = new Findings(check.result.log, language);
  const summaries = summariseAgencies(check, findings);
  const names = distinctNames(summaries.map(({ agency }) => safeFileName(agency.name)));
  const agenciesOfFile = Map.groupBy(sheetTables(check), ({ file }) => file);
  const sourceOf = new Map(sources.map((source) => [source.shown, source.path]));
  return summaries.map((summary, at) => {
    const files = [...new Set(summary.tables.map(({ file }) => file))].filter(
      (file) => sourceOf.has(file) && agenciesOfFile.get(file)!.every(({ agency }) => agency.id === summary.agency.id),
    );
    const listName = safeFileName(`${translate(language, 'list.sheetFindings')} - ${summary.agency.name}`);
    // A list of an earlier round may have come back with the files.
    const own = OWN_EXTENSIONS.map((extension) => listName + extension);
    const copyNames = distinctNames([...own, ...files.map((file) => safeFileName(path.posix.basename(file)))]).slice(
      own.length,
    );
    const nameOf = new Map(files.map((file, index) => [file, copyNames[index]!]));
    return {
      summary,
      name: names[at]!,
      listName,
      copies: new Map([...nameOf].map(([file, name]) => [name, sourceOf.get(file)!])),
      list: () => correctionListOf(check, findings, summary, language),
      linkTo(file) {
        const name = nameOf.get(file);
        return name === undefined ? null : encodeURI(name).replaceAll('#', '%23');
      },
    };
  });
}

/** Writes one folder per agency: its correction list and copies of its files.
 *  @throws the file system's error when a place can't be written */
export async function writeCorrectionFolders(
  check: Check,
  sources: readonly FoundFile[],
  folder: string,
  language: Language,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<readonly WrittenList[]> {
  const plans = planCorrectionFolders(check, sources, language);
  const written: WrittenList[] = [];
  for (const [index, { summary, name, listName, copies, list, linkTo }] of plans.entries()) {
    onProgress(index, plans.length);
    const own = path.join(folder, name);
    await mkdir(own, { recursive: true });
    for (const [copy, source] of copies) await copyFile(source, path.join(own, copy));
    const file = path.join(own, `${listName}.xlsx`);
    await writeFileAtomically(file, [await correctionWorkbook(list(), language, linkTo)]);
    written.push({ agency: summary.agency.name, file });
  }
  onProgress(plans.length, plans.length);
  return written;
}
