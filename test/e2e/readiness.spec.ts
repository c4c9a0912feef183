import type { ReadinessMatrix } from '../../shared/contract/readiness.ts';
import { AREAS } from '../../shared/domain/readinessArea.ts';
import { procedureList, spoiledRow } from './givenFiles.ts';
import { accessibilityFaults } from './looking/accessibility.ts';
import { cutOff } from './looking/room.ts';
import type { GivenFile } from './pages/intake.ts';
import { ReadinessPage } from './pages/readiness.ts';
import type { RunningHost } from './runningHost.ts';
import { settled } from './settled.ts';
import { word } from './words.ts';
import { expect, test } from './workbench.ts';

/** Makes a round out of files and keeps what it came to, as closing it does. */
async function roundOf(host: RunningHost, name: string, date: string, files: readonly GivenFile[]): Promise<string> {
  const { round } = await host.call('rounds.create', { name, date });
  await host.ended((await host.call('rounds.open', { round })).job);
  const handles: string[] = [];
  for (const file of files) handles.push(await host.handOver(file.name, file.content));
  await host.ended((await host.call('intake.add', { round, files: handles })).job);
  const { job } = await host.call('rounds.change', { round, reference: null, date: `${date.slice(0, 8)}28` });
  await host.ended(job!);
  return round;
}

/** Sở Y tế with so many procedures whose code nobody knows, of twenty. */
const health = (wrong: number): GivenFile =>
  procedureList(
    'so-y-te.xlsx',
    'SỞ Y TẾ',
    Array.from({ length: 8 }, (_, at) => spoiledRow(20 + at, at < wrong ? { 1: 'không rõ' } : {})),
  );

test.describe('of the sample round', () => {
  test.use({ starts: 'with the sample round' });

  test('the keyboard moves through the matrix, sorts it, and opens the findings behind a cell', async ({ program }) => {
    const { page, results } = program;
    const readiness = new ReadinessPage(page);
    await readiness.show();
    const [first] = await readiness.names();
    expect((await readiness.names()).at(-1)).toBe(word('readiness.whole'));
    await readiness.keyboardAt.focus();
    await expect(readiness.grid.getByRole('rowheader').first()).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(await readiness.cell(first!, word('readiness.short.catalogue'))).toBeFocused();
    await page.keyboard.press('Control+End');
    await expect(await readiness.cell(word('readiness.whole'), word('readiness.columnAll'))).toBeFocused();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const sorted = (await readiness.names()).slice(0, -1);
    expect(sorted).toEqual([...sorted].sort(new Intl.Collator('vi').compare));
    await expect(readiness.head(word('readiness.columnAgency'))).toHaveAttribute('aria-sort', 'ascending');

    // From a heading that was clicked the keyboard goes on in its column.
    await readiness.head(word('readiness.short.catalogue')).getByRole('button').click();
    await page.keyboard.press('ArrowDown');
    const [least] = await readiness.names();
    await expect(await readiness.cell(least!, word('readiness.short.catalogue'))).toBeFocused();

    // Down in the column of everything to the whole round, and its findings.
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await results.expectFindings();
    await expect(results.row(0)).toBeFocused();
    const area = word('readiness.area.catalogue');
    const tag = page.getByRole('button', {
      name: word('results.removeFilter', { facet: word('results.facet.area'), value: area }),
    });
    await expect(tag).toBeVisible();
    const narrowed = await results.total();
    await tag.click();
    await expect.poll(() => results.total()).toBeGreaterThan(narrowed);
    // Coming back shows the list, as the filter was changed there.
    await program.go('rounds');
    await program.go('results');
    await results.expectFindings();
  });

  test('what was decided is taken back by Ctrl+Z here, too, and the matrix follows', async ({ program, hosting }) => {
    const { call } = hosting.now;
    const [sample] = (await call('rounds.list', {})).rounds;
    const round = sample!.id;
    const readiness = new ReadinessPage(program.page);
    await readiness.show();
    const whole = await readiness.cell(word('readiness.whole'), word('readiness.columnAll'));
    const before = await whole.innerText();
    const target = { kind: 'filter' as const, filter: { severity: ['error' as const] } };
    const waiver = { reason: 'Theo nghị quyết', by: 'Nguyễn Văn A', decision: '', until: '2027-12-31' };
    await call('decisions.waive', { round, target, ...waiver });
    await expect(whole).not.toHaveText(before);
    await expect(whole).toContainText('100');
    await program.page.keyboard.press('Control+z');
    await expect(whole).toHaveText(before);
  });

  test('the table can be pasted into Excel', async ({ program, context }) => {
    const readiness = new ReadinessPage(program.page);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await readiness.show();
    await readiness.copyButton.click();
    await expect(program.toasts).toContainText(word('readinessScreen.copied'));
    const lines = ((await program.page.evaluate('navigator.clipboard.readText()')) as string).trim().split(/\r?\n/);
    const names = await readiness.names();
    expect(lines.slice(1).map((line) => line.split('\t')[0])).toEqual(names);
    expect(new Set(lines.map((line) => line.split('\t').length))).toEqual(new Set([AREAS.length + 2]));
  });

  test('of thousands of agencies only those in sight are drawn, and all are reached', async ({ program }) => {
    const { page } = program;
    const readiness = new ReadinessPage(page);
    const cells = (seed: number): ReadinessMatrix['total'] =>
      [...AREAS, 'all'].map((_, at) => ({
        rows: 100,
        broken: (seed * 7 + at) % 101,
        ready: 100 - ((seed * 7 + at) % 101),
        change: null,
      }));
    const many: ReadinessMatrix = {
      revision: 1,
      areas: [...AREAS],
      agencies: Array.from({ length: 3321 }, (_, at) => ({
        id: `xa-${at}`,
        name: `Ủy ban nhân dân xã mẫu số ${at + 1}${at % 5 === 0 ? ' thuộc địa bàn có tên rất dài phải xuống dòng' : ''}`,
        isNew: false,
        cells: cells(at),
      })),
      total: cells(0),
      before: null,
      choices: [],
    };
    await page.route('**/api/results.readiness', (route) => route.fulfill({ json: { ok: true, value: many } }));
    await readiness.show();
    await expect(readiness.grid).toHaveAttribute('aria-rowcount', '3323');
    expect(await readiness.grid.getByRole('row').count()).toBeLessThan(120);
    // The wheel leaves the keyboard where it is, far above what is seen then.
    await readiness.grid.getByRole('rowheader').first().hover();
    await page.mouse.wheel(0, 40_000);
    await expect.poll(() => readiness.seen()).toBeGreaterThan(10);
    await page.mouse.wheel(0, -40_000);
    await readiness.head(word('readiness.columnAgency')).getByRole('button').click();
    await readiness.keyboardAt.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('PageDown');
    await expect(readiness.keyboardAt).toBeFocused();
    await page.keyboard.press('Control+End');
    await expect(await readiness.cell(word('readiness.whole'), word('readiness.columnAll'))).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(readiness.keyboardAt).toBeFocused();
    await expect(readiness.keyboardAt).toBeInViewport();
    expect(await readiness.grid.getByRole('row').count()).toBeLessThan(120);
  });
});

