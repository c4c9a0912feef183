import { expect, test } from 'vitest';
import { withFixedDates } from '../../../electron/node/reports/pdfDates.ts';

const pdf = (made: string): Uint8Array =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj\n<</CreationDate (D:${made}+00'00')\n/ModDate (D:${made}-07'00')>>\nendobj\n\u00FF`,
    'latin1',
  );

test('a PDF says that it was made on the day it is about, whenever it was printed', () => {
  const [one, other] = ['20261121091823', '20270102235959'].map((made) => withFixedDates(pdf(made), '2026-09-01'));
  expect(one).toEqual(other);
  expect(Buffer.from(one!).toString('latin1')).toContain(
    "/CreationDate (D:20260901000000+00'00')\n/ModDate (D:20260901",
  );
  expect(one!.length).toBe(pdf('20261121091823').length);
});

test('what is no PDF of a browser stays as it is, and so does what was given', () => {
  const given = pdf('20261121091823');
  withFixedDates(given, '2026-09-01');
  expect(given).toEqual(pdf('20261121091823'));
  expect(withFixedDates(Buffer.from('D:20261121091823'), '2026-09-01')).toEqual(
    new Uint8Array(Buffer.from('D:20261121091823')),
  );
});
