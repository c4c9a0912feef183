import { expect, test } from 'vitest';
import { previewPage } from '../../../electron/node/workbench/previewPage.ts';
import { MOST_LINES_AT_ONCE } from '../../../shared/contract/reports.ts';
import { officeSchema } from '../../../shared/settings/office.ts';
import { tableFrom } from '../../tables.ts';
import { checkOf } from './reportedRound.ts';

const OFFICE = officeSchema.parse({});
const HALF = MOST_LINES_AT_ONCE / 2;

/** Agencies with a finding a row. */
const check = checkOf(
  [HALF, HALF, 1].map((rows, at) =>
    tableFrom(
      'procedures',
      Array.from({ length: rows }, (_, row) => ({ ma_tthc: `1.${100_000 + row}`, ten_tthc: 'x' })),
      { agency: { id: `a${at}`, name: `Sở ${at}` }, file: `${at}.xlsx` },
    ),
  ),
);
const together = (agencies: readonly string[] | null) =>
  previewPage(check, 'correctionLists', null, agencies, OFFICE, 'vi', () => null);

test.each<[readonly string[] | null, object]>([
  [['a0', 'a1'], { ok: true, value: { findings: MOST_LINES_AT_ONCE } }],
  [['a2'], { ok: true, value: { findings: 1 } }],
  [
    null,
    { error: { code: 'report.tooManyLines', params: { lines: MOST_LINES_AT_ONCE + 1, most: MOST_LINES_AT_ONCE } } },
  ],
  [['khong-co'], { error: { code: 'report.noAgency' } }],
])('the lists of agencies %j are one document, if they are not too long for one', (agencies, expected) => {
  expect(together(agencies)).toMatchObject(expected);
});
