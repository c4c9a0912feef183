import { word, wordWithin } from './words.ts';
import { expect, test } from './workbench.ts';

test.use({ starts: 'with the sample round' });

const OFFICE = {
  parentAgency: 'Ủy ban nhân dân tỉnh Gia Lai',
  agency: 'Văn phòng Ủy ban nhân dân tỉnh',
  place: 'Gia Lai',
  number: '215',
  symbol: 'VP',
  addressees: 'Ủy ban nhân dân tỉnh\nCục Kiểm soát thủ tục hành chính',
  basis: 'Công văn số 003/HD-VPCP ngày 10 tháng 7 năm 2026',
  signatoryTitle: 'Chánh Văn phòng',
  signatoryName: 'Trần Thị Hạnh',
  recipients: 'Như trên\nLưu: VT, KSTTHC',
};

test('what an office says of itself stands on its papers, and is taken back by its undo', async ({ program }) => {
  const { settings, reports } = program;
  await program.go('reports');
  await reports.showPaper('leader');
  await expect.poll(() => reports.paperText()).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(await reports.paperText()).not.toContain(OFFICE.signatoryName);

  await program.page.getByRole('button', { name: word('reports.office'), exact: true }).click();
  await program.expectAt('settings');
  await expect(settings.office.saveButton).toHaveAttribute('aria-disabled', 'true');
  await settings.office.enter(OFFICE);
  // What was typed waits while other places are visited.
  await program.go('rounds');
  await program.go('settings');
  await expect(settings.office.field('agency')).toHaveValue(OFFICE.agency);
  await settings.office.saveButton.click();
  await expect(program.toasts).toContainText(word('officeForm.saved'));
  await expect(settings.office.saveButton).toHaveAttribute('aria-disabled', 'true');

  await program.go('reports');
  await reports.showPaper('leader');
  await expect.poll(() => reports.paperText()).toContain(OFFICE.signatoryName);
  const paper = await reports.paperText();
  for (const line of [
    'ỦY BAN NHÂN DÂN TỈNH GIA LAI',
    'VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH',
    'Gia Lai, ngày',
    '215/BC-VP',
    'CHÁNH VĂN PHÒNG',
    ...Object.values(OFFICE)
      .flatMap((value) => value.split('\n'))
      .slice(-4),
    'Cục Kiểm soát thủ tục hành chính',
    OFFICE.basis,
  ])
    expect.soft(paper.toLowerCase(), line).toContain(line.toLowerCase());

  await program.undoByToast();
  await expect.poll(() => reports.paperText()).not.toContain(OFFICE.signatoryName);
});

test('a value that can not be used says so at its field, and nothing is saved', async ({ program }) => {
  const { office } = program.settings;
  await program.go('settings');
  await office.enter({ agency: 'Văn phòng', daysErrors: '0', daysWarnings: 'mười', province: '5' });
  await office.setRoutes();
  const to = office.form.getByRole('textbox', { name: word('officeForm.toOf', { line: 1 }) });
  const due = office.form.getByRole('textbox', { name: word('officeForm.dueOf', { line: 1 }) });
  await to.fill('');
  await due.fill('25:00');
  await office.saveButton.click();

  const complaints = [
    [office.field('daysErrors'), wordWithin('officeForm.badDays', { most: 90 })],
    [office.field('daysWarnings'), wordWithin('officeForm.badDays', { most: 180 })],
    [office.field('province'), wordWithin('officeForm.badProvince')],
    [to, wordWithin('officeForm.noTo')],
    [due, wordWithin('officeForm.badDue')],
  ] as const;
  for (const [field, complaint] of complaints) {
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(complaint);
  }
  await expect(office.field('daysErrors')).toBeFocused();
  await expect(program.toasts).not.toContainText(word('officeForm.saved'));

  await office.enter({ daysErrors: '5', daysWarnings: '15', province: '52' });
  await to.fill('Công an tỉnh Gia Lai');
  await due.fill('9h30');
  await office.saveButton.click();
  await expect(program.toasts).toContainText(word('officeForm.saved'));
  await expect(due).toHaveValue('09:30');

  await office.enter({ place: 'Pleiku' });
  await office.discardButton.click();
  await expect(office.field('place')).toHaveValue('');
  await expect(office.field('daysErrors')).toHaveValue('5');
});
