import { accessibilityFaults } from './looking/accessibility.ts';
import { Bundles } from './pages/bundles.ts';
import { expect, test } from './workbench.ts';
import { word, wordLike } from './words.ts';

test.use({ starts: 'with the sample round' });

test('a bundle of a round with decisions is written, and verified by its .zip', async ({ program, hosting }) => {
  const { page, reports } = program;
  await program.go('reports');
  const { rounds } = await hosting.now.call('rounds.list', {});
  const { id: round } = rounds[0]!;
  const target = { kind: 'filter', filter: { fixable: ['certain'] } } as { kind: 'filter'; filter: object };
  const { applied } = await hosting.now.call('decisions.fix', { round, target, onlyCertain: true });
  expect(applied).toBeGreaterThan(0);
  await reports.chooseOutputs(['bundle']);
  await reports.writeButton.click();
  await expect(reports.written).toHaveCount(1);
  const { name, content } = await reports.save();

  const bundles = new Bundles(page);
  await bundles.verify(name, Buffer.from(content));
  await expect(bundles.dialog.getByRole('heading', { name: word('bundleScreen.same') })).toBeVisible();
  await expect(bundles.dialog.getByText(wordLike('bundleScreen.sameText'))).toBeVisible();
  expect(await accessibilityFaults(page, 'all')).toEqual([]);
  await page.screenshot({ path: `${process.env['RASOAT_PICTURES'] ?? 'out/e2e'}/bundle-same.png` });
  await bundles.close();

  await program.go('rounds');
  const cut = Buffer.from(content.subarray(0, content.length - 1000));
  await bundles.verify(name, cut);
  await expect(bundles.dialog.getByRole('alert')).toContainText(name);
  await bundles.close();
});
