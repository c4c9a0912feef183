import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const ON_UNIX = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
];

/** Below each of Windows' program folders. Every Windows 10 and 11 has Edge. */
const ON_WINDOWS = [
  String.raw`Microsoft\Edge\Application\msedge.exe`,
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
];

/** A browser that can print to PDF: the one named by the environment variable CHROMIUM, or the first of the usual places
 *  that is there; null when none is. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment['CHROMIUM'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  const folders = ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
  const places =
    process.platform === 'win32'
      ? ON_WINDOWS.flatMap((program) => folders.map((folder) => path.join(folder, program)))
      : ON_UNIX;
  return places.find((place) => existsSync(place)) ?? null;
}
