import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { menuTemplate } from '../../../electron/main/applicationMenu.ts';
import { chosenFiles } from '../../../electron/main/chosenFiles.ts';
import { desktopMethods } from '../../../electron/main/desktopMethods.ts';
import { fileDialogs } from '../../../electron/main/fileDialogs.ts';
import { runHeadless, type HeadlessProcess } from '../../../electron/main/headless.ts';
import { filesNamed, readLaunch } from '../../../electron/main/launch.ts';
import { offerWindow, showWindow } from '../../../electron/main/mainWindow.ts';
import { placesBeside } from '../../../electron/main/places.ts';
import { checkRuntime, expectReply, selfTest } from '../../../electron/main/selfTest.ts';
import { taskbarProgress } from '../../../electron/main/taskbarProgress.ts';
import { boundsOnDisplays, readWindowState, SMALLEST } from '../../../electron/main/windowState.ts';
import { HandleRegistry } from '../../../electron/node/web/fileHandles.ts';
import { refused, replied } from '../../../shared/contract/envelope.ts';
import { MENU_COMMANDS } from '../../../shared/desktop/bridge.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { settingsPort } from '../../../shared/settings/settingsPort.ts';
import { MemoryDocument } from './fakes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-desktop-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('how the program is started', () => {
  test.each([
    [[], { mode: 'window', files: [] }],
    [['a.xlsx', 'C:\\b c.xls'], { mode: 'window', files: ['a.xlsx', 'C:\\b c.xls'] }],
    [['--allow-file-access', '-x', 'a.xlsx', ''], { mode: 'window', files: ['a.xlsx'] }],
    [['--headless', 'check', 'a.xlsx', '--quiet'], { mode: 'headless', args: ['check', 'a.xlsx', '--quiet'] }],
    [['a.xlsx', '--headless', 'check'], { mode: 'window', files: ['a.xlsx', 'check'] }],
    [['--self-test'], { mode: 'selfTest' }],
    [['--self-test', '--output', 'r.json'], { mode: 'selfTest', output: 'r.json' }],
  ])('%j', (args, launch) => {
    expect(readLaunch(args)).toEqual(launch);
  });

  test('a second start can hand over a thousand files at most, and no switches', () => {
    const args = ['--user-data-dir=x', ...Array.from({ length: 2000 }, (_, index) => `${index}.xlsx`)];
    expect(filesNamed(args)).toHaveLength(1000);
  });

  test('the command line inside the package runs before any window, with its own arguments and exit code', async () => {
    const cli = path.join(folder, 'cli.mjs');
    writeFileSync(cli, 'globalThis.sawArguments = process.argv.slice(2); ');
    const host: HeadlessProcess = {
      argv: ['RaSoatTTHC.exe', '--headless', 'check'],
      exitCode: 3,
      stderr: { write: () => true },
    };
    expect(await runHeadless(pathToFileURL(cli), ['check', 'a.xlsx'], host)).toBe(3);
    expect(host.argv.slice(2)).toEqual(['check', 'a.xlsx']);
  });

  test('a package without its command line says so', async () => {
    const said: string[] = [];
    const host: HeadlessProcess = { argv: [], stderr: { write: (text: string) => said.push(text) } };
    expect(await runHeadless(pathToFileURL(path.join(folder, 'no.js')), [], host)).toBe(4);
    expect(said.join('')).toContain('dòng lệnh');
  });

  test('every part is found beside the main bundle', () => {
    const { renderer, preload, services, commandLine } = placesBeside('file:///app/out/main/index.js');
    expect([renderer, preload, services, commandLine.pathname].map((place) => place.replaceAll('\\', '/'))).toEqual([
      '/app/out/renderer',
      '/app/out/preload/index.cjs',
      '/app/out/node/workbenchWorker.js',
      '/app/out/node/cli.js',
    ]);
  });
});

