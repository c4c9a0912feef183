import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { compareLists, type Comparison } from '../../shared/comparison/compareLists.ts';
import { comparisonCsv, comparisonJson } from '../../shared/comparison/comparisonOutputs.ts';
import type { ComparisonInfo } from '../../shared/comparison/comparisonTexts.ts';
import { countsOf } from '../../shared/comparison/comparisonCounts.ts';
import { readProvincialExport } from '../../shared/comparison/provincialExport.ts';
import { faultText, translate, type Language } from '../../shared/i18n/index.ts';
import { indexProcedures } from '../../shared/reference/procedureIndex.ts';
import { fail, succeed, type Fault, type Result } from '../../shared/result.ts';
import type { Table } from '../../shared/table/table.ts';
import { writeFileAtomically } from '../node/atomicFile.ts';
import { checkFiles } from '../node/checkFiles.ts';
import { readSpreadsheet } from '../node/fileReading.ts';
import { comparisonWorkbook } from '../node/reports/comparisonWorkbook.ts';
import { sayFaults, sayRefusal, setUpCheck, type CheckOptions } from './checkSetUp.ts';
import { comparisonSummary } from './comparisonSummary.ts';
import { EXIT, type ExitCode } from './exitCode.ts';
import { progressBar } from './progressBar.ts';

/** `rasoat compare <files or folders…> --reference FILE [--provincial FILE] [--output FILE.xlsx|.json|.csv]`. */
export interface CompareCommand extends CheckOptions {
  readonly name: 'compare';
  /** Files exported from the province's system. */
  readonly provincial: readonly string[];
  /** Its extension tells the form. */
  readonly output?: string;
  readonly quiet: boolean;
}

/** Reads agencies' files, the national catalogue and the province's export, compares them, says what differs and writes it
 *  where asked. Exit: 1 when something differs, 3 when a file or list could not be read. */
export async function runCompare(command: CompareCommand): Promise<ExitCode> {
  const { language, quiet, output } = command;
  if (command.references.length === 0 && command.provincial.length === 0) {
    sayFaults([fail('comparison.nothingToCompare').error], language);
    return EXIT.usage;
  }
  const bar = progressBar(process.stderr, quiet);
  const ready = await setUpCheck(command);
  if (!ready.ok) return sayRefusal(ready, language);
  const faults: Fault[] = [...ready.value.faults];
  const province = await readProvince(command.provincial, faults);
  const national = await ready.value.request.reference;
  sayFaults(faults, language);
  // Half of the lists would make the other half look wrong.
  if (faults.length > 0) return EXIT.unreadable;

  // Read as for a check, with no rule to judge by.
  const { round, files, today } = await checkFiles({ ...ready.value.request, rules: [] }, ({ phase, done, total }) =>
    bar.show(translate(language, `cli.${phase}`), done, total),
  );
  bar.clear();
  const unread = files.flatMap(({ fault }) => fault ?? []);
  sayFaults(unread, language);
  const comparison = compareLists({
    tables: files.flatMap(({ readings }) => readings.flatMap(({ tables }) => tables)),
    national: national === null ? null : indexProcedures(national),
    ...(province !== null && { province }),
  });
  const info: ComparisonInfo = {
    round,
    today,
    national:
      national === null ? null : { title: national.title, date: national.date, records: national.procedures.length },
    province: command.provincial.map((file) => path.basename(file)),
  };
  const written = output === undefined ? succeed(null) : await write(output, comparison, info, language);
  if (!written.ok) {
    process.stderr.write(`${faultText(language, written.error)}\n`);
    return EXIT.internal;
  }
  if (!quiet) {
    process.stdout.write(comparisonSummary(comparison, info, language));
    const last = output === undefined ? 'comparison.write' : 'cli.written';
    process.stdout.write(`\n${translate(language, last, { file: output ?? '' })}\n`);
  }
  if (unread.length > 0) return EXIT.unreadable;
  return comparison.lists.length + countsOf(comparison).different > 0 ? EXIT.errorsFound : EXIT.clean;
}

/** Tables of the province's exports; null when none was named. What cannot be read is added to `faults`. */
async function readProvince(files: readonly string[], faults: Fault[]): Promise<readonly Table[] | null> {
  if (files.length === 0) return null;
  const tables: Table[] = [];
  for (const file of files) {
    const shown = path.basename(file);
    const { opened } = await readSpreadsheet({ path: file, shown });
    const read: Result<readonly Table[]> = opened.ok ? readProvincialExport(opened.value, shown) : opened;
    if (read.ok) tables.push(...read.value);
    else faults.push(read.error);
  }
  return tables;
}

async function write(
  output: string,
  comparison: Comparison,
  info: ComparisonInfo,
  language: Language,
): Promise<Result<null>> {
  try {
    await mkdir(path.dirname(path.resolve(output)), { recursive: true });
    await writeFileAtomically(output, await rendered(output, comparison, info, language));
    return succeed(null);
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code;
    // Only the file system's refusals are the user's to mend; anything else is a fault of the program.
    if (detail === undefined) throw error;
    return fail('cli.cannotWrite', { file: output, detail });
  }
}

async function rendered(
  output: string,
  comparison: Comparison,
  info: ComparisonInfo,
  language: Language,
): Promise<Iterable<string | Uint8Array>> {
  switch (path.extname(output).toLowerCase()) {
    case '.json':
      return comparisonJson(comparison, info, language);
    case '.csv':
      return comparisonCsv(comparison, language);
    default:
      return [await comparisonWorkbook(comparison, info, language)];
  }
}
