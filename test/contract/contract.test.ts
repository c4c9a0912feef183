import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTRACT } from '../../shared/contract/contract.ts';
import { PAPERS } from '../../shared/contract/reports.ts';
import type { FindingFilter } from '../../shared/contract/results.ts';
import { listArchiveEntries } from '../../electron/node/annotate/archiveEntries.ts';
import { recordedFindings } from '../../electron/node/workbench/runRecord.ts';
import { openWorkspace } from '../../electron/node/workspace/openWorkspace.ts';
import { CARRIERS, codeOf, NOW, startTestHost, valueOf, type TestHost } from './hosts.ts';

const PLACE = { by: 'place', descending: false } as const;
const VI = { language: 'vi' } as const;

describe.each(CARRIERS)('the contract over %s', (carrier) => {
  let host: TestHost;
  let round = '';
  beforeAll(async () => {
    host = await startTestHost(carrier);
    const made = valueOf(await host.client.call('rounds.createSample', {}));
    round = made.round;
    expect((await host.ended(made.job)).state).toBe('done');
  }, 60_000);
  afterAll(async () => {
    await host[Symbol.asyncDispose]();
  });

  const page = async (filter: FindingFilter = {}, from = 0, limit = 100) =>
    valueOf(await host.client.call('results.page', { round, ...VI, filter, sort: PLACE, from, limit }));
  const summary = async () => valueOf(await host.client.call('results.summary', { round, ...VI }));

  test.each(['', 'constructor', '__proto__', 'rounds.list.x', 'no.such'])('refuses the method "%s"', async (method) => {
    expect(codeOf(await host.transport.call(method, {}))).toMatch(/^(?:contract\.unknownMethod|host\.disconnected)$/);
  });

  test.each(Object.keys(CONTRACT))('%s refuses what its schema does not allow', async (method) => {
    for (const input of [null, 'x', 1, [], undefined]) {
      const code = codeOf(await host.transport.call(method, input));
      // An input that is missing altogether is no JSON over HTTP.
      expect(['contract.badInput', 'host.disconnected']).toContain(code);
    }
  });

  test('the sample round has a card, a summary, and every finding on some page', async () => {
    const { rounds, last } = valueOf(await host.client.call('rounds.list', {}));
    expect(last).toBe(round);
    expect(rounds.find(({ id }) => id === round)).toMatchObject({ sample: true, agencies: 8, unreadableFiles: 0 });
    const { open, agencies, rules, causes } = await summary();
    expect(agencies.length).toBe(8);
    expect(causes.length).toBeGreaterThan(0);
    expect(rules.some(({ status, reason }) => status === 'notApplicable' && reason !== null)).toBe(true);
    const first = await page();
    expect(first.total).toBe(open.error + open.warning + open.info);
    const seen = new Set<string>();
    for (let from = 0; from < first.total; from += 100) {
      for (const { identity } of (await page({}, from)).rows) seen.add(identity);
    }
    expect(seen.size).toBe(first.total);
  });

  test('each value of each facet counts what choosing it shows', async () => {
    const { facets } = valueOf(await host.client.call('results.facets', { round, ...VI, filter: {} }));
    for (const [name, values] of Object.entries(facets)) {
      for (const { value, count, label } of values.slice(0, 4)) {
        expect(label).not.toBe('');
        expect((await page({ [name]: [value] })).total).toBe(count);
      }
    }
  });

  test('a facet counts under the other choices, not under its own', async () => {
    const filter: FindingFilter = { severity: ['error'] };
    const { facets, total } = valueOf(await host.client.call('results.facets', { round, ...VI, filter }));
    expect(total).toBe((await page(filter)).total);
    expect(facets.severity.length).toBeGreaterThan(1);
    const agency = facets.agency[0]!;
    expect((await page({ ...filter, agency: [agency.value] })).total).toBe(agency.count);
  });

  test('a search finds words whatever their accents', async () => {
    const marked = await page({ search: 'thời hạn' });
    expect(marked.total).toBeGreaterThan(0);
    expect((await page({ search: 'THOI HAN' })).total).toBe(marked.total);
    expect((await page({ search: 'qqxyz' })).total).toBe(0);
  });

  test('a finding is told whole: its surroundings, the law, the national record', async () => {
    const { rows } = await page({ fixable: ['certain'], severity: ['error'] });
    const line = rows.find(({ cell }) => cell !== '')!;
    const detail = valueOf(await host.client.call('results.finding', { round, ...VI, identity: line.identity }));
    expect(detail.line).toEqual(line);
    expect(detail.rule.legal.length + detail.rule.asks.length).toBeGreaterThan(0);
    const marked = detail.around!.rows.find(({ row }) => row === detail.place!.row)!;
    const column = detail.around!.columns.findIndex(({ column: at }) => at === detail.place!.column);
    expect(marked.cells[column]).toBe(line.value);
  });

  test('a correction removes its finding, undo brings it back, redo removes it again', async () => {
    const [line] = (await page({ fixable: ['certain'] })).rows;
    const target = { kind: 'findings', identities: [line!.identity] } as const;
    const before = (await page()).total;
    const { total, changes } = valueOf(
      await host.client.call('decisions.preview', { round, target, onlyCertain: true }),
    );
    expect([total, changes[0]!.before]).toEqual([1, line!.value]);
    const fixed = valueOf(await host.client.call('decisions.fix', { round, target, onlyCertain: true }));
    expect(fixed).toMatchObject({ applied: 1, skipped: 0 });
    expect(fixed.gone).toBeGreaterThan(0);
    expect((await page()).total).toBe(before - fixed.gone + fixed.come);
    const gone = await host.client.call('results.finding', { round, ...VI, identity: line!.identity });
    expect(codeOf(gone)).toBe('results.noFinding');
    valueOf(await host.client.call('decisions.undo', { round, ...VI }));
    expect((await page()).total).toBe(before);
    expect(codeOf(await host.client.call('decisions.redo', { round, ...VI }))).toBe('ok');
    expect((await page()).total).toBe(before - fixed.gone + fixed.come);
    valueOf(await host.client.call('decisions.undo', { round, ...VI }));
  });

  test('a value that a person writes is judged at once', async () => {
    const [line] = (await page({ rule: ['FMT-01'] })).rows;
    const { place } = valueOf(await host.client.call('results.finding', { round, ...VI, identity: line!.identity }));
    valueOf(await host.client.call('decisions.edit', { round, place: place!, text: '1.000001' }));
    const after = await page({ rule: ['FMT-01'] });
    expect(
      after.rows.some(({ cell, sheet, file }) => cell === line!.cell && sheet === line!.sheet && file === line!.file),
    ).toBe(false);
    valueOf(await host.client.call('decisions.undo', { round, ...VI }));
  });

  test('a waiver covers a finding until it is taken back', async () => {
    const [line] = (await page({ severity: ['warning'] })).rows;
    const open = (await page({ state: ['open'] })).total;
    const waiver = {
      reason: 'Theo nghị quyết của tỉnh',
      by: 'Nguyễn Văn A',
      decision: '12/QĐ-UBND',
      until: '2026-12-31',
    };
    const target = { kind: 'findings', identities: [line!.identity] } as const;
    expect(valueOf(await host.client.call('decisions.waive', { round, target, ...waiver })).applied).toBe(1);
    const waived = await page({ state: ['waived'] });
    expect(waived.rows.map(({ identity }) => identity)).toEqual([line!.identity]);
    expect((await page({ state: ['open'] })).total).toBe(open - 1);
    const detail = valueOf(await host.client.call('results.finding', { round, ...VI, identity: line!.identity }));
    expect(detail.waiver).toEqual(waiver);
    expect(codeOf(await host.client.call('decisions.waive', { round, target, ...waiver, until: '2026-01-01' }))).toBe(
      'decisions.waiverOver',
    );
    valueOf(await host.client.call('decisions.undo', { round, ...VI }));
    expect((await page({ state: ['waived'] })).total).toBe(0);
  });

  test('a cause is mended as a whole, and taken back as a whole', async () => {
    const { causes, open } = await summary();
    const cause = causes.find(({ fixable }) => fixable)!;
    const target = { kind: 'cause', cause: cause.id } as const;
    const fixed = valueOf(await host.client.call('decisions.fix', { round, target, onlyCertain: false }));
    expect(fixed.applied).toBeGreaterThan(1);
    expect((await summary()).causes.some(({ id }) => id === cause.id)).toBe(false);
    const history = valueOf(await host.client.call('decisions.history', { round, ...VI }));
    expect(history.entries[0]).toMatchObject({ kind: 'fix', cells: fixed.applied, undone: false });
    valueOf(await host.client.call('decisions.undo', { round, ...VI }));
    expect((await summary()).open).toEqual(open);
  });

  test('files come in by handles only, a bad one keeps its own fault, and each can be removed and taken back', async () => {
    const made = valueOf(await host.client.call('rounds.create', { name: 'Đợt thử', date: '2026-07-01' }));
    const good = path.join(host.folder, 'tot.csv');
    const bad = path.join(host.folder, 'hong.xlsx');
    writeFileSync(good, 'Mã TTHC;Tên TTHC;Lĩnh vực;Cơ quan thực hiện\n1.000123;Cấp giấy phép;Xây dựng;Sở Xây dựng\n');
    writeFileSync(bad, 'PK\u0003\u0004 hỏng');
    for (const forged of ['a'.repeat(32), '../../etc/passwd', good]) {
      const code = codeOf(await host.transport.call('intake.add', { round: made.round, files: [forged] }));
      expect(['handle.unknown', 'contract.badInput']).toContain(code);
    }
    const files = [host.grant('read', good), host.grant('read', bad)];
    const added = valueOf(await host.client.call('intake.add', { round: made.round, files }));
    expect((await host.ended(added.job)).state).toBe('done');
    const list = async () => valueOf(await host.client.call('intake.list', { round: made.round })).files;
    const [broken, sound] = await list();
    expect([broken!.name, broken!.fault === null, sound!.fault]).toEqual(['hong.xlsx', false, null]);
    expect(sound!.sheets[0]).toMatchObject({ verdict: 'recognised', dataset: 'procedures', rows: 1 });
    const removed = valueOf(await host.client.call('intake.remove', { round: made.round, file: broken!.file }));
    await host.ended(removed.job);
    expect((await list()).map(({ name }) => name)).toEqual(['tot.csv']);
    const restored = valueOf(await host.client.call('intake.restore', { round: made.round, file: broken!.file }));
    await host.ended(restored.job);
    expect((await list()).length).toBe(2);
  });

  test('a mapping that a person corrects is remembered for the next file of the layout', async () => {
    const made = valueOf(await host.client.call('rounds.create', { name: 'Đợt ánh xạ', date: '2026-07-01' }));
    const add = async (name: string): Promise<string> => {
      const file = path.join(host.folder, name);
      writeFileSync(
        file,
        `Cột A;Cột B;Cột C\n1.000123;Cấp giấy ${name};Xây dựng\n1.000124;Cấp lại;Xây dựng\n1.000125;Đổi;Y tế\n`,
      );
      const added = valueOf(
        await host.client.call('intake.add', { round: made.round, files: [host.grant('read', file)] }),
      );
      await host.ended(added.job);
      const { files } = valueOf(await host.client.call('intake.list', { round: made.round }));
      return files.find((one) => one.name === name)!.file;
    };
    const sheetOf = async (file: string) => {
      const { files } = valueOf(await host.client.call('intake.list', { round: made.round }));
      return files.find((one) => one.file === file)!.sheets[0]!;
    };
    const first = await add('mot.csv');
    const { sheet, verdict } = await sheetOf(first);
    expect(verdict).toBe('unsure');
    const about = { round: made.round, file: first, sheet };
    const header = { firstRow: 1, lastRow: 1 };
    const preview = valueOf(await host.client.call('intake.preview', { ...about, header, dataset: 'procedures' }));
    expect(preview.columns.map(({ heading }) => heading)).toEqual(['Cột A', 'Cột B', 'Cột C']);
    const confirmed = valueOf(
      await host.client.call('intake.confirm', {
        ...about,
        header,
        dataset: 'procedures',
        columns: [
          { sheetColumn: 0, field: 'ma_tthc' },
          { sheetColumn: 1, field: 'ten_tthc' },
          { sheetColumn: 2, field: 'linh_vuc' },
        ],
        remember: true,
      }),
    );
    expect((await host.ended(confirmed.job)).state).toBe('done');
    expect(await sheetOf(first)).toMatchObject({ verdict: 'recognised', confirmed: true, rows: 3 });
    expect(await sheetOf(await add('hai.csv'))).toMatchObject({ verdict: 'recognised', confirmed: true, rows: 3 });
  });

  test('outputs are written, and fetched by the handle of the job', async () => {
    const started = valueOf(
      await host.client.call('reports.write', { round, ...VI, outputs: ['correctionWorkbook', 'agencyReport', 'csv'] }),
    );
    const job = await host.ended(started.job);
    expect([job.state, job.result?.length]).toEqual(['done', 1]);
    const archive = readFileSync(host.pathOf(job.result![0]!.handle));
    expect(archive.subarray(0, 2).toString()).toBe('PK');
    // The links of a list jump to the agency's own file beside it.
    const names = listArchiveEntries(archive)!.map(({ nameBytes }) => Buffer.from(nameBytes).toString());
    expect(names.filter((name) => name.includes('Phường Bồng Sơn/')).length).toBeGreaterThan(1);
    expect(names.filter((name) => name.endsWith('.docx')).length).toBe((await summary()).agencies.length);
    expect(job.result![0]!.missing).toEqual([]);
  }, 60_000);

  test('every paper can be seen before it is printed, with the office’s own data', async () => {
    const { office } = valueOf(await host.client.call('reports.office', {}));
    valueOf(
      await host.client.call('reports.changeOffice', { office: { ...office, agency: 'Văn phòng UBND tỉnh Mẫu' } }),
    );
    for (const kind of PAPERS) {
      const { html, title } = valueOf(await host.client.call('reports.preview', { round, ...VI, kind }));
      expect([title !== '', html.startsWith('<!doctype html>'), /<script/i.test(html)]).toEqual([true, true, false]);
    }
    const { agencies } = await summary();
    const [first, second] = agencies.map(({ id }) => id);
    const together = valueOf(
      await host.client.call('reports.preview', { round, ...VI, kind: 'correctionLists', agencies: [first!, second!] }),
    );
    expect(together.html.match(/<article /g)).toHaveLength(2);
    const nobody = await host.client.call('reports.preview', { round, ...VI, kind: 'correctionLists', agencies: [] });
    expect(codeOf(nobody)).toBe('report.noAgency');
    const { html } = valueOf(await host.client.call('reports.preview', { round, ...VI, kind: 'leader' }));
    expect(html).toContain('VĂN PHÒNG UBND TỈNH MẪU'.slice(0, 9));
  });

  test('long work that is cancelled ends as cancelled', async () => {
    const started = valueOf(await host.client.call('reports.write', { round, ...VI, outputs: ['annotatedCopies'] }));
    valueOf(await host.client.call('jobs.cancel', { job: started.job }));
    expect((await host.ended(started.job)).state).toBe('cancelled');
    expect(codeOf(await host.client.call('jobs.cancel', { job: 'khong-co' }))).toBe('job.unknown');
  });

  test('a rule set is checked line by line, tried on the round, saved and used', async () => {
    const faulty = valueOf(
      await host.client.call('ruleSets.check', { ...VI, yaml: 'id: a\nrules:\n  KHONG-CO: error\n' }),
    );
    expect(faulty.problems.some(({ level, line }) => level === 'error' && line > 0)).toBe(true);
    const [rule] = (await summary()).rules;
    const yaml = `id: thu\nversion: "1"\ntitle: Thử\nrules:\n  ${rule!.id}: off\n`;
    const tried = valueOf(await host.client.call('ruleSets.tryOut', { round, ...VI, yaml }));
    expect(tried.problems.filter(({ level }) => level === 'error')).toEqual([]);
    expect(tried.gone).toBe(rule!.findings);
    const { ruleSet } = valueOf(await host.client.call('ruleSets.save', { yaml }));
    const changed = valueOf(await host.client.call('rounds.change', { round, ruleSet }));
    await host.ended(changed.job!);
    expect((await summary()).rules.find(({ id }) => id === rule!.id)?.status).toBe('notApplicable');
    await host.ended(valueOf(await host.client.call('rounds.change', { round, ruleSet: null })).job!);
    expect((await summary()).rules[0]).toEqual(rule);
  }, 60_000);

  test('settings are kept, and what they don’t know is refused', async () => {
    const { settings } = valueOf(await host.client.call('settings.change', { change: { theme: 'dark' } }));
    expect(settings['theme']).toBe('dark');
    expect(codeOf(await host.client.call('settings.change', { change: { theme: 'pink' } }))).toBe(
      'settings.invalidChange',
    );
    expect(valueOf(await host.client.call('settings.read', {})).settings['theme']).toBe('dark');
  });

  test('rules and catalogues can be looked up', async () => {
    const { rules } = valueOf(await host.client.call('rules.list', VI));
    expect(rules.length).toBeGreaterThan(170);
    expect(valueOf(await host.client.call('rules.page', { ...VI, rule: 'FEE-05' })).legal.length).toBeGreaterThan(0);
    const { references } = valueOf(await host.client.call('references.list', {}));
    expect(references[0]!.records).toBeGreaterThan(0);
    const pair = { before: references[0]!.id, after: references[0]!.id, ...VI };
    expect(valueOf(await host.client.call('references.compare', pair))).toMatchObject({
      added: 0,
      removed: 0,
      changed: 0,
    });
  });
});

