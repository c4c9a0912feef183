import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JobView } from '../../shared/contract/events.ts';
import { answered, listWithin } from './answeredList.ts';
import { procedureList } from './givenFiles.ts';
import { accessibilityFaults } from './looking/accessibility.ts';
import { dragOver } from './pages/dropping.ts';
import { TakingBack } from './pages/takingBack.ts';
import { word } from './words.ts';
import { expect, test } from './workbench.ts';

test.use({ starts: 'with the sample round' });

test('answers that come back are looked at, applied as a person chose, and taken back', async ({ program, page }) => {
  const back = new TakingBack(page);
  const before = await program.results.total();
  await program.go('reports');
  await program.reports.chooseAgencies(['Phường Bồng Sơn']);
  await program.reports.chooseOutputs(['correctionWorkbook']);
  await program.reports.writeButton.click();
  const { content } = await program.reports.save();
  const list = await listWithin(content);

  await back.open();
  await back.choose([
    await answered(list, 'bong-son-tra-loi.xlsx', [
      'expected',
      'expected',
      { keep: 'Theo nghị quyết của tỉnh' },
      { value: 'Chøng thùc' },
    ]),
    { name: 'cong-van.csv', content: Buffer.from('a,b\n1,2\n') },
  ]);
  await expect(back.files).toHaveCount(2);
  await expect(back.files.filter({ hasText: 'cong-van.csv' })).toContainText(word('returned.notAList'));
  await expect(back.group('ready', 3)).toHaveAttribute('aria-selected', 'true');
  await expect(back.lines).toHaveCount(3);
  await expect(back.lines.first()).toContainText('Hộ tịch');

  expect(await accessibilityFaults(page, 'all')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await accessibilityFaults(page, 'colours')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  // As at 200 % on a small screen: everything is still there.
  await page.setViewportSize({ width: 683, height: 384 });
  expect(await accessibilityFaults(page, 'all but colours')).toEqual([]);
  await back.lines.last().scrollIntoViewIfNeeded();
  await expect(back.applyButton(3)).toBeInViewport();
  await page.setViewportSize({ width: 1366, height: 768 });

  // What would be found wrong again waits for a person.
  await back.group('look', 1).click();
  await expect(back.lines).toContainText(word('returned.standing.stillWrong'));
  await expect(back.lines.getByRole('checkbox')).not.toBeChecked();

  // A line is left out, with the keyboard.
  await back.group('ready', 3).click();
  const ticks = back.lines.getByRole('checkbox');
  await ticks.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(ticks.nth(1)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(ticks.nth(1)).not.toBeChecked();
  await back.applyButton(2).click();
  await expect(back.done).toBeVisible();
  await expect(back.group('ready', 1)).toBeVisible();

  await program.go('results');
  expect(await program.results.total()).toBeLessThan(before);
  await program.go('reports');
  await back.undo();
  await expect(back.group('ready', 3)).toBeVisible();
  await program.go('results');
  await program.results.expectTotal(before);
});

test('a list that is dropped among the files says what it is and is taken back from there', async ({
  program,
  page,
}) => {
  const back = new TakingBack(page);
  await program.go('reports');
  await program.reports.chooseAgencies(['Phường Bồng Sơn']);
  await program.reports.chooseOutputs(['correctionWorkbook']);
  await program.reports.writeButton.click();
  const list = await listWithin((await program.reports.save()).content);
  await program.go('intake');
  await program.intake.choose([await answered(list, 'gui-lai.xlsx', ['expected'])]);
  const file = program.intake.file('gui-lai.xlsx');
  await expect(file).toContainText(word('intakeScreen.status.returned'), { timeout: 30_000 });
  await expect(file).toContainText(word('intake.returnedList'));
  await file.getByRole('button', { name: word('returned.takeThisOf', { file: 'gui-lai.xlsx' }) }).click();
  await program.expectAt('reports');
  await expect(back.group('ready', 1)).toBeVisible();
  await back.applyButton(1).click();
  await expect(back.done).toBeVisible();
  await back.close();
  await program.reports.expectPreview();
});

test('a list that nobody filled in says so', async ({ program, page }) => {
  const back = new TakingBack(page);
  await program.go('reports');
  await program.reports.chooseAgencies(['Phường Bồng Sơn']);
  await program.reports.chooseOutputs(['correctionWorkbook']);
  await program.reports.writeButton.click();
  const list = await listWithin((await program.reports.save()).content);
  await back.open();
  await expect(page.getByRole('heading', { name: word('returned.emptyTitle'), level: 2 })).toBeVisible();
  await back.choose([await answered(list, 'trong.xlsx', [])]);
  await expect(page.getByRole('heading', { name: word('returned.nothingTitle') })).toBeVisible();
});

test('lists can be dropped where they are taken back, and are applied while other places are visited', async ({
  program,
  page,
}) => {
  const back = new TakingBack(page);
  const main = page.getByRole('main');
  await program.go('reports');
  await program.reports.chooseAgencies(['Phường Bồng Sơn']);
  await program.reports.chooseOutputs(['correctionWorkbook']);
  await program.reports.writeButton.click();
  const list = await listWithin((await program.reports.save()).content);
  await back.open();
  await expect(main).toBeFocused();
  const desk = mkdtempSync(path.join(tmpdir(), 'rasoat-e2e-desk-'));
  try {
    const { name, content } = await answered(list, 'tra-loi.xlsx', ['expected', 'expected']);
    writeFileSync(path.join(desk, name), content);
    const dragged = await dragOver(page, main, [path.join(desk, name)]);
    await expect(page.getByText(word('returned.dropHere'))).toBeVisible();
    await dragged.drop();
    await expect(back.group('ready', 2)).toBeVisible();
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }

  const held = Promise.withResolvers<void>();
  await page.route('**/api/returned.apply', async (route) => {
    await held.promise;
    await route.continue();
  });
  await back.applyButton(2).click();
  await program.go('rounds');
  const answer = page.waitForResponse('**/api/returned.apply');
  held.resolve();
  await answer;
  await program.go('reports');
  await expect(back.done).toBeVisible();
  await back.undo();
  await back.close();
  await expect(main).toBeFocused();
});

test('lists that are read while the reports are shown are told of, as all long work is', async ({
  program,
  page,
  hosting,
}) => {
  const [sample] = (await hosting.now.call('rounds.list', {})).rounds;
  const reading: JobView = {
    id: 'job-of-another-window',
    kind: 'returned',
    round: sample!.id,
    phase: 'reading',
    done: 1,
    total: 2,
    etaMs: null,
    state: 'running',
    fault: null,
    result: null,
  };
  await page.route('**/api/jobs.list', (route) => route.fulfill({ json: { ok: true, value: { jobs: [reading] } } }));
  await page.reload();
  await program.results.expectFindings();
  await program.go('reports');
  await expect(page.getByRole('progressbar', { name: word('job.returned') })).toBeVisible();
});

test.describe('of a round of its own', () => {
  test.use({ starts: 'empty' });

  test('whoever is reminded of the daily report sees it, and finds the lists again afterwards', async ({
    program,
    page,
    hosting,
  }) => {
    const host = hosting.now;
    const { round } = await host.call('rounds.create', { name: 'Đợt tháng 8', date: '2026-08-01' });
    await host.ended((await host.call('rounds.open', { round })).job);
    const file = procedureList('so-xay-dung.xlsx', 'SỞ XÂY DỰNG');
    await host.ended(
      (await host.call('intake.add', { round, files: [await host.handOver(file.name, file.content)] })).job,
    );
    const due = { warning: 'Sắp đến giờ gửi báo cáo ngày.', isPast: false };
    await page.route('**/api/reports.due', (route) => route.fulfill({ json: { ok: true, value: due } }));
    const back = new TakingBack(page);
    await program.rounds.open('Đợt tháng 8');
    await program.go('reports');
    await back.open();
    await back.choose([{ name: 'cong-van.csv', content: Buffer.from('a,b\n1,2\n') }]);
    await expect(back.files).toHaveCount(1);
    await program.go('intake');
    await page.getByRole('button', { name: word('due.toReports') }).click();
    await expect(page.getByRole('tab', { name: word('reports.paper.daily'), exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await back.open();
    await expect(back.files).toHaveCount(1);
  });
});
