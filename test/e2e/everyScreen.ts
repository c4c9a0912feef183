import { expect } from '@playwright/test';
import type { Program } from './pages/program.ts';
import { word } from './words.ts';

/** A screen as a person meets it, and the way there from anywhere. */
export interface Screen {
  readonly name: string;
  show(program: Program): Promise<void>;
}

/** Every screen of the program over the sample round, dialogs and panels included. Each is left closed for the next. */
export const SCREENS: readonly Screen[] = [
  { name: 'rounds', show: (program) => program.go('rounds') },
  {
    name: 'new-round',
    show: async (program) => {
      await program.go('rounds');
      await program.rounds.openNewRound();
    },
  },
  {
    name: 'intake',
    show: async (program) => {
      await program.go('intake');
      await expect(program.intake.files.first()).toBeVisible();
    },
  },
  {
    name: 'intake-review',
    show: async (program) => {
      await program.go('intake');
      await program.intake.openFirstReview();
    },
  },
  {
    name: 'results',
    show: async (program) => {
      await program.go('results');
      await program.results.expectFindings();
    },
  },
  {
    name: 'results-detail',
    show: async (program) => {
      await program.go('results');
      await program.results.expectFindings();
      await program.results.search.fill('TXT-02');
      await expect.poll(() => program.results.total()).toBeLessThan(60);
      await program.results.openAny();
      await expect(program.results.acceptButton).toBeVisible();
    },
  },
  {
    name: 'waive',
    show: async (program) => {
      await program.go('results');
      await program.results.openAny();
      await program.results.waiveButton.click();
      await program.results.waiveDialog.expectOpen();
    },
  },
  {
    name: 'history',
    show: async (program) => {
      await program.go('results');
      await program.results.showHistory();
    },
  },
  {
    name: 'catalogues',
    show: async (program) => {
      await program.go('knowledge');
      await program.knowledge.show('catalogues');
    },
  },
  {
    name: 'rules',
    show: async (program) => {
      await program.go('knowledge');
      await program.knowledge.show('rules');
      await expect(program.page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'rule-sets',
    show: async (program) => {
      await program.go('knowledge');
      await program.knowledge.show('ruleSets');
    },
  },
  {
    name: 'reports',
    show: async (program) => {
      await program.go('reports');
      await program.reports.expectPreview();
    },
  },
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
    },
  },
];

/** Shows every screen in turn and does something with each. What lies over a screen is closed before the next. */
export async function throughEveryScreen(program: Program, look: (screen: Screen) => Promise<void>): Promise<void> {
  for (const screen of SCREENS) {
    await screen.show(program);
    await program.page.evaluate('Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))');
    await look(screen);
    await program.closeWhatLiesOver();
  }
}
