import { expect, type Locator, type Page } from '@playwright/test';
import { word, wordLike } from '../words.ts';

type Facet = 'agency' | 'sheet' | 'rule' | 'field' | 'severity' | 'state' | 'fixable' | 'cause';

/** Kết quả. */
export class Results {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: word('results.list') });
  }

  /** Shows the list of findings in the place of the readiness. */
  async showList(): Promise<void> {
    await this.page.getByRole('tab', { name: word('readinessScreen.view.findings'), exact: true }).click();
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: word('results.search') });
  }

  /** Everything about the finding that is open. */
  get detail(): Locator {
    return this.page.getByRole('complementary', { name: word('results.detail') });
  }

  /** Waits until findings stand in the list. */
  async expectFindings(): Promise<void> {
    await expect(this.rows.first()).toBeVisible({ timeout: 30_000 });
  }

  /** Rows of findings that are drawn; the first of the grid is its head. */
  get rows(): Locator {
    return this.grid.locator('[role=row][data-index]:not([aria-busy])');
  }

  /** The row at a place of the list, 0-based, once it is drawn. */
  row(index: number): Locator {
    return this.grid.locator(`[role=row][data-index="${index}"]:not([aria-busy])`);
  }

  /** The row of the finding about a cell, when it is drawn. */
  rowOf(cell: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('gridcell', { name: new RegExp(`· ${cell}$`) }) });
  }

  /** The text of the cell about place in a row: sheet and address. */
  async cellOf(row: Locator): Promise<string> {
    const place = await row.getByRole('gridcell').nth(3).innerText();
    return place.split('·').at(-1)!.trim();
  }

  /** How many findings the list has, by what the grid tells assistive technology. */
  async total(): Promise<number> {
    return Number(await this.grid.getAttribute('aria-rowcount')) - 1;
  }

  async expectTotal(total: number): Promise<void> {
    await expect(this.grid).toHaveAttribute('aria-rowcount', String(total + 1));
  }

  facet(name: Facet): Locator {
    return this.page.getByRole('group', { name: word(`results.facet.${name}`), exact: true });
  }

  /** Chooses a value of a facet, or gives it up. */
  async narrow(name: Facet, value: string | RegExp): Promise<void> {
    await this.facet(name).getByRole('checkbox', { name: value }).first().click();
  }

  async clearFilters(): Promise<void> {
    await this.page
      .getByRole('button', { name: word('results.clearFilters') })
      .first()
      .click();
  }

  counter(severity: 'error' | 'warning' | 'info'): Locator {
    return this.page
      .getByRole('group', { name: word('results.counters') })
      .getByRole('button', { name: wordLike(`results.counter.${severity}`) });
  }

  /** Opens a finding by clicking on its row. */
  async open(row: Locator): Promise<void> {
    await row.click();
    await expect(this.detail).toBeVisible();
  }

  /** Closes the details where they are open. */
  async closeDetail(): Promise<void> {
    if (!(await this.detail.isVisible())) return;
    await this.detail.getByRole('button', { name: word('results.closeDetail') }).click();
    await expect(this.detail).toBeHidden();
  }

  /** Shows where to start: agencies, rules, causes. */
  async showOverview(): Promise<void> {
    const button = this.page.getByRole('button', { name: word('results.showOverview'), exact: true });
    if (await button.isVisible()) await button.click();
    await expect(this.page.getByRole('region', { name: word('results.causes') })).toBeVisible();
  }

  /** Leaves its room to the list. */
  async hideOverview(): Promise<void> {
    const button = this.page.getByRole('button', { name: word('results.hideOverview'), exact: true });
    if (await button.isVisible()) await button.click();
    await expect(this.page.getByRole('region', { name: word('results.causes') })).toBeHidden();
  }

  get acceptButton(): Locator {
    return this.detail.getByRole('button', { name: word('results.accept'), exact: true });
  }

  get waiveButton(): Locator {
    return this.detail.getByRole('button', { name: word('results.waive'), exact: true });
  }

  get waiveDialog(): WaiveDialog {
    return new WaiveDialog(this.page);
  }

  /** The button of the first cause that mends all of it at once. */
  get bulkFix(): Locator {
    return this.page.getByRole('button', { name: wordLike('results.bulkFixOf') }).first();
  }

  get bulkFixDialog(): Locator {
    return this.page.getByRole('dialog', { name: word('results.bulk.title') });
  }

  /** What the cell of the open finding should say. */
  get expectedValue(): Locator {
    return this.detail.getByRole('definition').nth(1);
  }

  async showHistory(): Promise<void> {
    await this.page.getByRole('button', { name: word('results.history'), exact: true }).click();
    await expect(this.page.getByRole('heading', { name: word('results.history.title') })).toBeVisible();
  }

  /** Where the address of a cell to go to is written. */
  get goToCell(): Locator {
    return this.page.getByRole('textbox', { name: word('results.goTo.label') });
  }

  get undoButton(): Locator {
    return this.page.getByRole('button', { name: word('results.undo'), exact: true }).first();
  }
}

/** Asks why, who and until when. */
export class WaiveDialog {
  readonly dialog: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: word('results.waiveDialog.title') });
  }

  async expectOpen(): Promise<void> {
    await expect(this.dialog).toBeVisible();
  }

  async fill(reason: string, by: string): Promise<void> {
    await this.dialog.getByLabel(word('results.waiveDialog.reason')).fill(reason);
    await this.dialog.getByLabel(word('results.waiveDialog.by')).fill(by);
  }

  async apply(): Promise<void> {
    await this.dialog.getByRole('button', { name: word('results.waiveDialog.apply'), exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }
}
