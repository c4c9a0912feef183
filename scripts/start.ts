// `npm start`: opens the program. In its own window where Electron's binary is installed, otherwise in the browser over
// 127.0.0.1, and says which.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ensureScreen } from './ensure-screen.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Electron's binary, if it was downloaded; asking the package for it would download it. */
function electronBinary(): string | null {
  const folder = path.join(root, 'node_modules/electron');
  const named = path.join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = path.join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

const binary = electronBinary();
if (binary !== null) {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
  process.exit(spawnSync(binary, [root, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
}

console.log(
  'Chưa cài Electron nên chương trình mở trong trình duyệt. / Electron is not installed; the program opens in the browser.',
);
if (!ensureScreen()) process.exit(1);
await import('../electron/loopback/main.ts');