test('a round is compared with the one before it, with another one or with none, on screen and on paper', async ({
  program,
  hosting,
}) => {
  const { page } = program;
  const host = hosting.now;
  const police = procedureList('cong-an.xlsx', 'CÔNG AN TỈNH');
  await roundOf(host, 'Đợt tháng 6', '2026-06-01', [health(8), police]);
  await roundOf(host, 'Đợt tháng 7', '2026-07-01', [health(2), police]);
  const now = await roundOf(host, 'Đợt tháng 8', '2026-08-01', [
    health(4),
    procedureList('so-xay-dung.xlsx', 'SỞ XÂY DỰNG'),
  ]);
  await program.rounds.open('Đợt tháng 8');
  await program.go('results');
  const readiness = new ReadinessPage(page);
  await readiness.show();
  const { agencies, before } = await host.call('results.readiness', { round: now });
  expect(before?.name).toBe('Đợt tháng 7');
  const [own, fresh] = [agencies.find(({ isNew }) => !isNew)!, agencies.find(({ isNew }) => isNew)!];
  const all = await readiness.cell(own.name, word('readiness.columnAll'));
  const points = own.cells.at(-1)!.change!;
  expect(points).toBeLessThan(0);
  await expect(all).toContainText(`▼ ${-points}`);
  await expect(readiness.grid.getByRole('rowheader').filter({ hasText: fresh.name })).toContainText(
    word('readinessScreen.new'),
  );
  await page.getByText(word('readinessScreen.missing', { count: 1 })).click();
  await expect(page.getByText(before!.missing[0]!.name)).toBeVisible();
  expect(await accessibilityFaults(page, 'all')).toEqual([]);
  for (const emulation of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    await page.emulateMedia(emulation);
    await settled(page);
    expect(await accessibilityFaults(page, 'colours')).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize({ width: 683, height: 384 });
  expect(await cutOff(page)).toEqual([]);
  await page.setViewportSize({ width: 1366, height: 768 });

  await readiness.compareChoice.focus();
  await readiness.compareChoice.selectOption(
    word('readinessScreen.choice', { round: 'Đợt tháng 6', day: '28/6/2026' }),
  );
  await expect(all).toContainText('▲');
  await expect(readiness.compareChoice).toBeFocused();
  await program.go('reports');
  await program.reports.showPaper('readiness');
  await expect.poll(() => program.reports.paperText()).toContain('Đợt tháng 6');

  await program.go('results');
  await readiness.compareChoice.selectOption(word('readinessScreen.compareNone'));
  await expect(all).not.toContainText(/[▲▼]/);
  await program.go('reports');
  await program.reports.showPaper('readiness');
  await expect.poll(() => program.reports.paperText()).toContain(word('readiness.tableMatrix'));
  expect(await program.reports.paperText()).not.toContain('Đợt tháng 6');
});
