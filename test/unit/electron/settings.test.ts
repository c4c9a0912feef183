import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { storedSettings, storeOptions } from '../../../electron/main/settingsStore.ts';
import { settingsFile } from '../../../electron/node/settingsFile.ts';
import { DEFAULT_SETTINGS, SETTINGS_FORMAT, type Settings } from '../../../shared/settings/settings.ts';
import { settingsPort } from '../../../shared/settings/settingsPort.ts';
import { readStored, type StoredFormat } from '../../../shared/settings/storedVersion.ts';
import { MemoryDocument } from './fakes.ts';
import { STORED_SETTINGS } from './storedSettings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mine: Settings = { ...DEFAULT_SETTINGS, language: 'en', theme: 'dark' };

describe('stored settings', () => {
  test.each(STORED_SETTINGS)('of form %i are still understood', (version, content) => {
    expect(readStored(SETTINGS_FORMAT, content)).toMatchObject({ ok: true, value: { storedVersion: version } });
  });

  test('have a fixture and an upgrader for every form there was', () => {
    expect(STORED_SETTINGS.map(([version]) => version)).toEqual(
      Array.from({ length: SETTINGS_FORMAT.version }, (_, index) => index + 1),
    );
    expect(SETTINGS_FORMAT.upgraders).toHaveLength(SETTINGS_FORMAT.version - 1);
  });

  test('of older forms are lifted step by step, each step seeing only its own form', () => {
    const format: StoredFormat<{ readonly version: 3; readonly mode: string; readonly rows: number }> = {
      version: 3,
      upgraders: [
        ({ dark, ...rest }) => ({ ...rest, theme: dark === true ? 'dark' : 'light' }),
        ({ theme, ...rest }) => ({ ...rest, mode: theme, rows: 20 }),
      ],
      schema: z.strictObject({ version: z.literal(3), mode: z.string(), rows: z.int() }),
    };
    expect(readStored(format, { version: 1, dark: true })).toEqual({
      ok: true,
      value: { value: { version: 3, mode: 'dark', rows: 20 }, storedVersion: 1 },
    });
  });

  test.each([
    ['no object', [1, 2], 'version'],
    ['unreadable', 'unreadable', 'version'],
    ['no version', { language: 'vi' }, 'version'],
    ['a version of 0', { version: 0 }, 'version'],
    ['a version and a half', { version: 1.5 }, 'version'],
    ['an unknown language', { ...mine, language: 'fr' }, 'language'],
    ['a missing field', { version: 1, language: 'vi' }, 'theme'],
  ])('with %s are damaged, and the place is named', (_what, stored, field) => {
    expect(readStored(SETTINGS_FORMAT, stored)).toEqual({
      ok: false,
      error: { code: 'settings.damaged', params: { field } },
    });
  });
});

