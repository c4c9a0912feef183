import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sourcesOfRound, writeBundle } from '../../electron/node/batch/bundle.ts';
import { verifyBundle } from '../../electron/node/batch/verifyBundle.ts';
import { lineAt } from '../../electron/node/workbench/findingViews.ts';
import { OpenRounds } from '../../electron/node/workbench/openRounds.ts';
import type { RoundSession } from '../../electron/node/workbench/roundSession.ts';
import { standingOf } from '../../electron/node/workbench/standing.ts';
import { startTestHost, valueOf, type TestHost } from './hosts.ts';

const VI = { language: 'vi' } as const;
const PLACE = { by: 'place', descending: false } as const;

/** What an agency sends, and sends again: with rows moved, mended, with fewer rows; catalogues whose channels stand in
 *  columns; a list without any name of an agency. */
const NARROW = 'Mã TTHC;Tên TTHC;Lĩnh vực;Cơ quan thực hiện;Thời hạn giải quyết;Phí, lệ phí\n';
const WIDE = 'Mã TTHC;Tên TTHC;Lĩnh vực;Thời hạn trực tiếp;Thời hạn trực tuyến;Phí trực tiếp;Phí trực tuyến\n';
const VERSIONS = [
  `${NARROW}1.000123;Cấp giấy phép ;Xây dựng;Sở Xây dựng;5 ngay;Khong\n1.00012;Cấp lại;Xây dựng;Sở Xây dựng;;100.000\n1.000123;Đổi;Y te;;10 ngày làm việc;50000 đồng\n`,
  `${NARROW}2.000999;Thêm mới;Xây dựng;Sở Xây dựng;3 ngày;Không\n1.000123;Cấp giấy phép ;Xây dựng;Sở Xây dựng;5 ngay;Khong\n1.00012;Cấp lại;Xây dựng;Sở Xây dựng;;100.000\n`,
  `${NARROW}1.000123;Cấp giấy phép;Xây dựng;SỞ XÂY DỰNG;05 ngày;Không\n`,
  `${WIDE}1.000123;Cấp giấy phép;Xây dựng;5 ngay;3 ngày;Khong;100.000\n1.00012;Cấp lại;Xây dựng;;10;;\n1.000125;Đổi;Y te;7 ngày;;50000;\n`,
];
const NAMES = ['a.csv', 'b.csv', 'Sở Y tế.csv'];
const TEXTS = ['', '1.000777', '5 ngày làm việc', ' hai  khoảng trắng ', 'Không', '10', 'Sở Nội vụ\nphòng 1'];
const AGENCIES = ['Sở Xây dựng', 'UBND xã Núi Cấm', 'Xã Núi Cấm', null];

const small = fc.nat(50);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('import' as const), name: small, version: small }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('edit' as const), cell: small, text: small }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fix' as const), onlyCertain: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('waive' as const), finding: small }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), file: small }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), file: small }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('agency' as const), file: small, name: small }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost('in-process');
});
afterAll(async () => {
  await host[Symbol.asyncDispose]();
});

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

test('whatever was decided, taken back and sent again in whatever order, a round shows what opening it anew shows, and so does a bundle of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const { round } = valueOf(await host.client.call('rounds.create', { name: 'Đợt', date: '2026-07-01' }));
      const known = new Set<string>();
      await carryOut(round, { kind: 'import', name: 0, version: 0 }, known);
      for (const one of steps) {
        await carryOut(round, one, known);
        const rows = valueOf(
          await host.client.call('results.page', { round, ...VI, filter: {}, sort: PLACE, from: 0, limit: 500 }),
        ).rows;
        const fresh = await openedAnew(round);
        expect(rows).toEqual(Array.from({ length: fresh.result.log.size }, (_, place) => lineAt(fresh, place, 'vi')));
        const { agencies, open } = valueOf(await host.client.call('results.summary', { round, ...VI }));
        const standing = standingOf(fresh);
        expect([agencies.length, open]).toEqual([standing.agencies, standing.open]);
      }
      expect(await bundledAndRunAgain(await openedAnew(round))).toMatchObject({
        ok: true,
        value: { same: true, differences: [] },
      });
    }),
    { numRuns: 8, seed: 20_260_701 },
  );
}, 120_000);

