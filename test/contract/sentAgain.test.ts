import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkbenchEvent } from '../../shared/contract/events.ts';
import { startTestHost, valueOf, type TestHost } from './hosts.ts';

const VI = { language: 'vi' } as const;
const PLACE = { by: 'place', descending: false } as const;
const WAIVER = { reason: 'Theo nghị quyết của tỉnh', by: 'Nguyễn Văn A', decision: '12/NQ', until: '2026-12-31' };
const HEAD = 'Mã TTHC;Tên TTHC;Lĩnh vực;Cơ quan thực hiện;Thời hạn giải quyết;Phí, lệ phí';
const ROWS = [
  '1.000123;Cấp giấy phép;Xây dựng;Sở Xây dựng;5 ngay;Khong',
  '1.000124;Cấp lại giấy phép;Xây dựng;Sở Xây dựng;5 ngày làm việc;500 đồng',
  '1.000125;Đổi giấy phép;Xây dựng;Sở Xây dựng;10 ngày làm việc;100.000 đồng',
];

let host: TestHost;
const lapses: Extract<WorkbenchEvent, { type: 'lapsed' }>[] = [];
beforeAll(async () => {
  host = await startTestHost('in-process');
  host.transport.subscribe((event) => void (event.type === 'lapsed' && lapses.push(event)));
});
afterAll(async () => {
  await host[Symbol.asyncDispose]();
});

const send = async (round: string, rows: readonly string[], name = 'Sở Xây dựng.csv'): Promise<void> => {
  lapses.length = 0;
  const file = path.join(host.folder, name);
  writeFileSync(file, `${[HEAD, ...rows].join('\n')}\n`);
  const { job } = valueOf(await host.client.call('intake.add', { round, files: [host.grant('read', file)] }));
  expect((await host.ended(job)).state).toBe('done');
};
const begun = async (): Promise<string> => {
  const { round } = valueOf(await host.client.call('rounds.create', { name: 'Đợt', date: '2026-07-01' }));
  await send(round, ROWS);
  return round;
};
const cell = async (round: string, row: number, column: number) => {
  const [file] = valueOf(await host.client.call('intake.list', { round })).files;
  return { file: file!.name, sheet: file!.sheets[0]!.sheet, row, column };
};
const edit = async (round: string, row: number, column: number, text: string) =>
  valueOf(await host.client.call('decisions.edit', { round, place: await cell(round, row, column), text }));
const standings = async (round: string) =>
  valueOf(await host.client.call('decisions.history', { round, ...VI, withStanding: true })).entries.map(
    ({ standing }) => standing,
  );
const findings = async (round: string) =>
  valueOf(await host.client.call('results.page', { round, ...VI, filter: {}, sort: PLACE, from: 0, limit: 500 })).rows;

test('a correction holds as long as the cell is what it was made for, and its entry tells why it does not', async () => {
  const round = await begun();
  await edit(round, 2, 4, '5 ngày làm việc');
  await edit(round, 3, 5, '50.000 đồng');
  await edit(round, 4, 5, '120.000 đồng');
  expect(await standings(round)).toEqual([1, 2, 3].map(() => ({ inForce: 1, outOfForce: [] })));
  // The agency mended the first itself, changed the second, and left the third row out.
  await send(round, [ROWS[0]!.replace('5 ngay', '5 ngày làm việc'), ROWS[1]!.replace('500 ', '700 ')]);
  expect(lapses).toEqual([{ type: 'lapsed', round, cells: 2, findings: 0 }]);
  const named = (why: string, where: string) => ({
    inForce: 0,
    outOfForce: [{ why, count: 1, cells: [expect.objectContaining({ cell: where })] }],
  });
  expect(await standings(round)).toEqual([
    named('rowGone', 'F4'),
    named('cellChanged', 'F3'),
    named('alreadySo', 'E2'),
  ]);
  // What came first is sent once more: everything holds again, and nobody is told of anything.
  await send(round, ROWS);
  expect(lapses).toEqual([]);
  expect(await standings(round)).toEqual([1, 2, 3].map(() => ({ inForce: 1, outOfForce: [] })));
});

test('corrections go with a file that is taken out, without an alarm, and are missed when it comes back changed', async () => {
  const round = await begun();
  await edit(round, 3, 5, '50.000 đồng');
  const [file] = valueOf(await host.client.call('intake.list', { round })).files;
  lapses.length = 0;
  const { job } = valueOf(await host.client.call('intake.remove', { round, file: file!.file }));
  await host.ended(job);
  expect(lapses).toEqual([]);
  expect((await standings(round))[0]!.outOfForce).toMatchObject([{ why: 'fileGone', count: 1 }]);
  await send(round, [ROWS[0]!, ROWS[1]!.replace('500 ', '700 ')]);
  expect(lapses).toMatchObject([{ cells: 1, findings: 0 }]);
});

