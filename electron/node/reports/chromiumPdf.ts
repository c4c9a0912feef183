import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { fail, succeed, type Result } from '../../../shared/result.ts';

/** Longest a page may take to print; ten thousand rows took ten seconds when it was measured. */
const TIME_LIMIT_MS = 120_000;

/** The last lines of what a browser says tell why it failed. */
const LONGEST_DETAIL = 300;

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

/** Prints a complete page (no scripts, nothing to load) to PDF by a browser that runs without a window and with a profile
 *  of its own, which is removed afterwards.
 *  Errors: `pdf.noBrowser`; `pdf.failed` with what the browser said. */
export async function printToPdf(html: string, browser: string | null = findChromium()): Promise<Result<Uint8Array>> {
  if (browser === null) return fail('pdf.noBrowser');
  const folder = await mkdtemp(path.join(tmpdir(), 'rasoat-pdf-'));
  try {
    const page = path.join(folder, 'page.html');
    const output = path.join(folder, 'page.pdf');
    await writeFile(page, html);
    const said = await run(browser, [
      ...FLAGS,
      // A sandbox can't be set up by root; nobody but root of a container or server runs into this.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${path.join(folder, 'profile')}`,
      `--print-to-pdf=${output}`,
      pathToFileURL(page).href,
    ]);
    const bytes = await readFile(output).catch(() => null);
    return bytes === null || bytes.length === 0 ? fail('pdf.failed', { detail: said }) : succeed(new Uint8Array(bytes));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--no-pdf-header-footer',
];

/** Runs a program to its end or its time limit; gives the end of what it said. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true });
    let said = '';
    const limit = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT_MS);
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      said = (said + text).slice(-LONGEST_DETAIL);
    });
    child.on('error', (error) => {
      clearTimeout(limit);
      resolve(error.message);
    });
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      resolve(said.trim() === '' ? `${signal ?? code ?? ''}` : said.trim());
    });
  });
}
