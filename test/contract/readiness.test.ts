import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atOnce } from '../../shared/steps.ts';
import { readinessOf } from '../../shared/reports/readiness/readiness.ts';
import { OpenRounds } from '../../electron/node/workbench/openRounds.ts';
import { recordedFindings } from '../../electron/node/workbench/runRecord.ts';
import { roundReadinessInSteps } from '../../electron/node/workbench/keptReadiness.ts';
import { CARRIERS, codeOf, startTestHost, valueOf, type TestHost } from './hosts.ts';

const VI = { language: 'vi' } as const;
const HEAD = 'Mã TTHC;Tên TTHC;Lĩnh vực;Cơ quan thực hiện;Phí, lệ phí';

/** A catalogue in which so many fees of the agency can't be read, of four. */
const catalogue = (agency: string, wrong: number): string =>
  [
    HEAD,
    ...[1, 2, 3, 4].map(
      (at) => `1.00010${at};Cấp giấy phép ${at};Xây dựng;${agency};${at <= wrong ? 'FREE??' : '0 đồng'}`,
    ),
    '',
  ].join('\n');

describe.each(CARRIERS)('readiness over %s', (carrier) => {
  let host: TestHost;
  beforeAll(async () => {
    host = await startTestHost(carrier);
  });
  afterAll(async () => {
    await host[Symbol.asyncDispose]();
  });

  /** A round with a file per agency, opened and kept as when its window is closed. */
  const roundOf = async (name: string, date: string, files: Readonly<Record<string, number>>): Promise<string> => {
    const { round } = valueOf(await host.client.call('rounds.create', { name, date }));
    await open(round);
    const handles = Object.entries(files).map(([agency, wrong]) => {
      const file = path.join(host.folder, `${name} ${agency}.csv`);
      writeFileSync(file, catalogue(agency, wrong));
      return host.grant('read', file);
    });
    if (handles.length > 0) {
      await host.ended(valueOf(await host.client.call('intake.add', { round, files: handles })).job);
    }
    return round;
  };
  const open = async (round: string): Promise<void> => {
    await host.ended(valueOf(await host.client.call('rounds.open', { round })).job);
  };
  const matrix = async (round: string) => valueOf(await host.client.call('results.readiness', { round }));
  /** Judges a round as of another day, by which what it was is kept at once. */
  const rejudged = async (round: string, date: string): Promise<void> => {
    const { job } = valueOf(await host.client.call('rounds.change', { round, date }));
    await host.ended(job!);
  };

  test('a round is compared with the newest one before it that has figures, and with another one on wish', async () => {
    const first = await roundOf('Đợt 1', '2026-06-01', { 'Sở A': 3, 'Sở B': 1 });
    const second = await roundOf('Đợt 2', '2026-07-01', { 'Sở A': 2, 'Sở B': 1, 'Sở C': 0 });
    const empty = await roundOf('Đợt trống', '2026-07-15', {});
    const third = await roundOf('Đợt 3', '2026-08-01', { 'Sở A': 1, 'Sở D': 0 });
    const later = await roundOf('Đợt 4', '2026-09-01', { 'Sở A': 4 });
    for (const [round, date] of [
      [first, '2026-06-02'],
      [second, '2026-07-02'],
      [empty, '2026-07-16'],
      [later, '2026-09-02'],
    ] as const) {
      await rejudged(round, date);
    }
    await open(third);
    const state = await matrix(third);
    expect(state.choices.map(({ name, hasFigures }) => [name, hasFigures])).toEqual([
      ['Đợt trống', false],
      ['Đợt 2', true],
      ['Đợt 1', true],
    ]);
    expect(state.before).toMatchObject({ id: second, name: 'Đợt 2', isJudgedAlike: true });
    const fees = state.areas.indexOf('fees');
    const own = state.agencies.find(({ name }) => name === 'Sở A')!;
    expect(own.cells[fees]).toEqual({ rows: 4, broken: 1, ready: 75, change: 25 });
    expect(state.agencies.map(({ name, isNew }) => [name, isNew])).toEqual([
      ['Sở A', false],
      ['Sở D', true],
    ]);
    expect(state.before!.missing.map(({ name }) => name)).toEqual(['Sở B', 'Sở C']);

    valueOf(await host.client.call('results.compareWith', { round: third, before: first }));
    const other = await matrix(third);
    expect(other.before?.name).toBe('Đợt 1');
    expect(other.agencies.find(({ name }) => name === 'Sở A')!.cells[fees]!.change).toBe(50);

    // What is chosen here is what reports tell progress against.
    const readiness = { round: third, ...VI, kind: 'readiness' } as const;
    expect(valueOf(await host.client.call('reports.preview', readiness)).html).toContain('Đợt 1');
    expect(valueOf(await host.client.call('reports.preview', { ...readiness, kind: 'leader' })).html).toContain(
      'Đợt 1',
    );

    valueOf(await host.client.call('results.compareWith', { round: third, before: null }));
    const alone = await matrix(third);
    expect([alone.before, alone.total.every(({ change }) => change === null)]).toEqual([null, true]);
    expect(valueOf(await host.client.call('reports.preview', readiness)).html).not.toContain('Đợt 1');

    const refusal = async (before: string): Promise<string> =>
      codeOf(await host.client.call('results.compareWith', { round: third, before }));
    expect([await refusal(later), await refusal(third), await refusal(empty), await refusal('khong-co')]).toEqual([
      'readiness.notComparable',
      'readiness.notComparable',
      'readiness.noFigures',
      'readiness.notComparable',
    ]);

    // A round that was put aside is nobody's round before.
    valueOf(await host.client.call('results.compareWith', { round: third, before: second }));
    valueOf(await host.client.call('rounds.remove', { round: second }));
    await open(third);
    expect((await matrix(third)).before?.name).toBe('Đợt 1');
  }, 60_000);

  test('a decision moves the readiness at once, and undo moves it back', async () => {
    const round = await roundOf('Đợt sửa', '2026-03-01', { 'Sở A': 2 });
    const before = await matrix(round);
    const fees = before.areas.indexOf('fees');
    const filter = { area: ['fees' as const], severity: ['error' as const] };
    const page = { round, ...VI, filter, sort: { by: 'place', descending: false }, from: 0, limit: 10 } as const;
    const { total, rows } = valueOf(await host.client.call('results.page', page));
    expect([before.agencies[0]!.cells[fees]!.broken, total > 0]).toEqual([2, true]);
    const target = { kind: 'findings', identities: rows.map(({ identity }) => identity) } as const;
    const waiver = { reason: 'Theo nghị quyết', by: 'Nguyễn Văn A', decision: '', until: '2026-12-31' };
    valueOf(await host.client.call('decisions.waive', { round, target, ...waiver }));
    const after = await matrix(round);
    expect([after.agencies[0]!.cells[fees]!.ready, after.revision > before.revision]).toEqual([100, true]);
    valueOf(await host.client.call('decisions.undo', { round, ...VI }));
    expect((await matrix(round)).agencies).toEqual(before.agencies);
  });

  test('the sample is compared with nothing', async () => {
    const { round, job } = valueOf(await host.client.call('rounds.createSample', {}));
    await host.ended(job);
    const { before, choices, agencies } = await matrix(round);
    expect([before, choices, agencies.length]).toEqual([null, [], 8]);
  }, 60_000);

  test('of a round that is not open nothing is told', async () => {
    expect(codeOf(await host.client.call('results.readiness', { round: 'khong-mo' }))).toBe('round.notOpen');
  });
});

