import { word } from './words.ts';
import { expect, test } from './workbench.ts';

test.use({ starts: 'with the sample round' });

test('after a power cut the work goes on where it stood', async ({ program, hosting }) => {
  const { results } = program;
  const all = await results.total();
  await results.narrow('fixable', word('results.fixable.certain'));
  await expect.poll(() => results.total()).toBeLessThan(all);
  const certain = await results.total();
  await results.open(results.row(0));
  await results.acceptButton.click();
  await expect.poll(() => results.total()).toBeLessThan(certain);
  const left = await results.total();

  // The page goes first: a screen that loses its program rightly reports errors.
  await program.page.goto('about:blank');
  await hosting.killAndRestart();
  await program.open();
  await program.expectAt('results');
  await results.expectFindings();
  await results.narrow('fixable', word('results.fixable.certain'));
  await results.expectTotal(left);
  await results.undoButton.click();
  await results.expectTotal(certain);
});
