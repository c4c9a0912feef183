// `npm test`: every promise of the project in one command; the first failing step stops the run and names itself.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types', 'tsc', '-b'],
  ['lint', 'oxlint', '--deny-warnings', '--type-aware'],
  ['format', 'oxfmt', '--check', '.'],
  ['unit and integration', 'vitest', 'run'],
  ['e2e', 'playwright', 'test', '-c', 'playwright.config.ts'],
];

for (const [name, command, ...args] of steps) {
  if (name === 'e2e' && !hasBrowser()) {
    console.error('✗ e2e DID NOT RUN: there is no Chromium here and none could be installed; CHROMIUM names one.');
    // A developer's machine may do without; a server that vouches for a version may not.
    if (process.env['CI'] !== undefined) process.exit(1);
    continue;
  }
  const started = Date.now();
  const status = command === 'vitest' ? runVitest(args) : run(command, args);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (status !== 0) {
    console.error(`✗ ${name} failed after ${seconds} s`);
    process.exit(status);
  }
  console.log(`✓ ${name} (${seconds} s)`);
}

function run(command: string, args: readonly string[]): number {
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
}

/** Now and then Node itself ends with a fault where many threads come and go (nodejs/node#64500). Files in which that
 *  happened, and no test failed, have said nothing: they are run once more, and that is told. */
function runVitest(args: readonly string[]): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'ra-soat-tests-'));
  try {
    const report = path.join(folder, 'report.json');
    const status = run('vitest', [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
    const cut = status === 0 ? [] : cutOff(report);
    if (cut.length === 0) return status;
    console.error(`! Node ended by itself in these files, which are run again: ${cut.join(' ')}`);
    return run('vitest', [...args, ...cut]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface VitestReport {
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    /** Why the file could not be run. */
    readonly message: string;
  }[];
}

/** Files that did not come to their end, by a report of vitest; none when anything failed by itself. */
function cutOff(report: string): readonly string[] {
  if (!existsSync(report)) return [];
  const { numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  const failed = testResults.filter(({ status }) => status === 'failed');
  if (numFailedTests > 0 || failed.some(({ message }) => message !== '')) return [];
  return failed.map(({ name }) => path.relative(process.cwd(), name));
}

/** Finds or installs the browser of the tests and tells the next steps where it is. */
function hasBrowser(): boolean {
  const script = path.join(import.meta.dirname, 'ensure-chromium.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) return false;
  // Empty: Playwright's own.
  process.env['RASOAT_CHROMIUM'] = stdout.trim();
  return true;
}
