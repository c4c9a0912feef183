import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { ELECTRON, MAIN, MISSING } from './electronBinary.ts';

const test = base.extend<{ folder: string; program: ElectronApplication; page: Page }>({
  // Playwright reads from this pattern which fixtures are wanted: none.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-electron-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  program: async ({ folder }, use) => {
    const program = await _electron.launch({ executablePath: ELECTRON!, args: [MAIN, `--user-data-dir=${folder}`] });
    await use(program);
    await program.close();
  },
  page: async ({ program }, use) => {
    await use(await program.firstWindow());
  },
});

test.skip(MISSING !== undefined, MISSING ?? '');

test('the window shows our own page, which has the bridge and nothing else of Electron or Node', async ({ page }) => {
  await expect(page).toHaveTitle(/Rà soát TTHC/);
  expect(page.url()).toMatch(/^app:\/\/rasoat\//);
  const seen = await page.evaluate(`({
    bridge: Object.keys(globalThis.raSoat).sort(),
    node: [typeof require, typeof process, typeof module, typeof Buffer],
  })`);
  expect(seen).toEqual({
    bridge: ['call', 'chooseFolder', 'handlesOf', 'onDesktop', 'saveAs', 'showInFolder', 'subscribe'],
    node: ['undefined', 'undefined', 'undefined', 'undefined'],
  });
});

test('the page can not leave: links, windows, frames and requests to elsewhere are refused', async ({
  page,
  program,
}) => {
  await page.evaluate(`(() => {
    const link = document.createElement('a');
    link.href = 'https://example.invalid/?next=app://rasoat/';
    document.body.append(link);
    link.click();
    location.assign('https://example.invalid/');
  })()`);
  expect(await page.evaluate("window.open('https://example.invalid/') === null")).toBe(true);
  expect(await page.evaluate("fetch('https://example.invalid/').then(() => 'went', () => 'refused')")).toBe('refused');
  expect(page.url()).toMatch(/^app:\/\/rasoat\//);
  expect(program.windows()).toHaveLength(1);
});

test('hostile calls are refused as values', async ({ page }) => {
  const call = (method: string, input: string) =>
    page.evaluate(`globalThis.raSoat.call(${JSON.stringify(method)}, ${input})`);
  expect(await call('constructor', '{}')).toMatchObject({ ok: false, error: { code: 'contract.unknownMethod' } });
  expect(await call('jobs.cancel', '{ job: "../../x" }')).toMatchObject({ ok: false });
  expect(await page.evaluate("globalThis.raSoat.handlesOf([new File(['x'], 'C:\\\\Windows\\\\win.ini')])")).toEqual({
    ok: true,
    value: [],
  });
});

test('every permission is refused but writing to the clipboard', async ({ page }) => {
  const state = (name: string) =>
    page.evaluate(`navigator.permissions.query({ name: ${JSON.stringify(name)} }).then((one) => one.state)`);
  for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read']) {
    expect(await state(name)).toBe('denied');
  }
});

test('the menu is in Vietnamese', async ({ program }) => {
  const labels = await program.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(labels).toEqual(['&Tệp', '&Chỉnh sửa', '&Xem', 'Cửa &sổ', 'Trợ &giúp']);
});

test('the program finds nothing wrong with itself', ({ folder }) => {
  const output = path.join(folder, 'result.json');
  const { status } = spawnSync(ELECTRON!, [MAIN, '--self-test', '--output', output]);
  expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({ ok: true });
  expect(status).toBe(0);
});

test('the command line runs inside the program without a window', () => {
  const { status, stdout } = spawnSync(ELECTRON!, [MAIN, '--headless', 'rules', 'list'], { encoding: 'utf8' });
  expect(stdout).toContain('FMT-01');
  expect(status).toBe(0);
});