describe('the settings', () => {
  test('are the defaults at first, and nothing is written before something changes', async () => {
    const document = new MemoryDocument();
    expect(await settingsPort(document).load()).toEqual({ settings: DEFAULT_SETTINGS });
    expect(document.stored).toBeUndefined();
  });

  test('keep what changed, and only that', async () => {
    const document = new MemoryDocument(mine);
    const port = settingsPort(document);
    expect(await port.change({ density: 'comfortable' })).toEqual({
      ok: true,
      value: { ...mine, density: 'comfortable' },
    });
    expect(document.stored).toEqual({ ...mine, density: 'comfortable' });
  });

  test('lose neither of two changes made at once', async () => {
    const document = new MemoryDocument(mine);
    const port = settingsPort(document);
    await Promise.all([port.change({ theme: 'light' }), port.change({ language: 'vi' })]);
    expect(document.stored).toEqual({ ...mine, theme: 'light', language: 'vi' });
  });

  test.each([
    ['an unknown setting', { proxy: 'x' }],
    ['a wrong value', { theme: 'pink' }],
    ['another version', { version: 2 }],
    ['no object', 'theme'],
  ])('refuse a change with %s and stay as they are', async (_what, change) => {
    const document = new MemoryDocument(mine);
    expect(await settingsPort(document).change(change)).toMatchObject({
      ok: false,
      error: { code: 'settings.invalidChange' },
    });
    expect(document.stored).toEqual(mine);
  });

  test('of a later program are left untouched: read as defaults, never written', async () => {
    const later = { version: 9, language: 'vi', moon: true };
    const document = new MemoryDocument(later);
    const port = settingsPort(document);
    const newer = { code: 'settings.newer', params: { found: 9, known: SETTINGS_FORMAT.version } };
    expect(await port.load()).toEqual({ settings: DEFAULT_SETTINGS, notice: newer });
    expect(await port.change({ theme: 'light' })).toEqual({ ok: false, error: newer });
    expect(document.stored).toEqual(later);
    expect(document.copies).toEqual([]);
  });

  test('of an older program are copied before they are written in the new form', async () => {
    const document = new MemoryDocument({ version: 1, old: true });
    const format: StoredFormat<Settings> = {
      version: 2,
      upgraders: [() => ({ ...DEFAULT_SETTINGS })],
      schema: z.any().transform(() => DEFAULT_SETTINGS),
    };
    expect(await settingsPort(document, format).load()).toEqual({ settings: DEFAULT_SETTINGS });
    expect(document.copies).toEqual([['v1', { version: 1, old: true }]]);
    expect(document.stored).toEqual(DEFAULT_SETTINGS);
  });

  test('that are damaged are kept as a copy and replaced by the defaults, and it is said', async () => {
    const document = new MemoryDocument({ ...mine, theme: 7 });
    expect(await settingsPort(document).load()).toEqual({
      settings: DEFAULT_SETTINGS,
      notice: { code: 'settings.damaged', params: { field: 'theme' } },
    });
    expect(document.copies).toEqual([['damaged', { ...mine, theme: 7 }]]);
  });

  test('that can not be written say why', async () => {
    const document = new MemoryDocument(mine);
    document.write = () => Promise.reject(new Error('EACCES'));
    expect(await settingsPort(document).change({ theme: 'light' })).toEqual({
      ok: false,
      error: { code: 'settings.notSaved', params: { detail: 'EACCES' } },
    });
  });
});

describe('settings in a file', () => {
  test('survive a restart, in a folder that was not there before', async () => {
    const file = path.join(folder, 'new/settings.json');
    await settingsPort(settingsFile(file)).change({ theme: 'dark' });
    expect(await settingsPort(settingsFile(file)).load()).toEqual({ settings: { ...DEFAULT_SETTINGS, theme: 'dark' } });
    expect(readdirSync(path.dirname(file))).toEqual(['settings.json']);
  });

  test('that are cut short are kept beside as damaged', async () => {
    const file = path.join(folder, 'cut.json');
    writeFileSync(file, '{"version":1,"langu');
    const { settings, notice } = await settingsPort(settingsFile(file)).load();
    expect([settings, notice?.code]).toEqual([DEFAULT_SETTINGS, 'settings.damaged']);
    expect(readFileSync(path.join(folder, 'cut.damaged.json'), 'utf8')).toBe('{"version":1,"langu');
  });
});

describe('settings in the electron-store', () => {
  const store = (content: Record<string, unknown>) => ({ store: content, path: path.join(folder, 'store.json') });

  test('are the same settings behind the same port', async () => {
    const held = store({});
    const port = settingsPort(storedSettings(held));
    expect(await port.load()).toEqual({ settings: DEFAULT_SETTINGS });
    await port.change({ language: 'en' });
    expect(held.store).toEqual({ ...DEFAULT_SETTINGS, language: 'en' });
  });

  test.each(['', '{"version":1,', '"text"', 'null', '\u0000'])(
    'do not stop the program when the file holds %j',
    async (text) => {
      const held = store(storeOptions('settings').deserialize(text));
      writeFileSync(held.path, text);
      const { settings, notice } = await settingsPort(storedSettings(held)).load();
      expect([settings, notice?.code]).toEqual([DEFAULT_SETTINGS, 'settings.damaged']);
    },
  );
});
