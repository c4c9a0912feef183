import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import type { Paper } from '../../shared/contract/reports.ts';
import { word } from './words.ts';
import { expect, test } from './workbench.ts';

test.use({ starts: 'with the sample round' });

const PAPERS: readonly Paper[] = ['correctionList', 'correctionLists', 'leader', 'readiness', 'daily'];

/** What begins each sheet of the preview, heads of tables left out, and the page that its frame would print. */
interface Shown {
  readonly beginnings: readonly string[];
  readonly html: string;
}

/** Reads the preview. The frame runs no scripts, so the page around it looks into it. */
const shownIn = (page: Page): Promise<Shown> =>
  page.evaluate(`(() => {
    const shown = document.querySelector('main iframe').contentDocument;
    const sheets = [...shown.querySelectorAll('.desk > *')].map((sheet) => sheet.getBoundingClientRect());
    const beginnings = sheets.map(() => '');
    const texts = shown.createTreeWalker(shown.body, NodeFilter.SHOW_TEXT);
    const range = shown.createRange();
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (text.data.trim() === '' || text.parentElement.closest('thead, .desk')) continue;
      range.selectNodeContents(text);
      for (const { top, bottom } of range.getClientRects()) {
        const at = sheets.findIndex((sheet) => sheet.top <= top && bottom <= sheet.bottom);
        if (at >= 0 && beginnings[at] === '') beginnings[at] = text.data.trim();
      }
    }
    return { beginnings, html: '<!doctype html>' + shown.documentElement.outerHTML };
  })()`);

/** Pages as a browser prints them, by poppler. */
async function printedPages(page: Page, html: string): Promise<readonly string[]> {
  const address = new URL('/printed.html', page.url()).href;
  await page
    .context()
    .route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  const printing = await page.context().newPage();
  await printing.goto(address);
  const pdf = await printing.pdf({ preferCSSPageSize: true, printBackground: true });
  await printing.close();
  await page.context().unroute(address);
  return spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).stdout.split('\f').slice(0, -1);
}

/** Lines break and capitals are made by the printer. */
const plain = (text: string): string => text.replaceAll(/\s/g, '').toLowerCase();

for (const scale of [1, 1.25]) {
  test.describe(`on a screen of ${scale * 100} %`, () => {
    test.use({ deviceScaleFactor: scale });
    test.skip(spawnSync('pdftotext', ['-v']).error !== undefined, 'needs poppler-utils');

    test('the sheets of the preview are the pages that are printed, one by one', async ({ program }) => {
      const { reports, page } = program;
      await program.go('reports');
      for (const paper of PAPERS) {
        await reports.showPaper(paper);
        await reports.expectSheets();
        const { beginnings, html } = await shownIn(page);
        const printed = await printedPages(page, html);
        expect(beginnings.length, paper).toBe(printed.length);
        const others = beginnings.filter((beginning, at) => !plain(printed[at]!).includes(plain(beginning)));
        expect(others, paper).toEqual([]);
        expect(beginnings, paper).not.toContain('');
      }
    });
  });
}

test('the font of the PDFs is there for the preview too', async ({ program }) => {
  await program.go('reports');
  await program.reports.expectSheets();
  const states = await program.page.evaluate<readonly string[]>(
    `[...document.querySelector('main iframe').contentDocument.fonts].map(({ status }) => status)`,
  );
  expect(states).toContain('loaded');
  expect(states).not.toContain('error');
});

test('one click prints the lists of the chosen agencies as one document', async ({ program }) => {
  const { reports, page } = program;
  await program.go('reports');
  await reports.chooseAgencies(['Phường Bồng Sơn', 'Sở Y tế']);
  const printed = page.evaluate(
    `new Promise((resolve) => new MutationObserver(() => {
      for (const frame of document.querySelectorAll('main iframe'))
        frame.contentWindow.addEventListener('beforeprint', () => resolve(frame.contentDocument.body.innerText));
    }).observe(document.body, { childList: true, subtree: true }))`,
  );
  await reports.printAll(2);
  const text = String(await printed);
  for (const agency of ['Phường Bồng Sơn', 'Sở Y tế']) expect(text).toContain(`${agency} – 01/09/2026`);
  expect(text).not.toContain('Sở Tư pháp – ');
});

test('a page that could not be had for a moment is shown again', async ({ program, hosting }) => {
  const { reports, page } = program;
  const { call } = hosting.now;
  const [sample] = (await call('rounds.list', {})).rounds;
  await program.go('reports');
  await reports.expectSheets();
  const text = await reports.paperText();
  const error = { code: 'host.disconnected', params: {}, retryable: true };
  await page.route('**/api/reports.preview', (route) => route.fulfill({ json: { ok: false, error } }));
  await call('results.compareWith', { round: sample!.id, before: null });
  const retry = page.getByRole('main').getByRole('button', { name: word('app.retry') });
  await expect(retry).toBeVisible();
  await page.unroute('**/api/reports.preview');
  await retry.click();
  await reports.expectSheets();
  expect(await reports.paperText()).toBe(text);
});
