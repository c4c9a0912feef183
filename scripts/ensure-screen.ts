// Builds the screen (out/renderer) when it is missing or older than what it is made of; does nothing otherwise.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..');
const built = path.join(root, 'out/renderer/index.html');
const sources = ['renderer', 'shared', 'package-lock.json'].map((place) => path.join(root, place));

const newest = (place: string): number => {
  const info = statSync(place);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(place).map((name) => newest(path.join(place, name))));
};

/** Makes the screen; @returns whether it is there now */
export function ensureScreen(): boolean {
  if (existsSync(built) && statSync(built).mtimeMs >= Math.max(...sources.map(newest))) return true;
  console.error('Đang dựng giao diện, mất vài giây… / Building the screen, a few seconds…');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(
    process.execPath,
    [vite, 'build', '-c', path.join(root, 'renderer/vite.config.ts'), '--logLevel', 'warn'],
    { cwd: root, stdio: ['ignore', 2, 2] },
  );
  return status === 0;
}
