import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { Findings } from '../../shared/engine/findings.ts';
import { translate } from '../../shared/i18n/index.ts';
import { openIssues, type EarlierRound } from '../../shared/reports/readiness/compareRounds.ts';
import { readinessOf } from '../../shared/reports/readiness/readiness.ts';
import { recordOfReadiness } from '../../shared/reports/readiness/readinessRecord.ts';
import { fail, succeed, type Fault, type Result } from '../../shared/result.ts';
import { parseOffice, UNKNOWN_OFFICE, type Office } from '../../shared/settings/office.ts';
import { checkFiles, type CheckRequest } from '../node/checkFiles.ts';
import { findFiles } from '../node/inputFiles.ts';
import { findChromium } from '../node/reports/findChromium.ts';
import { BrowserPrinter } from '../node/reports/pagePrinter.ts';
import { writeReports, type WrittenReports } from '../node/reports/reportFolder.ts';
import { sayFaults, sayRefusal, setUpCheck, type CheckOptions } from './checkSetUp.ts';
import { EXIT, type ExitCode } from './exitCode.ts';
import { progressBar } from './progressBar.ts';

/** `rasoat report <files or folders…> --out FOLDER [--office FILE.json] [--personal-data]`. */
export interface ReportCommand extends CheckOptions {
  readonly name: 'report';
  /** Folder for the reports. */
  readonly out: string;
  /** JSON file with the office's data; left out, dots stand in their place. */
  readonly office?: string;
  /** Citizen ids and telephone numbers are shown whole. */
  readonly personalData: boolean;
  readonly quiet: boolean;
}

/** Checks files and writes the report to the leader (.docx, .html, .pdf), the readiness summary (.xlsx, .html, .pdf) and,
 *  where the round holds daily sheets, the daily report. With `--previous` the progress since that round is in them. */
export async function runReport(command: ReportCommand): Promise<ExitCode> {
  const { language, quiet, out } = command;
  const bar = progressBar(process.stderr, quiet);
  const office = await loadOffice(command.office);
  if (!office.ok) {
    sayFaults([office.error], language);
    return EXIT.usage;
  }
  const ready = await setUpCheck(command);
  if (!ready.ok) return sayRefusal(ready, language);
  const { request, faults, warnings } = ready.value;
  sayFaults(faults, language);
  for (const line of warnings) process.stderr.write(`${line}\n`);
  const progress = ({ phase, done, total }: { phase: string; done: number; total: number }): void =>
    bar.show(translate(language, `cli.${phase}`), done, total);
  const check = await checkFiles(request, progress);
  const before = command.previous === undefined ? null : await earlierRound(command.previous, request);
  let written: WrittenReports;
  try {
    const browser = findChromium();
    await using printer = new BrowserPrinter(browser);
    written = await writeReports(
      { check, office: office.value, language, personal: { shown: command.personalData }, before },
      out,
      browser === null ? null : (html) => printer.print(html),
      (done, total) => bar.show(translate(language, 'reportCommand.writing'), done, total),
    );
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code;
    // Only the file system's refusals are the user's to mend; anything else is a fault of the program.
    if (detail === undefined) throw error;
    bar.clear();
    sayFaults([{ code: 'cli.cannotWrite', params: { file: out, detail } }], language);
    return EXIT.internal;
  }
  bar.clear();
  const unread = check.files.flatMap(({ fault }): readonly Fault[] => (fault === null ? [] : [fault]));
  sayFaults([...unread, ...written.faults], language);
  if (!quiet) {
    for (const file of written.files) {
      process.stdout.write(
        `${translate(language, 'reportCommand.written', { file: path.relative('.', file) || file })}\n`,
      );
    }
  }
  if (unread.length > 0 || faults.length > 0) return EXIT.unreadable;
  return new Findings(check.result.log, language).counts().error > 0 ? EXIT.errorsFound : EXIT.clean;
}

async function loadOffice(file: string | undefined): Promise<Result<Office>> {
  if (file === undefined) return succeed(UNKNOWN_OFFICE);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return fail('file.missing', { file });
  const office = parseOffice(text);
  return office.ok ? office : fail(office.error.code, { ...office.error.params, file });
}

/** The files of an earlier round, judged by the same rules: what a rule learned meanwhile is no progress. Null when none of
 *  them has a table, which was said when they were loaded. */
async function earlierRound(place: string, request: CheckRequest): Promise<EarlierRound | null> {
  const found = await findFiles([place]);
  const check = await checkFiles({ ...request, found });
  const readiness = readinessOf(check);
  if (readiness.agencies.length === 0) return null;
  return {
    name: path.basename(path.resolve(place)),
    issues: openIssues(check.result.log),
    readiness: recordOfReadiness(readiness),
  };
}
