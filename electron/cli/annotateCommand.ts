import path from 'node:path';
import process from 'node:process';
import { Findings } from '../../shared/engine/findings.ts';
import { faultText, translate, type Language } from '../../shared/i18n/index.ts';
import type { Fault } from '../../shared/result.ts';
import { writeAnnotatedCopies, type AnnotatedCopy } from '../node/annotate/annotatedCopies.ts';
import { checkFiles } from '../node/checkFiles.ts';
import { sayFaults, sayRefusal, setUpCheck, type CheckOptions } from './checkSetUp.ts';
import { EXIT, type ExitCode } from './exitCode.ts';
import { progressBar } from './progressBar.ts';

/** `rasoat annotate <files or folders…> --out FOLDER`. */
export interface AnnotateCommand extends CheckOptions {
  readonly name: 'annotate';
  /** Folder for the copies. */
  readonly out: string;
  readonly quiet: boolean;
}

/** Checks files and writes a copy of each with its wrong cells marked; says which, and what to know of them. */
export async function runAnnotate(command: AnnotateCommand): Promise<ExitCode> {
  const { language, quiet, out } = command;
  const bar = progressBar(process.stderr, quiet);
  const refuse = (fault: Fault, code: ExitCode): ExitCode => {
    bar.clear();
    sayFaults([fault], language);
    return code;
  };
  const ready = await setUpCheck(command);
  if (!ready.ok) return sayRefusal(ready, language);
  const { request } = ready.value;
  sayFaults(ready.value.faults, language);
  const check = await checkFiles(request, ({ phase, done, total }) =>
    bar.show(translate(language, `cli.${phase}`), done, total),
  );
  let copies: readonly AnnotatedCopy[];
  try {
    copies = await writeAnnotatedCopies(check, request.found.files, out, language, (done, total) =>
      bar.show(translate(language, 'annotate.reading'), done, total),
    );
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code;
    // Only the file system's refusals are the user's to mend; anything else is a fault of the program.
    if (detail === undefined) throw error;
    return refuse({ code: 'cli.cannotWrite', params: { file: out, detail } }, EXIT.internal);
  }
  bar.clear();

  const faults = [...check.files.flatMap(({ fault }) => fault ?? []), ...copies.flatMap(({ fault }) => fault ?? [])];
  sayFaults(faults, language);
  if (!quiet) process.stdout.write(`${summary(copies, out, language).join('\n')}\n`);
  if (faults.length > 0 || ready.value.faults.length > 0) return EXIT.unreadable;
  return new Findings(check.result.log, language).counts().error > 0 ? EXIT.errorsFound : EXIT.clean;
}

function summary(copies: readonly AnnotatedCopy[], out: string, language: Language): readonly string[] {
  const lines = copies.flatMap(({ file, written, cells, lines: count, notes, fault }) => {
    if (fault !== null) return [];
    if (written === null) return [translate(language, 'annotate.clean', { file })];
    const shown = path.relative(out, written);
    return [
      translate(language, 'annotate.written', { file: shown, cells, lines: count }),
      ...notes.map((note) => `  ${faultText(language, note)}`),
    ];
  });
  const count = copies.filter(({ written }) => written !== null).length;
  const folder = path.relative('.', out) || '.';
  return [...lines, translate(language, count === 0 ? 'annotate.none' : 'annotate.summary', { count, folder })];
}
