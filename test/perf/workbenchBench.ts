// `npm run bench -- workbench`: the desktop's services on a round of 34 agencies × 2,000 rows × 18 columns with about 300,000
// findings, from files to what screens ask for, and one edit after the other as a person sees them: corrected, judged
// again, page shown. In one run, beside judging the whole round anew.
import { startTestHost, valueOf } from '../contract/hosts.ts';
import { peakMegabytes } from '../peakMemory.ts';
import { countryRound, sequence } from './countryRound.ts';

const EDITS = 100;
const VI = { language: 'vi' } as const;
const PLACE = { by: 'place', descending: false } as const;
const BY_SEVERITY = { by: 'severity', descending: false } as const;

const files = countryRound(34, 2000, true);
await using host = await startTestHost('message port');
const { client } = host;

const timed = async <T>(work: () => Promise<T>): Promise<readonly [number, T]> => {
  const started = performance.now();
  const value = await work();
  return [performance.now() - started, value];
};
const say = (what: string, milliseconds: number, more = ''): void =>
  console.log(`${what.padEnd(44)} ${milliseconds.toFixed(0).padStart(7)} ms  ${more}`);

const [importing] = await timed(async () => {
  const { job } = valueOf(await client.call('references.import', { files: [host.grant('read', files.catalogue)] }));
  await host.ended(job);
});
say('national catalogue kept', importing);
const { round } = valueOf(await client.call('rounds.create', { name: 'Cả nước', date: '2026-09-01' }));
const page = (filter = {}, from = 0) =>
  client.call('results.page', { round, ...VI, filter, sort: PLACE, from, limit: 100 });

const [taking, first] = await timed(async () => {
  const { job } = valueOf(await client.call('intake.add', { round, files: [host.grant('folder', files.folder)] }));
  const ended = await host.ended(job);
  if (ended.state !== 'done') throw new Error(JSON.stringify(ended.fault));
  return valueOf(await page());
});
say('34 files taken in, kept, judged, first page', taking, `${first.total} findings`);
const [summing] = await timed(async () => valueOf(await client.call('results.summary', { round, ...VI })));
say('summary with causes', summing);
say('readiness', (await timed(async () => valueOf(await client.call('results.readiness', { round }))))[0]);
const facets = async (filter = {}) => valueOf(await client.call('results.facets', { round, ...VI, filter }));
say('facets', (await timed(() => facets()))[0]);
say('facets under two choices', (await timed(() => facets({ severity: ['error'], rule: ['FEE-05'] })))[0]);
say('search, first time', (await timed(() => page({ search: 'giấy phép' })))[0]);
say('search, another word', (await timed(() => page({ search: 'đất' })))[0]);
say('page in the middle', (await timed(() => page({}, Math.floor(first.total / 2))))[0]);

const random = sequence(2026);
const editing: number[] = [];
const summaries: number[] = [];
for (let edit = 0; edit < EDITS; edit += 1) {
  const from = Math.floor(random() * (first.total - 100));
  const { rows } = valueOf(await page({}, from));
  const line = rows.find(({ cell }) => cell !== '')!;
  const detail = valueOf(await client.call('results.finding', { round, ...VI, identity: line.identity }));
  const place = detail.place!;
  const [milliseconds] = await timed(async () => {
    valueOf(
      await client.call('decisions.edit', { round, place, text: detail.fix?.value ?? `${line.value.trim()} ${edit}` }),
    );
    valueOf(await page({}, from));
  });
  editing.push(milliseconds);
  if (edit % 10 === 0) {
    summaries.push((await timed(async () => valueOf(await client.call('results.summary', { round, ...VI }))))[0]);
  }
}
const at = (list: readonly number[], share: number): number =>
  list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))]!;
say(
  `${EDITS} edits, each with its page, p50`,
  at(editing, 0.5),
  `p95 ${at(editing, 0.95).toFixed(0)}, max ${at(editing, 1).toFixed(0)}`,
);
say('summary and causes after an edit, p50', at(summaries, 0.5));
const fixing: number[] = [];
for (let fix = 0; fix < EDITS; fix += 1) {
  const list = {
    round,
    ...VI,
    filter: { fixable: ['certain' as const] },
    sort: BY_SEVERITY,
    from: 100 * fix,
    limit: 100,
  };
  const [line] = valueOf(await client.call('results.page', list)).rows;
  const target = { kind: 'findings' as const, identities: [line!.identity] };
  const [milliseconds] = await timed(async () => {
    valueOf(await client.call('decisions.fix', { round, target, onlyCertain: false }));
    valueOf(await client.call('results.page', list));
  });
  fixing.push(milliseconds);
}
say(
  `${EDITS} fixes, errors first, each with its page, p50`,
  at(fixing, 0.5),
  `p95 ${at(fixing, 0.95).toFixed(0)}, max ${at(fixing, 1).toFixed(0)}`,
);
const [opening] = await timed(async () => {
  const { job } = valueOf(await client.call('rounds.change', { round, date: '2026-09-02' }));
  await host.ended(job!);
});
say('closed, loaded, corrected, judged again', opening);
console.log(`peak ${peakMegabytes()} MB`);
