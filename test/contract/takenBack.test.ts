import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/contract/contract.ts';
import { codeOf, startTestHost, valueOf, type TestHost } from './hosts.ts';

const VI = { language: 'vi' } as const;

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost('in-process');
});
afterAll(async () => {
  await host[Symbol.asyncDispose]();
});

describe('a sheet that a person confirmed', () => {
  const HEADER = { firstRow: 1, lastRow: 1 };
  const COLUMNS: InputOf<'intake.confirm'>['columns'] = [
    { sheetColumn: 0, field: 'ma_tthc' },
    { sheetColumn: 1, field: 'ten_tthc' },
    { sheetColumn: 2, field: 'linh_vuc' },
  ];

  const begun = async (): Promise<string> =>
    valueOf(await host.client.call('rounds.create', { name: 'Đợt', date: '2026-07-01' })).round;
  const add = async (round: string, name: string): Promise<string> => {
    const file = path.join(host.folder, name);
    writeFileSync(file, 'Cột A;Cột B;Cột C\n1.000123;Cấp;Xây dựng\n1.000124;Cấp lại;Xây dựng\n1.000125;Đổi;Y tế\n');
    const { job } = valueOf(await host.client.call('intake.add', { round, files: [host.grant('read', file)] }));
    await host.ended(job);
    return valueOf(await host.client.call('intake.list', { round })).files.find((one) => one.name === name)!.file;
  };
  const sheetOf = async (round: string, file: string) =>
    valueOf(await host.client.call('intake.list', { round })).files.find((one) => one.file === file)!.sheets[0]!;
  const confirm = async (round: string, file: string, remember: boolean) => {
    const { sheet } = await sheetOf(round, file);
    const decision = { header: HEADER, dataset: 'procedures', columns: COLUMNS, remember } as const;
    const { job } = valueOf(await host.client.call('intake.confirm', { round, file, sheet, ...decision }));
    return host.ended(job);
  };
  const unconfirm = async (round: string, file: string) => {
    const { sheet } = await sheetOf(round, file);
    const { job } = valueOf(await host.client.call('intake.unconfirm', { round, file, sheet }));
    return host.ended(job);
  };

  test('is read by its content again, and not once more', async () => {
    const round = await begun();
    const file = await add(round, 'mot.csv');
    const before = await sheetOf(round, file);
    expect((await confirm(round, file, false)).state).toBe('done');
    expect(await sheetOf(round, file)).toMatchObject({ verdict: 'recognised', confirmed: true, rows: 3 });
    expect((await unconfirm(round, file)).state).toBe('done');
    expect(await sheetOf(round, file)).toEqual(before);
    expect(await unconfirm(round, file)).toMatchObject({ state: 'failed', fault: { code: 'intake.notConfirmed' } });
  });

  test('can be confirmed as before from what was shown of it', async () => {
    const round = await begun();
    const file = await add(round, 'mot.csv');
    await confirm(round, file, false);
    const { sheet, ...rest } = await sheetOf(round, file);
    const { header, dataset, columns } = valueOf(await host.client.call('intake.preview', { round, file, sheet }));
    await unconfirm(round, file);
    const again = {
      header: header!,
      dataset: dataset!,
      columns: columns.map(({ sheetColumn, field }) => ({ sheetColumn, field })),
    };
    const { job } = valueOf(
      await host.client.call('intake.confirm', { round, file, sheet, ...again, remember: false }),
    );
    await host.ended(job);
    expect(await sheetOf(round, file)).toEqual({ sheet, ...rest });
  });

  test('is forgotten without forgetting its layout for other files', async () => {
    const round = await begun();
    const first = await add(round, 'mot.csv');
    await confirm(round, first, true);
    const { mappings } = valueOf(await host.client.call('intake.mappings', {}));
    await unconfirm(round, first);
    expect(await sheetOf(round, first)).toMatchObject({ confirmed: false });
    expect(valueOf(await host.client.call('intake.mappings', {})).mappings).toEqual(mappings);
    expect(await sheetOf(round, await add(round, 'hai.csv'))).toMatchObject({ verdict: 'recognised', confirmed: true });
  });

  test('stays unconfirmed after the round is opened anew', async () => {
    const round = await begun();
    const file = await add(round, 'ba.csv');
    if (!(await sheetOf(round, file)).confirmed) await confirm(round, file, false);
    await unconfirm(round, file);
    const shown = await sheetOf(round, file);
    const { job } = valueOf(await host.client.call('rounds.change', { round, date: '2026-07-02' }));
    await host.ended(job!);
    expect(await sheetOf(round, file)).toEqual(shown);
  });
});

