import { expect } from '@playwright/test';
import { word } from '../words.ts';
import type { Screen } from './screen.ts';

export const SETTING_SCREENS: readonly Screen[] = [
  {
    name: 'guide',
    show: async (program) => {
      await program.go('guide');
      await expect(program.page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
  {
    name: 'settings',
    show: async (program) => {
      await program.go('settings');
      await expect(program.page.getByText(word('settingsScreen.privacy'))).toBeVisible();
      await expect(program.settings.office.saveButton).toBeVisible();
    },
  },
  {
    name: 'settings-office-refused',
    show: async (program) => {
      const { office } = program.settings;
      await program.go('settings');
      await office.setRoutes();
      await office.enter({ daysErrors: '0', province: '5' });
      await office.form.getByRole('textbox', { name: word('officeForm.toOf', { line: 1 }) }).fill('');
      await office.saveButton.click();
      await expect(office.field('daysErrors')).toHaveAttribute('aria-invalid', 'true');
      await expect(office.field('daysErrors')).toBeFocused();
    },
  },
];
