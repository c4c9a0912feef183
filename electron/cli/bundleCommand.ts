import path from 'node:path';
import process from 'node:process';
import { Findings } from '../../shared/engine/findings.ts';
import { faultText, translate, type Language } from '../../shared/i18n/index.ts';
import { writeBundle } from '../node/batch/bundle.ts';
import { verifyBundle } from '../node/batch/verifyBundle.ts';
import { checkFiles } from '../node/checkFiles.ts';
import type { ListName } from '../node/referenceLists.ts';
import { sayFaults, sayRefusal, setUpCheck, type CheckOptions } from './checkSetUp.ts';
import { EXIT, type ExitCode } from './exitCode.ts';
import { progressBar } from './progressBar.ts';

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
  const { request, faults } = ready.value;
  sayFaults(faults, language);
  // A bundle without the reference that was asked for would verify another check.
  if (faults.length > 0) return EXIT.unreadable;
  const check = await checkFiles(request, ({ phase, done, total }) =>
    bar.show(translate(language, `cli.${phase}`), done, total),
  );
  try {
    const { manifest, files } = await writeBundle(check, request.found.files, out, {
      mappings: command.mappings,
      lists: command.lists.map((text) => {
        const [list = '', ...file] = text.split('=');
        return { list: list as ListName, file: file.join('=') };
      }),
      ...(command.ruleSet === undefined ? {} : { ruleSet: command.ruleSet }),
      ...(command.previous === undefined ? {} : { previous: command.previous }),
    });
    bar.clear();
    const params = { folder: path.relative('.', out) || '.', files: files.length, count: manifest.findings.count };
    if (!quiet) process.stdout.write(`${translate(language, 'bundle.written', params)}\n`);
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code;
    // Only the file system's refusals are the user's to mend; anything else is a fault of the program.
    if (detail === undefined) throw error;
    bar.clear();
    sayFaults([{ code: 'cli.cannotWrite', params: { file: out, detail } }], language);
    return EXIT.internal;
  }
  if (check.files.some(({ fault }) => fault !== null)) return EXIT.unreadable;
  return new Findings(check.result.log, language).counts().error > 0 ? EXIT.errorsFound : EXIT.clean;
}

/** `rasoat verify BUNDLE`: runs a bundle again and says whether the findings are the same, byte for byte, or what differs. */
export async function runVerify(folder: string, language: Language): Promise<ExitCode> {
  const bar = progressBar(process.stderr, false);
  const verified = await verifyBundle(folder, ({ phase, done, total }) =>
    bar.show(translate(language, `cli.${phase}`), done, total),
  );
  bar.clear();
  if (!verified.ok) {
    sayFaults([verified.error], language);
    return EXIT.unreadable;
  }
  const { same, findings, differences, notes } = verified.value;
  sayFaults(notes, language);
  if (same) {
    process.stdout.write(`${translate(language, 'bundle.same', { count: findings.toLocaleString('vi-VN') })}\n`);
    return EXIT.clean;
  }
  const lines = [
    translate(language, 'bundle.differs'),
    ...differences.map((fault) => `- ${faultText(language, fault)}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.errorsFound;
}
