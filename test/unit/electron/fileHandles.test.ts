import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chosenFiles } from '../../../electron/main/chosenFiles.ts';
import { handleOf, HandleRegistry, type HandleGrant } from '../../../electron/node/web/fileHandles.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-handles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a handle', () => {
  test('is 128 random bits and a name: nothing of the path', () => {
    const grant = new HandleRegistry().register('read', '/home/nguyen-van-a/Hồ sơ/danh sách.xlsx');
    expect(handleOf(grant)).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      name: 'danh sách.xlsx',
      kind: 'read',
    });
  });

  test('is the same for the same file, and another for another use of it', () => {
    const registry = new HandleRegistry();
    const first = registry.register('read', '/a/x.xlsx');
    expect(registry.register('read', '/a/./b/../x.xlsx').id).toBe(first.id);
    expect(registry.register('folder', '/a/x.xlsx').id).not.toBe(first.id);
  });

  test.each([
    ['another id', '0'.repeat(32)],
    ['a path', '/etc/passwd'],
    ['a name of every object', 'constructor'],
    ['a number', 7],
    ['nothing', undefined],
    ['an object', { id: 'x' }],
  ])('that is forged (%s) opens nothing', (_what, id) => {
    const registry = new HandleRegistry();
    registry.register('read', '/a/x.xlsx');
    expect(registry.resolve('read', id)).toEqual({ ok: false, error: { code: 'handle.unknown', params: {} } });
  });

  test('is good for its own use only', () => {
    const registry = new HandleRegistry();
    const { id } = registry.register('read', '/a/x.xlsx');
    expect(registry.resolve('read', id)).toEqual({ ok: true, value: path.normalize('/a/x.xlsx') });
    expect(registry.resolve('folder', id)).toMatchObject({ ok: false, error: { code: 'handle.wrongKind' } });
  });

  test('means the same file in the process that it was granted to', () => {
    const here = new HandleRegistry();
    const there = new HandleRegistry();
    const { id } = here.register('folder', '/out');
    for (const grant of here.grants()) there.adopt(grant);
    expect(there.resolve('folder', id)).toEqual(here.resolve('folder', id));
  });
});

test('files that were named reach the services before the screen, folders as the spreadsheets in them', async () => {
  mkdirSync(path.join(folder, 'xã'));
  for (const name of ['b.xlsx', 'a.csv', 'notes.docx', '~$b.xlsx']) writeFileSync(path.join(folder, 'xã', name), 'x');
  writeFileSync(path.join(folder, 'list.xlsx'), 'x');
  const granted: HandleGrant[] = [];
  const chosen = chosenFiles(new HandleRegistry(), (grant) => granted.push(grant));
  const handles = await chosen.chooseNamed(['xã', 'list.xlsx', 'gone.xlsx'], folder);
  expect(handles.map(({ name }) => name)).toEqual(['a.csv', 'b.xlsx', 'list.xlsx']);
  expect(granted.map(({ id }) => id)).toEqual(handles.map(({ id }) => id));
  expect(granted.map((grant) => grant.path)).toContain(path.join(folder, 'list.xlsx'));
});
