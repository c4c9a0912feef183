import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { countryRound } from '../perf/countryRound.ts';
import type { Program } from './pages/program.ts';
import { word, wordLike } from './words.ts';
import { expect, test } from './workbench.ts';

const { folder } = countryRound(12, 6000);
const files = readdirSync(folder).map((name) => ({ name, content: readFileSync(path.join(folder, name)) }));

/** Says that taking files in was stopped. */
const stopped = ({ page }: Program) => page.getByText(wordLike('stopped.intake', {}));
const resume = ({ page }: Program) => page.getByRole('button', { name: word('stopped.resume') });

async function stopInTheMiddle(program: Program): Promise<void> {
  await program.rounds.create();
  await program.intake.choose(files);
  const bar = program.page.getByRole('progressbar', { name: word('job.intake') });
  await expect(bar).toBeVisible();
  await expect(bar).toHaveAttribute('aria-valuenow', /\d/);
  await program.page.getByRole('button', { name: word('app.cancel'), exact: true }).click();
  await expect(bar).toBeHidden();
}

test('long work shows how far it is, can be stopped, and goes on where it stopped', async ({ program }) => {
  await stopInTheMiddle(program);
  await expect(stopped(program)).toBeVisible();
  expect(await program.intake.files.count()).toBeLessThan(files.length);
  await resume(program).click();
  for (const { name } of files) await program.intake.expectStatus(name, 'recognised');
  await expect(stopped(program)).toBeHidden();
});

test('after a power cut it is offered again', async ({ program, hosting }) => {
  await stopInTheMiddle(program);
  await program.page.goto('about:blank');
  await hosting.killAndRestart();
  await program.open();
  await expect(stopped(program)).toBeVisible();
  await resume(program).click();
  await program.go('intake');
  for (const { name } of files) await program.intake.expectStatus(name, 'recognised');
});
