// `npm test`: every promise of the project in one command; the first failing step stops the run and names itself.
import { spawnSync } from 'node:child_process';
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
  const result = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (result.status !== 0) {
    console.error(`✗ ${name} failed after ${seconds} s`);
    process.exit(result.status ?? 1);
  }
  console.log(`✓ ${name} (${seconds} s)`);
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
