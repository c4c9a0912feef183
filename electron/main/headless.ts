import { stat } from 'node:fs/promises';
import { translate } from '../../shared/i18n/index.ts';

/** What the command line is given of the process, and leaves behind there. */
export interface HeadlessProcess {
  argv: string[];
  exitCode?: number | string | null | undefined;
  readonly stderr: { write(text: string): unknown };
}

/** Exit code of a command line that could not be run at all, as the command line itself uses it. */
const INTERNAL = 4;

/** Runs the built command line inside this process, before any window exists.
 *  @param cli  its entry; it reads `process.argv` and leaves its exit code in `process.exitCode`
 *  @returns the exit code */
export async function runHeadless(cli: URL, args: readonly string[], host: HeadlessProcess): Promise<number> {
  if (!(await stat(cli).catch(() => undefined))?.isFile()) {
    host.stderr.write(`${translate('vi', 'headless.missing')}\n`);
    return INTERNAL;
  }
  host.argv = [host.argv[0] ?? 'rasoat', cli.pathname, ...args];
  await import(/* @vite-ignore */ cli.href);
  return typeof host.exitCode === 'number' ? host.exitCode : 0;
}
