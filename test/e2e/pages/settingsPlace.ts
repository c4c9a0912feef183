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

  /** Layouts that are remembered, a row each. */
  get remembered(): Locator {
    return this.page.getByRole('table', { name: word('settingsScreen.mappings') }).getByRole('row');
  }
}
