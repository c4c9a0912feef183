import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { cutShort, procedureList, spoiledRow, strangeList, withNothing, withPassword } from './givenFiles.ts';
import { word } from './words.ts';
import { expect, test } from './workbench.ts';

const REAL = path.resolve(import.meta.dirname, '../../../shared/data/real/portal-exports');
const realFiles = existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith('.xlsx')) : [];

test('files that can not be read say why on a line of their own, and the others are taken all the same', async ({
  program,
}) => {
  await program.rounds.create();
  await program.intake.choose([
    cutShort('cat-ngang.xlsx'),
    withPassword('co-mat-khau.xlsx'),
    withNothing('rong.xlsx'),
    procedureList('so-y-te.xlsx', 'SỞ Y TẾ', [spoiledRow(12, { 1: '1.00', 4: 'ba ngay lam viec' })]),
  ]);
  const { intake } = program;
  await intake.expectStatus('so-y-te.xlsx', 'recognised');
  const reasons = {
    'cat-ngang.xlsx': 'file.damaged.cutShort',
    'co-mat-khau.xlsx': 'file.encrypted',
    'rong.xlsx': 'file.empty',
  };
  for (const [file, reason] of Object.entries(reasons)) {
    await intake.expectStatus(file, 'unreadable');
    await expect(intake.file(file)).toContainText(word(reason, { file }));
  }
  await intake.filter('unreadable', 3).click();
  await expect(intake.file('rong.xlsx')).toBeVisible();
  await expect(intake.file('so-y-te.xlsx')).toBeHidden();

  await intake.remove('rong.xlsx');
  await expect(intake.filter('unreadable', 2)).toBeVisible();
  await program.undoByToast();
  await expect(intake.filter('unreadable', 3)).toBeVisible();

  await intake.toResults();
  await program.results.expectFindings();
});

test('a layout that was corrected once is recognised in the next file without asking', async ({ program }) => {
  const { intake } = program;
  await program.rounds.create();
  await intake.choose([
    strangeList('bieu-07-thang-8.xlsx', [
      ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', 'UBND cấp xã'],
      ['1.004884', 'Đăng ký lại khai sinh', 'Hộ tịch', 'UBND cấp xã'],
    ]),
  ]);
  await intake.expectStatus('bieu-07-thang-8.xlsx', 'unsure');
  await intake.openReview('bieu-07-thang-8.xlsx', 'Biểu 07');
  const { review } = intake;
  await review.kind.selectOption('procedures');
  await review.chooseHeader('Biểu 07', 2);
  await expect(review.columnHead('Biểu 07', 'A')).toContainText('Mã TTHC');
  await review.chooseField('Biểu 07', 'B', 'Tên TTHC');
  await review.chooseField('Biểu 07', 'C', 'Lĩnh vực');
  await review.remember();
  await review.confirm();
  await intake.expectStatus('bieu-07-thang-8.xlsx', 'recognised');

  await intake.choose([
    strangeList('bieu-07-thang-9.xlsx', [['1.000656', 'Đăng ký khai tử', 'Hộ tịch', 'UBND cấp xã']]),
  ]);
  await intake.expectStatus('bieu-07-thang-9.xlsx', 'recognised');

  await program.go('settings');
  await expect(program.settings.remembered.filter({ hasText: 'Ký hiệu' })).toBeVisible();
});

test.describe('exports of the portals, as they are', () => {
  test.skip(realFiles.length === 0, 'needs the shared data folder (data/real/portal-exports)');

  test('are recognised and judged', async ({ program }) => {
    await program.rounds.create('Bản xuất từ Cổng');
    await program.intake.choose(realFiles.map((name) => path.join(REAL, name)));
    for (const file of realFiles) await program.intake.expectStatus(file, 'recognised');
    await program.intake.toResults();
    await program.results.expectFindings();
  });
});
