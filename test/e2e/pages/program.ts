import { expect, type Locator, type Page } from '@playwright/test';
import { word } from '../words.ts';
import { Intake } from './intake.ts';
import { Knowledge } from './knowledge.ts';
import { Reports } from './reports.ts';
import { Results } from './results.ts';
import { Rounds } from './rounds.ts';
import { SettingsPlace } from './settingsPlace.ts';

export const PLACES = ['rounds', 'intake', 'results', 'knowledge', 'reports', 'settings'] as const;
export type PlaceName = (typeof PLACES)[number] | 'guide';

/** The window: its places, what it tells, and the page of each place. */
export class Program {
  readonly page: Page;
  readonly rounds: Rounds;
  readonly intake: Intake;
  readonly results: Results;
  readonly knowledge: Knowledge;
  readonly reports: Reports;
  readonly settings: SettingsPlace;
  /** What was just done, with its undo. */
  readonly toasts: Locator;
  /** What went wrong. */
  readonly alerts: Locator;
  readonly #address: () => string;

  constructor(page: Page, address: () => string) {
    this.page = page;
    this.#address = address;
    this.rounds = new Rounds(page);
    this.intake = new Intake(page);
    this.results = new Results(page);
    this.knowledge = new Knowledge(page);
    this.reports = new Reports(page);
    this.settings = new SettingsPlace(page);
    // Screens have states of their own to tell; only this one is there on all of them.
    this.toasts = page.locator('[role=status][aria-live=polite]');
    this.alerts = page.getByRole('alert');
  }

  /** Opens the address that the host gave when it started. */
  async open(): Promise<void> {
    await this.page.goto(this.#address());
  }

  #entry(place: PlaceName): Locator {
    return this.page
      .getByRole('navigation', { name: word('app.places') })
      .getByRole('button', { name: word(`place.${place}`), exact: true });
  }

  /** Goes to a place by its entry at the left. */
  async go(place: PlaceName): Promise<void> {
    await this.#entry(place).click();
    await this.expectAt(place);
  }

  /** Waits until a place is open and shows its own content. */
  async expectAt(place: PlaceName): Promise<void> {
    await expect(this.#entry(place)).toHaveAttribute('aria-current', 'page');
    await expect(this.page.getByRole('main', { name: word(`place.${place}`) })).toBeVisible();
  }

  /** Waits until a dialog that was closed has faded, so that keys go to the place again. */
  async expectNothingOver(): Promise<void> {
    await expect(this.page.locator('[role=dialog], [role=alertdialog]')).toHaveCount(0);
  }

  /** Closes the dialog, drawer or panel that lies over the place, as Esc does. */
  async closeWhatLiesOver(): Promise<void> {
    const over = this.page.locator('[role=dialog], [role=alertdialog], [role=menu]');
    if ((await over.count()) > 0) {
      await this.page.keyboard.press('Escape');
      await expect(over).toHaveCount(0);
    }
    if (await this.intake.review.isOpen()) await this.intake.review.leave();
  }

  /** Takes back what was just done, by the button of its toast. */
  async undoByToast(): Promise<void> {
    await this.toasts
      .getByRole('button', { name: word('rounds.undo') })
      .last()
      .click();
  }
}