test.each([undefined, null, 7, {}, Symbol('x')])('what is no name of a method is refused as one: %s', async (name) => {
  await using host = await startTestHost('in-process');
  const reply = await host.transport.call(name as string, {});
  expect(codeOf(reply)).toBe('contract.unknownMethod');
});

test('what was decided is there after a restart, and gives the same findings', async () => {
  await using first = await startTestHost('in-process');
  const { round, job } = valueOf(await first.client.call('rounds.createSample', {}));
  await first.ended(job);
  const { causes } = valueOf(await first.client.call('results.summary', { round, language: 'vi' }));
  const target = { kind: 'cause', cause: causes.find(({ fixable }) => fixable)!.id } as const;
  valueOf(await first.client.call('decisions.fix', { round, target, onlyCertain: false }));
  const list = { round, language: 'vi', filter: {}, sort: PLACE, from: 0, limit: 500 } as const;
  const before = valueOf(await first.client.call('results.page', list)).rows;
  const again = await reopened(first);
  const opened = valueOf(await again.client.call('rounds.open', { round }));
  expect((await again.ended(opened.job)).state).toBe('done');
  expect(valueOf(await again.client.call('results.page', list)).rows).toEqual(before);
  await again[Symbol.asyncDispose]();
}, 60_000);

test('what a round came to is kept with what it was made of', async () => {
  let folder = '';
  let round = '';
  let identities: string[] = [];
  const kept = mkdtempSync(path.join(tmpdir(), 'rasoat-record-'));
  {
    await using host = await startTestHost('in-process', kept);
    folder = host.folder;
    const made = valueOf(await host.client.call('rounds.createSample', {}));
    round = made.round;
    await host.ended(made.job);
    const list = { round, language: 'vi', filter: {}, sort: PLACE, from: 0, limit: 500 } as const;
    identities = valueOf(await host.client.call('results.page', list)).rows.map(({ identity }) => identity);
  }
  const opened = openWorkspace(folder, () => NOW);
  if (!opened.ok) throw new Error(opened.error.code);
  {
    using workspace = opened.value;
    const recorded = [...recordedFindings(workspace.runs.findings(round)!)];
    expect(recorded.slice(0, identities.length).map(({ identity }) => identity)).toEqual(identities);
    expect(recorded.every(({ rule, agency, waived }) => rule !== '' && agency.name !== '' && !waived)).toBe(true);
  }
  rmSync(kept, { recursive: true, force: true });
}, 60_000);

/** The same folder in a fresh copy, as after a restart of the program. */
async function reopened(host: TestHost): Promise<TestHost> {
  const { cpSync } = await import('node:fs');
  const folder = `${host.folder}-2`;
  cpSync(host.folder, folder, { recursive: true });
  return startTestHost('in-process', folder);
}
