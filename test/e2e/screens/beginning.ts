import { expect } from '@playwright/test';
import { word, wordLike } from '../words.ts';
import type { Screen } from './screen.ts';

export const ROUND_SCREENS: readonly Screen[] = [
  { name: 'rounds', show: (program) => program.go('rounds') },
  {
    name: 'round-menu',
    show: async (program) => {
      await program.go('rounds');
      await program.rounds.openMenu(await program.rounds.firstName());
    },
  },
  {
    name: 'round-change',
    show: async (program) => {
      await program.go('rounds');
      await program.rounds.openMenu(await program.rounds.firstName());
      await program.page.getByRole('menuitem', { name: word('rounds.change') }).click();
      await expect(program.page.getByRole('dialog', { name: word('rounds.changeTitle') })).toBeVisible();
    },
  },
  {
    name: 'new-round',
    show: async (program) => {
      await program.go('rounds');
      await program.rounds.openNewRound();
    },
  },
];

export const INTAKE_SCREENS: readonly Screen[] = [
  {
    name: 'intake',
    show: async (program) => {
      await program.go('intake');
      await expect(program.intake.files.first()).toBeVisible();
    },
  },
  {
    name: 'intake-unreadable',
    show: async (program) => {
      await program.go('intake');
      await program.page.getByRole('tab', { name: wordLike('intakeScreen.filter.unreadable') }).click();
      await expect(program.page.getByText(word('intakeScreen.none.unreadable'))).toBeVisible();
    },
  },
  {
    name: 'intake-agency',
    show: async (program) => {
      await program.go('intake');
      await program.page.getByRole('tab', { name: wordLike('intakeScreen.filter.all') }).click();
      await program.intake.files
        .getByRole('button', { name: wordLike('intakeScreen.editAgency') })
        .first()
        .click();
      await expect(program.page.getByRole('button', { name: word('intakeScreen.save'), exact: true })).toBeVisible();
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
    name: 'intake-review-column',
    show: async (program) => {
      await program.go('intake');
      await program.intake.openFirstReview();
      await program.page
        .getByRole('table', { name: wordLike('review.table') })
        .getByRole('columnheader')
        .getByRole('button', { name: /^B(?![A-Z])/ })
        .click();
      await expect(program.page.getByRole('combobox', { name: word('review.field', { letters: 'B' }) })).toBeVisible();
    },
  },
];