/** The round as the next start of the program would show it. */
async function openedAnew(round: string): Promise<RoundSession> {
  const rounds = new OpenRounds(host.workspace, { onStanding: () => {}, onFailure: () => {} });
  const { signal } = new AbortController();
  const progress = { signal, report: () => {}, breathe: () => Promise.resolve(true) };
  const loaded = await rounds.load(host.workspace.rounds.get(round)!, progress);
  if (!loaded.ok) throw new Error(loaded.error.code);
  return loaded.value;
}

/** What another copy of the program makes of a round that it gets as a bundle. */
async function bundledAndRunAgain(session: RoundSession) {
  const folder = mkdtempSync(path.join(host.folder, 'goi-'));
  const sources = session.files
    .filter(({ fault }) => fault === null)
    .map(({ name, sha256 }) => ({ shown: name, path: host.workspace.contents.pathOf(sha256) }));
  await writeBundle(session.check, sources, folder, sourcesOfRound(session));
  return verifyBundle(folder);
}

async function carryOut(round: string, one: Step, known: Set<string>): Promise<void> {
  const { client } = host;
  const files = async () => valueOf(await client.call('intake.list', { round })).files;
  const ended = async (started: { readonly job: string }): Promise<void> => {
    expect((await host.ended(started.job)).state).toBe('done');
  };
  switch (one.kind) {
    case 'import': {
      const file = path.join(host.folder, pick(NAMES, one.name)!);
      writeFileSync(file, pick(VERSIONS, one.version)!);
      await ended(valueOf(await client.call('intake.add', { round, files: [host.grant('read', file)] })));
      for (const { file: id } of await files()) known.add(id);
      return;
    }
    case 'edit': {
      const shown = (await files()).flatMap(({ name, sheets }) => sheets.map(({ sheet }) => ({ file: name, sheet })));
      const place = pick(shown, one.cell);
      if (place === undefined) return;
      const at = { ...place, row: 2 + (one.cell % 3), column: one.cell % 7 };
      const text = pick(TEXTS, one.text)!;
      const reply = await client.call('decisions.edit', { round, place: at, text });
      if (!reply.ok) expect(reply.error.code).toBe('decisions.noSuchCell');
      return;
    }
    case 'fix':
      await client.call('decisions.fix', {
        round,
        target: { kind: 'filter', filter: {} },
        onlyCertain: one.onlyCertain,
      });
      return;
    case 'waive': {
      const list = { round, ...VI, filter: {}, sort: PLACE, from: 0, limit: 500 } as const;
      const line = pick(valueOf(await client.call('results.page', list)).rows, one.finding);
      if (line === undefined) return;
      const target = { kind: 'findings', identities: [line.identity] } as const;
      const waiver = { reason: 'Theo nghị quyết', by: 'Nguyễn Văn A', decision: '1/QĐ', until: '2026-12-31' };
      valueOf(await client.call('decisions.waive', { round, target, ...waiver }));
      return;
    }
    case 'undo':
      await client.call('decisions.undo', { round, ...VI });
      return;
    case 'redo':
      await client.call('decisions.redo', { round, ...VI });
      return;
    case 'remove': {
      const file = pick(await files(), one.file)?.file;
      if (file !== undefined) await ended(valueOf(await client.call('intake.remove', { round, file })));
      return;
    }
    case 'restore': {
      const file = pick([...known], one.file)!;
      await ended(valueOf(await client.call('intake.restore', { round, file })));
      return;
    }
    case 'agency': {
      const file = pick(await files(), one.file)?.file;
      const agency = pick(AGENCIES, one.name)!;
      if (file !== undefined) await ended(valueOf(await client.call('intake.setAgency', { round, file, agency })));
    }
  }
}
