import { expect } from '@playwright/test';
import { PAPERS, type Paper } from '../../../shared/contract/reports.ts';
import { answered, listWithin } from '../answeredList.ts';
import { Bundles } from '../pages/bundles.ts';
import { TakingBack } from '../pages/takingBack.ts';
import { word } from '../words.ts';
import type { Screen } from './screen.ts';

const paper = (name: Paper): Screen => ({
  name: `reports-${name}`,
  show: async (program) => {
    await program.go('reports');
    await program.reports.showPaper(name);
    await program.reports.expectPreview();
  },
});

export const REPORT_SCREENS: readonly Screen[] = [
  ...PAPERS.map(paper),
  {
    name: 'reports-nothing-chosen',
    show: async (program) => {
      await program.go('reports');
      await program.reports.chooseAgencies([]);
      await expect(program.reports.writeButton).toHaveAttribute('aria-disabled', 'true');
    },
  },
  {
    name: 'reports-written',
    show: async (program) => {
      await program.go('reports');
      await program.reports.chooseOutputs(['correctionWorkbook']);
      await program.reports.chooseAgencies(['Sở Tư pháp']);
      await program.reports.writeButton.click();
      await expect(program.reports.written).toHaveCount(1);
      await expect(program.page.getByRole('main').getByRole('progressbar')).toHaveCount(0);
    },
  },
  {
    name: 'returned-empty',
    show: async (program) => {
      await program.go('reports');
      await new TakingBack(program.page).open();
    },
  },
  {
    name: 'returned',
    show: async (program) => {
      const back = new TakingBack(program.page);
      await program.go('reports');
      await back.close();
      const list = await listWithin((await program.reports.save()).content);
      await back.open();
      const answers = ['expected', { keep: 'Theo nghị quyết của tỉnh' }] as const;
      await back.choose([
        await answered(list, 'so-tu-phap-tra-loi.xlsx', answers),
        { name: 'cong-van.csv', content: Buffer.from('a,b\n1,2\n') },
      ]);
      await expect(back.files).toHaveCount(2);
      await expect(back.lines.first()).toBeVisible();
    },
  },
  {
    name: 'bundle-verified',
    show: async (program) => {
      await program.go('reports');
      await new TakingBack(program.page).close();
      await program.reports.chooseOutputs(['bundle']);
      await program.reports.writeButton.click();
      await expect(program.reports.written).toHaveCount(2);
      const { name, content } = await program.reports.save();
      await new Bundles(program.page).verify(name, Buffer.from(content));
      await expect(
        new Bundles(program.page).dialog.getByRole('heading', { name: word('bundleScreen.same') }),
      ).toBeVisible();
    },
  },
];
