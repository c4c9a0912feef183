import type { Page } from '@playwright/test';
import { word, wordWithin } from './words.ts';
import { expect, test } from './workbench.ts';

/** Presses a key until the focus is where it should be, as a person does who sees it move; every stop must be seen. */
async function pressUntil(page: Page, key: string, reached: string, most = 60): Promise<void> {
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press(key);
    const focus = (await page.evaluate(FOCUS)) as Focus | null;
    if (focus === null) continue;
    expect(focus.isSeen, `the focus can be seen on ${focus.role} "${focus.name}"`).toBe(true);
    if (`${focus.role} ${focus.name}`.includes(reached)) return;
  }
  throw new Error(`${key} never led to ${reached}`);
}

interface Focus {
  readonly role: string;
  readonly name: string;
  readonly isSeen: boolean;
}

/** What has the focus, and whether anything is drawn to show it: an outline, a shadow or a border of its own or of what
 *  Fluent draws for it (`::after`, or the parent of a hidden input). */
const FOCUS = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return null;
  const drawn = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    const has = (width, kind) => parseFloat(width) > 0 && kind !== 'none';
    return (
      has(style.outlineWidth, style.outlineStyle) ||
      style.boxShadow !== 'none' ||
      (pseudo !== undefined && style.content !== 'none' && (has(style.borderTopWidth, style.borderTopStyle) || has(style.borderBottomWidth, style.borderBottomStyle)))
    );
  };
  const shown = [at, at.parentElement, at.parentElement?.parentElement].filter(Boolean);
  const isSeen = shown.some((one) => drawn(one) || drawn(one, '::after') || drawn(one, '::before'));
  const name = at.getAttribute('aria-label') ?? at.innerText ?? '';
  return { role: at.getAttribute('role') ?? at.tagName.toLowerCase(), name: name.trim(), isSeen };
})()`;

test('the whole way from the first start to a decision needs no mouse', async ({ program }) => {
  const { page, results } = program;
  await pressUntil(page, 'Tab', word('rounds.openSample'));
  await page.keyboard.press('Enter');
  await program.expectAt('results');
  await results.expectFindings();
  const all = await results.total();

  await page.keyboard.press('/');
  await expect(results.search).toBeFocused();
  await page.keyboard.type('phong cu');
  await expect.poll(() => results.total()).toBeLessThan(all);
  await page.keyboard.press('Enter');
  await expect(results.row(0)).toBeFocused();
  const found = await results.total();

  await page.keyboard.press('ArrowDown');
  await expect(results.row(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(results.row(found - 1)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(results.row(0)).toBeFocused();

  const cell = await results.cellOf(results.row(0));
  await page.keyboard.press('Enter');
  await expect(results.detail).toContainText(cell);
  await page.keyboard.press('Escape');
  await expect(results.row(0)).toBeFocused();

  await page.keyboard.press('f');
  await expect(program.toasts).toContainText(wordWithin('results.outcome.fix'));
  await expect.poll(() => results.total()).toBeLessThan(found);
  await page.keyboard.press('Control+z');
  await results.expectTotal(found);

  await expect(results.row(0)).toBeFocused();
  await page.keyboard.press('w');
  await results.waiveDialog.expectOpen();
  await program.closeWhatLiesOver();
  await expect(results.row(0)).toBeFocused();

  await page.keyboard.press('Control+g');
  await expect(results.goToCell).toBeFocused();
  await page.keyboard.type('E9');
  await page.keyboard.press('Enter');
  await program.expectNothingOver();
  const focused = results.grid.locator('[role=row]:focus');
  await expect(focused).toBeVisible();
  expect(Number((await results.cellOf(focused)).replace(/\D/g, ''))).toBeGreaterThanOrEqual(9);

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: word('results.keys') })).toBeVisible();
  await page.keyboard.press('Escape');
});

test.describe('with a round there', () => {
  test.use({ starts: 'with the sample round' });

  test('keys that are pressed while a dialog fades count as soon as it is gone', async ({ program }) => {
    const { page, results } = program;
    // Slowly enough for the next key to come in time; hands are faster than that.
    const session = await page.context().newCDPSession(page);
    await session.send('Animation.enable');
    await session.send('Animation.setPlaybackRate', { playbackRate: 0.25 });
    await results.row(0).click();
    await results.closeDetail();

    await page.keyboard.press('Control+g');
    await expect(results.goToCell).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('w');
    await results.waiveDialog.expectOpen();
    await expect(results.goToCell).toBeHidden();

    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await expect(results.search).toBeFocused();
    await program.expectNothingOver();
    await expect(results.search).toBeFocused();

    // Below a dialog that is open they do nothing.
    await page.keyboard.press('Escape');
    await expect(results.row(0)).toBeFocused();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: word('results.keys') })).toBeVisible();
    await page.keyboard.press('w');
    await page.keyboard.press('Escape');
    await program.expectNothingOver();
    await expect(results.waiveDialog.dialog).toBeHidden();
  });

  test('Tab leads through every place, and what has the focus can be seen', async ({ program }) => {
    const { page } = program;
    for (const place of ['rounds', 'intake', 'results', 'knowledge', 'reports', 'settings'] as const) {
      await program.go(place);
      await pressUntil(page, 'Tab', word('place.settings'), 120).catch((error: unknown) => {
        // A long list may keep the keyboard for longer; what counts is that every stop was seen.
        if (!String(error).includes('never led to')) throw error;
      });
    }
  });
});