describe('the window', () => {
  const laptop = { x: 0, y: 0, width: 1366, height: 728 };
  const second = { x: 1366, y: -200, width: 1920, height: 1040 };

  test.each([
    [
      'as it was left',
      { x: 100, y: 50, width: 800, height: 600 },
      [laptop],
      { x: 100, y: 50, width: 800, height: 600 },
    ],
    ['in the middle the first time', undefined, [laptop], { x: 43, y: 0, width: 1280, height: 728 }],
    [
      'wholly visible',
      { x: 1200, y: 500, width: 800, height: 600 },
      [laptop],
      { x: 566, y: 128, width: 800, height: 600 },
    ],
    [
      'on the display where most of it was',
      { x: 1300, y: 0, width: 800, height: 600 },
      [laptop, second],
      { x: 1366, y: 0, width: 800, height: 600 },
    ],
    [
      'in the middle when its display is gone',
      { x: 3000, y: 0, width: 800, height: 600 },
      [laptop],
      { x: 283, y: 64, width: 800, height: 600 },
    ],
    [
      'no larger than its display',
      { x: 0, y: 0, width: 5000, height: 5000 },
      [laptop],
      { x: 0, y: 0, width: 1366, height: 728 },
    ],
  ])('opens %s', (_how, saved, areas, bounds) => {
    expect(boundsOnDisplays(saved, areas)).toEqual(bounds);
  });

  test('always lies on a display, whatever was saved', () => {
    const pixel = fc.integer({ min: -100_000, max: 100_000 });
    const rectangle = fc.record({ x: pixel, y: pixel, width: pixel, height: pixel });
    const display = fc.record({
      x: fc.integer({ min: -4000, max: 4000 }),
      y: fc.integer({ min: -4000, max: 4000 }),
      width: fc.integer({ min: SMALLEST.width, max: 4000 }),
      height: fc.integer({ min: SMALLEST.height, max: 3000 }),
    });
    fc.assert(
      fc.property(rectangle, fc.array(display, { minLength: 1, maxLength: 3 }), (saved, areas) => {
        const { x, y, width, height } = boundsOnDisplays(saved, areas);
        const inside = areas.some(
          (area) =>
            x >= area.x && y >= area.y && x + width <= area.x + area.width && y + height <= area.y + area.height,
        );
        expect(inside).toBe(true);
      }),
    );
  });

  test.each([undefined, {}, { bounds: { x: 1 } }, { bounds: { x: 0, y: 0, width: 1e9, height: 1 }, maximized: false }])(
    'ignores a saved place that is %j',
    (stored) => {
      expect(readWindowState(stored)).toBeUndefined();
    },
  );

  test.each([false, true])(
    'is shown once its page is drawn, and its place is kept when it closes (maximised: %s)',
    async (maximized) => {
      const events = new Map<string, () => void>();
      const done: unknown[] = [];
      const bounds = { x: 1, y: 2, width: 800, height: 600 };
      const window = {
        once: (name: string, listener: () => void) => events.set(name, listener),
        on: (name: string, listener: () => void) => events.set(name, listener),
        loadURL: async (url: string) => void done.push(url),
        show: () => done.push('shown'),
        maximize: () => done.push('maximised'),
        isMaximized: () => maximized,
        getNormalBounds: () => bounds,
      };
      await showWindow(window, maximized, (state) => done.push(state));
      events.get('ready-to-show')!();
      events.get('close')!();
      expect(done).toEqual(['app://rasoat/', maximized ? 'maximised' : 'shown', { bounds, maximized }]);
    },
  );

  test('is offered to whoever starts the program again: restored, and flashing where Windows keeps the focus back', () => {
    const done: string[] = [];
    offerWindow({
      isMinimized: () => true,
      restore: () => done.push('restored'),
      focus: () => done.push('focused'),
      isFocused: () => false,
      flashFrame: (on) => done.push(`flash ${on}`),
    });
    expect(done).toEqual(['restored', 'focused', 'flash true']);
  });
});