describe('a rule set', () => {
  const save = async (id: string, lines = ''): Promise<string> => {
    const yaml = `id: ${id}\nversion: "1"\ntitle: Bộ ${id}\n${lines}rules:\n  FMT-02: warning\n`;
    return valueOf(await host.client.call('ruleSets.save', { yaml })).ruleSet;
  };
  const kept = async () => valueOf(await host.client.call('ruleSets.list', {})).ruleSets;

  test('is removed and taken back as it was', async () => {
    const ruleSet = await save('thu-mot');
    const before = await kept();
    const { yaml } = valueOf(await host.client.call('ruleSets.read', { ruleSet }));
    valueOf(await host.client.call('ruleSets.remove', { ruleSet }));
    expect((await kept()).some(({ id }) => id === ruleSet)).toBe(false);
    expect(codeOf(await host.client.call('ruleSets.read', { ruleSet }))).toBe('ruleSet.unknown');
    expect(codeOf(await host.client.call('ruleSets.remove', { ruleSet }))).toBe('ruleSet.unknown');
    valueOf(await host.client.call('ruleSets.restore', { ruleSet }));
    expect(await kept()).toEqual(before);
    expect(valueOf(await host.client.call('ruleSets.read', { ruleSet })).yaml).toBe(yaml);
    expect(codeOf(await host.client.call('ruleSets.restore', { ruleSet: 'khong-co' }))).toBe('ruleSet.unknown');
  });

  test('stays while a round is judged by it', async () => {
    const ruleSet = await save('thu-hai');
    const made = valueOf(await host.client.call('rounds.create', { name: 'Đợt tháng 7', date: '2026-07-01' }));
    valueOf(await host.client.call('rounds.change', { round: made.round, ruleSet }));
    expect(await host.client.call('ruleSets.remove', { ruleSet })).toMatchObject({
      ok: false,
      error: { code: 'ruleSet.inUse', params: { rounds: 'Đợt tháng 7' } },
    });
    valueOf(await host.client.call('rounds.change', { round: made.round, ruleSet: null }));
    expect(codeOf(await host.client.call('ruleSets.remove', { ruleSet }))).toBe('ok');
  });

  test('stays while another one builds on it', async () => {
    const base = await save('goc');
    const heir = await save('con', 'extends: [goc@1]\n');
    expect((await kept()).find(({ id }) => id === base)!.heirs).toEqual(['Bộ con 1']);
    expect(await host.client.call('ruleSets.remove', { ruleSet: base })).toMatchObject({
      ok: false,
      error: { code: 'ruleSet.hasHeirs', params: { ruleSets: 'Bộ con 1' } },
    });
    valueOf(await host.client.call('ruleSets.remove', { ruleSet: heir }));
    expect(codeOf(await host.client.call('ruleSets.remove', { ruleSet: base }))).toBe('ok');
  });

  test('that was removed is no base any more, and saving it anew brings it back', async () => {
    const base = await save('goc-hai');
    valueOf(await host.client.call('ruleSets.remove', { ruleSet: base }));
    const yaml = 'id: con-hai\nversion: "1"\ntitle: Con\nextends: [goc-hai@1]\n';
    const { problems } = valueOf(await host.client.call('ruleSets.check', { ...VI, yaml }));
    expect(problems.some(({ level }) => level === 'error')).toBe(true);
    expect(await save('goc-hai')).toBe(base);
    expect((await kept()).some(({ id }) => id === base)).toBe(true);
  });
});
