import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBackend, type Backend } from '../../../electron/main/backendProcess.ts';
import { answerCalls, CALL_CHANNEL } from '../../../electron/main/callChannel.ts';
import { chosenFiles } from '../../../electron/main/chosenFiles.ts';
import { TrustedSenders } from '../../../electron/main/security/trustedSender.ts';
import { HandleRegistry } from '../../../electron/node/web/fileHandles.ts';
import type { Reply } from '../../../shared/contract/envelope.ts';
import { FakeIpc, ownMessage } from '../../unit/electron/fakes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-desktop-host-'));
const registry = new HandleRegistry();
const ipc = new FakeIpc();
const workers: Worker[] = [];
let backend: Backend;

/** The real services in a thread, where Electron would give them a process. */
function fork() {
  const entry = new URL('../../../electron/worker/workbenchWorker.ts', import.meta.url);
  const worker = new Worker(entry, { workerData: { folder: path.join(folder, 'workspace') } });
  workers.push(worker);
  return Object.assign(worker, {
    kill: () => {
      void worker.terminate();
      return true;
    },
  });
}

beforeAll(() => {
  const senders = new TrustedSenders();
  senders.trust(1);
  backend = startBackend({ fork, grants: () => registry.grants(), maxRestarts: 3, onStopped: () => undefined });
  answerCalls(ipc, { senders, hostMethods: {}, backend, onFailure: () => undefined });
});
afterAll(async () => {
  backend.stop();
  await Promise.all(workers.map((worker) => worker.terminate()));
  rmSync(folder, { recursive: true, force: true });
});

const call = (method: string, input: unknown) =>
  ipc.send(CALL_CHANNEL, ownMessage(), { method, input }) as Promise<Reply<Record<string, unknown>>>;

async function newRound(): Promise<string> {
  const made = await call('rounds.create', { name: 'Đợt 1', date: '2026-07-15' });
  if (!made.ok) throw new Error(made.error.code);
  return String(made.value['round']);
}

/** Adds files to a round, waits for the end of the job and gives the round's files. */
async function added(round: string, files: readonly string[]): Promise<Reply<Record<string, unknown>>> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const end = backend.subscribe((event) => {
    if (event.type === 'job' && event.job.kind === 'intake' && event.job.state !== 'running') resolve();
  });
  const started = await call('intake.add', { round, files });
  if (started.ok) await promise;
  end();
  return started.ok ? call('intake.list', { round }) : started;
}

describe('the desktop host over the real services', () => {
  test('a file that was chosen is read by its handle', async () => {
    const file = path.join(folder, 'xã An Lão.csv');
    writeFileSync(file, 'Mã TTHC;Tên TTHC;Lĩnh vực;Cơ quan thực hiện\n1.000123;Đăng ký khai sinh;Hộ tịch;UBND xã\n');
    const { id } = chosenFiles(registry, (grant) => backend.grant(grant)).choose('read', file);
    const listed = await added(await newRound(), [id]);
    expect(listed).toMatchObject({ ok: true, value: { files: [{ name: 'xã An Lão.csv', fault: null }] } });
    expect(JSON.stringify(listed)).not.toContain(folder);
  });

  test.each([['0'.repeat(32)], ['constructor'], ['__proto__']])(
    'a forged handle (%s) opens nothing',
    async (forged) => {
      expect(await call('intake.add', { round: await newRound(), files: [forged] })).toMatchObject({
        ok: false,
        error: { code: 'handle.unknown' },
      });
    },
  );

  test.each([['/etc/passwd'], ['../../secret'], [7], [null], ['C:\\Windows\\win.ini']])(
    'a path in the place of a handle (%j) is refused',
    async (named) => {
      expect(await call('intake.add', { round: await newRound(), files: [named] })).toMatchObject({
        ok: false,
        error: { code: 'contract.badInput' },
      });
    },
  );

  test.each([
    ['rounds.create', {}],
    ['rounds.create', { name: 7, date: '2026-07-15' }],
    ['rounds.create', 'name'],
    ['jobs.cancel', { job: { $ne: '' } }],
    ['settings.change', null],
  ])('%s with %j is refused as a value', async (method, input) => {
    expect(await call(method, input)).toMatchObject({ ok: false, error: { code: 'contract.badInput' } });
  });

  test('services that were killed are there again for the next call, and know the files', async () => {
    const file = path.join(folder, 'b.csv');
    writeFileSync(file, 'Mã TTHC;Tên TTHC;Lĩnh vực;Cơ quan thực hiện\n1.000124;Khai tử;Hộ tịch;UBND xã\n');
    const { id } = chosenFiles(registry, (grant) => backend.grant(grant)).choose('read', file);
    const running = workers.length;
    await workers.at(-1)!.terminate();
    expect(workers.length).toBe(running + 1);
    expect(await added(await newRound(), [id])).toMatchObject({ ok: true, value: { files: [{ name: 'b.csv' }] } });
  });
});
