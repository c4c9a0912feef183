import { expect } from '@playwright/test';
import { word } from '../words.ts';
import type { Screen } from './screen.ts';

/** What a person meets where there is nothing yet; taking away what is there is the way to it. */
export const EMPTY_SCREENS: readonly Screen[] = [
  {
    name: 'intake-empty',
    show: async (program) => {
      await program.go('rounds');
      await program.rounds.create();
      await expect(program.page.getByRole('heading', { name: word('intakeScreen.emptyTitle') })).toBeVisible();
    },
  },
  {
    name: 'results-empty',
    show: async (program) => {
      await program.go('results');
      await expect(program.page.getByRole('heading', { name: word('results.noData') })).toBeVisible();
    },
  },
  {
    name: 'reports-empty',
    show: async (program) => {
      await program.go('reports');
      await expect(program.page.getByRole('heading', { name: word('reports.nothing') })).toBeVisible();
    },
  },
  {
    name: 'rounds-several',
    show: async (program) => {
      await program.go('rounds');
      await expect(program.rounds.cards).toHaveCount(2);
    },
  },
  {
    name: 'catalogues-empty',
    show: async (program) => {
      await program.go('knowledge');
      await program.knowledge.show('catalogues');
      const { catalogues } = program.knowledge;
      const heading = program.page.getByRole('heading', { name: word('knowledge.noCatalogue') });
      for (let left = await catalogues.lines.count(); left > 0; left -= 1) {
        await catalogues.removeFirst();
        if (left > 1) await expect(catalogues.lines).toHaveCount(left - 1);
      }
      await expect(heading).toBeVisible();
    },
  },
  {
    name: 'rounds-empty',
    show: async (program) => {
      await program.go('rounds');
      for (let left = await program.rounds.cards.count(); left > 0; left -= 1) {
        await program.rounds.remove(await program.rounds.firstName());
        await expect(program.rounds.cards).toHaveCount(left - 1);
      }
      await program.rounds.expectEmpty();
    },
  },
];
