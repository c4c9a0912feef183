import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { Findings } from '../../../shared/engine/findings.ts';
import { runRules } from '../../../shared/engine/run.ts';
import { readWorkbook } from '../../../shared/intake/readWorkbook.ts';
import { RULES_OF_GROUP } from '../../../shared/rules/workflows/index.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../../shared/data/real/workflows');

/** What the workflow rules say of one real workbook: rule, sheet, cell, message id. */
async function findingsOf(name: string): Promise<readonly string[]> {
  const workbook = await openWorkbook(readFileSync(path.join(FOLDER, name)), name);
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.error));
  const { log } = runRules({
    tables: readWorkbook(workbook.value, { file: name }).flatMap(({ tables }) => tables),
    rules: RULES_OF_GROUP,
    references: {},
    today: '2026-09-01',
  });
  return Array.from(
    new Findings(log, 'vi'),
    ({ ruleId, sheet, cell, messageId }) => `${ruleId} ${sheet}!${cell} ${messageId}`,
  );
}

test.skipIf(!existsSync(FOLDER)).each([
  [
    'qt2.xlsx',
    [
      'WFL-02 QuyTrinh!E6 noReturn',
      'WFL-05 LuanChuyen!A6 otherSheet',
      'WFL-03 LuanChuyen!D7 repeated',
      'WFL-03 LuanChuyen!E7 selfLoop',
      'WFL-03 LuanChuyen!F7 repeated',
    ],
  ],
  ['qt3.xlsx', ['WFL-02 QuyTrinh!E6 noReturn']],
  [
    'qt5.xlsx',
    [
      'WFL-09 QuyTrinh!B6 trial',
      'WFL-02 QuyTrinh!E6 noReturn',
      'WFL-04 QuyTrinh!G6 noTime',
      'WFL-03 LuanChuyen!D6 repeated',
      'WFL-03 LuanChuyen!D7 repeated',
      'WFL-03 LuanChuyen!E7 selfLoop',
      'WFL-03 LuanChuyen!F7 repeated',
    ],
  ],
  ['qt7.xlsx', ['WFL-05 QuyTrinh!A6 title']],
])('the defects of the real workflow workbook %s are found (needs the shared data folder)', async (name, expected) => {
  expect(await findingsOf(name)).toEqual(expected);
});
