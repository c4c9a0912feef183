import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { summaryText } from '../../../electron/cli/summary.ts';
import { checkFiles } from '../../../electron/node/checkFiles.ts';
import { findFiles } from '../../../electron/node/inputFiles.ts';
import { loadReference } from '../../../electron/node/referenceFile.ts';
import { sampleRound } from '../../../electron/node/sample/sampleRound.ts';
import { drawCsv, drawWorkbook } from '../../../electron/node/sample/sampleSheet.ts';
import { SAMPLE_DAY, writeSample } from '../../../electron/node/sample/writeSample.ts';
import { writeFileAtomically } from '../../../electron/node/atomicFile.ts';
import { groupCauses } from '../../../shared/causes/groupCauses.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { jsonReport } from '../../../shared/reports/machine/json.ts';
import { RULES } from '../../../shared/rules/index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-causes-'));
let spoiled: Check;
let clean: Check;

beforeAll(async () => {
  const sample = await writeSample(path.join(folder, 'spoiled'));
  const cleanFolder = path.join(folder, 'clean');
  for (const file of sampleRound({ clean: true }).files) {
    const target = path.join(cleanFolder, ...file.path.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    const isCsv = file.path.endsWith('.csv');
    await writeFileAtomically(target, [isCsv ? drawCsv(file.sheets[0]!) : await drawWorkbook(file.sheets)]);
  }
  const reference = await loadReference([sample.catalogue]);
  if (!reference.ok) throw new Error(reference.error.code);
  const check = async (place: string): Promise<Check> =>
    checkFiles({
      found: await findFiles([place]),
      round: 'mẫu',
      today: SAMPLE_DAY,
      rules: RULES,
      reference: reference.value,
      mappings: [],
    });
  spoiled = await check(sample.agencies);
  clean = await check(cleanFolder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the clean copy of the sample round has no cause', () => {
  expect(groupCauses(clean.result.log)).toEqual([]);
});

test('the sheet of the sample round that is typed in an old font is one cause with one batch fix', () => {
  const [first] = groupCauses(spoiled.result.log);
  expect(first).toMatchObject({ kind: 'legacyFont', args: { agency: 'Phường Bồng Sơn', column: 'Lĩnh vực' } });
  expect(first!.fix!.edits).toHaveLength(first!.cells);
});

test('the JSON output lists causes with the identities of their findings', () => {
  const report = JSON.parse([...jsonReport(spoiled, 'vi')].join(''));
  const identities = new Set(report.findings.map(({ identity }: { identity: string }) => identity));
  expect(report.causes.length).toBeGreaterThan(0);
  for (const cause of report.causes) {
    expect(cause.findings.filter((identity: string) => !identities.has(identity))).toEqual([]);
    expect(cause.message).not.toMatch(/[{}]/);
  }
  const [first] = report.causes;
  expect(first.fix.edits[0]).toEqual({
    file: expect.any(String),
    sheet: expect.any(String),
    cell: expect.stringMatching(/^[A-Z]+\d+$/),
    before: expect.any(String),
    after: expect.any(String),
  });
});

test('the summary names the main causes before the rules', () => {
  const text = summaryText(spoiled, 'vi');
  expect(text).toContain('NGUYÊN NHÂN CHÍNH');
  expect(text).toMatch(/- cột Lĩnh vực gõ bằng phông cũ .*có thể sửa một lần \d+ ô/);
  expect(text.indexOf('NGUYÊN NHÂN CHÍNH')).toBeLessThan(text.indexOf('QUY TẮC BỊ VI PHẠM'));
  expect(summaryText(clean, 'vi')).not.toContain('NGUYÊN NHÂN CHÍNH');
});
