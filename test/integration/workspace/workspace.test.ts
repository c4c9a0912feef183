import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../../../electron/node/workspace/openWorkspace.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../../electron/node/workspace/schema.ts';
import type { Workspace } from '../../../electron/node/workspace/workspace.ts';
import { Chance } from '../spreadsheet/mutations.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rasoat-workspace-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOW = (): Date => new Date('2026-07-01T08:00:00Z');
const ROUND = { name: 'Đợt 1', date: '2026-07-01', sample: false, reference: null, ruleSet: null };
const FILE = {
  name: 'Sở A/danh mục.xlsx',
  sha256: 'a'.repeat(64),
  bytes: 3,
  format: 'xlsx',
  fault: null,
  readings: '[]',
  agency: null,
};

function open(): Workspace {
  const opened = openWorkspace(folder, NOW);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

describe('what a workspace keeps is there after it was closed', () => {
  test('rounds, files with their tables, decisions, mappings, references, rule sets', () => {
    {
      using workspace = open();
      const round = workspace.rounds.add(ROUND);
      const tables = [{ meta: '{"a":1}', buffers: [new Uint8Array([1, 2, 3]), new Uint8Array([])] }];
      workspace.files.add(round, [{ ...FILE, tables }]);
      workspace.decisions.add(round, 'edit', '{}', '{"edits":[]}');
      workspace.knowledge.saveMapping('m1', '{"m":1}');
      const reference = { id: 'r1', title: 'Danh mục', date: '2026-07-01', records: 5, complete: true, doubts: 0 };
      workspace.knowledge.saveReference({ ...reference, sample: false }, new Uint8Array([9]));
      workspace.knowledge.saveRuleSet({ id: 's1', title: 'Tỉnh', version: '1', hash: 'h', yaml: 'id: x' });
      workspace.choose('lastRound', round);
    }
    using workspace = open();
    const [round] = workspace.rounds.list();
    expect(round).toMatchObject({ name: 'Đợt 1', date: '2026-07-01' });
    const [file] = workspace.files.of(round!.id);
    expect(file).toMatchObject({ name: FILE.name, sha256: FILE.sha256 });
    expect(workspace.files.tables(file!.id).map(({ meta, buffers }) => [meta, buffers.map((one) => [...one])])).toEqual(
      [['{"a":1}', [[1, 2, 3], []]]],
    );
    expect(workspace.decisions.of(round!.id).map(({ kind, undone }) => [kind, undone])).toEqual([['edit', false]]);
    expect(workspace.knowledge.mappings()).toEqual(['{"m":1}']);
    expect([...workspace.knowledge.referenceContent('r1')!]).toEqual([9]);
    expect(workspace.knowledge.ruleSet('s1')?.yaml).toBe('id: x');
    expect(workspace.choice('lastRound')).toBe(round!.id);
  });

  test('a file of the same name takes the place of the old one, and what was put aside can be taken back', () => {
    using workspace = open();
    const round = workspace.rounds.add(ROUND);
    const [old] = workspace.files.add(round, [{ ...FILE, tables: [] }]);
    const [fresh] = workspace.files.add(round, [{ ...FILE, bytes: 4, tables: [] }]);
    expect(workspace.files.of(round).map(({ id }) => id)).toEqual([fresh]);
    workspace.files.setRemoved(round, fresh!, true);
    workspace.files.setRemoved(round, old!, false);
    expect(workspace.files.of(round).map(({ bytes }) => bytes)).toEqual([3]);
  });

  test('a new decision takes the place of those that were undone', () => {
    using workspace = open();
    const round = workspace.rounds.add(ROUND);
    const entries = ['a', 'b', 'c'].map((label) => workspace.decisions.add(round, 'edit', `"${label}"`, '{}'));
    workspace.decisions.setUndone(round, entries[2]!, true);
    workspace.decisions.add(round, 'edit', '"d"', '{}');
    expect(workspace.decisions.of(round).map(({ label }) => label)).toEqual(['"a"', '"b"', '"d"']);
  });

  test('contents that no file speaks of any more are removed at the next start', async () => {
    const [kept, left] = ['abc', 'xyz'].map((text) => {
      const file = path.join(folder, `${text}.csv`);
      writeFileSync(file, text);
      return { file, sha256: createHash('sha256').update(text).digest('hex') };
    });
    {
      using workspace = open();
      for (const { file, sha256 } of [kept!, left!]) {
        expect(await workspace.contents.copyIn(sha256, file)).toBe(true);
      }
      workspace.files.add(workspace.rounds.add(ROUND), [{ ...FILE, sha256: kept!.sha256, tables: [] }]);
    }
    using workspace = open();
    expect(readdirSync(path.join(folder, 'tep'))).toEqual([kept!.sha256]);
    expect(Buffer.from(workspace.contents.read(kept!.sha256)).toString()).toBe('abc');
  });

  test('a content is kept under its own SHA-256 only, and nothing of another one is left', async () => {
    using workspace = open();
    const file = path.join(folder, 'doi.csv');
    writeFileSync(file, 'đã đổi');
    expect(await workspace.contents.copyIn('a'.repeat(64), file)).toBe(false);
    await expect(workspace.contents.copyIn('b'.repeat(64), path.join(folder, 'khong-co'))).rejects.toThrow('ENOENT');
    expect(readdirSync(path.join(folder, 'tep'))).toEqual([]);
  });

  test('a file that is taken back stands in the place of one that has its name by now', () => {
    using workspace = open();
    const round = workspace.rounds.add(ROUND);
    const [old] = workspace.files.add(round, [{ ...FILE, tables: [] }]);
    const [fresh] = workspace.files.add(round, [{ ...FILE, bytes: 4, tables: [] }]);
    workspace.files.setRemoved(round, old!, false);
    expect(workspace.files.of(round).map(({ id }) => id)).toEqual([old]);
    workspace.files.setRemoved(round, fresh!, false);
    expect(workspace.files.of(round).map(({ id }) => id)).toEqual([fresh]);
  });

  test('of several decisions all are kept or none', () => {
    using workspace = open();
    const round = workspace.rounds.add(ROUND);
    const [one, two] = ['một', 'hai'].map((label) => ({ kind: 'returned', label, content: '{}' }));
    const broken = { ...two!, content: null as unknown as string };
    expect(() => workspace.decisions.addAll(round, [one!, broken])).toThrow();
    expect(workspace.decisions.of(round)).toEqual([]);
    const entries = workspace.decisions.addAll(round, [one!, two!]);
    expect(workspace.decisions.marks(round).map(({ entry }) => entry)).toEqual(entries);
    workspace.decisions.undo(round, entries);
    expect(workspace.decisions.marks(round).map(({ undone }) => undone)).toEqual([true, true]);
  });

  test('contents that a file had before are known after the program was started again', () => {
    using workspace = open();
    const round = workspace.rounds.add(ROUND);
    const sent = (sha256: string): void => void workspace.files.add(round, [{ ...FILE, sha256, tables: [] }]);
    const known = (): readonly string[] => workspace.files.contentsNamed(FILE.name).map(({ sha256 }) => sha256);
    sent('một');
    sent('hai');
    sent('một');
    sent('ba');
    expect(known()).toEqual(['ba', 'một', 'hai']);
    workspace.forgetRemoved();
    sent('bốn');
    workspace.forgetRemoved();
    expect(known()[0]).toBe('bốn');
    expect(known().toSorted()).toEqual(['ba', 'bốn', 'hai', 'một']);
    // The files themselves are not kept for it.
    expect([...workspace.files.contents()]).toEqual(['bốn']);
    workspace.rounds.setRemoved(round, true);
    workspace.forgetRemoved();
    expect(known()).toEqual([]);
  });

  test('a file is found in its own round only', () => {
    using workspace = open();
    const [one, other] = [workspace.rounds.add(ROUND), workspace.rounds.add(ROUND)];
    const [file] = workspace.files.add(one, [{ ...FILE, tables: [] }]);
    expect([workspace.files.get(one, file!)?.id, workspace.files.get(other, file!)]).toEqual([file, null]);
    workspace.files.setRemoved(other, file!, true);
    expect(workspace.files.of(one).length).toBe(1);
  });

  test('the readiness of a round is there without its findings, and only where something was checked', () => {
    using workspace = open();
    const [full, empty] = [workspace.rounds.add(ROUND), workspace.rounds.add(ROUND)];
    const record = { lists: '{}', identities: new Uint8Array(14), columns: new Uint8Array(10) };
    workspace.runs.save(full, { ...record, readiness: '{"total":[]}' }, '{}');
    workspace.runs.save(empty, { ...record, readiness: '' }, '{}');
    expect([workspace.runs.readiness(full), workspace.runs.readiness(empty)]).toEqual(['{"total":[]}', null]);
    expect([...workspace.runs.withReadiness()]).toEqual([full]);
    workspace.rounds.setRemoved(full, true);
    workspace.forgetRemoved();
    expect([...workspace.runs.withReadiness()]).toEqual([]);
  });

  test('of runs the last ones are told, however many there were', () => {
    using workspace = open();
    const round = workspace.rounds.add(ROUND);
    const nothing = { readiness: '', lists: '{}', identities: new Uint8Array(0), columns: new Uint8Array(0) };
    for (let run = 0; run < 60; run += 1) workspace.runs.save(round, nothing, String(run));
    expect(workspace.runs.log(round)).toEqual(Array.from({ length: 50 }, (_, at) => String(at + 10)));
  });
});

describe('a workspace that can’t be opened says why', () => {
  const codeOf = (): string => {
    const opened = openWorkspace(folder, NOW);
    if (!opened.ok) return opened.error.code;
    opened.value[Symbol.dispose]();
    return 'opened';
  };
  const database = (): string => path.join(folder, 'khong-gian-lam-viec.sqlite');

  test('another program has it open', () => {
    using _first = open();
    expect(codeOf()).toBe('workspace.inUse');
  });

  test('a newer version wrote it', () => {
    open()[Symbol.dispose]();
    const newer = new DatabaseSync(database());
    newer.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    newer.close();
    expect(codeOf()).toBe('workspace.newer');
  });

  test('the file is no database', () => {
    writeFileSync(database(), 'Không phải cơ sở dữ liệu. '.repeat(200));
    expect(codeOf()).toBe('workspace.damaged');
  });

  test('the folder is a file', () => {
    const file = path.join(folder, 'a');
    writeFileSync(file, '');
    const opened = openWorkspace(file, NOW);
    expect(opened.ok ? '' : opened.error.code).toBe('workspace.notAccessible');
  });
});

describe('an upgrade of the schema', () => {
  const database = (): string => path.join(folder, 'khong-gian-lam-viec.sqlite');
  const backups = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('ban-sao'));
  const at = (minute: number) => (): Date => new Date(Date.UTC(2026, 6, 1, 8, minute));
  const STEP = `
    ALTER TABLE round ADD COLUMN province TEXT NOT NULL DEFAULT 'An Giang';
    CREATE TABLE round_note (round TEXT NOT NULL REFERENCES round (id), note TEXT NOT NULL) STRICT;
    INSERT INTO round_note SELECT id, name FROM round;
  `;
  /** Puts another table in the place of `round`, as SQLite asks for where a column must change. */
  const REBUILD = `
    CREATE TABLE round_2 (id TEXT PRIMARY KEY, name TEXT NOT NULL, date TEXT NOT NULL, sample INTEGER NOT NULL DEFAULT 0,
      reference TEXT, rule_set TEXT, created TEXT NOT NULL, changed TEXT NOT NULL, removed INTEGER NOT NULL DEFAULT 0,
      standing TEXT) STRICT;
    INSERT INTO round_2 SELECT * FROM round;
    DROP TABLE round;
    ALTER TABLE round_2 RENAME TO round;
  `;
  const filled = (): string => {
    using workspace = open();
    const round = workspace.rounds.add(ROUND);
    workspace.files.add(round, [{ ...FILE, tables: [{ meta: '{}', buffers: [new Uint8Array([7])] }] }]);
    workspace.decisions.add(round, 'edit', '{}', '{"edits":[]}');
    return round;
  };
  const upgrade = (steps: readonly string[], now = NOW): string => {
    const opened = openWorkspace(folder, now, [...MIGRATIONS, ...steps]);
    if (!opened.ok) return opened.error.code;
    opened.value[Symbol.dispose]();
    return 'opened';
  };
  const contentOf = (file: string): unknown => {
    const own = new DatabaseSync(file, { readOnly: true });
    const rows = ['round', 'file', 'sheet_table', 'table_buffer', 'decision'].map((table) =>
      own.prepare(`SELECT count(*) AS n FROM ${table}`).get(),
    );
    const version = own.prepare('PRAGMA user_version').get();
    own.close();
    return [version, rows];
  };

  test('keeps everything, makes a whole backup of what was, and is done once', () => {
    const round = filled();
    const before = contentOf(database());
    expect(upgrade([STEP])).toBe('opened');
    expect(backups()).toEqual([`ban-sao v${SCHEMA_VERSION} 2026-07-01T08-00-00.000Z.sqlite`]);
    expect(contentOf(path.join(folder, backups()[0]!))).toEqual(before);
    const own = new DatabaseSync(database(), { readOnly: true });
    expect(own.prepare('SELECT note FROM round_note WHERE round = ?').get(round)).toEqual({ note: ROUND.name });
    own.close();
    expect(upgrade([STEP])).toBe('opened');
    expect(backups().length).toBe(1);
  });

  test('brings every earlier version up to today’s, its rounds and decisions with it', () => {
    for (let version = 1; version < SCHEMA_VERSION; version += 1) {
      const own = mkdtempSync(path.join(tmpdir(), 'rasoat-workspace-old-'));
      const old = new DatabaseSync(path.join(own, 'khong-gian-lam-viec.sqlite'));
      for (const step of MIGRATIONS.slice(0, version)) old.exec(step);
      old.exec(`
        INSERT INTO round (id, name, date, created, changed) VALUES ('r', 'Đợt cũ', '2026-01-01', '2026', '2026');
        INSERT INTO decision (round, at, kind, label, content) VALUES ('r', '2026', 'edit', '{}', '{"edits":[]}');
        PRAGMA user_version = ${version};
      `);
      old.close();
      const opened = openWorkspace(own, NOW);
      if (!opened.ok) throw new Error(opened.error.code);
      {
        using workspace = opened.value;
        expect(workspace.rounds.list().map(({ name }) => name)).toEqual(['Đợt cũ']);
        expect(workspace.decisions.of('r').length).toBe(1);
        // Figures to compare with come when the round is opened.
        expect([workspace.runs.readiness('r'), workspace.runs.findings('r')]).toEqual([null, null]);
      }
      rmSync(own, { recursive: true, force: true });
    }
  });

  test('takes several steps at once, in their order', () => {
    filled();
    expect(upgrade(['CREATE TABLE one (a TEXT) STRICT', 'ALTER TABLE one ADD COLUMN b TEXT'])).toBe('opened');
    expect(contentOf(database())).toMatchObject([{ user_version: SCHEMA_VERSION + 2 }, expect.anything()]);
  });

  test('may put a table in another’s place without losing what hangs on it', () => {
    const round = filled();
    const [, rows] = contentOf(database()) as [unknown, unknown];
    expect(upgrade([REBUILD])).toBe('opened');
    expect((contentOf(database()) as [unknown, unknown])[1]).toEqual(rows);
    const opened = openWorkspace(folder, NOW, [...MIGRATIONS, REBUILD]);
    if (!opened.ok) throw new Error(opened.error.code);
    using workspace = opened.value;
    // What hangs on a round goes with it again.
    workspace.rounds.setRemoved(round, true);
    workspace.forgetRemoved();
    expect(workspace.decisions.of(round)).toEqual([]);
  });

  test.each([
    ['that is no SQL', 'CREATE TABEL x'],
    ['that fails after it has changed something', `${STEP}; INSERT INTO khong_co VALUES (1)`],
    ['that leaves rows hanging on nothing', "UPDATE file SET round = 'khong-co'"],
  ])('with a step %s leaves everything as it was', (_what, step) => {
    filled();
    const before = contentOf(database());
    expect(upgrade(['CREATE TABLE one (a TEXT) STRICT', step])).toBe('workspace.notUpgraded');
    expect(contentOf(database())).toEqual(before);
    open()[Symbol.dispose]();
    // And the next version, with the step mended, goes on from there.
    expect(upgrade([STEP], at(1))).toBe('opened');
  });

  test('goes forward only', () => {
    filled();
    expect(upgrade([STEP])).toBe('opened');
    expect(openWorkspace(folder, NOW)).toMatchObject({ ok: false, error: { code: 'workspace.newer' } });
  });

  test('keeps the last three backups', () => {
    filled();
    const steps: string[] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      steps.push(`CREATE TABLE t${minute} (a TEXT) STRICT`);
      expect(upgrade(steps, at(minute))).toBe('opened');
    }
    expect(backups().map((name) => name.slice(8, 10))).toEqual([2, 3, 4].map((step) => `v${SCHEMA_VERSION + step}`));
  });
});

