import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APPLICANTS, formatApplicants, parseApplicants, type Applicant } from '../../../shared/domain/applicants.ts';

test.each([
  ['Công dân Việt Nam', ['citizen']],
  ['Công dân Việt Nam, Cán bộ, công chức, viên chức', ['citizen', 'official']],
  [
    'Tổ chức (không bao gồm doanh nghiệp, HTX), Doanh nghiệp, Hợp tác xã',
    ['organisation', 'enterprise', 'cooperative'],
  ],
  ['Doanh nghiệp có vốn đầu tư nước ngoài\nDoanh nghiệp; Doanh nghiệp', ['foreignInvestedEnterprise', 'enterprise']],
  ['ĐT1; ĐT4', ['citizen', 'foreigner']],
])('%j names %j', (cell, expected) => {
  expect(parseApplicants(cell)).toEqual({ ok: true, value: expected });
});

test.each([
  ['', { reason: 'empty', span: { start: 0, end: 0 } }],
  ['Doanh nghiệp, Hộ gia đình', { reason: 'unknown', span: { start: 14, end: 25 } }],
])('%j is refused', (cell, expected) => {
  expect(parseApplicants(cell)).toEqual({ ok: false, ...expected });
});

test('every set of applicants can be written and read again', () => {
  fc.assert(
    fc.property(fc.subarray(Object.keys(APPLICANTS) as Applicant[], { minLength: 1 }), (applicants) => {
      expect(parseApplicants(formatApplicants(applicants))).toEqual({ ok: true, value: applicants });
    }),
  );
});

const catalogue = resolve(import.meta.dirname, '../../../../shared/data/reference/national_catalogue_2026-07.jsonl');
test.skipIf(!existsSync(catalogue))(
  'all applicants of the national catalogue are read (needs the shared data folder)',
  () => {
    const cells = readFileSync(catalogue, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { doi_tuong: string }).doi_tuong)
      .filter((cell) => cell !== '');
    expect(cells.filter((cell) => !parseApplicants(cell).ok)).toEqual([]);
  },
);
