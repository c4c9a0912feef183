import { procedureList, spoiledRow } from './givenFiles.ts';
import { word, wordWithin } from './words.ts';
import { expect, test } from './workbench.ts';

const FILE = 'so-y-te.xlsx';
/** Rows of the list begin below its title and head. */
const FEE = 'F16';

const list = (fee: string, deadline: string) =>
  procedureList(FILE, 'SỞ Y TẾ', [spoiledRow(12, { 4: deadline, 5: fee })]);

test('when a file is sent again, the window says what of the earlier decisions no longer holds, and why', async ({
  program,
  page,
}) => {
  const { intake, results } = program;
  await program.rounds.create();
  await intake.choose([list('500 đồng', '03 ngay')]);
  await intake.expectStatus(FILE, 'recognised');
  await intake.toResults();
  await results.open(results.rowOf(FEE));
  await results.waiveButton.click();
  await results.waiveDialog.fill('Theo nghị quyết của tỉnh', 'Nguyễn Văn A');
  await results.waiveDialog.apply();
  await expect(results.rowOf(FEE)).toContainText(word('results.state.waived'));

  await program.go('intake');
  await intake.choose([list('800 đồng', '03 ngay')]);
  await page.getByRole('button', { name: word('results.lapsed.show') }).click();
  const history = page.getByRole('dialog', { name: word('results.history.title') });
  await expect(history).toContainText(word('results.history.why.valueChanged', { count: '1' }));
  await program.closeWhatLiesOver();
  await expect(results.rowOf(FEE)).toContainText(word('results.state.open'));
  await results.open(results.rowOf(FEE));
  await expect(results.detail).toContainText(wordWithin('results.lapsedWaiverText'));
});

test('a sheet that was confirmed can be put back, and confirmed again by undo', async ({ program }) => {
  const { intake } = program;
  await program.rounds.create();
  await intake.choose([list('Không', '03 ngày')]);
  await intake.expectStatus(FILE, 'recognised');
  const file = intake.file(FILE);
  await intake.openReview(FILE, 'Danh mục');
  await intake.review.confirm();
  await expect(file).toContainText(word('intakeScreen.verdict.confirmed'));
  const unconfirm = file.getByRole('button', {
    name: word('intakeScreen.unconfirmThis', { sheet: 'Danh mục', file: FILE }),
  });
  await unconfirm.click();
  await expect(file).not.toContainText(word('intakeScreen.verdict.confirmed'));
  await program.undoByToast();
  await expect(unconfirm).toBeVisible();
});
