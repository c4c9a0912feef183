import { mkdir, readdir, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { translate, type Language } from '../../shared/i18n/index.ts';
import { crashReport, type Crash, type CrashSurroundings } from './crashReport.ts';

/** Reports that are kept; older ones go. */
const KEPT = 20;

/** Writes a report into its folder, the oldest ones making room.
 *  @returns the file
 *  @throws the file system's error when it can't be written */
export async function keepReport(folder: string, time: string, report: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${time.replace(/[^\dTZ]/g, '-')}.txt`);
  await writeFile(file, report, 'utf8');
  const all = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  for (const old of all.slice(0, Math.max(0, all.length - KEPT))) await unlink(path.join(folder, old));
  return file;
}

/** What the person chose after a crash. */
export type AfterCrash = 'reopen' | 'quit';

export interface CrashDesk {
  readonly folder: string;
  readonly language: () => Language;
  readonly surroundings: () => CrashSurroundings;
  /** Shows a message with buttons; gives the index of the one that was pressed. */
  readonly ask: (message: string, detail: string, buttons: readonly string[]) => Promise<number>;
  readonly copy: (text: string) => void;
}

/** Keeps a report of a crash, tells the user, offers to copy the report as often as wanted, and asks what to do. After a
 *  crash of the program itself only closing is offered: its state can't be trusted. */
export async function handleCrash(crash: Crash, desk: CrashDesk): Promise<AfterCrash> {
  const surroundings = desk.surroundings();
  const report = crashReport(crash, surroundings);
  // The user can still copy a report that the disk refused; the missing file name shows it.
  const file = await keepReport(desk.folder, surroundings.time, report).catch(() => '-');
  const text = (key: string, params = {}): string => translate(desk.language(), key, params);
  const choices: readonly AfterCrash[] = crash.what === 'window' ? ['reopen', 'quit'] : ['quit'];
  const buttons = [text('crash.copyReport'), ...choices.map((choice) => text(`crash.${choice}`))];
  const message = text(crash.what === 'window' ? 'crash.window' : 'crash.program');
  for (;;) {
    const pressed = await desk.ask(message, text('crash.report', { file: path.basename(file) }), buttons);
    if (pressed !== 0) return choices[pressed - 1] ?? 'quit';
    desk.copy(report);
  }
}
