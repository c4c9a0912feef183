import { expect, type Locator, type Page } from '@playwright/test';
import type { ReturnedGroup } from '../../../shared/contract/returned.ts';
import type { GivenFile } from './intake.ts';
import { word } from '../words.ts';

/** Nhận lại danh sách đã sửa. */
export class TakingBack {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the reports. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: word('returned.open'), exact: true }).click();
    await expect(this.page.getByRole('heading', { name: word('returned.title'), level: 1 })).toBeVisible();
  }

  /** Chooses lists that came back, as the button does. */
  async choose(files: readonly GivenFile[]): Promise<void> {
    await this.page
      .locator('input[data-input="returned"]')
      .setInputFiles(files.map(({ name, content }) => ({ name, mimeType: '', buffer: Buffer.from(content) })));
  }

  get files(): Locator {
    return this.page.getByRole('list', { name: word('returned.files') }).locator('> li');
  }

  group(group: ReturnedGroup, count: number): Locator {
    return this.page.getByRole('tab', { name: word(`returned.group.${group}`, { count }), exact: true });
  }

  get lines(): Locator {
    return this.page.getByRole('list', { name: word('returned.lines') }).getByRole('listitem');
  }

  applyButton(count: number): Locator {
    return this.page.getByRole('button', { name: word('returned.apply', { count }), exact: true });
  }

  get done(): Locator {
    return this.page.getByRole('status').filter({ hasText: word('returned.done') });
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: word('returned.undo'), exact: true }).click();
    await expect(this.done).toHaveCount(0);
  }

  async close(): Promise<void> {
    // Toasts, which lie outside of the place, are closed by a word of the same letters.
    await this.page
      .getByRole('main')
      .getByRole('button', { name: word('returned.back'), exact: true })
      .click();
  }
}
