import { CFB } from '@e965/xlsx';
import exceljs from 'exceljs';
import { word } from './words.ts';
import { expect, test } from './workbench.ts';

test.use({ starts: 'with the sample round' });

const CHOSEN = ['Phường Bồng Sơn', 'Sở Y tế'] as const;

/** Files of an archive by their paths. */
function unpacked(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const { FullPaths, FileIndex } = CFB.read(archive, { type: 'buffer' }) as {
    readonly FullPaths: readonly string[];
    readonly FileIndex: readonly { readonly content?: Uint8Array }[];
  };
  const files = new Map<string, Uint8Array>();
  for (const [index, place] of FullPaths.entries()) {
    // The reader takes names for Latin-1.
    const name = Buffer.from(place.replace(/^[^/]*\//, ''), 'latin1').toString('utf8');
    // It adds entries of its own, which have no ending.
    if (name.includes('.')) files.set(name, Uint8Array.from(FileIndex[index]?.content ?? []));
  }
  return files;
}

const beginning = (content: Uint8Array, length: number): string => Buffer.from(content.subarray(0, length)).toString();

test('what is written for some agencies is saved as one archive with a folder for each', async ({ program }) => {
  const { reports } = program;
  await program.go('reports');
  await reports.chooseAgencies([]);
  await expect(reports.writeButton).toHaveAttribute('aria-disabled', 'true');
  await reports.chooseAgencies(CHOSEN);
  await reports.chooseOutputs(['correctionWorkbook', 'correctionPdf', 'reports', 'json']);
  await reports.writeButton.click();
  // Papers are printed by a browser that starts first.
  await expect(reports.written).toHaveCount(1, { timeout: 45_000 });
  const { name, content } = await reports.save();
  expect(name).toMatch(/\.zip$/);

  const files = unpacked(content);
  const folders = new Set([...files.keys()].filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
  const [papers, machine] = [word('batch.reportFolder'), word('batch.machineFolder')];
  expect(folders).toEqual(new Set([...CHOSEN, papers, machine]));
  for (const [file, bytes] of files) {
    expect.soft(bytes.length, file).toBeGreaterThan(200);
    if (file.endsWith('.pdf')) expect.soft(beginning(bytes, 5), file).toBe('%PDF-');
    if (/\.(?:xlsx|docx)$/.test(file)) expect.soft(beginning(bytes, 2), file).toBe('PK');
  }
  for (const agency of CHOSEN) {
    const list = [...files.keys()].find((file) => file.startsWith(`${agency}/`) && file.includes(` - ${agency}.xlsx`));
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.from(files.get(list!)!) as never);
    expect(workbook.worksheets.length).toBeGreaterThan(0);
    expect(workbook.worksheets[0]!.getSheetValues().flat().map(String).join('\n')).toContain(agency);
    expect([...files.keys()].some((file) => file.startsWith(`${agency}/`) && file.endsWith('.pdf'))).toBe(true);
  }
  for (const kind of ['docx', 'pdf', 'xlsx'])
    expect(
      [...files.keys()].some((file) => file.startsWith(`${papers}/`) && file.endsWith(`.${kind}`)),
      kind,
    ).toBe(true);

  const json = [...files].find(([file]) => file.startsWith(`${machine}/`) && file.endsWith('.json'))![1];
  const { findings } = JSON.parse(Buffer.from(json).toString()) as {
    readonly findings: readonly { readonly agency: string }[];
  };
  expect([...new Set(findings.map(({ agency }) => agency))].sort()).toEqual([...CHOSEN].sort());
});
