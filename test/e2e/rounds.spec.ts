import { expect, test } from './workbench.ts';
import { word } from './words.ts';

test('a newcomer is one click away from a full result', async ({ program }) => {
  await program.rounds.expectEmpty();
  await program.rounds.openSample();
  await program.expectAt('results');
  await program.results.expectFindings();
  await expect(program.results.counter('error')).toBeVisible();
  await expect(program.page.getByRole('region', { name: word('results.causes') })).toContainText(word('results.look'));
});

test.describe('with a round there', () => {
  test.use({ starts: 'with the sample round' });

  test('a round that was removed comes back by its undo', async ({ program }) => {
    await program.go('rounds');
    const name = await program.rounds.cards.first().getByRole('heading').innerText();
    await program.rounds.remove(name);
    await program.rounds.expectEmpty();
    await program.undoByToast();
    await program.rounds.open(name);
    await program.results.expectFindings();
  });
});
