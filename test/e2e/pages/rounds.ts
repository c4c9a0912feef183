import { expect, type Locator, type Page } from '@playwright/test';
import { word, wordLike } from '../words.ts';

/** Đợt rà soát. */
export class Rounds {
  readonly page: Page;
  readonly cards: Locator;

  constructor(page: Page) {
    this.page = page;
    this.cards = page.getByRole('article');
  }

  card(name: string): Locator {
    return this.page.getByRole('article', { name, exact: true });
  }

  /** Waits until it says that there is no round yet. */
  async expectEmpty(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: word('rounds.emptyTitle') })).toBeVisible();
  }

  /** One click; what follows shows by itself. */
  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: word('rounds.openSample') }).click();
  }

  async openNewRound(): Promise<Locator> {
    await this.page.getByRole('button', { name: word('rounds.new'), exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: word('rounds.newTitle') });
    await expect(dialog.getByRole('textbox', { name: word('rounds.name') })).toBeVisible();
    return dialog;
  }

  /** Makes a round with the name that is proposed, or another, and lands in its files. */
  async create(name?: string): Promise<void> {
    const dialog = await this.openNewRound();
    const field = dialog.getByRole('textbox', { name: word('rounds.name') });
    await expect(field).toHaveValue(wordLike('rounds.newName'));
    if (name !== undefined) await field.fill(name);
    await dialog.getByRole('button', { name: word('rounds.create'), exact: true }).click();
  }

  /** Opens a round by the button on its card. */
  async open(name: string): Promise<void> {
    const button = wordLike('rounds.openNamed', { name });
    await this.card(name).getByRole('button', { name: button }).first().click();
  }

  /** Name of the first round of the list. */
  firstName(): Promise<string> {
    return this.cards.first().getByRole('heading').innerText();
  }

  /** Opens what else can be done with a round. */
  async openMenu(name: string): Promise<void> {
    await this.page.getByRole('button', { name: word('rounds.more', { name }) }).click();
    await expect(this.page.getByRole('menu')).toBeVisible();
  }

  async remove(name: string): Promise<void> {
    await this.openMenu(name);
    await this.page.getByRole('menuitem', { name: word('rounds.remove') }).click();
  }
}
