import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { Findings } from '../../shared/engine/findings.ts';
import { faultText, translate, type Language } from '../../shared/i18n/index.ts';
import type { Check } from '../../shared/reports/check.ts';
import { wholeRoundList } from '../../shared/reports/correctionList.ts';
import { csvReport } from '../../shared/reports/machine/csv.ts';
import { jsonLines, jsonReport } from '../../shared/reports/machine/json.ts';
import { junitReport } from '../../shared/reports/machine/junit.ts';
import { sarifReport } from '../../shared/reports/machine/sarif.ts';
import { fail, succeed, type Result } from '../../shared/result.ts';
import { writeFileAtomically } from '../node/atomicFile.ts';
import { checkFiles } from '../node/checkFiles.ts';
import { writeCorrectionFolders } from '../node/correctionFolder.ts';
import { correctionWorkbook } from '../node/reports/correctionWorkbook.ts';
import { sayFaults, sayRefusal, setUpCheck } from './checkSetUp.ts';
import type { CheckCommand, OutputFormat } from './commandLine.ts';
import { EXIT, type ExitCode } from './exitCode.ts';
import { progressBar } from './progressBar.ts';
import { summaryText } from './summary.ts';

/** `rasoat check`: reads, judges, writes what was asked for, and says what a person needs to know. */
export async function runCheck(command: CheckCommand): Promise<ExitCode> {
  const { language } = command;
  const bar = progressBar(process.stderr, command.quiet);
  const ready = await setUpCheck(command);
  if (!ready.ok) return sayRefusal(ready, language);
  const { request, faults, warnings } = ready.value;
  sayFaults(faults, language);
  for (const line of warnings) process.stderr.write(`${line}\n`);
  const check = await checkFiles(request, ({ phase, done, total }) =>
    bar.show(translate(language, `cli.${phase}`), done, total),
  );
  const written = await writeOutputs(check, command, request.found.files, (done, total) =>
    bar.show(translate(language, 'cli.writing'), done, total),
  );
  bar.clear();
  if (!written.ok) {
    process.stderr.write(`${faultText(language, written.error)}\n`);
    return EXIT.internal;
  }
  const report = command.format !== undefined && command.output === undefined ? process.stderr : process.stdout;
  if (!command.quiet) report.write(`${summaryText(check, language)}${written.value}`);
  return exitCode(check, faults.length === 0);
}

function exitCode(check: Check, referencesRead: boolean): ExitCode {
  if (!referencesRead || check.files.some(({ fault }) => fault !== null)) return EXIT.unreadable;
  return new Findings(check.result.log, 'vi').counts().error > 0 ? EXIT.errorsFound : EXIT.clean;
}

/** Writes the outputs asked for; the value is what to tell the user about them. */
async function writeOutputs(
  check: Check,
  command: CheckCommand,
  sources: Parameters<typeof writeCorrectionFolders>[1],
  onProgress: (done: number, total: number) => void,
): Promise<Result<string>> {
  const { language } = command;
  const said: string[] = [];
  let target = command.out ?? command.output ?? '';
  try {
    if (command.out !== undefined) {
      const lists = await writeCorrectionFolders(check, sources, command.out, language, onProgress);
      said.push(
        translate(language, 'cli.lists', { count: lists.length, folder: path.relative('.', command.out) || '.' }),
      );
    }
    if (command.format !== undefined) {
      target = command.output ?? '';
      const pieces = await rendered(check, command.format, language);
      if (command.output === undefined) for (const piece of pieces) process.stdout.write(piece);
      else {
        await mkdir(path.dirname(path.resolve(command.output)), { recursive: true });
        await writeFileAtomically(command.output, pieces);
        said.push(translate(language, 'cli.written', { file: command.output }));
      }
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // Only the file system's refusals are the user's to mend; anything else is a fault of the program.
    if (code === undefined) throw error;
    return fail('cli.cannotWrite', { file: target, detail: code });
  }
  return succeed(said.length === 0 ? '' : `\n${said.join('\n')}\n`);
}

async function rendered(
  check: Check,
  format: OutputFormat,
  language: Language,
): Promise<Iterable<string | Uint8Array>> {
  switch (format) {
    case 'json':
      return jsonReport(check, language);
    case 'jsonl':
      return jsonLines(check, language);
    case 'csv':
      return csvReport(check, language);
    case 'sarif':
      return sarifReport(check, language);
    case 'junit':
      return junitReport(check, language);
    case 'xlsx':
      return [await wholeRoundWorkbook(check, language)];
  }
}

/** All agencies in one workbook, without links: the files lie elsewhere. */
function wholeRoundWorkbook(check: Check, language: Language): Promise<Uint8Array> {
  const list = wholeRoundList(check, new Findings(check.result.log, language), language);
  return correctionWorkbook(list, language, () => null);
}