test('steps on the way to a value that the agency has sent by now are no loss', async () => {
  const round = await begun();
  await edit(round, 3, 5, '55.000 đồng');
  await edit(round, 3, 5, '50.000 đồng');
  await send(round, [ROWS[0]!, ROWS[1]!.replace('500 đồng', '50.000 đồng'), ROWS[2]!]);
  expect(lapses).toEqual([]);
  expect((await standings(round)).map((standing) => standing!.outOfForce[0]!.why)).toEqual(['alreadySo', 'alreadySo']);
});

test('what was undone stands nowhere', async () => {
  const round = await begun();
  await edit(round, 3, 5, '50.000 đồng');
  valueOf(await host.client.call('decisions.undo', { round, ...VI }));
  expect(await standings(round)).toEqual([null]);
});

test('a waiver covers the value that was accepted, not the one that is sent later', async () => {
  const round = await begun();
  const line = (await findings(round)).find((one) => one.cell === 'F3')!;
  const target = { kind: 'findings', identities: [line.identity] } as const;
  valueOf(await host.client.call('decisions.waive', { round, target, ...WAIVER }));
  const detail = async () =>
    valueOf(await host.client.call('results.finding', { round, ...VI, identity: line.identity }));
  expect(await detail()).toMatchObject({ line: { state: 'waived' }, waiver: WAIVER, lapsedWaiver: null });

  await send(round, [ROWS[0]!, ROWS[1]!.replace('500 ', '800 '), ROWS[2]!]);
  expect(lapses).toMatchObject([{ cells: 0, findings: 1 }]);
  expect(await detail()).toMatchObject({ line: { state: 'open' }, waiver: null, lapsedWaiver: WAIVER });
  expect((await standings(round))[0]).toEqual({
    inForce: 0,
    outOfForce: [{ why: 'valueChanged', count: 1, cells: [] }],
  });

  // Accepted anew, it is covered; and the value that was accepted at first is covered still.
  valueOf(await host.client.call('decisions.waive', { round, target, ...WAIVER, reason: 'Mức phí mới' }));
  expect((await detail()).waiver!.reason).toBe('Mức phí mới');
  await send(round, ROWS);
  expect((await detail()).waiver!.reason).toBe(WAIVER.reason);
  expect((await standings(round)).map((standing) => standing!.inForce)).toEqual([1, 1]);
});

test('a blank more or less in a value that was accepted opens nothing', async () => {
  const round = await begun();
  const line = (await findings(round)).find((one) => one.cell === 'F3')!;
  const target = { kind: 'findings', identities: [line.identity] } as const;
  valueOf(await host.client.call('decisions.waive', { round, target, ...WAIVER }));
  await send(round, [ROWS[0]!, ROWS[1]!.replace('500 đồng', ' 500  đồng'), ROWS[2]!]);
  const again = (await findings(round)).find(({ identity }) => identity === line.identity);
  expect(again?.state).toBe('waived');
});

test('a waiver of an older version, which knew no value, covers any', async () => {
  const round = await begun();
  const line = (await findings(round)).find((one) => one.cell === 'F3')!;
  const target = { kind: 'findings', identities: [line.identity] } as const;
  valueOf(await host.client.call('decisions.waive', { round, target, ...WAIVER }));
  valueOf(await host.client.call('decisions.undo', { round, ...VI }));
  const old = JSON.stringify({ identities: [line.identity], ...WAIVER });
  const label = JSON.stringify({ code: 'history.waived', params: { findings: 1 } });
  host.workspace.decisions.add(round, 'waive', label, old);
  await send(round, [ROWS[0]!, ROWS[1]!.replace('500 ', '800 '), ROWS[2]!]);
  const opened = valueOf(await host.client.call('rounds.change', { round, date: '2026-07-02' }));
  await host.ended(opened.job!);
  expect((await findings(round)).find(({ identity }) => identity === line.identity)?.state).toBe('waived');
});

test('a waiver whose day has passed says so', async () => {
  const round = await begun();
  const line = (await findings(round)).find((one) => one.cell === 'F3')!;
  const target = { kind: 'findings', identities: [line.identity] } as const;
  valueOf(await host.client.call('decisions.waive', { round, target, ...WAIVER, until: '2026-07-05' }));
  const changed = valueOf(await host.client.call('rounds.change', { round, date: '2026-07-06' }));
  await host.ended(changed.job!);
  expect((await standings(round))[0]).toEqual({ inForce: 0, outOfForce: [{ why: 'over', count: 1, cells: [] }] });
});
