import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { procedureList, spoiledRow } from './givenFiles.ts';
import { dragOver } from './pages/dropping.ts';
import { word } from './words.ts';
import { expect, test } from './workbench.ts';

const AGENCIES = {
  'so-y-te.xlsx': 'SỞ Y TẾ',
  'so-tu-phap.xlsx': 'SỞ TƯ PHÁP',
  'so-xay-dung.xlsx': 'SỞ XÂY DỰNG',
  'so-noi-vu.xlsx': 'SỞ NỘI VỤ',
} as const;

let desk: string;
test.beforeEach(() => {
  desk = mkdtempSync(path.join(tmpdir(), 'rasoat-e2e-desk-'));
  for (const [name, agency] of Object.entries(AGENCIES))
    writeFileSync(path.join(desk, name), procedureList(name, agency, [spoiledRow(12, { 1: '1.00' })]).content);
});
test.afterEach(() => rmSync(desk, { recursive: true, force: true }));

test('files that are dropped where no round is open yet make one of today', async ({ program }) => {
  const { page, intake } = program;
  const dragged = await dragOver(page, page.getByRole('navigation'), [path.join(desk, 'so-y-te.xlsx')]);
  await expect(page.getByText(word('app.dropHere'))).toBeVisible();
  await dragged.drop();
  await expect(page.getByText(word('app.dropHere'))).toBeHidden();
  await program.expectAt('intake');
  await intake.expectStatus('so-y-te.xlsx', 'recognised');
  await program.go('rounds');
  await expect(program.rounds.cards).toHaveCount(1);
});

test('files and folders can be dropped anywhere in the window while a round is open', async ({ program }) => {
  const { page, intake, results } = program;
  await program.rounds.create();
  await dragOver(page, page.getByRole('main'), [path.join(desk, 'so-y-te.xlsx')]);
  await expect(page.getByText(word('app.dropHere'))).toBeVisible();
  // Out of the window again: the browser says so, but can't be made to do it.
  await page.getByRole('main').dispatchEvent('dragleave');
  await expect(page.getByText(word('app.dropHere'))).toBeHidden();

  await (
    await dragOver(page, page.getByRole('main'), [path.join(desk, 'so-y-te.xlsx'), path.join(desk, 'so-tu-phap.xlsx')])
  ).drop();
  await intake.expectStatus('so-y-te.xlsx', 'recognised');
  await intake.expectStatus('so-tu-phap.xlsx', 'recognised');

  await intake.toResults();
  await results.expectFindings();
  await (await dragOver(page, results.grid, [path.join(desk, 'so-xay-dung.xlsx')])).drop();
  await program.expectAt('intake');
  await intake.expectStatus('so-xay-dung.xlsx', 'recognised');

  // Folders are walked through; what Excel and the system leave in them is not taken.
  const folder = path.join(desk, 'Đợt 2', 'Bổ sung');
  mkdirSync(folder, { recursive: true });
  const { content } = procedureList('so-noi-vu.xlsx', AGENCIES['so-noi-vu.xlsx']);
  for (const name of ['so-noi-vu.xlsx', '~$so-noi-vu.xlsx', '.DS_Store'])
    writeFileSync(path.join(folder, name), content);
  await program.go('settings');
  await (await dragOver(page, page.getByRole('main'), [path.join(desk, 'Đợt 2')])).drop();
  await program.expectAt('intake');
  await intake.expectStatus('Bổ sung/so-noi-vu.xlsx', 'recognised');
  await expect(intake.filter('all', 4)).toBeVisible();
});

test('folders of agencies that are dropped side by side say whose the files in them are', async ({ program }) => {
  const { page, intake } = program;
  await program.rounds.create();
  const folders = { 'Sở Công Thương': 'danh-muc.xlsx', 'xa-nui-cam': 'danh-muc.xlsx', 'Sở Y tế': 'phu-luc.xlsx' };
  for (const [folder, name] of Object.entries(folders)) {
    mkdirSync(path.join(desk, folder));
    writeFileSync(path.join(desk, folder, name), procedureList(name, '').content);
  }
  const held = await dragOver(
    page,
    page.getByRole('main'),
    Object.keys(folders).map((folder) => path.join(desk, folder)),
  );
  await held.drop();
  await intake.expectStatus('Sở Y tế/phu-luc.xlsx', 'recognised');
  await expect(intake.file('Sở Y tế/phu-luc.xlsx')).toContainText('Sở Y tế');
  await expect(intake.file('Sở Công Thương/danh-muc.xlsx')).toContainText('Sở Công Thương');
  await expect(intake.file('xa-nui-cam/danh-muc.xlsx')).toContainText('Xã Núi Cấm');
});
