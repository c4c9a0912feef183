import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { BatchIndex } from '../../../electron/node/batch/batchIndex.ts';
import { verifyBundle } from '../../../electron/node/batch/verifyBundle.ts';
import { writeSample } from '../../../electron/node/sample/writeSample.ts';

const KILLS = 10;
const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-giua-chung-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`a batch of all outputs that is killed ${KILLS} times comes to the files and hashes of one that nobody disturbed`, async () => {
  const { agencies, catalogue } = await writeSample(path.join(folder, 'mau'));
  const [whole, killed] = ['lien', 'ngat'].map((name) => path.join(folder, name));
  expect(signalOf([agencies, catalogue, whole!])).toBe(null);
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Early and late in the batch, at the beginning of a part and while it is being written.
    expect(signalOf([agencies, catalogue, killed!, `${kill / KILLS}`, `${(kill * 7) % 20}`])).toBe('SIGKILL');
    expect(existsSync(path.join(killed!, 'index.json'))).toBe(false);
  }
  expect(signalOf([agencies, catalogue, killed!])).toBe(null);

  expect(hashesIn(killed!)).toEqual(hashesIn(whole!));
  const { files } = JSON.parse(readFileSync(path.join(killed!, 'index.json'), 'utf8')) as BatchIndex;
  for (const { path: own, sha256 } of files) expect(hashesIn(killed!).get(own)).toBe(sha256);
  expect(await verifyBundle(path.join(killed!, 'Gói kiểm chứng'))).toMatchObject({ ok: true, value: { same: true } });
}, 180_000);

/** Signal that ended a writer; null when it came to its end. */
function signalOf(args: readonly string[]): string | null {
  const { signal, status, stderr } = spawnSync(
    process.execPath,
    [path.join(import.meta.dirname, 'batchWriter.ts'), ...args],
    {
      encoding: 'utf8',
    },
  );
  if (signal === null && status !== 0) throw new Error(stderr);
  return signal;
}

/** SHA-256 of everything in a folder, hidden files too. */
const hashesIn = (place: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        path.relative(place, file).split(path.sep).join('/'),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );
