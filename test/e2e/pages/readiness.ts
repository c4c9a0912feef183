import { expect, type Locator, type Page } from '@playwright/test';
import { word } from '../words.ts';

/** Kết quả › Mức sẵn sàng. */
export class ReadinessPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: word('readinessScreen.table') });
  }

  /** Shows the matrix in the place of the list. */
  async show(): Promise<void> {
    await this.page.getByRole('tab', { name: word('readinessScreen.view.readiness'), exact: true }).click();
    await expect(this.grid).toBeVisible();
  }

  /** The row of an agency, or of the whole round. */
  row(name: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  /** The cell of an agency in a column, by the column's heading. */
  async cell(agency: string, heading: string): Promise<Locator> {
    const headings = await this.grid.getByRole('columnheader').allInnerTexts();
    const column = headings.map((text) => text.trim()).indexOf(heading);
    return this.row(agency)
      .getByRole('gridcell')
      .nth(column - 1);
  }

  /** Names of the agencies that are drawn, in their order, the whole round last. */
  async names(): Promise<readonly string[]> {
    return this.grid.getByRole('rowheader').allInnerTexts();
  }

  /** How many agencies, of which the keyboard is on none, are in sight. */
  async seen(): Promise<number> {
    return this.page.evaluate<number>(`(() => {
      const { top, bottom } = document.querySelector('[role=grid]').parentElement.getBoundingClientRect();
      const rows = [...document.querySelectorAll('[role=grid] tr[data-index]:not(:has([tabindex="0"]))')];
      return rows.map((row) => row.getBoundingClientRect()).filter((row) => row.top >= top && row.bottom <= bottom).length;
    })()`);
  }

  /** Where the keyboard is, or would come to: one place of the grid. */
  get keyboardAt(): Locator {
    return this.grid.locator('[tabindex="0"]');
  }

  head(heading: string): Locator {
    return this.grid.getByRole('columnheader', { name: heading, exact: true });
  }

  get compareChoice(): Locator {
    return this.page.getByRole('combobox', { name: word('readinessScreen.compareWith') });
  }

  get copyButton(): Locator {
    return this.page.getByRole('button', { name: word('readinessScreen.copy'), exact: true });
  }
}
