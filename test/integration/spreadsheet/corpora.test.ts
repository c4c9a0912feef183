import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileMessages } from '../../../shared/i18n/areas/files.ts';
import {
  CORPORA,
  corporaNames,
  HEAP_MEGABYTES,
  MOST_MEGABYTES,
  openAll,
  OUT_OF_BOUNDS,
  RUN_MILLISECONDS,
  type CorporaOutcome,
} from './corporaRun.ts';
import { FORMATS_PAGE, tableRow } from './formatsPage.ts';

const isAbsent = !existsSync(CORPORA);

/** The files that are not opened, and why; every other one is. */
const REFUSED: Readonly<Record<string, string>> = {
  // Damaged on purpose
  'calamine/tests/OOM_alloc3.xls': 'file.damaged.structure',
  'calamine/tests/issue252.xlsx': 'file.damaged.checksum',
  'calamine/tests/issue_594_dos.ods': 'file.damaged.content',
  'excel-streaming-reader/src/test/resources/corrupt.xlsx': 'file.damaged.content',
  'excel-streaming-reader/src/test/resources/test-missing-sheet.xlsx': 'file.damaged.missingPart',
  'exceljs/spec/integration/data/missing-bits.xlsx': 'file.damaged.missingPart',
  // Behind a password
  'calamine/tests/issue_385.xls': 'file.encrypted',
  'calamine/tests/pass_protected.ods': 'file.encrypted',
  'calamine/tests/pass_protected.xlsb': 'file.encrypted',
  'calamine/tests/pass_protected.xlsx': 'file.encrypted',
  'excel-streaming-reader/src/test/resources/encrypted.xlsx': 'file.encrypted',
  'xlsx-populate/examples/encryption/in.xlsx': 'file.encrypted',
  'xlsx-populate/examples/encryption/out.xlsx': 'file.encrypted',
  'xlsx-populate/test/e2e-generate/encrypted/out.xlsx': 'file.encrypted',
  'xlsx-populate/test/e2e-parse/encrypted/input.xlsx': 'file.encrypted',
  // Hostile on purpose
  'excel-streaming-reader/src/test/resources/entity-expansion-exploit-poc-file.xlsx': 'file.unsafe.doctype',
  // No spreadsheet, whatever the name says
  'calamine/tests/too_small.xls': 'file.notATable',
  'closedxml/ClosedXML.Tests/Resource/TryToLoad/LO/xlsm/pass/CVE-2016-0122-1.xlsm': 'file.unknownFormat',
  'closedxml/ClosedXML.Tests/Resource/TryToLoad/~$LoadPivotTables.xlsx': 'file.notATable',
  'exceljs/spec/integration/data/numbers.numbers': 'file.unknownFormat',
  'exceljs/spec/integration/data/test-issue-991.csv': 'file.notATable',
};

describe.skipIf(isAbsent)('spreadsheets of other projects’ test suites (needs the shared data folder)', () => {
  let files: CorporaOutcome['files'] = [];
  let peakMegabytes = 0;
  beforeAll(() => {
    ({ files, peakMegabytes } = openAll());
  }, RUN_MILLISECONDS);

  test('every file is opened, or refused for a reason that has a name: none crashes or hangs the worker', () => {
    const refused = files.filter(({ outcome }) => outcome !== 'opened').map(({ name, outcome }) => [name, outcome]);
    expect(Object.fromEntries(refused)).toEqual(REFUSED);
    expect(files.map(({ name }) => name).sort()).toEqual(corporaNames());
    for (const [, code] of refused) expect(Object.keys(fileMessages.vi)).toContain(code);
  });

  test(`none needs a heap of more than ${HEAP_MEGABYTES} MB, none reaches the deadline, the process stays below ${MOST_MEGABYTES} MB`, () => {
    expect(files.filter(({ outcome }) => OUT_OF_BOUNDS.has(outcome))).toEqual([]);
    expect(peakMegabytes).toBeLessThan(MOST_MEGABYTES);
  });

  test('docs/formats.md tells how many are opened, and how many refused for which reason', () => {
    const formats = Map.groupBy(files, ({ name }) => path.extname(name).toLowerCase());
    const rows = [...formats, ['all', files] as const].map(([format, ofFormat]) => {
      const opened = ofFormat.filter(({ outcome }) => outcome === 'opened').length;
      return tableRow(format, ofFormat.length, opened, ofFormat.length - opened);
    });
    for (const [outcome, refused] of Map.groupBy(files, (file) => file.outcome)) {
      if (outcome !== 'opened') rows.push(tableRow(`\`${outcome}\``, refused.length));
    }
    expect(rows.filter((row) => !FORMATS_PAGE.includes(row))).toEqual([]);
  });
});