describe('the menu', () => {
  const actions = {
    command: () => undefined,
    importFiles: () => undefined,
    importFolder: () => undefined,
    copyVersions: () => undefined,
  };

  test.each([
    ['vi', ['&Tệp', '&Chỉnh sửa', '&Xem', 'Cửa &sổ', 'Trợ &giúp']],
    ['en', ['&File', '&Edit', '&View', '&Window', '&Help']],
  ] as const)('is in the language of the settings (%s)', (language, titles) => {
    const template = menuTemplate(language, actions);
    expect(template.map(({ label }) => label)).toEqual(titles);
    const labels = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : [])).map(({ label }) => label);
    expect(labels.filter((label) => label?.startsWith('menu.'))).toEqual([]);
  });

  test('carries every command of the screen, and nothing for developers', () => {
    const sent: string[] = [];
    const items = menuTemplate('vi', { ...actions, command: (name) => sent.push(name) }).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu : [],
    );
    for (const { click } of items) click?.(undefined as never, undefined, undefined as never);
    expect(sent.toSorted()).toEqual([...MENU_COMMANDS].toSorted());
    const roles = items.map(({ role }) => role?.toLowerCase());
    expect(roles).not.toEqual(expect.arrayContaining(['toggledevtools']));
    expect(roles).not.toEqual(expect.arrayContaining(['reload']));
  });
});

describe('the taskbar', () => {
  const job = (id: string, state: string, done: number, total: number) => ({
    type: 'job',
    job: { id, state, done, total, phase: 'reading' },
  });

  test('shows the common share of the jobs that run, and nothing when none does', () => {
    const shown: number[] = [];
    const take = taskbarProgress((share) => shown.push(share));
    take(job('a', 'running', 1, 4));
    take(job('b', 'running', 3, 4));
    take(job('a', 'done', 4, 4));
    take(job('b', 'cancelled', 3, 4));
    take(job('b', 'cancelled', 3, 4));
    take({ type: 'rounds' });
    take('nonsense');
    expect(shown).toEqual([0.25, 0.5, 0.75, -1]);
  });

  test('moves without a share while a total is not known', () => {
    const shown: number[] = [];
    taskbarProgress((share) => shown.push(share))(job('a', 'running', 5, 0));
    expect(shown).toEqual([2]);
  });
});

