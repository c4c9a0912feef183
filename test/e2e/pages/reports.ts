import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Output, Paper } from '../../../shared/contract/reports.ts';
import { word, wordWithin } from '../words.ts';

/** Báo cáo. */
export class Reports {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits until the page that will print is shown. The frame runs no scripts, so nobody can look into it from here. */
  async expectPreview(): Promise<void> {
    await expect(this.page.locator('iframe')).toBeVisible();
    await expect(this.page.getByRole('main').getByRole('progressbar')).toHaveCount(0);
  }

  /** Shows a paper; some of a round's may not exist. */
  async showPaper(paper: Paper): Promise<void> {
    const tab = this.page.getByRole('tab', { name: word(`reports.paper.${paper}`), exact: true });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  /** Waits until the paper lies on its sheets. */
  async expectSheets(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: wordWithin('reports.sheets') })).toBeVisible();
  }

  /** Prints the lists of all agencies that are chosen. */
  async printAll(count: number): Promise<void> {
    await this.page.getByRole('button', { name: word('reports.printAll', { count }) }).click();
  }

  /** What stands on the paper that is shown, read by the page around it. */
  async paperText(): Promise<string> {
    return this.page.evaluate(`document.querySelector('main iframe')?.contentDocument?.body?.innerText ?? ''`);
  }

  /** Chooses for which agencies is written, and for no others. */
  async chooseAgencies(names: readonly string[]): Promise<void> {
    const agencies = this.page.getByRole('region', { name: word('reports.agencies') });
    await agencies.getByRole('button', { name: word('reports.none'), exact: true }).click();
    for (const name of names) await agencies.getByRole('checkbox', { name, exact: true }).check();
  }

  /** Chooses what is written, and nothing else. */
  async chooseOutputs(wanted: readonly Output[]): Promise<void> {
    const outputs = this.page.getByRole('group', { name: word('reports.outputs') });
    for (const chosen of await outputs.getByRole('checkbox', { checked: true }).all()) await chosen.uncheck();
    for (const output of wanted)
      await outputs.getByRole('checkbox', { name: word(`reports.output.${output}`), exact: true }).check();
  }

  get writeButton(): Locator {
    return this.page.getByRole('button', { name: word('reports.write'), exact: true });
  }

  /** What was written since the program started, the newest first. */
  get written(): Locator {
    return this.page.getByRole('region', { name: word('reports.written') }).getByRole('listitem');
  }

  /** Saves the newest of what was written. @returns its name and content */
  async save(): Promise<{ readonly name: string; readonly content: Uint8Array }> {
    const started = this.page.waitForEvent('download');
    await this.written.first().getByRole('button').click();
    const download = await started;
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }
}