test('reports that are written tell progress since the round before, of the agencies that were chosen', async () => {
  await using host = await startTestHost('in-process');
  const roundOf = async (name: string, date: string, wrong: number): Promise<string> => {
    const { round } = valueOf(await host.client.call('rounds.create', { name, date }));
    await host.ended(valueOf(await host.client.call('rounds.open', { round })).job);
    const files = ['Sở A', 'Sở B'].map((agency) => {
      const file = path.join(host.folder, `${name} ${agency}.csv`);
      writeFileSync(file, catalogue(agency, wrong));
      return host.grant('read', file);
    });
    await host.ended(valueOf(await host.client.call('intake.add', { round, files })).job);
    return round;
  };
  const before = await roundOf('Đợt 1', '2026-06-01', 3);
  await host.ended(valueOf(await host.client.call('rounds.change', { round: before, date: '2026-06-02' })).job!);
  const round = await roundOf('Đợt 2', '2026-07-01', 1);
  const { agencies } = valueOf(await host.client.call('results.readiness', { round }));
  const write = async (chosen: readonly string[] | undefined): Promise<string> => {
    const folder = mkdtempSync(path.join(host.folder, 'ra-'));
    const { job } = valueOf(
      await host.client.call('reports.write', {
        round,
        ...VI,
        outputs: ['reports'],
        folder: host.grant('folder', folder),
        ...(chosen === undefined ? {} : { agencies: [...chosen] }),
      }),
    );
    expect((await host.ended(job)).state).toBe('done');
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    return readFileSync(
      path.join(
        folder,
        pages.find((name) => name.includes('sẵn sàng'))!,
      ),
      'utf8',
    );
  };
  const whole = await write(undefined);
  expect(whole).toContain('Kết quả khắc phục so với đợt &quot;Đợt 1&quot;');
  const own = await write([agencies[0]!.id]);
  expect(own).toContain('Kết quả khắc phục so với đợt &quot;Đợt 1&quot;');
  expect(own).not.toContain('đợt này chưa gửi');
}, 60_000);