describe('dialogs and files', () => {
  function desktop(answer: { open?: readonly string[]; save?: string; made?: string } = {}) {
    const registry = new HandleRegistry();
    const asked: { defaultPath?: string; title?: string }[] = [];
    const shown: string[] = [];
    const dialogs = fileDialogs(
      {
        showOpenDialog: async (options: object) => {
          asked.push(options);
          return { canceled: answer.open === undefined, filePaths: [...(answer.open ?? [])] };
        },
        showSaveDialog: async (options: object) => {
          asked.push(options);
          return { canceled: answer.save === undefined, filePath: answer.save ?? '' };
        },
      },
      () => 'vi',
    );
    const methods = desktopMethods({
      dialogs,
      shell: { showItemInFolder: (place) => shown.push(place) },
      chosen: chosenFiles(registry, () => undefined),
      registry,
      backend: { resolve: async () => (answer.made === undefined ? refused('handle.unknown') : replied(answer.made)) },
      settings: settingsPort(new MemoryDocument()),
      version: '0.1.0',
      today: () => '2026-11-21',
      onSettings: () => undefined,
    });
    const call = (method: string, input: unknown = {}) => methods[method]!(input);
    return { call, asked, shown, dialogs, registry };
  }

  test('the screen learns a folder that was chosen by handle and name, never by path', async () => {
    const { call } = desktop({ open: ['/home/an/Kết quả'] });
    const reply = await call('desktop.chooseFolder');
    expect(reply).toMatchObject({ ok: true, value: { name: 'Kết quả', kind: 'folder' } });
    expect(JSON.stringify(reply)).not.toContain('home');
  });

  test('a dialog that is cancelled gives nothing', async () => {
    const { call, dialogs } = desktop({ made: '/x' });
    expect(await call('desktop.chooseFolder')).toEqual(replied(null));
    expect(await call('desktop.saveAs', { handle: 'a', name: 'x.xlsx' })).toEqual(replied(null));
    expect(await dialogs.openFiles()).toEqual([]);
  });

  test('a result is saved where the person says, whole, under a name that Windows accepts', async () => {
    const made = path.join(folder, 'made.xlsx');
    const save = path.join(folder, 'saved.xlsx');
    writeFileSync(made, 'content');
    const { call, asked } = desktop({ made, save });
    expect(await call('desktop.saveAs', { handle: 'a', name: '..\\..\\Sở Y tế: "lỗi".xlsx' })).toEqual(replied(null));
    expect(readFileSync(save, 'utf8')).toBe('content');
    expect(asked[0]?.defaultPath).not.toMatch(/[\\/:"]/);
  });

  test('a result that can not be saved is told with the name, not the path', async () => {
    const made = path.join(folder, 'made2.xlsx');
    writeFileSync(made, 'content');
    const { call } = desktop({ made, save: path.join(folder, 'gone/x.xlsx') });
    expect(await call('desktop.saveAs', { handle: 'a', name: 'x.xlsx' })).toEqual(
      refused('desktop.notSaved', { file: 'x.xlsx', detail: 'ENOENT' }, true),
    );
  });

  test('only a folder that was chosen here is shown in the explorer', async () => {
    const { call, shown, registry } = desktop();
    const { id } = registry.register('folder', '/out');
    const file = registry.register('read', '/out/run.exe');
    expect(await call('desktop.showInFolder', { handle: id })).toEqual(replied(null));
    expect(await call('desktop.showInFolder', { handle: file.id })).toMatchObject({ ok: false });
    expect(await call('desktop.showInFolder', { handle: '/etc' })).toMatchObject({ ok: false });
    expect(shown).toEqual([path.normalize('/out')]);
  });

  test.each([
    ['host.about', { extra: 1 }],
    ['desktop.saveAs', { handle: 'a' }],
    ['desktop.saveAs', { handle: 'a', name: 7 }],
    ['desktop.saveAs', { handle: 'a', name: 'x', path: '/etc/passwd' }],
    ['desktop.showInFolder', 'a'],
    ['settings.change', null],
  ])('%s refuses %j', async (method, input) => {
    expect(await desktop({ made: '/x' }).call(method, input)).toMatchObject({
      ok: false,
      error: { code: 'host.badCall' },
    });
  });

  test('the screen reads and changes settings through the host', async () => {
    const { call } = desktop();
    expect(await call('settings.read')).toEqual(replied({ settings: DEFAULT_SETTINGS }));
    expect(await call('settings.change', { change: { theme: 'dark' } })).toEqual(
      replied({ settings: { ...DEFAULT_SETTINGS, theme: 'dark' } }),
    );
    expect(await call('settings.change', { change: { theme: 'pink' } })).toMatchObject({ ok: false });
  });

  test('a host says what it is, as the contract wants it', async () => {
    expect(await desktop().call('host.about')).toEqual(
      replied({
        name: 'electron',
        version: '0.1.0',
        today: '2026-11-21',
        can: { chooseFolder: true, printDirectly: true },
      }),
    );
  });
});

describe('the self-test', () => {
  const setUp = { version: '0.1.0', versions: { node: '24.1.0', sqlite: '3.5' }, patience: 50 };

  test('passes when every check does', async () => {
    const result = await selfTest({ ...setUp, checks: { page: async () => 'Rà soát TTHC' } });
    expect(result).toEqual({
      ok: true,
      version: '0.1.0',
      versions: setUp.versions,
      checks: [{ name: 'page', ok: true, detail: 'Rà soát TTHC' }],
    });
  });

  test('fails for a check that fails or never ends, and still makes the others', async () => {
    const result = await selfTest({
      ...setUp,
      checks: {
        page: () => Promise.reject(new Error('blank')),
        services: () => new Promise(() => undefined),
        runtime: () => checkRuntime(setUp.versions),
      },
    });
    expect(result.ok).toBe(false);
    expect(result.checks.map(({ name, ok }) => [name, ok])).toEqual([
      ['page', false],
      ['services', false],
      ['runtime', true],
    ]);
  });

  test.each([
    ['an old Node', { node: '22.0.0', sqlite: '3' }],
    ['no SQLite', { node: '24.0.0' }],
    ['nothing', {}],
  ])('does not accept a runtime with %s', async (_what, versions) => {
    await expect(checkRuntime(versions)).rejects.toThrow('node');
  });

  test('takes a refusal for a failure', () => {
    expect(expectReply(replied({ name: 'x' }))).toBe('{"name":"x"}');
    expect(() => expectReply(refused('host.workerStopped'))).toThrow('host.workerStopped');
    expect(() => expectReply(undefined)).toThrow('no reply');
  });
});

test('no dialog leaves anything but its result behind', () => {
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
