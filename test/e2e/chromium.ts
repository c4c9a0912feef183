import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

/** Quiet, reproducible, and without a word to the network. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** The browser of the tests, found or installed by scripts/ensure-chromium.mjs. Asked once: the answer stays in the
 *  environment, which every process of the tests inherits.
 *  @returns its path, `''` for Playwright's own, null when there is none */
export function findChromium(): string | null {
  const known = process.env['RASOAT_CHROMIUM'];
  if (known !== undefined) return known;
  const script = path.resolve(import.meta.dirname, '../../scripts/ensure-chromium.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) return null;
  process.env['RASOAT_CHROMIUM'] = stdout.trim();
  return process.env['RASOAT_CHROMIUM'];
}
