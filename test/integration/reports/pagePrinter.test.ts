import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { findChromium } from '../../../electron/node/reports/findChromium.ts';
import { BrowserPrinter } from '../../../electron/node/reports/pagePrinter.ts';

const page = (text: string): string =>
  `<!doctype html><html lang="vi"><style>@page { size: A4 landscape; margin: 20mm }</style><p>${text}</p></html>`;

/** A PDF's text and the size of its pages. */
function read(pdf: Uint8Array): { readonly text: string; readonly size: string } {
  const ask = (program: string, ...args: readonly string[]): string =>
    spawnSync(program, args, { input: pdf, encoding: 'utf8' }).stdout;
  return { text: ask('pdftotext', '-', '-').trim(), size: /Page size:\s+(.*)/.exec(ask('pdfinfo', '-'))?.[1] ?? '' };
}

test.skipIf(findChromium() === null)(
  'many pages are printed one after the other, each with its own text, on its own paper',
  async () => {
    await using printer = new BrowserPrinter();
    for (const text of ['Xã Đắk Đoa', 'Phường Quy Nhơn', 'Sở Tư pháp']) {
      const printed = await printer.print(page(text));
      if (!printed.ok) throw new Error(JSON.stringify(printed.error));
      expect(read(printed.value)).toMatchObject({ text, size: expect.stringMatching(/^84\d.* x 59\d.*A4/) });
    }
  },
);

describe('what cannot be printed is said', () => {
  test('no browser on the machine', async () => {
    await using printer = new BrowserPrinter(null);
    expect(await printer.print(page('x'))).toMatchObject({ error: { code: 'pdf.noBrowser' } });
  });

  test('a program that is no browser, twice over', async () => {
    await using printer = new BrowserPrinter(process.execPath);
    for (const _ of [1, 2]) expect(await printer.print(page('x'))).toMatchObject({ error: { code: 'pdf.failed' } });
  });
});
