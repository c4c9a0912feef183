import { laterCatalogue } from './givenCatalogues.ts';
import { word } from './words.ts';
import { expect, test } from './workbench.ts';

test.use({ starts: 'with the sample round' });

const SAMPLE = 'danh-muc-quoc-gia-mau.csv';
const NEWER = 'danh-muc-2026-10-01.csv';

test('a newer catalogue is taken in, says what changed and whom it touches, is put in force, and goes again', async ({
  program,
}) => {
  const { results, knowledge } = program;
  const { catalogues } = knowledge;
  await results.search.fill('FEE-05');
  await expect.poll(() => results.total()).toBeLessThan(20);
  const before = await results.total();

  await program.go('knowledge');
  await knowledge.show('catalogues');
  await expect(catalogues.line(SAMPLE)).toContainText(word('knowledge.inUse'));
  await catalogues.import(laterCatalogue(NEWER));
  await expect(catalogues.line(NEWER)).toContainText('1/10/2026');

  await expect(await catalogues.showDoubts(NEWER)).toContainText('1.900999');

  await catalogues.compare();
  await expect(catalogues.kind('added', 1)).toBeVisible();
  await expect(catalogues.kind('removed', 1)).toBeVisible();
  await expect(catalogues.changes).toHaveCount(3);
  await catalogues.kind('changed', 1).click();
  await expect(catalogues.changes).toHaveCount(1);
  await expect(catalogues.changes).toContainText('1.900120');
  await expect(catalogues.changes).toContainText('120.000');
  // Only the department of justice lists notaries' procedures.
  await expect(catalogues.touched).toHaveCount(1);
  await expect(catalogues.touched).toContainText('Sở Tư pháp');

  await catalogues.use(NEWER);
  await program.go('results');
  await results.expectFindings();
  await expect.poll(() => results.total()).toBeGreaterThan(before);
  await program.undoByToast();
  await results.expectTotal(before);

  await program.go('knowledge');
  await catalogues.remove(NEWER);
  await catalogues
    .removeDialog(NEWER)
    .getByRole('button', { name: word('knowledge.remove'), exact: true })
    .click();
  await expect(catalogues.line(NEWER)).toBeHidden();
  await expect(catalogues.line(SAMPLE)).toContainText(word('knowledge.inUse'));
});

test('a file that is no catalogue is refused with its name, and nothing changes', async ({ program }) => {
  const { catalogues } = program.knowledge;
  await program.go('knowledge');
  await program.knowledge.show('catalogues');
  const asked = program.page.waitForEvent('filechooser');
  await program.page.getByRole('button', { name: word('knowledge.import'), exact: true }).click();
  const name = 'ghi-chu.csv';
  await (await asked).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
  await expect(program.alerts).toContainText(name);
  await expect(catalogues.line(SAMPLE)).toBeVisible();
  await expect(catalogues.line(name)).toBeHidden();
});
