import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LARGEST_UPLOAD, LARGEST_UPLOAD_MEGABYTES } from '../../shared/contract/upload.ts';
import { procedureList } from './givenFiles.ts';
import { word } from './words.ts';
import { expect, test } from './workbench.ts';

test('files on their way tell how far they are, and can be stopped', async ({ program, page }) => {
  const { intake } = program;
  await program.rounds.create();
  const network = await page.context().newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 1 << 20,
  });
  const large = { name: 'lon.csv', content: new Uint8Array(4 << 20) };
  await intake.choose([large, procedureList('nho.xlsx', 'SỞ Y TẾ')]);
  const progress = page.getByRole('progressbar', { name: word('upload.title') });
  await expect(progress).toBeVisible();
  await expect.poll(async () => Number(await progress.getAttribute('aria-valuenow'))).toBeGreaterThan(0);
  await page.getByRole('button', { name: word('app.cancel'), exact: true }).click();
  await expect(program.toasts).toContainText(word('upload.cancelled'));
  await expect(progress).toBeHidden();
  await expect(intake.files).toHaveCount(0);
});

test('a file that is too large is refused with the limit before it is sent, and the others are taken', async ({
  program,
  workspace,
}) => {
  const { intake } = program;
  await program.rounds.create();
  // Nothing of it stands on the disk.
  const tooLarge = path.join(workspace, 'qua-lon.xlsx');
  writeFileSync(tooLarge, '');
  truncateSync(tooLarge, LARGEST_UPLOAD + 1);
  const small = path.join(workspace, 'nho.xlsx');
  writeFileSync(small, procedureList('nho.xlsx', 'SỞ Y TẾ').content);
  await intake.choose([tooLarge, small]);
  await expect(program.alerts).toContainText(
    word('upload.tooLarge', { file: 'qua-lon.xlsx', megabytes: LARGEST_UPLOAD_MEGABYTES }),
  );
  await intake.expectStatus('nho.xlsx', 'recognised');
  await expect(intake.files).toHaveCount(1);
});
