import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { countryRound } from '../perf/countryRound.ts';
import { word } from './words.ts';
import { expect, test } from './workbench.ts';

test('long work shows how far it is and can be stopped, which leaves the round as it was', async ({ program }) => {
  const { folder } = countryRound(12, 1000);
  const files = readdirSync(folder).map((name) => ({ name, content: readFileSync(path.join(folder, name)) }));
  await program.rounds.create();
  await program.intake.choose(files);
  const bar = program.page.getByRole('progressbar', { name: word('job.intake') });
  await expect(bar).toBeVisible();
  await expect(bar).toHaveAttribute('aria-valuenow', /\d/);
  await program.page.getByRole('button', { name: word('app.cancel'), exact: true }).click();
  await expect(bar).toBeHidden();
  await expect(program.page.getByRole('heading', { name: word('intakeScreen.emptyTitle') })).toBeVisible();

  await program.intake.choose(files.slice(0, 1));
  await program.intake.expectStatus(files[0]!.name, 'recognised');
});
