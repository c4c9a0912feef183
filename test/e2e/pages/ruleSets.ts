import { expect, type Locator, type Page } from '@playwright/test';
import type { Severity } from '../../../shared/engine/finding.ts';
import { word, wordLike } from '../words.ts';

/** Bộ quy tắc. */
export class RuleSets {
  readonly page: Page;
  readonly editor: Locator;

  constructor(page: Page) {
    this.page = page;
    this.editor = page.getByRole('region', { name: word('knowledge.editor') });
  }

  /** Begins a rule set from the template. */
  async begin(): Promise<void> {
    await this.page
      .getByRole('button', { name: word('knowledge.newRuleSet') })
      .first()
      .click();
    await expect(this.page.getByRole('region', { name: word('knowledge.editor') })).toBeVisible();
    await this.expectChecked();
  }

  async show(view: 'form' | 'text'): Promise<void> {
    await this.page.getByRole('tab', { name: word(`knowledge.view.${view}`), exact: true }).click();
  }

  /** What the form says of a rule, once its line is searched for. */
  async #line(rule: string): Promise<Locator> {
    await this.page.getByRole('searchbox', { name: word('knowledge.searchRules') }).fill(rule);
    const line = this.page
      .getByRole('list', { name: word('knowledge.severities') })
      .getByRole('listitem')
      .filter({ has: this.#severity(rule) });
    await expect(line).toBeVisible();
    return line;
  }

  #severity(rule: string): Locator {
    return this.page.getByRole('combobox', { name: word('knowledge.severityOf', { rule }), exact: true });
  }

  async setSeverity(rule: string, severity: Severity | 'off'): Promise<void> {
    await this.#line(rule);
    await this.#severity(rule).selectOption(severity);
  }

  /** @param about  what the form calls the parameter */
  async setParameter(rule: string, about: string | RegExp, value: string): Promise<void> {
    const field = (await this.#line(rule)).getByRole('textbox', { name: about });
    await field.fill(value);
    await field.press('Enter');
  }

  /** One of the fields above the rules. */
  heading(field: 'id' | 'title' | 'version'): Locator {
    return this.page.getByRole('textbox', { name: word(`knowledge.heading.${field}`) });
  }

  /** The whole text of the rule set. */
  get text(): Locator {
    return this.page.getByRole('textbox', { name: word('knowledge.yamlLabel') });
  }

  /** What is wrong with it, a line each; choosing one goes there. */
  get problems(): Locator {
    return this.page.getByRole('region', { name: word('knowledge.problems') }).getByRole('button');
  }

  /** Goes to the only mistake, which marks the word that is wrong, and writes another in its place. */
  async writeOver(text: string): Promise<void> {
    await expect(this.problems).toHaveCount(1);
    await this.problems.click();
    await expect(this.text).toBeFocused();
    await this.page.keyboard.type(text);
  }

  /** Waits until it was looked through and nothing was wrong. */
  async expectChecked(): Promise<void> {
    await expect(this.page.getByRole('region', { name: word('knowledge.problems') })).toContainText(
      word('knowledge.noProblems'),
    );
    await expect(this.tryOutButton).not.toHaveAttribute('aria-disabled', 'true');
  }

  get tryOutButton(): Locator {
    return this.page.getByRole('button', { name: word('knowledge.tryOut'), exact: true });
  }

  get saveButton(): Locator {
    return this.page.getByRole('button', { name: word('knowledge.save'), exact: true });
  }

  get saveAndUseButton(): Locator {
    return this.page.getByRole('button', { name: word('knowledge.saveAndUse'), exact: true });
  }

  /** What it would change in the round. */
  get trial(): Locator {
    return this.page.getByRole('region', { name: word('knowledge.tryOutResult') });
  }

  /** Tries it on the round. @returns how many findings would come and go */
  async tryOut(): Promise<{ readonly come: number; readonly gone: number }> {
    await this.tryOutButton.click();
    const says = this.trial.getByRole('heading', { name: wordLike('knowledge.tryOutSays') });
    await expect(says).toBeVisible();
    const [come, gone] = (await says.innerText()).match(/\d+/g)!.map(Number);
    return { come: come!, gone: gone! };
  }

  /** Judges the round by the national rules again. */
  async useNational(): Promise<void> {
    await this.page.getByRole('button', { name: word('knowledge.useNational'), exact: true }).click();
  }

  /** The line of a rule set that is kept. */
  kept(title: string): Locator {
    return this.page
      .getByRole('tabpanel', { name: word('knowledge.tab.ruleSets') })
      .getByRole('listitem')
      .filter({ hasText: title });
  }
}
