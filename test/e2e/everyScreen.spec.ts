import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { throughEveryScreen } from './everyScreen.ts';
import { accessibilityFaults } from './looking/accessibility.ts';
import { foreignTexts } from './looking/languages.ts';
import { cutOff } from './looking/room.ts';
import { expect, test } from './workbench.ts';

const PICTURES = path.resolve(import.meta.dirname, '../../out/e2e/screens');

test.describe.configure({ mode: 'parallel' });
test.use({ starts: 'with the sample round' });
test.beforeAll(() => mkdirSync(PICTURES, { recursive: true }));

const LIGHT = { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' } as const;
const OTHER_COLOURS = {
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced-colors': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

const picture = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: path.join(PICTURES, `${name}.png`) });

/** Faults with where they were found. */
const at = (where: string, faults: readonly string[]): string[] => faults.map((fault) => `${where}: ${fault}`);

test('on a 1366 × 768 screen axe finds nothing in any colours, nothing is cut off, and all of it is Vietnamese', async ({
  program,
}) => {
  test.setTimeout(300_000);
  const { page } = program;
  await page.emulateMedia(LIGHT);
  const found: string[] = [];
  await throughEveryScreen(program, async ({ name }) => {
    found.push(
      ...at(name, await accessibilityFaults(page, 'all')),
      ...at(name, await cutOff(page)),
      ...at(name, await foreignTexts(page, 'vi')),
    );
    await picture(page, `${name}-light`);
    for (const [colours, emulation] of Object.entries(OTHER_COLOURS)) {
      await page.emulateMedia(emulation);
      found.push(...at(`${name} in ${colours}`, await accessibilityFaults(page, 'colours')));
      await picture(page, `${name}-${colours}`);
    }
    await page.emulateMedia(LIGHT);
  });
  expect(found).toEqual([]);
});

test('at 200 % axe finds nothing, nothing is cut off and nothing scrolls sideways', async ({ program }) => {
  test.setTimeout(240_000);
  const { page } = program;
  await page.emulateMedia(LIGHT);
  // Zoomed while it is open, as people do.
  await page.setViewportSize({ width: 683, height: 384 });
  const found: string[] = [];
  await throughEveryScreen(program, async ({ name }) => {
    found.push(...at(name, await accessibilityFaults(page, 'all but colours')), ...at(name, await cutOff(page)));
    await picture(page, `${name}-zoomed`);
  });
  expect(found).toEqual([]);
});

test('every screen speaks English once it was chosen', async ({ program }) => {
  test.setTimeout(180_000);
  const { page } = program;
  await page.emulateMedia(LIGHT);
  await program.go('settings');
  await program.settings.chooseLanguage('en');
  const found: string[] = [];
  await throughEveryScreen(program, async ({ name }) => {
    found.push(...at(name, await foreignTexts(page, 'en')), ...at(name, await cutOff(page)));
  });
  expect(found).toEqual([]);
});
