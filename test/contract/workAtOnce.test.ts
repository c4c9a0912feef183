import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JobView } from '../../shared/contract/events.ts';
import { startTestHost, valueOf, codeOf, type TestHost } from './hosts.ts';

const VI = { language: 'vi' } as const;
const PLACE = { by: 'place', descending: false } as const;
const SHEET = 'Mã TTHC;Tên TTHC;Lĩnh vực;Cơ quan thực hiện\n1.00012;Cấp giấy phép;Xây dựng;Sở Xây dựng\n';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost('in-process');
});
afterAll(async () => {
  await host[Symbol.asyncDispose]();
});

const newRound = async (): Promise<string> =>
  valueOf(await host.client.call('rounds.create', { name: 'Đợt', date: '2026-07-01' })).round;
const written = (name: string, text = SHEET): string => {
  const file = path.join(host.folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return host.grant('read', file);
};
const add = async (round: string, files: readonly string[]): Promise<string> =>
  valueOf(await host.client.call('intake.add', { round, files: [...files] })).job;
const stateOf = async (job: string): Promise<JobView['state']> => (await host.ended(job)).state;
const files = async (round: string) => valueOf(await host.client.call('intake.list', { round })).files;
/** The only file of a round, with its only sheet. */
const onlyFile = async (round: string) => {
  const [one] = await files(round);
  return { file: one!.file, name: one!.name, sheet: one!.sheets[0]!.sheet };
};
const names = async (round: string) => (await files(round)).map(({ name }) => name);
const total = async (round: string): Promise<number> =>
  valueOf(await host.client.call('results.page', { round, ...VI, filter: {}, sort: PLACE, from: 0, limit: 1 })).total;

describe('several jobs on one round', () => {
  test('files that are taken in at once are all there, in the list and among the findings', async () => {
    const round = await newRound();
    const jobs = [await add(round, [written('1.csv')]), await add(round, [written('2.csv')])];
    const opened = valueOf(await host.client.call('rounds.open', { round })).job;
    jobs.push(await add(round, [written('3.csv')]), opened);
    for (const job of jobs) expect(await stateOf(job)).toBe('done');
    expect(await names(round)).toEqual(['1.csv', '2.csv', '3.csv']);
    const before = await total(round);
    await stateOf(valueOf(await host.client.call('rounds.change', { round, date: '2026-07-02' })).job!);
    expect([await names(round), await total(round)]).toEqual([['1.csv', '2.csv', '3.csv'], before]);
  });

  test('a round that is judged by another day while files come in has all of them', async () => {
    const round = await newRound();
    const intake = await add(round, [written('1.csv'), written('2.csv')]);
    const changed = valueOf(await host.client.call('rounds.change', { round, date: '2026-07-02' })).job!;
    expect([await stateOf(intake), await stateOf(changed)]).toEqual(['done', 'done']);
    expect(await names(round)).toEqual(['1.csv', '2.csv']);
  });

  test('what is said of a file while it is replaced is said of the file that is there', async () => {
    const round = await newRound();
    await stateOf(await add(round, [written('1.csv')]));
    const { file } = await onlyFile(round);
    const again = await add(round, [written('1.csv', SHEET.replace('1.00012', '1.000125'))]);
    const named = valueOf(await host.client.call('intake.setAgency', { round, file, agency: 'Sở Nội vụ' })).job;
    await stateOf(again);
    expect((await host.ended(named)).fault?.code).toBe('intake.noSuchFile');
    expect((await files(round)).map(({ file: id }) => id)).not.toContain(file);
  });

  test('a job that waits for its turn can be cancelled, and lets the next one pass only after the first', async () => {
    const round = await newRound();
    const first = await add(round, [written('1.csv')]);
    const second = await add(round, [written('2.csv')]);
    const third = await add(round, [written('3.csv')]);
    valueOf(await host.client.call('jobs.cancel', { job: second }));
    expect([await stateOf(second), await stateOf(first), await stateOf(third)]).toEqual(['cancelled', 'done', 'done']);
    expect(await names(round)).toEqual(['1.csv', '3.csv']);
  });

  test('two calls for the sample round make one', async () => {
    const [one, two] = await Promise.all([
      host.client.call('rounds.createSample', {}),
      host.client.call('rounds.createSample', {}),
    ]);
    expect(valueOf(one).round).toBe(valueOf(two).round);
    expect([await stateOf(valueOf(one).job), await stateOf(valueOf(two).job)]).toEqual(['done', 'done']);
    const { rounds } = valueOf(await host.client.call('rounds.list', {}));
    expect(rounds.filter(({ sample }) => sample).length).toBe(1);
  }, 30_000);

  test('a sample round of which the making was stopped is made again, whole', async () => {
    const known = host.workspace.rounds.list().find(({ sample }) => sample);
    host.workspace.choose('wholeSample', '');
    const made = valueOf(await host.client.call('rounds.createSample', {}));
    expect(made.round).not.toBe(known!.id);
    valueOf(await host.client.call('jobs.cancel', { job: made.job }));
    expect(await stateOf(made.job)).toBe('cancelled');
    expect(host.workspace.rounds.list().filter(({ sample }) => sample)).toEqual([]);
  });
});

describe('files that come in', () => {
  test('several of one name out of different folders are all kept, and told apart', async () => {
    const round = await newRound();
    written('Sở Y tế/danh mục.csv');
    written('Sở Nội vụ/danh mục.csv', SHEET.replace('1.00012', '1.000125'));
    const folders = ['Sở Y tế', 'Sở Nội vụ'].map((name) => host.grant('folder', path.join(host.folder, name)));
    expect(await stateOf(await add(round, folders))).toBe('done');
    expect(await names(round)).toEqual(['Sở Nội vụ/danh mục.csv', 'Sở Y tế/danh mục.csv']);
  });

  test('corrections of a file are not made in one that has other rows there', async () => {
    const round = await newRound();
    await stateOf(await add(round, [written('1.csv')]));
    const { sheet } = await onlyFile(round);
    const place = { file: '1.csv', sheet, row: 2, column: 0 };
    valueOf(await host.client.call('decisions.edit', { round, place, text: '1.000129' }));
    const cell = async (row: number) => {
      const window = { fromRow: row, rows: 1, fromColumn: 0, columns: 1 };
      const { file } = place;
      return valueOf(await host.client.call('results.cells', { round, file, sheet, ...window })).rows[1]!.cells[0];
    };
    expect(await cell(2)).toBe('1.000129');
    await stateOf(await add(round, [written('1.csv', SHEET.replace('\n', '\n2.000001;Thêm;Y tế;Sở Y tế\n'))]));
    expect([await cell(2), await cell(3)]).toEqual(['2.000001', '1.00012']);
    await stateOf(await add(round, [written('1.csv')]));
    expect(await cell(2)).toBe('1.000129');
  });

  test('one that is gone when it is read is told of, and does not take the place of the one that is there', async () => {
    const round = await newRound();
    await stateOf(await add(round, [written('1.csv')]));
    const gone = host.grant('read', path.join(host.folder, 'mất', '1.csv'));
    const other = host.grant('read', path.join(host.folder, 'mất', '2.csv'));
    expect(await stateOf(await add(round, [gone, other]))).toBe('done');
    expect((await files(round)).map(({ name, fault }) => [name, fault?.code ?? null])).toEqual([
      ['1.csv', null],
      ['2.csv', 'file.missing'],
    ]);
  });

  test('a file of another round can’t be had by its id', async () => {
    const [one, other] = [await newRound(), await newRound()];
    await stateOf(await add(one, [written('1.csv')]));
    await stateOf(await add(other, [written('2.csv')]));
    const { file } = await onlyFile(one);
    const { job } = valueOf(await host.client.call('intake.restore', { round: other, file }));
    expect((await host.ended(job)).fault?.code).toBe('intake.noSuchFile');
    expect(await names(other)).toEqual(['2.csv']);
  });

  test.each([
    ['a header that ends before it begins', { firstRow: 3, lastRow: 1 }],
    ['a header below the sheet', { firstRow: 9_000_000, lastRow: 9_000_001 }],
  ])('a person’s correction with %s is refused', async (_what, header) => {
    const round = await newRound();
    await stateOf(await add(round, [written('1.csv')]));
    const { file, sheet } = await onlyFile(round);
    const about = { round, file, sheet, header, dataset: 'procedures' } as const;
    expect(codeOf(await host.client.call('intake.preview', about))).toBe('intake.noSuchRow');
    const columns = [{ sheetColumn: 16_000, field: 'ma_tthc' as const }];
    const { job } = valueOf(await host.client.call('intake.confirm', { ...about, columns, remember: true }));
    expect((await host.ended(job)).fault?.code).toBe('intake.noSuchRow');
  });

  test('names longer than any sheet of Excel has do not shut the list of files', async () => {
    const round = await newRound();
    const deep = Array.from({ length: 6 }, (_, at) => `${at} ${'thư mục dài '.repeat(9)}`.trim()).join('/');
    written(`gốc/${deep}/danh mục.csv`);
    await stateOf(await add(round, [host.grant('folder', path.join(host.folder, 'gốc'))]));
    expect((await names(round)).length).toBe(1);
    expect(await total(round)).toBeGreaterThan(0);
  });
});

test('an agency goes by the fullest name that its files have now, in lists and in searches', async () => {
  const round = await newRound();
  await stateOf(await add(round, [written('1.csv'), written('2.csv')]));
  const [one, two] = (await files(round)).map(({ file }) => file);
  const name = async (file: string, agency: string | null): Promise<void> => {
    await stateOf(valueOf(await host.client.call('intake.setAgency', { round, file, agency })).job);
  };
  const shown = async () => {
    const { agencies } = valueOf(await host.client.call('results.summary', { round, ...VI }));
    const filter = { search: 'ubnd xã' };
    const list = { round, ...VI, filter, sort: PLACE, from: 0, limit: 1 } as const;
    return [agencies.map((own) => own.name), valueOf(await host.client.call('results.page', list)).total > 0];
  };
  await name(one!, 'Xã Núi Cấm');
  await name(two!, 'Xã Núi Cấm');
  expect(await shown()).toEqual([['Xã Núi Cấm'], false]);
  await name(two!, 'UBND xã Núi Cấm');
  expect(await shown()).toEqual([['UBND xã Núi Cấm'], true]);
  await stateOf(valueOf(await host.client.call('intake.remove', { round, file: two! })).job);
  expect(await shown()).toEqual([['Xã Núi Cấm'], false]);
});

describe('a catalogue whose channels stand in columns', () => {
  const WIDE =
    'Mã TTHC;Tên TTHC;Hình thức nộp;Thời hạn trực tiếp;Thời hạn trực tuyến;Phí trực tiếp;Phí trực tuyến\n' +
    '1.000123;Cấp giấy phép;;5 ngay;3 ngày;Khong;100.000\n1.000124;Cấp lại;;;10;;\n1.000125;Đổi;;7 ngày;;50000;\n';

  test.each(['procedures', 'channels'] as const)(
    'read as %s shows and takes every cell as it stands',
    async (dataset) => {
      const round = await newRound();
      await stateOf(await add(round, [written(`${dataset}.csv`, WIDE)]));
      const { file, name, sheet } = await onlyFile(round);
      const about = { round, file, sheet, header: { firstRow: 1, lastRow: 1 }, dataset } as const;
      const { columns } = valueOf(await host.client.call('intake.preview', about));
      const decided = columns.map(({ sheetColumn, field, channel }) => ({
        sheetColumn,
        field,
        ...(channel === undefined ? {} : { channel }),
      }));
      const confirmed = await host.client.call('intake.confirm', { ...about, columns: decided, remember: false });
      expect(await stateOf(valueOf(confirmed).job)).toBe('done');
      const shown = async () => {
        const window = { fromRow: 2, rows: 3, fromColumn: 3, columns: 4 };
        const { rows } = valueOf(await host.client.call('results.cells', { round, file: name, sheet, ...window }));
        return rows.slice(1).map(({ cells }) => cells);
      };
      const before = [
        ['5 ngay', '3 ngày', 'Khong', '100.000'],
        ['', '10', '', ''],
        ['7 ngày', '', '50000', ''],
      ];
      expect(await shown()).toEqual(before);
      const write = async (row: number, column: number, text: string) =>
        valueOf(await host.client.call('decisions.edit', { round, place: { file: name, sheet, row, column }, text }));
      await write(2, 3, '5 ngày làm việc');
      await write(3, 3, '2 ngày');
      await write(4, 5, '');
      const after = structuredClone(before);
      [after[0]![0], after[1]![0], after[2]![2]] = ['5 ngày làm việc', '2 ngày', ''];
      expect(await shown()).toEqual(after);
      for (let step = 0; step < 3; step += 1) valueOf(await host.client.call('decisions.undo', { round, ...VI }));
      expect(await shown()).toEqual(before);
      const { agencies } = valueOf(await host.client.call('results.summary', { round, ...VI }));
      expect(agencies.map(({ rows }) => rows)).toEqual([3]);
    },
  );
});

test('what is accepted out of a list in English is what the list showed', async () => {
  const round = await newRound();
  await stateOf(await add(round, [written('1.csv')]));
  const filter = { search: 'procedure code' };
  const list = { round, language: 'en', filter, sort: PLACE, from: 0, limit: 500 } as const;
  const { rows } = valueOf(await host.client.call('results.page', list));
  expect(rows.length).toBeGreaterThan(0);
  const target = { kind: 'filter', filter, language: 'en' } as const;
  const waiver = { reason: 'Theo nghị quyết', by: 'Nguyễn Văn A', decision: '1/QĐ', until: '2026-12-31' };
  expect(valueOf(await host.client.call('decisions.waive', { round, target, ...waiver })).applied).toBe(rows.length);
  const located = { round, language: 'en', filter, sort: PLACE, address: 'A1' } as const;
  expect(valueOf(await host.client.call('results.locate', located)).position).toBe(0);
});

describe('what people accept', () => {
  test('counts neither against the agency nor in what is sent to it', async () => {
    const round = await newRound();
    await stateOf(await add(round, [written('Sở Y tế.csv')]));
    const target = { kind: 'filter', filter: {} } as const;
    const waiver = { reason: 'Theo nghị quyết', by: 'Nguyễn Văn A', decision: '1/QĐ', until: '2026-12-31' };
    const { applied } = valueOf(await host.client.call('decisions.waive', { round, target, ...waiver }));
    expect(applied).toBeGreaterThan(0);
    const { agencies, open, waived } = valueOf(await host.client.call('results.summary', { round, ...VI }));
    expect([open, waived]).toEqual([{ error: 0, warning: 0, info: 0 }, applied]);
    expect(agencies[0]).toMatchObject({ open, ready: 100 });
    const { findings } = valueOf(await host.client.call('reports.preview', { round, ...VI, kind: 'correctionList' }));
    expect(findings).toBe(0);
  });
});

test('outputs that were cancelled leave nothing to clean up', async () => {
  const round = await newRound();
  await stateOf(await add(round, [written('1.csv')]));
  const before = readdirSync(host.folder);
  const { job } = valueOf(await host.client.call('reports.write', { round, ...VI, outputs: ['json', 'csv', 'sarif'] }));
  valueOf(await host.client.call('jobs.cancel', { job }));
  expect(await stateOf(job)).toBe('cancelled');
  expect(readdirSync(host.folder)).toEqual(before);
  const whole = valueOf(await host.client.call('reports.write', { round, ...VI, outputs: ['json'] }));
  const { result } = await host.ended(whole.job);
  const archive = host.pathOf(result![0]!.handle);
  expect([existsSync(archive), readdirSync(path.dirname(archive)).length]).toEqual([true, 1]);
});

test('the card of a round follows decisions, and the list of rounds is told so', async () => {
  const round = await newRound();
  await stateOf(await add(round, [written('1.csv')]));
  const card = async () =>
    valueOf(await host.client.call('rounds.list', {})).rounds.find(({ id }) => id === round)!.open;
  const before = await card();
  const { sheet } = await onlyFile(round);
  let told = 0;
  const stop = host.transport.subscribe(({ type }) => {
    if (type === 'rounds') told += 1;
  });
  const place = { file: '1.csv', sheet, row: 2, column: 0 };
  valueOf(await host.client.call('decisions.edit', { round, place, text: '1.000123' }));
  await expect.poll(card, { timeout: 20_000 }).not.toEqual(before);
  stop();
  expect(told).toBeGreaterThan(0);
});

test('counts and causes that were asked for before a decision, and come after it, know it', async () => {
  const round = await newRound();
  await stateOf(await add(round, [written('1.csv')]));
  const { sheet } = await onlyFile(round);
  const asked = host.client.call('results.summary', { round, ...VI });
  const place = { file: '1.csv', sheet, row: 2, column: 1 };
  const { revision } = valueOf(await host.client.call('decisions.edit', { round, place, text: 'Cấp giấy phép mới' }));
  expect(valueOf(await asked).revision).toBe(revision);
});

test('a round that is only renamed is not judged anew, and its reports have the new name', async () => {
  const round = await newRound();
  await stateOf(await add(round, [written('1.csv')]));
  expect(valueOf(await host.client.call('rounds.change', { round, name: 'Tên mới' })).job).toBeNull();
  const { job } = valueOf(await host.client.call('reports.write', { round, ...VI, outputs: ['csv'] }));
  expect((await host.ended(job)).result![0]!.name).toContain('Tên mới');
});

test('findings of a round that was opened anew count as newer', async () => {
  const round = await newRound();
  await stateOf(await add(round, [written('1.csv')]));
  const revision = async () => valueOf(await host.client.call('results.summary', { round, ...VI })).revision;
  const before = await revision();
  await stateOf(valueOf(await host.client.call('rounds.change', { round, date: '2026-07-02' })).job!);
  expect(await revision()).toBeGreaterThan(before);
});
