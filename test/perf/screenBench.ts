// `npm run bench -- screen`: the screen in Chromium over the loopback host on a round of 34 agencies × 2,000 rows × 18
// columns with about 286,000 findings, as a person meets it: start, files in, first results, scrolling, narrowing,
// correcting. Beside each figure stands what issue 5 asks for.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium, expect, type Page } from '@playwright/test';
import buildScreen, { SCREEN } from '../e2e/builtScreen.ts';
import { CHROMIUM_ARGUMENTS, findChromium } from '../e2e/chromium.ts';
import { Program } from '../e2e/pages/program.ts';
import { startHost } from '../e2e/runningHost.ts';
import { word } from '../e2e/words.ts';
import { countryRound } from './countryRound.ts';

const PAGES = 50;
const EDITS = 20;
const PATIENCE = 120_000;

/** Collects in the page how long each frame and each task takes. */
const COLLECT = `(() => {
  globalThis.slowest = { frame: 0, task: 0, frames: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) slowest.task = Math.max(slowest.task, duration);
  }).observe({ type: 'longtask' });
  let last = performance.now();
  const look = (now) => {
    slowest.frame = Math.max(slowest.frame, now - last);
    slowest.frames += 1;
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

/** From the next press of F to the first frame that shows another number of findings. */
const AWAIT_EDIT = `(() => {
  globalThis.edited = new Promise((resolve) => {
    let pressed = 0;
    addEventListener('keydown', () => { pressed = performance.now(); }, { capture: true, once: true });
    const grid = document.querySelector('[role=grid]');
    const seen = new MutationObserver(() => {
      seen.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
    });
    seen.observe(grid, { attributes: true, attributeFilter: ['aria-rowcount'] });
  });
})()`;

interface Slowest {
  readonly frame: number;
  readonly task: number;
  readonly frames: number;
}

const executablePath = findChromium();
if (executablePath === null) process.exit(1);
buildScreen();
const files = countryRound(34, 2000, true);
const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-screen-bench-'));
const browser = await chromium.launch({
  args: [...CHROMIUM_ARGUMENTS],
  ...(executablePath === '' ? {} : { executablePath }),
});
const page = await browser.newPage({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } });

const say = (what: string, milliseconds: number, wanted: string, more = ''): void =>
  console.log(`${what.padEnd(52)} ${milliseconds.toFixed(0).padStart(6)} ms  (${wanted})  ${more}`);

const started = performance.now();
const host = await startHost(folder, SCREEN);
try {
  const program = new Program(page, () => host.address);
  await program.open();
  await program.rounds.expectEmpty();
  say('start of the host to the first window usable', performance.now() - started, 'asked: 2,000');
  await measure(program);
} finally {
  await browser.close();
  await host[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(program: Program): Promise<void> {
  const { intake, results } = program;
  const catalogue = await host.handOver(path.basename(files.catalogue), readFileSync(files.catalogue));
  await host.ended((await host.call('references.import', { files: [catalogue] })).job);
  await program.rounds.create();
  const given = readdirSync(files.folder).map((name) => path.join(files.folder, name));
  const taking = performance.now();
  await intake.choose(given);
  const toResults = page.getByRole('button', { name: word('intakeScreen.results') });
  await expect(page.getByRole('progressbar', { name: word('job.intake') })).toBeVisible({ timeout: PATIENCE });
  await expect(page.getByRole('progressbar', { name: word('job.intake') })).toBeHidden({ timeout: PATIENCE });
  await toResults.click();
  await expect(results.rows.first()).toBeVisible({ timeout: PATIENCE });
  say(
    '34 files chosen to first results',
    performance.now() - taking,
    'asked: 10,000',
    `${await results.total()} findings`,
  );

  await page.evaluate(COLLECT);
  await slowestWhile('scrolling with the wheel', async () => {
    await results.row(0).hover();
    for (let turn = 0; turn < 4 * PAGES; turn += 1) {
      await page.mouse.wheel(0, 400);
      await nextFrame();
    }
  });
  await results.rows.first().click();
  await slowestWhile(`PageDown through ${PAGES} pages`, async () => {
    for (let turn = 0; turn < PAGES; turn += 1) {
      await page.keyboard.press('PageDown');
      await nextFrame();
    }
  });
  await slowestWhile('to the end and back', async () => {
    await page.keyboard.press('End');
    await expect(results.row((await results.total()) - 1)).toBeVisible();
    await page.keyboard.press('Home');
    await expect(results.row(0)).toBeVisible();
  });
  const all = await results.total();
  await slowestWhile('narrowing to errors, then to one word, and back', async () => {
    await results.narrow('severity', word('severity.error'));
    await expect.poll(() => results.total()).toBeLessThan(all);
    await results.clearFilters();
    await results.expectTotal(all);
    await results.search.fill('giấy phép');
    await expect.poll(() => results.total()).toBeLessThan(all);
    await results.clearFilters();
    await results.expectTotal(all);
  });
  await edits(program);
  await heap(page);
}

/** Corrections one after the other, each until the list shows what is left. */
async function edits({ results }: Program): Promise<void> {
  await results.narrow('fixable', word('results.fixable.certain'));
  await expect(results.row(0)).toBeVisible();
  await results.row(0).click();
  await expect(results.acceptButton).toBeEnabled();
  const times: number[] = [];
  await page.evaluate('performance.clearResourceTimings(); globalThis.editing = performance.now()');
  await slowestWhile(`${EDITS} corrections`, async () => {
    for (let edit = 0; edit < EDITS; edit += 1) {
      await results.row(0).focus();
      await expect(results.acceptButton).toBeEnabled();
      await page.evaluate(AWAIT_EDIT);
      await page.keyboard.press('f');
      times.push(Number(await page.evaluate('edited')));
    }
  });
  const longest = Math.max(...times).toFixed(0);
  say('one correction to its repaint, median', median(times), 'asked: 150', `longest ${longest} ms`);
  for (const method of ['decisions.fix', 'results.page', 'results.facets', 'results.summary']) {
    const calls = (await page.evaluate(`performance.getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('/api/${method}') && startTime >= editing)
      .map(({ duration }) => duration)`)) as number[];
    if (calls.length > 0) say(`  the call ${method}, median of ${calls.length}`, median(calls), 'no bound');
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** Does something and says how long the slowest frame and task took meanwhile. */
async function slowestWhile(what: string, work: () => Promise<void>): Promise<void> {
  await page.evaluate('Object.assign(slowest, { frame: 0, task: 0, frames: 0 })');
  await work();
  const { frame, task, frames } = (await page.evaluate('slowest')) as Slowest;
  say(`${what}: longest frame`, frame, 'asked: 100', `longest task ${task.toFixed(0)} ms, ${frames} frames`);
}

/** One frame of the page. */
async function nextFrame(): Promise<void> {
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => resolve(null)))');
}

async function heap(of: Page): Promise<void> {
  const session = await of.context().newCDPSession(of);
  await session.send('Performance.enable');
  const used = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1_048_576;
  };
  const before = await used();
  await session.send('HeapProfiler.collectGarbage');
  const after = await used();
  console.log(`heap of the page: ${before.toFixed(0)} MB, ${after.toFixed(0)} MB after a collection (asked: 200 MB)`);
}
