import { word, wordLike, wordWithin } from './words.ts';
import { expect, test } from './workbench.ts';

test.use({ starts: 'with the sample round' });

test('a finding is found by filters, corrected, taken back, accepted as it is, and taken back again', async ({
  program,
}) => {
  const { results, page } = program;
  const all = await results.total();
  await results.narrow('fixable', word('results.fixable.certain'));
  await expect.poll(() => results.total()).toBeLessThan(all);
  const certain = await results.total();

  const row = results.row(0);
  const cell = await results.cellOf(row);
  await results.open(row);
  await expect(results.detail).toContainText(cell);
  await results.acceptButton.click();
  await expect(program.toasts).toContainText(wordWithin('results.outcome.fix'));
  await expect.poll(() => results.total()).toBeLessThan(certain);

  await results.undoButton.click();
  await expect(program.toasts).toContainText(wordWithin('results.outcome.undo'));
  await results.expectTotal(certain);
  await expect.poll(() => results.cellOf(results.row(0))).toBe(cell);

  await results.open(results.row(0));
  await results.waiveButton.click();
  await results.waiveDialog.fill('Đã thống nhất với Sở Tư pháp', 'Nguyễn Văn Kiểm');
  await results.waiveDialog.apply();
  await expect(results.row(0)).toContainText(word('results.state.waived'));
  await expect(results.detail).toContainText('Đã thống nhất với Sở Tư pháp');
  await expect(page.getByRole('button', { name: wordLike('results.counter.waived', { count: 1 }) })).toBeVisible();

  await results.undoButton.click();
  await expect(results.row(0)).toContainText(word('results.state.open'));
  await results.clearFilters();
  await results.expectTotal(all);
});

test('the cell can be written anew, and its findings go', async ({ program }) => {
  const { results } = program;
  await results.narrow('fixable', word('results.fixable.certain'));
  await results.open(results.row(0));
  const before = await results.total();
  const right = await results.expectedValue.innerText();
  await results.detail.getByRole('button', { name: word('results.edit') }).click();
  const field = results.detail.getByRole('textbox', { name: wordLike('results.editCell') });
  await field.fill(right);
  await field.press('Enter');
  await expect(program.toasts).toContainText(wordWithin('results.outcome.fix'));
  await expect.poll(() => results.total()).toBeLessThan(before);
});

test('a cause is mended at once after a look at what will change, and taken back at once', async ({ program }) => {
  const { results } = program;
  const all = await results.total();
  await results.bulkFix.click();
  const dialog = results.bulkFixDialog;
  const onlyCertain = dialog.getByRole('checkbox', { name: word('results.bulk.onlyCertain') });
  await onlyCertain.setChecked(false);
  await expect(dialog.getByRole('columnheader', { name: word('results.bulk.before') })).toBeVisible();
  const lines = dialog.getByRole('row');
  const cells = (await lines.count()) - 1;
  expect(cells).toBeGreaterThan(1);
  await dialog.getByRole('button', { name: word('results.bulk.apply', { cells }) }).click();
  await expect(dialog).toBeHidden();
  await expect(program.toasts).toContainText(wordWithin('results.outcome.fix', { applied: cells }));
  await expect.poll(() => results.total()).toBeLessThan(all);
  await program.undoByToast();
  await results.expectTotal(all);
});
