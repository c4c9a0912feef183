import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleManifest } from '../../../electron/node/batch/bundleManifest.ts';
import { verifyBundle } from '../../../electron/node/batch/verifyBundle.ts';
import { NATIONAL_RULE_SET } from '../../../shared/ruleset/quoc-gia.ts';
import { codeOf, startTestHost, valueOf, type TestHost } from '../../contract/hosts.ts';

const VI = { language: 'vi' } as const;
const PLACE = { by: 'place', descending: false } as const;
const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-goi-dot-'));
const entry = path.resolve(import.meta.dirname, '../../../electron/cli/main.ts');

const BASE = `id: co-so
version: 1.0.0
title: Cơ sở
extends: [quoc-gia@${/^version: *"?([\w.]+)/m.exec(NATIONAL_RULE_SET)![1]}]
rules:
  TXT-02: off
`;
const RULE_SET = `id: tinh-mau
version: 1.2.0
title: Bộ quy tắc mẫu
extends: [co-so@1.0.0]
rules:
  TXT-01: error
`;
const LIST = 'Mã TTHC;Tên TTHC;Lĩnh vực;Cơ quan thực hiện;Thời hạn giải quyết;Phí, lệ phí\n';
const ROWS =
  '1.000123;Cấp giấy phép ;Xây dựng;Sở Xây dựng;5 ngay;Khong\n1.00012;Cấp lại;Xây dựng;Sở Xây dựng;;100.000\n';
const WITH_PASSWORDS = 'Họ và tên;Tên đăng nhập;Mật khẩu;Đơn vị\nLê Thị An;an.lt;Abc@12345;Sở Tư pháp\n';

let host: TestHost;
let round = '';
let bundle = '';
let found = 0;

const ended = async (started: { readonly job: string }): Promise<void> => {
  const { state, fault } = await host.ended(started.job);
  expect([state, fault]).toEqual(['done', null]);
};
const take = async (name: string, content: string | Buffer): Promise<void> => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  await ended(valueOf(await host.client.call('intake.add', { round, files: [host.grant('read', file)] })));
};
const files = async () => valueOf(await host.client.call('intake.list', { round })).files;
const lines = async () => {
  const list = { round, ...VI, filter: {}, sort: PLACE, from: 0, limit: 500 } as const;
  return valueOf(await host.client.call('results.page', list));
};
const write = async (target: string, agencies?: readonly string[]) => {
  const place = path.join(folder, target);
  const request = { round, ...VI, outputs: ['bundle' as const], folder: host.grant('folder', folder) };
  const job = await host.client.call(
    'reports.write',
    agencies === undefined ? request : { ...request, agencies: [...agencies] },
  );
  return { place, job: await host.ended(valueOf(job).job) };
};

/** A round in which people did everything that they can do to its findings. */
beforeAll(async () => {
  host = await startTestHost('in-process');
  const made = valueOf(await host.client.call('rounds.createSample', {}));
  round = made.round;
  await ended(made);
  for (const yaml of [BASE, RULE_SET]) valueOf(await host.client.call('ruleSets.save', { yaml }));
  const { ruleSets } = valueOf(await host.client.call('ruleSets.list', {}));
  const ruleSet = ruleSets.find(({ title }) => title === 'Bộ quy tắc mẫu')!.id;
  const { job } = valueOf(await host.client.call('rounds.change', { round, ruleSet }));
  await ended({ job: job! });
  await take('ds.csv', LIST + ROWS);
  await take('hong.xlsx', Buffer.from('PK\u0003\u0004 không phải sổ tính'));

  const csv = (await files()).find(({ name }) => name === 'ds.csv')!;
  const [sheet] = csv.sheets;
  const at = { round, file: csv.file, sheet: sheet!.sheet };
  const seen = valueOf(await host.client.call('intake.preview', at));
  const columns = seen.columns.map(({ sheetColumn, field }) => ({
    sheetColumn,
    field: field === 'ten_tthc' ? null : field,
  }));
  const said = { header: seen.header!, dataset: seen.dataset!, columns, remember: true };
  await ended(valueOf(await host.client.call('intake.confirm', { ...at, ...said })));
  await ended(
    valueOf(await host.client.call('intake.setAgency', { round, file: csv.file, agency: 'UBND xã Núi Cấm' })),
  );
  // The same layout again, read by what is remembered now.
  await take('ds-2.csv', `${LIST}1.000125;Đổi;Y te;;10 ngày làm việc;50000 đồng\n`);

  const target = { kind: 'filter' as const, filter: { fixable: ['certain' as const] } };
  valueOf(await host.client.call('decisions.fix', { round, target, onlyCertain: true }));
  const places = [];
  for (const { identity } of (await lines()).rows.filter(({ cell }) => cell !== '').slice(0, 3)) {
    places.push(valueOf(await host.client.call('results.finding', { round, ...VI, identity })).place!);
  }
  for (const [index, place] of places.entries()) {
    valueOf(await host.client.call('decisions.edit', { round, place, text: `thử ${index}` }));
  }
  valueOf(await host.client.call('decisions.undo', { round, ...VI }));
  const identities = (await lines()).rows.slice(4, 9).map(({ identity }) => identity);
  const waiver = { reason: 'Theo nghị quyết', by: 'Nguyễn Văn A', decision: '1/QĐ' };
  for (const until of ['2026-12-31', '2027-06-30']) {
    valueOf(
      await host.client.call('decisions.waive', { round, target: { kind: 'findings', identities }, ...waiver, until }),
    );
  }
  found = (await lines()).total;

  const { place, job: written } = await write('x');
  expect([written.state, written.fault]).toEqual(['done', null]);
  bundle = path.join(path.dirname(place), written.result![0]!.name, 'Gói kiểm chứng');
}, 60_000);

