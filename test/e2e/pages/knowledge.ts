import { expect, type Page } from '@playwright/test';
import { word } from '../words.ts';
import { Catalogues } from './catalogues.ts';
import { RuleSets } from './ruleSets.ts';

/** Danh mục & quy tắc. */
export class Knowledge {
  readonly page: Page;
  readonly catalogues: Catalogues;
  readonly ruleSets: RuleSets;

  constructor(page: Page) {
    this.page = page;
    this.catalogues = new Catalogues(page);
    this.ruleSets = new RuleSets(page);
  }

  /** Opens one of its tabs. */
  async show(tab: 'catalogues' | 'rules' | 'ruleSets'): Promise<void> {
    const name = word(`knowledge.tab.${tab}`);
    await this.page.getByRole('tab', { name, exact: true }).click();
    await expect(this.page.getByRole('tabpanel', { name })).toBeVisible();
  }
}
