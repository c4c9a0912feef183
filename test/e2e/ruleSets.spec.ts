import { word } from './words.ts';
import { expect, test } from './workbench.ts';

test.use({ starts: 'with the sample round' });

const TITLE = 'Bộ quy tắc tỉnh Gia Lai';

/** A rule of the province's own; the name of the field is misspelt. */
const OWN_RULE = `  GL-001:
    dataset: procedures
    title: Lĩnh vực viết đầy đủ
    message: Lĩnh vực của {ma_tthc} ghi quá ngắn.
    severity: warning
    when: has(linh_vuc)
    assert: size(linh_vucc) > 200
    field: linh_vuc
    examples:
      valid: [{ linh_vuc: "${'Hộ tịch '.repeat(30).trim()}" }]
      invalid: [{ linh_vuc: Hộ tịch }]
`;

test('a rule set of the province is written, tried out, put in force, and given up again', async ({ program }) => {
  const { results, knowledge } = program;
  const { ruleSets } = knowledge;
  const all = await results.total();
  await program.go('knowledge');
  await knowledge.show('ruleSets');
  await ruleSets.begin();
  await ruleSets.heading('title').fill(TITLE);
  await ruleSets.setSeverity('NAT-04', 'off');
  await ruleSets.setParameter('FEE-05', /Chênh lệch/, '1000000000');
  await ruleSets.expectChecked();

  await ruleSets.show('text');
  await expect(ruleSets.text).toHaveValue(/NAT-04: off/);
  await expect(ruleSets.text).toHaveValue(/tolerance: 1000000000/);
  const yaml = await ruleSets.text.inputValue();
  await ruleSets.text.fill(yaml.replace(/^rules:\n/m, (rules) => rules + OWN_RULE));
  await expect(ruleSets.problems).toHaveCount(1);
  await expect(ruleSets.problems).toContainText('linh_vucc');
  await expect(ruleSets.text).toHaveAttribute('aria-invalid', 'true');
  await expect(ruleSets.tryOutButton).toHaveAttribute('aria-disabled', 'true');
  await expect(ruleSets.saveButton).toHaveAttribute('aria-disabled', 'true');

  // Choosing the mistake marks the word that is wrong; what is typed stands in its place.
  await ruleSets.writeOver('linh_v');
  await program.page.keyboard.press('Control+Space');
  await expect(program.page.getByRole('listbox', { name: word('knowledge.completions') })).toBeVisible();
  await program.page.keyboard.press('Enter');
  await expect(ruleSets.text).toHaveValue(/assert: size\(linh_vuc\) > 200/);
  await ruleSets.expectChecked();

  const { come, gone } = await ruleSets.tryOut();
  expect(come).toBeGreaterThan(0);
  expect(gone).toBeGreaterThan(0);
  await expect(ruleSets.trial.getByRole('row', { name: /^GL-001/ })).toContainText(`+${come}`);
  await expect(ruleSets.trial.getByRole('row', { name: /^NAT-04/ })).toContainText('0');
  // Nothing has changed yet.
  await program.go('results');
  await results.expectTotal(all);

  await program.go('knowledge');
  await ruleSets.saveAndUseButton.click();
  await expect(program.toasts).toContainText(word('knowledge.savedAndUsed'));
  await expect(ruleSets.kept(TITLE)).toContainText(word('knowledge.inUse'));
  await program.go('results');
  await results.expectFindings();
  await expect.poll(() => results.total()).toBe(all + come - gone);
  await results.search.fill('GL-001');
  await expect.poll(() => results.total()).toBe(come);

  await program.go('knowledge');
  await ruleSets.useNational();
  await program.go('results');
  await results.clearFilters();
  await expect.poll(() => results.total()).toBe(all);
});
