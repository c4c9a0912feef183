import { expect, type Locator, type Page } from '@playwright/test';
import { word } from '../words.ts';

/** Verifying a bundle, wherever its button stands. */
export class Bundles {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get button(): Locator {
    return this.page.getByRole('button', { name: word('bundleScreen.verify'), exact: true });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: word('bundleScreen.title') });
  }

  /** Gives a packed bundle to be verified, as a person does who chooses it. */
  async verify(name: string, buffer: Buffer): Promise<void> {
    const asked = this.page.waitForEvent('filechooser');
    await this.button.click();
    await (await asked).setFiles({ name, mimeType: 'application/zip', buffer });
    await expect(this.dialog).toBeVisible();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: word('app.close') }).click();
    await expect(this.dialog).toHaveCount(0);
    await expect(this.button).toBeFocused();
  }
}
