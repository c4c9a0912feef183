import { expect, type Locator, type Page } from '@playwright/test';
import { word, wordLike } from '../words.ts';
import type { GivenFile } from './intake.ts';

/** Danh mục quốc gia. */
export class Catalogues {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Catalogues that are kept, a row each. */
  get lines(): Locator {
    return this.page
      .getByRole('region', { name: word('knowledge.tab.catalogues') })
      .locator('tbody')
      .getByRole('row');
  }

  /** The row of a catalogue. */
  line(title: string): Locator {
    return this.lines.filter({ hasText: title });
  }

  /** Takes a file in as a catalogue and waits until it stands in the table. */
  async import(file: GivenFile): Promise<void> {
    const asked = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: word('knowledge.import'), exact: true }).click();
    const chooser = await asked;
    const { name, content } = file;
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
    await expect(this.line(name)).toBeVisible();
  }

  /** Makes the round that is open lean on a catalogue. */
  async use(title: string): Promise<void> {
    await this.line(title)
      .getByRole('button', { name: word('knowledge.useThis', { title }) })
      .click();
    await expect(this.line(title)).toContainText(word('knowledge.inUse'));
  }

  async remove(title: string): Promise<void> {
    await this.line(title)
      .getByRole('button', { name: word('knowledge.removeThis', { title }) })
      .click();
  }

  /** Removes the catalogue in the first row, as if it had been asked about. */
  async removeFirst(): Promise<void> {
    await this.lines
      .first()
      .getByRole('button', { name: wordLike('knowledge.removeThis') })
      .click();
    const dialog = this.page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: word('knowledge.remove'), exact: true }).click();
    await expect(dialog).toHaveCount(0);
  }

  /** Asks whether a catalogue is really to be removed. */
  removeDialog(title: string): Locator {
    return this.page.getByRole('alertdialog', { name: word('knowledge.removeTitle', { title }) });
  }

  /** Shows what a catalogue doubts of itself. @returns its doubts, a line each */
  async showDoubts(title: string): Promise<Locator> {
    await this.line(title)
      .getByRole('button', { name: wordLike('knowledge.showDoubts') })
      .click();
    const list = this.page.getByRole('list', { name: word('knowledge.doubtsOf', { title }) });
    await expect(list).toBeVisible();
    return list.getByRole('listitem');
  }

  /** Shows what changed from the older of the two newest to the newer one. */
  async compare(): Promise<void> {
    await this.page.getByRole('button', { name: word('knowledge.compare'), exact: true }).click();
    await expect(this.side('before')).toBeVisible();
  }

  /** Where one of the two that are compared is chosen. */
  side(side: 'before' | 'after'): Locator {
    return this.page.getByRole('combobox', { name: word(`knowledge.compare.${side}`) });
  }

  /** How many procedures of a kind changed; choosing it shows only those. */
  kind(kind: 'added' | 'removed' | 'changed', count: number): Locator {
    return this.page.getByRole('button', { name: word(`knowledge.compare.${kind}Count`, { count }), exact: true });
  }

  /** Procedures that changed, a line each. */
  get changes(): Locator {
    return this.page.getByRole('list', { name: word('knowledge.compare.list') }).locator('[role=listitem]');
  }

  /** Agencies of the round that list a procedure which changed. */
  get touched(): Locator {
    return this.page
      .getByRole('region', { name: word('knowledge.touched') })
      .locator('tbody')
      .getByRole('row');
  }
}