test('screen, reports and what is kept tell the same readiness, decisions included', async () => {
  await using host = await startTestHost('in-process');
  const { round, job } = valueOf(await host.client.call('rounds.createSample', {}));
  await host.ended(job);
  const { causes } = valueOf(await host.client.call('results.summary', { round, ...VI }));
  const fixed = { kind: 'cause', cause: causes.find(({ fixable }) => fixable)!.id } as const;
  valueOf(await host.client.call('decisions.fix', { round, target: fixed, onlyCertain: false }));
  const list = { round, ...VI, filter: {}, sort: { by: 'severity', descending: false }, from: 0, limit: 5 } as const;
  const { rows } = valueOf(await host.client.call('results.page', list));
  const target = { kind: 'findings', identities: rows.map(({ identity }) => identity) } as const;
  const waiver = { reason: 'Theo nghị quyết', by: 'Nguyễn Văn A', decision: '', until: '2026-12-31' };
  valueOf(await host.client.call('decisions.waive', { round, target, ...waiver }));
  const state = valueOf(await host.client.call('results.readiness', { round }));

  using rounds = new OpenRounds(host.workspace, {
    onStanding: () => {},
    onFailure: (_where, error) => {
      throw error;
    },
  });
  const progress = { signal: new AbortController().signal, report: () => {}, breathe: () => Promise.resolve(true) };
  const opened = await rounds.open(round, progress);
  if (!opened.ok) throw new Error(opened.error.code);
  const reported = readinessOf(opened.value.check);
  expect(atOnce(roundReadinessInSteps(opened.value))).toEqual(reported);
  const figures = ({ rows: all, broken, ready }: { rows: number; broken: number; ready: number | null }) => [
    all,
    broken,
    ready,
  ];
  expect(state.agencies.map(({ id, cells }) => [id, cells.map(figures)])).toEqual(
    reported.agencies.map(({ agency, areas, ...all }) => [
      agency.id,
      [...state.areas.map((area) => areas[area]), all].map(figures),
    ]),
  );
  expect(state.total.map(figures)).toEqual([...state.areas.map((area) => reported.total[area]), reported].map(figures));
  rounds.close(round);
  const kept = [...recordedFindings(host.workspace.runs.findings(round)!)];
  const errors = kept.filter(({ severity, waived, area }) => severity === 'error' && !waived && area !== null);
  expect(errors.length).toBe(state.areas.reduce((sum, area) => sum + reported.total[area].counts.error, 0));
  expect(host.workspace.runs.readiness(round)).toContain('"judgedBy"');
}, 60_000);
