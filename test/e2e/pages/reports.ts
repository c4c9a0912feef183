import { expect, type Page } from '@playwright/test';

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
}
