import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '../../../shared/i18n/index.ts';
import { speak, word } from '../words.ts';

/** Thiết lập. */
export class SettingsPlace {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Switches the language; from here on the tests look for its words. */
  async chooseLanguage(language: Language): Promise<void> {
    await this.page.getByRole('radio', { name: word(`settingsScreen.language.${language}`) }).click();
    await expect(this.page.locator('html')).toHaveAttribute('lang', language);
    speak(language);
  }

  async chooseTheme(theme: 'system' | 'light' | 'dark'): Promise<void> {
    await this.page.getByRole('radio', { name: word(`settingsScreen.theme.${theme}`) }).click();
  }

  /** The form in which an office says who it is. */
  get office(): OfficeForm {
    return new OfficeForm(this.page);
  }

  /** Layouts that are remembered, a row each. */
  get remembered(): Locator {
    return this.page.getByRole('table', { name: word('settingsScreen.mappings') }).getByRole('row');
  }
}

/** Thông tin cơ quan. */
export class OfficeForm {
  readonly form: Locator;

  constructor(page: Page) {
    this.form = page.getByRole('form', { name: word('officeForm.title') });
  }

  /** A field by the key of its label. */
  field(name: string): Locator {
    return this.form.getByRole('textbox', { name: word(`officeForm.${name}`), exact: true });
  }

  async enter(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await this.field(name).fill(value);
  }

  get saveButton(): Locator {
    return this.form.getByRole('button', { name: word('officeForm.save'), exact: true });
  }

  get discardButton(): Locator {
    return this.form.getByRole('button', { name: word('officeForm.discard'), exact: true });
  }

  /** Gives the office routes of its own, beginning with the common ones. */
  async setRoutes(): Promise<void> {
    await this.form.getByRole('button', { name: word('officeForm.setRoutes'), exact: true }).click();
  }
}
