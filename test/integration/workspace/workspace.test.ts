import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../../../electron/node/workspace/openWorkspace.ts';
import { SCHEMA_VERSION } from '../../../electron/node/workspace/schema.ts';
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
      const round = workspace.addRound(ROUND);
      const tables = [{ meta: '{"a":1}', buffers: [new Uint8Array([1, 2, 3]), new Uint8Array([])] }];
      workspace.addFiles(round, [{ ...FILE, tables }]);
      workspace.addDecision(round, 'edit', '{}', '{"edits":[]}');
      workspace.saveMapping('m1', '{"m":1}');
      const reference = { id: 'r1', title: 'Danh mục', date: '2026-07-01', records: 5, complete: true, doubts: 0 };
      workspace.saveReference({ ...reference, sample: false }, new Uint8Array([9]));
      workspace.saveRuleSet({ id: 's1', title: 'Tỉnh', version: '1', hash: 'h', yaml: 'id: x' });
      workspace.choose('lastRound', round);
    }
    using workspace = open();
    const [round] = workspace.rounds();
    expect(round).toMatchObject({ name: 'Đợt 1', date: '2026-07-01' });
    const [file] = workspace.files(round!.id);
    expect(file).toMatchObject({ name: FILE.name, sha256: FILE.sha256 });
    expect(workspace.tables(file!.id).map(({ meta, buffers }) => [meta, buffers.map((one) => [...one])])).toEqual([
      ['{"a":1}', [[1, 2, 3], []]],
    ]);
    expect(workspace.decisions(round!.id).map(({ kind, undone }) => [kind, undone])).toEqual([['edit', false]]);
    expect(workspace.mappings()).toEqual(['{"m":1}']);
    expect([...workspace.referenceContent('r1')!]).toEqual([9]);
    expect(workspace.ruleSet('s1')?.yaml).toBe('id: x');
    expect(workspace.choice('lastRound')).toBe(round!.id);
  });

  test('a file of the same name takes the place of the old one, and what was put aside can be taken back', () => {
    using workspace = open();
    const round = workspace.addRound(ROUND);
    const [old] = workspace.addFiles(round, [{ ...FILE, tables: [] }]);
    const [fresh] = workspace.addFiles(round, [{ ...FILE, bytes: 4, tables: [] }]);
    expect(workspace.files(round).map(({ id }) => id)).toEqual([fresh]);
    workspace.setFileRemoved(round, fresh!, true);
    workspace.setFileRemoved(round, old!, false);
    expect(workspace.files(round).map(({ bytes }) => bytes)).toEqual([3]);
  });

  test('a new decision takes the place of those that were undone', () => {
    using workspace = open();
    const round = workspace.addRound(ROUND);
    const entries = ['a', 'b', 'c'].map((label) => workspace.addDecision(round, 'edit', `"${label}"`, '{}'));
    workspace.setUndone(round, entries[2]!, true);
    workspace.addDecision(round, 'edit', '"d"', '{}');
    expect(workspace.decisions(round).map(({ label }) => label)).toEqual(['"a"', '"b"', '"d"']);
  });

  test('contents that no file speaks of any more are removed at the next start', () => {
    {
      using workspace = open();
      workspace.contents.put('b'.repeat(64), new Uint8Array([1]));
      workspace.contents.put(FILE.sha256, new Uint8Array([1, 2, 3]));
      workspace.addFiles(workspace.addRound(ROUND), [{ ...FILE, tables: [] }]);
    }
    using workspace = open();
    expect(readdirSync(path.join(folder, 'tep'))).toEqual([FILE.sha256]);
    expect([...workspace.contents.read(FILE.sha256)]).toEqual([1, 2, 3]);
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

const KILLS = 100;

test(`killed ${KILLS} times at any moment, it loses nothing that it said was kept`, async () => {
  {
    using workspace = open();
    workspace.addRound(ROUND);
  }
  const chance = new Chance(20_260_701);
  let told = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    told = Math.max(told, await killedAfter(chance.below(12)));
    using workspace = open();
    const decisions = workspace.decisions(workspace.rounds()[0]!.id);
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
