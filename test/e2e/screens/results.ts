import { expect } from '@playwright/test';
import type { Program } from '../pages/program.ts';
import { ReadinessPage } from '../pages/readiness.ts';
import { word, wordWithin } from '../words.ts';
import type { Screen } from './screen.ts';

/** The list with all findings, whatever was looked for before. */
async function allFindings(program: Program): Promise<void> {
  await program.go('results');
  const { results } = program;
  await results.showList();
  if ((await results.search.inputValue()) !== '') await results.clearFilters();
  await results.expectFindings();
}

/** Opens a finding that has a certain correction; with little room the details lie over the list. */
async function openFixable(program: Program): Promise<void> {
  await allFindings(program);
  const { results } = program;
  await results.closeDetail();
  const all = await results.total();
  await results.search.fill('TXT-02');
  await expect.poll(() => results.total()).toBeLessThan(all);
  await results.open(results.row(0));
  await expect(results.acceptButton).toBeVisible();
}

export const RESULT_SCREENS: readonly Screen[] = [
  { name: 'results', show: allFindings },
  {
    name: 'results-tables',
    show: async (program) => {
      await allFindings(program);
      await program.results.showOverview();
      const charts = program.page.getByRole('button', { name: wordWithin('results.asTable') });
      for (let left = await charts.count(); left > 0; left -= 1) await charts.first().click();
      await expect(program.page.getByRole('table', { name: word('results.agencies') })).toBeVisible();
    },
  },
  {
    name: 'results-list',
    show: async (program) => {
      await allFindings(program);
      await program.results.hideOverview();
    },
  },
  {
    name: 'results-filters',
    onlyNarrow: true,
    show: async (program) => {
      await allFindings(program);
      await program.page.getByRole('button', { name: word('results.showFilters') }).click();
      await expect(program.results.facet('severity')).toBeVisible();
    },
  },
  {
    name: 'results-chosen',
    show: async (program) => {
      await allFindings(program);
      await program.page.getByRole('button', { name: word('results.chooseAll'), exact: true }).click();
      await expect(program.page.getByRole('button', { name: word('results.chooseNone'), exact: true })).toBeVisible();
    },
  },
  {
    name: 'results-nothing-found',
    show: async (program) => {
      await allFindings(program);
      await program.page.getByRole('button', { name: word('results.chooseNone'), exact: true }).click();
      await program.results.search.fill('zzqqxx');
      await expect(program.page.getByRole('heading', { name: word('results.noneFound') })).toBeVisible();
    },
  },
  {
    name: 'readiness',
    show: async (program) => {
      await allFindings(program);
      await new ReadinessPage(program.page).show();
    },
  },
  {
    name: 'bulk-fix',
    show: async (program) => {
      await allFindings(program);
      await program.results.showOverview();
      await program.results.bulkFix.click();
      await expect(program.results.bulkFixDialog.getByRole('row').nth(1)).toBeVisible();
    },
  },
  { name: 'results-detail', show: openFixable },
  {
    name: 'results-editing',
    show: async (program) => {
      await openFixable(program);
      await program.results.detail.getByRole('button', { name: word('results.edit') }).click();
      await expect(program.results.detail.getByRole('textbox')).toBeVisible();
    },
  },
  {
    name: 'waive',
    show: async (program) => {
      await openFixable(program);
      await program.results.waiveButton.click();
      await program.results.waiveDialog.expectOpen();
    },
  },
  {
    name: 'history',
    show: async (program) => {
      await openFixable(program);
      await program.results.acceptButton.click();
      await expect(program.toasts).toContainText(wordWithin('results.outcome.fix'));
      await program.results.closeDetail();
      await program.results.showHistory();
      await expect(program.page.getByRole('dialog').getByText(word('results.history.fix'))).toBeVisible();
    },
  },
  {
    name: 'go-to-cell',
    show: async (program) => {
      await allFindings(program);
      await program.results.closeDetail();
      await program.page.getByRole('button', { name: word('results.goTo'), exact: true }).click();
      await expect(program.results.goToCell).toBeVisible();
    },
  },
  {
    name: 'keys',
    show: async (program) => {
      await allFindings(program);
      await program.page.getByRole('button', { name: word('results.keys'), exact: true }).click();
      await expect(program.page.getByRole('dialog', { name: word('results.keys') })).toBeVisible();
    },
  },
];
