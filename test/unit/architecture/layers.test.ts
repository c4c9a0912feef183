import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Rooms and the rooms they may import from; `electron` itself only where it is named. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  'electron/node': ['shared'],
  'electron/worker': ['shared', 'electron/node'],
  'electron/cli': ['shared', 'electron/node', 'electron/worker'],
  'electron/loopback': ['shared', 'electron/node', 'electron/worker'],
  'electron/main': ['shared', 'electron/node', 'electron/worker', 'electron'],
  'electron/preload': ['shared', 'electron'],
  renderer: ['shared'],
};

function sourceFiles(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('vite.config.ts'))
    .map((name) => path.join(folder, name));
}

const IMPORT = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

test.each(Object.entries(MAY_IMPORT))('%s imports only what its layer allows', (room, allowed) => {
  const wrong: string[] = [];
  for (const file of sourceFiles(path.join(ROOT, room))) {
    for (const [, target] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const place = path.relative(ROOT, file);
      if (target!.startsWith('.')) {
        const reached = path
          .relative(ROOT, path.resolve(path.dirname(file), target!))
          .split(path.sep)
          .join('/');
        const inside = [room, ...allowed].some((one) => reached.startsWith(`${one}/`));
        if (!inside && reached !== 'package.json') wrong.push(`${place} → ${reached}`);
      } else if (target === 'electron' || target === 'electron-store') {
        if (!allowed.includes('electron')) wrong.push(`${place} → ${target}`);
      } else if (target!.startsWith('node:') && (room === 'shared' || room === 'renderer')) {
        wrong.push(`${place} → ${target}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('no module of the repository imports one that does not exist', () => {
  const lost = ['shared', 'electron', 'scripts', 'test', 'renderer']
    .flatMap((room) => sourceFiles(path.join(ROOT, room)))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(IMPORT)]
        .map(([, target]) => target!)
        .filter(
          (target) =>
            target.startsWith('.') && !statSync(path.resolve(path.dirname(file), target), { throwIfNoEntry: false }),
        )
        .map((target) => `${path.relative(ROOT, file)} → ${target}`),
    );
  expect(lost).toEqual([]);
});
