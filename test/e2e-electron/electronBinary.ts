import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** The built main process that is started. */
export const MAIN = path.join(ROOT, 'out/main/index.js');

/** Electron's program, without importing `electron`: that would try to download it. */
function findElectron(): string | undefined {
  const usual = process.platform === 'win32' ? 'electron.exe' : 'electron';
  const named = path.join(ROOT, 'node_modules/electron/path.txt');
  const name = existsSync(named) ? readFileSync(named, 'utf8').trim() : usual;
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(ROOT, 'node_modules/electron/dist');
  const file = path.join(folder, name);
  return existsSync(file) ? file : undefined;
}

export const ELECTRON = findElectron();

/** Why these tests can't run here; `undefined` when they can. */
export const MISSING =
  ELECTRON === undefined
    ? 'there is no Electron binary here (see docs/packaging.md)'
    : existsSync(MAIN)
      ? undefined
      : 'the program is not built (npm run build)';
