import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkFiles } from '../../../electron/node/checkFiles.ts';
import { findFiles } from '../../../electron/node/inputFiles.ts';
import { loadReference } from '../../../electron/node/referenceFile.ts';
import { SAMPLE_DAY, writeSample } from '../../../electron/node/sample/writeSample.ts';
import { RulesRun, runRules, type RunSetting } from '../../../shared/engine/run.ts';
import type { SheetReading } from '../../../shared/intake/reading.ts';
import { editSheetCells } from '../../../shared/intake/sheetEdits.ts';
import { indexProcedures } from '../../../shared/reference/procedureIndex.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { rowCount } from '../../../shared/table/table.ts';
import { told } from '../../unit/engine/caseTables.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-sample-edits-'));
let readings: readonly SheetReading[];
let setting: RunSetting;

beforeAll(async () => {
  const sample = await writeSample(folder);
  const reference = await loadReference([sample.catalogue]);
  if (!reference.ok) throw new Error(reference.error.code);
  setting = { rules: RULES, references: { procedures: indexProcedures(reference.value) }, today: SAMPLE_DAY };
  const check = await checkFiles({
    found: await findFiles([sample.agencies]),
    round: 'mẫu',
    today: SAMPLE_DAY,
    rules: RULES,
    reference: reference.value,
    mappings: [],
  });
  readings = check.files.flatMap((file) => file.readings).filter(({ tables }) => tables.length > 0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const number = fc.nat(1_000_000);
const edit = fc.record({ reading: number, row: number, column: number, source: number, change: fc.nat(3) });

test('whatever cells of the sample round are edited, the run that goes on tells what a new one tells', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const sheets = readings.map(({ columns, tables }) => ({ columns, tables }));
      const run = new RulesRun(setting);
      for (const { tables } of sheets) for (const table of tables) run.judge(table);
      run.finish();
      for (const { reading, row, column, source, change } of edits) {
        const sheet = sheets[reading % sheets.length]!;
        const [main] = sheet.tables;
        if (main === undefined || rowCount(main) === 0) continue;
        const place = main.columns[column % main.columns.length]!;
        const at = row % rowCount(main);
        const other = place.at(source % rowCount(main)).text;
        const edited = editSheetCells(sheet.tables, sheet.columns, [
          {
            row: main.rowNumbers[at]!,
            column: place.sheetColumnAt(at),
            text: [other, `${other} `, '', `${place.at(at).text} sửa`][change]!,
          },
        ]);
        edited.forEach((table, index) => run.replace(sheet.tables[index]!, table));
        sheet.tables = edited;
        run.finish();
      }
      const tables = sheets.flatMap((sheet) => sheet.tables);
      expect(told(run.finish())).toEqual(told(runRules({ ...setting, tables })));
    }),
    { numRuns: 10 },
  );
});
