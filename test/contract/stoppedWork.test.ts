import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JobView } from '../../shared/contract/events.ts';
import { codeOf, startTestHost, valueOf, type TestHost } from './hosts.ts';

const FILES = 300;
const SHEET = 'Mã TTHC;Tên TTHC;Lĩnh vực;Cơ quan thực hiện\n1.000123;Cấp giấy phép;Xây dựng;Sở Xây dựng\n';

let folder = '';
let given = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rasoat-stopped-'));
  given = path.join(folder, 'gửi đến');
  mkdirSync(given);
  for (let file = 1; file <= FILES; file += 1) writeFileSync(path.join(given, `${file}.csv`), SHEET);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = () => startTestHost('in-process', path.join(folder, 'dữ liệu'));
const unfinished = async ({ client }: TestHost) => valueOf(await client.call('jobs.unfinished', {})).work;
const names = async ({ client }: TestHost, round: string) =>
  valueOf(await client.call('intake.list', { round })).files.map(({ name }) => name);

/** Begins to take the files in and stops when some are done. */
async function stopInTheMiddle(host: TestHost): Promise<string> {
  const { round } = valueOf(await host.client.call('rounds.create', { name: 'Đợt', date: '2026-07-01' }));
  const { job } = valueOf(await host.client.call('intake.add', { round, files: [host.grant('folder', given)] }));
  const stop = host.transport.subscribe((event) => {
    if (event.type !== 'job' || event.job.id !== job || event.job.done < 1) return;
    void host.client.call('jobs.cancel', { job });
  });
  expect((await host.ended(job)).state).toBe('cancelled');
  stop();
  return round;
}

async function resumed(host: TestHost, work: string): Promise<JobView> {
  return host.ended(valueOf(await host.client.call('jobs.resume', { work })).job);
}

test('what was stopped is told of and goes on with the files that are missing', async () => {
  await using host = await start();
  const round = await stopInTheMiddle(host);
  const [work] = await unfinished(host);
  const taken = (await names(host, round)).length;
  expect(work).toMatchObject({ kind: 'intake', round, roundName: 'Đợt', done: taken, total: FILES, canResume: true });
  expect(taken).toBeLessThan(FILES);
  const before = host.workspace.files.of(round).map(({ id }) => id);
  expect((await resumed(host, work!.id)).state).toBe('done');
  expect((await names(host, round)).length).toBe(FILES);
  // What was there was not read again.
  const after = new Set(host.workspace.files.of(round).map(({ id }) => id));
  expect(before.every((id) => after.has(id))).toBe(true);
  expect(await unfinished(host)).toEqual([]);
});

test('it is still known when the program starts again', async () => {
  let round = '';
  {
    await using host = await start();
    round = await stopInTheMiddle(host);
  }
  await using host = await start();
  const [work] = await unfinished(host);
  expect((await resumed(host, work!.id)).state).toBe('done');
  expect((await names(host, round)).length).toBe(FILES);
});

test('work that goes on is neither offered, nor forgotten, nor begun twice', async () => {
  await using host = await start();
  await stopInTheMiddle(host);
  const [{ id: work } = { id: '' }] = await unfinished(host);
  const { job } = valueOf(await host.client.call('jobs.resume', { work }));
  expect(await unfinished(host)).toEqual([]);
  expect(codeOf(await host.client.call('jobs.resume', { work }))).toBe('work.unknown');
  expect(codeOf(await host.client.call('jobs.forget', { work }))).toBe('work.unknown');
  expect((await host.ended(job)).state).toBe('done');
});

test('one that is stopped again is offered again, one that nobody wants is forgotten', async () => {
  await using host = await start();
  await stopInTheMiddle(host);
  const [{ id: work } = { id: '' }] = await unfinished(host);
  const { job } = valueOf(await host.client.call('jobs.resume', { work }));
  valueOf(await host.client.call('jobs.cancel', { job }));
  expect((await host.ended(job)).state).toBe('cancelled');
  expect((await unfinished(host)).map(({ id }) => id)).toEqual([work]);
  valueOf(await host.client.call('jobs.forget', { work }));
  expect(await unfinished(host)).toEqual([]);
});

test('files that are gone meanwhile can’t be gone on with, and a removed round is not spoken of', async () => {
  await using host = await start();
  const round = await stopInTheMiddle(host);
  rmSync(given, { recursive: true });
  expect((await unfinished(host)).map(({ canResume }) => canResume)).toEqual([false]);
  valueOf(await host.client.call('rounds.remove', { round }));
  expect(await unfinished(host)).toEqual([]);
});

test('files that came to their end, or are faulty, leave nothing to go on with', async () => {
  await using host = await start();
  const { round } = valueOf(await host.client.call('rounds.create', { name: 'Đợt', date: '2026-07-01' }));
  writeFileSync(path.join(given, '99.xlsx'), 'no workbook');
  const { job } = valueOf(await host.client.call('intake.add', { round, files: [host.grant('folder', given)] }));
  expect((await host.ended(job)).state).toBe('done');
  expect(await unfinished(host)).toEqual([]);
});

test('reports for a folder go on where they stopped, in the next start of the program too', async () => {
  const target = path.join(folder, 'gửi đi');
  mkdirSync(target);
  let written: ReadonlyMap<string, number> = new Map();
  {
    await using host = await start();
    const made = valueOf(await host.client.call('rounds.createSample', {}));
    await host.ended(made.job);
    const job = valueOf(
      await host.client.call('reports.write', {
        round: made.round,
        language: 'vi',
        outputs: ['correctionWorkbook', 'json'],
        folder: host.grant('folder', target),
      }),
    ).job;
    const stop = host.transport.subscribe((event) => {
      if (event.type !== 'job' || event.job.id !== job || event.job.phase !== 'writing' || event.job.done < 1) return;
      void host.client.call('jobs.cancel', { job });
    });
    expect((await host.ended(job)).state).toBe('cancelled');
    stop();
    written = booksIn(target);
    expect(await unfinished(host)).toMatchObject([{ kind: 'report', round: made.round, canResume: true }]);
  }
  await using host = await start();
  const [work] = await unfinished(host);
  const { state, result } = await resumed(host, work!.id);
  expect([state, result?.length]).toEqual(['done', 1]);
  const now = booksIn(target);
  expect(now.size).toBe(8);
  expect(written.size).toBeLessThan(8);
  for (const [file, time] of written) expect(now.get(file), file).toBe(time);
  expect(await unfinished(host)).toEqual([]);
});

/** The workbooks under a folder with the time at which each was written. */
function booksIn(place: string): ReadonlyMap<string, number> {
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => path.basename(file).startsWith('Danh sách cần sửa') && file.endsWith('.xlsx'))
      .map((file) => [file, statSync(path.join(place, file)).mtimeMs]),
  );
}
