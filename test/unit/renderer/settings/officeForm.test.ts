import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftFaults } from '../../../../renderer/src/features/settings/office/draftFaults.ts';
import { formatDayList, parseDayList } from '../../../../renderer/src/features/settings/office/dayList.ts';
import { draftOf, officeOfDraft } from '../../../../renderer/src/features/settings/office/officeDraft.ts';
import { addDays } from '../../../../shared/domain/calendarDate.ts';
import { officeSchema } from '../../../../shared/settings/office.ts';

test.each([
  ['', []],
  ['2/9/2026', ['2026-09-02']],
  ['  16/02/2026 - 18/02/2026\n\n', ['2026-02-16', '2026-02-17', '2026-02-18']],
  ['16/02/2026-17/02/2026', ['2026-02-16', '2026-02-17']],
  ['16/02/2026 đến 17/02/2026', ['2026-02-16', '2026-02-17']],
  ['16-02-2026 – 17-02-2026', ['2026-02-16', '2026-02-17']],
  ['2026-02-16', ['2026-02-16']],
  ['3/9/2026\n1/9/2026\n3/9/2026', ['2026-09-01', '2026-09-03']],
])('days are read as people type them: %j', (text, days) => {
  expect(parseDayList(text)).toEqual({ ok: true, value: days });
});

test.each([
  ['mùng một', 'officeForm.badDate', 1],
  ['2/9/2026\n31/02/2026', 'officeForm.badDate', 2],
  ['1/2/2026 - 3/2/2026 - 5/2/2026', 'officeForm.badDate', 1],
  ['3/2/2026 - 1/2/2026', 'officeForm.badRun', 1],
  ['1/1/2026 - 31/12/2026', 'officeForm.badRun', 1],
])('what can’t be read is told with its line: %j', (text, code, line) => {
  expect(parseDayList(text)).toMatchObject({ ok: false, error: { code, params: { line } } });
});

test('days that were kept are shown so that they are read again', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-01-01', days));
  fc.assert(
    fc.property(fc.uniqueArray(day, { maxLength: 80 }), (days) => {
      expect(parseDayList(formatDayList(days))).toEqual({ ok: true, value: days.toSorted() });
    }),
  );
});

test('office data that are shown and not changed are the same', () => {
  const office = officeSchema.parse({
    daysOff: ['2026-02-16', '2026-02-17', '2026-04-26'],
    workingDays: ['2026-08-22'],
    dailyRoutes: [{ from: 'commune', to: 'Công an xã', due: '16:00' }],
  });
  expect(officeOfDraft(draftOf(office))).toEqual(office);
});

test('a day can’t be off and worked', () => {
  const draft = { ...draftOf(officeSchema.parse({})), daysOff: '1/9/2026', workingDays: '1/9/2026' };
  expect(draftFaults(draft).get('workingDays')?.code).toBe('officeForm.dayInBoth');
  expect([...draftFaults({ ...draft, workingDays: '5/9/2026' }).keys()]).toEqual([]);
});