afterAll(async () => {
  await host[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

describe('a bundle of a round in which people decided', () => {
  test('runs again to the same findings, byte for byte, in another process that knows nothing of the round', () => {
    const away = path.join(folder, 'noi-khac');
    cpSync(bundle, away, { recursive: true });
    const { status, stdout, stderr } = spawnSync(process.execPath, [entry, 'verify', away], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('KIỂM CHỨNG ĐẠT');
    expect(stdout).toContain(`${found.toLocaleString('vi-VN')} phát hiện`);
    expect(stdout).toContain('1 tệp của đợt không đọc được');
    rmSync(away, { recursive: true });
  });

  test('holds what people decided, said of sheets, and the rule sets with all that they build on', () => {
    const read = (name: string): string => readFileSync(path.join(bundle, ...name.split('/')), 'utf8');
    const manifest = bundleManifest.parse(JSON.parse(read('bundle.json')));
    expect(manifest.ruleSet.map(({ shown }) => shown)).toEqual([
      'tinh-mau@1.2.0.yaml',
      'co-so@1.0.0.yaml',
      'quoc-gia.yaml',
    ]);
    expect(manifest.unread.map(({ shown }) => shown)).toEqual(['hong.xlsx']);
    const { corrections, waivers } = JSON.parse(read('decisions.json'));
    expect(corrections.length).toBeGreaterThan(2);
    expect(corrections.filter(({ after }: { after: string }) => after.startsWith('thử'))).toHaveLength(2);
    expect(
      waivers.map(({ by, until, identities }: Record<string, unknown[]>) => [by, until, identities!.length]),
    ).toEqual([
      ['Nguyễn Văn A', '2026-12-31', 5],
      ['Nguyễn Văn A', '2027-06-30', 5],
    ]);
    const { files: said } = JSON.parse(read('readings.json'));
    expect(said.map(({ file, agency, sheets }: Record<string, unknown[]>) => [file, agency, sheets!.length])).toEqual([
      ['ds-2.csv', null, 1],
      ['ds.csv', 'UBND xã Núi Cấm', 1],
    ]);
  });

  test.each([
    ['a file of an agency', 'inputs/0001.csv', 'input'],
    ['the catalogue', 'reference.json.gz', 'reference'],
    ['a rule set', 'rule-set/tinh-mau@1.2.0.yaml', 'ruleSet'],
    ['a rule set that it builds on', 'rule-set/co-so@1.0.0.yaml', 'ruleSet'],
    ['the decisions', 'decisions.json', 'decisions'],
    ['what people said of sheets', 'readings.json', 'readings'],
  ])('says that %s was changed, or is missing', async (_what, name, part) => {
    const target = path.join(bundle, ...name.split('/'));
    const before = readFileSync(target);
    writeFileSync(target, Buffer.concat([before, Buffer.from(' ')]));
    const changed = await verifyBundle(bundle);
    unlinkSync(target);
    const missing = await verifyBundle(bundle);
    writeFileSync(target, before);
    const codes = [changed, missing].map((result) => result.ok && result.value.differences.map(({ code }) => code));
    expect(codes).toEqual([[`bundle.changed.${part}`], [`bundle.missing.${part}`]]);
  });

  test.each([
    ['a correction', 'decisions.json', (text: string) => text.replace('"thử 0"', '"thử khác"')],
    ['a reason to accept', 'decisions.json', (text: string) => text.replaceAll('Theo nghị quyết', 'Khác')],
    ['an agency', 'readings.json', (text: string) => text.replace('UBND xã Núi Cấm', 'Sở Nội vụ')],
    ['the meaning of a column', 'readings.json', (text: string) => text.replaceAll('"thoi_han"', '"ghi_chu"')],
  ])('whoever changes %s and its hash too gets other findings', async (_what, name, change) => {
    const places = [name, 'bundle.json'].map((one) => path.join(bundle, one));
    const [part, manifest] = places.map((place) => readFileSync(place, 'utf8'));
    const altered = change(part!);
    expect(altered).not.toBe(part);
    const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
    writeFileSync(places[0]!, altered);
    writeFileSync(places[1]!, manifest!.replace(hash(part!), hash(altered)));
    const verified = await verifyBundle(bundle);
    writeFileSync(places[0]!, part!);
    writeFileSync(places[1]!, manifest!);
    expect(verified.ok && verified.value.differences.map(({ code }) => code)).toContain('bundle.findingsDiffer');
  });

  test('has a number of its own that both sides can read to each other', async () => {
    const verified = await verifyBundle(bundle);
    expect(verified).toMatchObject({ ok: true, value: { same: true, differences: [] } });
    const again = await verifyBundle(bundle);
    expect(again.ok && again.value.id).toBe(verified.ok && verified.value.id);
  });

  test('is of the whole round, whichever agencies the other outputs are for', async () => {
    const { agencies } = valueOf(await host.client.call('results.summary', { round, ...VI }));
    rmSync(path.dirname(bundle), { recursive: true });
    const { job } = await write('x', [agencies[0]!.id]);
    expect([job.state, job.fault]).toEqual(['done', null]);
    const verified = await verifyBundle(bundle);
    expect(verified.ok && [verified.value.same, verified.value.findings]).toEqual([true, found]);
  });

  test('is verified from the window too: its folder, one around it, or a .zip of it', async () => {
    const written = valueOf(await host.client.call('reports.write', { round, ...VI, outputs: ['bundle'] }));
    const [archive] = (await host.ended(written.job)).result!;
    const around = path.dirname(bundle);
    for (const handle of [host.grant('folder', bundle), host.grant('folder', around), archive!.handle]) {
      const verdict = valueOf(await host.client.call('bundles.verify', { bundle: handle }));
      expect(verdict).toMatchObject({ same: true, findings: found, differing: 0, round: 'Dữ liệu mẫu' });
      expect(verdict.notes.map(({ code }) => code)).toEqual(['bundle.unread']);
    }
    const none = await host.client.call('bundles.verify', { bundle: host.grant('read', path.join(folder, 'ds.csv')) });
    expect(codeOf(none)).toBe('bundle.missing');
    const empty = await host.client.call('bundles.verify', {
      bundle: host.grant('folder', path.join(bundle, 'inputs')),
    });
    expect(codeOf(empty)).toBe('bundle.missing');
  });

  test('a verification that is cancelled says that nothing is known', async () => {
    const verdict = host.client.call('bundles.verify', { bundle: host.grant('folder', bundle) });
    const { jobs } = valueOf(await host.client.call('jobs.list', {}));
    valueOf(await host.client.call('jobs.cancel', { job: jobs.findLast(({ kind }) => kind === 'verify')!.id }));
    expect(codeOf(await verdict)).toBe('bundle.stopped');
  });

  test('is refused while passwords can be read in a file, and names the column', async () => {
    await take('tai-khoan.csv', WITH_PASSWORDS);
    const { job } = await write('x');
    expect([job.state, job.fault]).toMatchObject([
      'failed',
      { code: 'bundle.password', params: { file: 'tai-khoan.csv', column: 'C' } },
    ]);
  });
});
