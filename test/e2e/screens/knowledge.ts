import { expect } from '@playwright/test';
import { laterCatalogue } from '../givenCatalogues.ts';
import type { Program } from '../pages/program.ts';
import { word } from '../words.ts';
import type { Screen } from './screen.ts';

async function show(program: Program, tab: 'catalogues' | 'rules' | 'ruleSets'): Promise<void> {
  await program.go('knowledge');
  await program.knowledge.show(tab);
}

/** The text of a rule set with a mistake in it. */
async function showMistake(program: Program): Promise<void> {
  const { ruleSets } = program.knowledge;
  await show(program, 'ruleSets');
  await ruleSets.show('text');
  const yaml = await ruleSets.text.inputValue();
  await ruleSets.text.fill(yaml.replace(/^rules:\n/m, 'rules:\n  FMT-02: eror\n'));
  await expect(ruleSets.problems).toHaveCount(1);
}

export const KNOWLEDGE_SCREENS: readonly Screen[] = [
  {
    name: 'catalogues',
    show: async (program) => {
      await show(program, 'catalogues');
      await expect(program.knowledge.catalogues.lines.first()).toBeVisible();
    },
  },
  {
    name: 'catalogues-compared',
    show: async (program) => {
      await show(program, 'catalogues');
      await program.knowledge.catalogues.import(laterCatalogue('danh-muc-2026-10-01.csv'));
      await program.knowledge.catalogues.compare();
      await expect(program.knowledge.catalogues.changes.first()).toBeVisible();
    },
  },
  {
    name: 'catalogue-doubts',
    show: async (program) => {
      await show(program, 'catalogues');
      await program.knowledge.catalogues.showDoubts('danh-muc-2026-10-01.csv');
    },
  },
  {
    name: 'catalogue-removal',
    show: async (program) => {
      await show(program, 'catalogues');
      await program.knowledge.catalogues.remove('danh-muc-quoc-gia-mau.csv');
      await expect(program.page.getByRole('alertdialog')).toBeVisible();
    },
  },
  {
    name: 'rules',
    show: async (program) => {
      await show(program, 'rules');
      await expect(program.page.getByRole('option').first()).toBeVisible();
      await expect(program.page.getByRole('article')).toBeVisible();
    },
  },
  {
    name: 'rules-none',
    show: async (program) => {
      await show(program, 'rules');
      await program.page.getByRole('searchbox', { name: word('knowledge.searchRules') }).fill('zzqqxx');
      await expect(program.page.getByText(word('knowledge.noRuleFits'))).toBeVisible();
    },
  },
  {
    name: 'rule-sets-none',
    show: async (program) => {
      await show(program, 'ruleSets');
      await expect(program.page.getByRole('heading', { name: word('knowledge.noRuleSet') })).toBeVisible();
    },
  },
  {
    name: 'rule-set-form',
    show: async (program) => {
      const { ruleSets } = program.knowledge;
      await show(program, 'ruleSets');
      await ruleSets.begin();
      await ruleSets.setSeverity('NAT-04', 'off');
      await ruleSets.setSeverity('FEE-05', 'warning');
      await ruleSets.expectChecked();
    },
  },
  {
    name: 'rule-set-trial',
    show: async (program) => {
      await show(program, 'ruleSets');
      await program.knowledge.ruleSets.tryOut();
    },
  },
  {
    name: 'rule-set-unsaved',
    show: async (program) => {
      await show(program, 'ruleSets');
      await program.page.getByRole('button', { name: word('knowledge.newRuleSet') }).click();
      await expect(program.page.getByRole('alertdialog', { name: word('knowledge.unsavedTitle') })).toBeVisible();
    },
  },
  { name: 'rule-set-mistake', show: showMistake },
  {
    name: 'rule-set-completions',
    show: async (program) => {
      await show(program, 'ruleSets');
      await program.knowledge.ruleSets.writeOver('err');
      await program.page.keyboard.press('Control+Space');
      await expect(program.page.getByRole('listbox', { name: word('knowledge.completions') })).toBeVisible();
    },
  },
  {
    name: 'rule-sets',
    show: async (program) => {
      const { ruleSets } = program.knowledge;
      await show(program, 'ruleSets');
      await ruleSets.writeOver('error');
      await ruleSets.expectChecked();
      await ruleSets.saveButton.click();
      await expect(program.toasts).toContainText(word('knowledge.saved'));
    },
  },
];
