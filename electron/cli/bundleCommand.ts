import path from 'node:path';
import process from 'node:process';
import { Findings } from '../../shared/engine/findings.ts';
import { formatDate } from '../../shared/domain/calendarDate.ts';
import { faultText, translate, type Language } from '../../shared/i18n/index.ts';
import type { Fault } from '../../shared/result.ts';
import { writeBundle } from '../node/batch/bundle.ts';
import { openBundle } from '../node/batch/openBundle.ts';
import { Unwritable } from '../node/batch/piece.ts';
import { verifyBundle, type Verification } from '../node/batch/verifyBundle.ts';
import { checkFiles } from '../node/checkFiles.ts';
import type { ListName } from '../node/referenceLists.ts';
import { sayFaults, sayRefusal, setUpCheck, type CheckOptions } from './checkSetUp.ts';
import { EXIT, type ExitCode } from './exitCode.ts';
import { progressBar } from './progressBar.ts';
import { terminalText } from './terminalText.ts';

/** `rasoat bundle <files or folders…> --out FOLDER`. */
export interface BundleCommand extends CheckOptions {
  readonly name: 'bundle';
  readonly out: string;
  readonly quiet: boolean;
}

/** Checks files and writes a bundle of everything the check was made of, to be run again elsewhere. */
export async function runBundle(command: BundleCommand): Promise<ExitCode> {
  const { language, quiet, out } = command;
  const bar = progressBar(process.stderr, quiet);
  const ready = await setUpCheck(command);
  if (!ready.ok) return sayRefusal(ready, language);
  const { request, faults, ruleSetFiles } = ready.value;
  sayFaults(faults, language);
  // A bundle without the reference that was asked for would verify another check.
  if (faults.length > 0) return EXIT.unreadable;
  const check = await checkFiles(request, ({ phase, done, total }) =>
    bar.show(translate(language, `cli.${phase}`), done, total),
  );
  try {
    const { manifest, files, id } = await writeBundle(check, request.found.files, out, {
      ruleSet: ruleSetFiles,
      mappings: command.mappings,
      lists: command.lists.map((text) => {
        const [list = '', ...file] = text.split('=');
        return { list: list as ListName, file: file.join('=') };
      }),
      ...(command.previous === undefined ? {} : { previous: command.previous }),
    });
    bar.clear();
    const params = {
      folder: path.relative('.', out) || '.',
      files: number(files.length),
      count: number(manifest.findings.count),
      id,
    };
    if (!quiet) process.stdout.write(`${translate(language, 'bundle.written', params)}\n`);
  } catch (error) {
    bar.clear();
    if (error instanceof Unwritable) {
      sayFaults([error.fault], language);
      return EXIT.unreadable;
    }
    const detail = (error as NodeJS.ErrnoException).code;
    // Only the file system's refusals are the user's to mend; anything else is a fault of the program.
    if (detail === undefined) throw error;
    sayFaults([{ code: 'cli.cannotWrite', params: { file: out, detail } }], language);
    return EXIT.internal;
  }
  if (check.files.some(({ fault }) => fault !== null)) return EXIT.unreadable;
  return new Findings(check.result.log, language).counts().error > 0 ? EXIT.errorsFound : EXIT.clean;
}

/** `rasoat verify BUNDLE` (its folder, or a .zip of it): runs a bundle again and says whether the findings are the same, byte for byte, or what differs. */
export async function runVerify(place: string, language: Language): Promise<ExitCode> {
  const opened = await openBundle(place);
  if (!opened.ok) {
    sayFaults([opened.error], language);
    return EXIT.unreadable;
  }
  await using bundle = opened.value;
  const bar = progressBar(process.stderr, false);
  const verified = await verifyBundle(bundle.folder, {
    onProgress: ({ phase, done, total }) => bar.show(translate(language, `cli.${phase}`), done, total),
  });
  bar.clear();
  if (!verified.ok) {
    sayFaults([verified.error], language);
    return EXIT.unreadable;
  }
  process.stdout.write(`${verificationLines(verified.value, language).map(terminalText).join('\n')}\n`);
  return verified.value.same ? EXIT.clean : EXIT.errorsFound;
}

/** Differences that are told one by one. */
const MOST_LINES = 20;

function verificationLines(verification: Verification, language: Language): readonly string[] {
  const { same, id, round, today, findings, differences, notes } = verification;
  const told = (faults: readonly Fault[]): readonly string[] => {
    const lines = faults.slice(0, MOST_LINES).map((fault) => `- ${faultText(language, fault)}`);
    const more = faults.length - lines.length;
    return more === 0 ? lines : [...lines, `- ${translate(language, 'bundle.more', { count: number(more) })}`];
  };
  return [
    translate(language, 'bundle.about', { round, date: formatDate({ iso: today }) }),
    translate(language, 'bundle.id', { id }),
    same
      ? translate(language, 'bundle.same', { count: number(findings ?? 0) })
      : translate(language, 'bundle.differs', { count: number(differences.length) }),
    ...told(differences),
    ...(notes.length === 0 ? [] : [translate(language, 'bundle.notes'), ...told(notes)]),
  ];
}

const number = (value: number): string => value.toLocaleString('vi-VN');
