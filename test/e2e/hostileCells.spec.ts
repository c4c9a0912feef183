import { procedureList, spoiledRow } from './givenFiles.ts';
import { expect, test } from './workbench.ts';

const HOSTILE = [
  '<img src=x onerror="document.title=\'taken\'">',
  '<script>document.title="taken"</script>',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
  '[x](javascript:document.title=1) javascript:alert(1)',
  '\u202Egnp.exe\u202C \u2066đảo chiều\u2069',
  '{{constructor.constructor("document.title=1")()}} ${7*7} %s %n',
  '=HYPERLINK("https://example.invalid","bấm vào đây")',
  'R\u1ea5t d\u00e0i '.repeat(900),
] as const;

test('cells with markup, script, turned text and endless text are shown as the text they are', async ({ program }) => {
  const { intake, results, page } = program;
  page.on('dialog', () => expect.soft('a dialog opened', 'no cell runs').toBe(''));
  const rows = HOSTILE.map((text, index) => spoiledRow(12 + index, { 1: text, 2: `${text}  `, 4: text, 5: text }));
  await program.rounds.create();
  await intake.choose([
    procedureList(`<img src=x onerror=alert(1)>.xlsx`.replaceAll(/[<>]/g, '＜'), '<b>SỞ</b> Y TẾ', rows),
  ]);
  await expect(intake.filter('all', 1)).toBeVisible();
  const file = page.getByRole('listitem').first();
  await file
    .getByRole('button', { name: /Danh mục/ })
    .first()
    .click();
  await intake.review.expectOpen('Danh mục');
  await expect(page.getByText(HOSTILE[0]).first()).toBeVisible();
  await page.keyboard.press('Escape');

  await intake.toResults();
  await results.expectFindings();
  for (const text of HOSTILE.slice(0, 2)) {
    await results.search.fill(text.slice(1, 12));
    await results.expectFindings();
    await results.open(results.row(0));
    await expect(results.detail).toContainText(text.slice(0, 30));
  }
  await program.go('reports');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.title()).not.toContain('taken');
  expect(await page.locator('main img[src="x"], main script, main svg a').count()).toBe(0);
});