const KILLS = 100;

test(`killed ${KILLS} times at any moment, it loses nothing that it said was kept`, async () => {
  {
    using workspace = open();
    workspace.rounds.add(ROUND);
  }
  const chance = new Chance(20_260_701);
  let told = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    told = Math.max(told, await killedAfter(chance.below(12)));
    using workspace = open();
    const decisions = workspace.decisions.of(workspace.rounds.list()[0]!.id);
    // Every decision that was told of is there, whole and in order; at most the one in flight is there beside them.
    expect(decisions.length).toBeGreaterThanOrEqual(told);
    expect(decisions.length).toBeLessThanOrEqual(told + 1);
    expect(decisions.every(({ content }, at) => (JSON.parse(content) as { edit: number }).edit === at)).toBe(true);
    told = decisions.length;
  }
}, 180_000);

/** Starts a writer, kills it after it has told of some decisions, and gives the last one it told of. */
function killedAfter(lines: number): Promise<number> {
  const writer = spawn(process.execPath, [path.join(import.meta.dirname, 'writer.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let text = '';
    writer.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (text.split('\n').length > lines + 1) writer.kill('SIGKILL');
    });
    writer.on('error', reject);
    writer.on('close', () => resolve(Number(text.slice(0, text.lastIndexOf('\n')).split('\n').at(-1)) || 0));
  });
}
