import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { FIELDS, type FieldKey } from '../../../shared/domain/fields.ts';
import type { LoggedFinding } from '../../../shared/engine/findingLog.ts';
import { runRules } from '../../../shared/engine/run.ts';
import { readWorkbook } from '../../../shared/intake/readWorkbook.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { columnOf, type Table } from '../../../shared/table/table.ts';

const SHARED_DATA = path.resolve(import.meta.dirname, '../../../../shared/data');
const EXPORTS = path.join(SHARED_DATA, 'real/portal-exports');
const DEFECTS = path.join(SHARED_DATA, 'reference/known_real_defects.csv');
const isMissing = !existsSync(EXPORTS) || !existsSync(DEFECTS);

/** Headings of the portal's export, as the list of defects names them. */
const FIELD_OF: Readonly<Record<string, FieldKey>> = {
  Tên: 'ten_tthc',
  'Cơ quan thực hiện': 'co_quan_thuc_hien',
  'Lĩnh vực': 'linh_vuc',
};

/** The defects of the list that are about text, by the rule and message that name them. */
const DEFECT_OF: Readonly<Record<string, string>> = {
  'TXT-01 decomposed': 'not_NFC',
  'TXT-04 edge': 'leading/trailing whitespace',
  'TXT-04 onlyBlanks': 'leading/trailing whitespace',
  'TXT-04 double': 'double space',
  'TXT-04 tab': 'tab',
};

async function portalExports(): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const file of readdirSync(EXPORTS).sort()) {
    const workbook = await openWorkbook(readFileSync(path.join(EXPORTS, file)), file);
    if (!workbook.ok) throw new Error(`${file}: ${workbook.error.code}`);
    tables.push(...readWorkbook(workbook.value, { file }).flatMap((reading) => reading.tables));
  }
  return tables;
}

function textFindings(tables: readonly Table[]): readonly LoggedFinding[] {
  const rules = RULES.filter(({ id }) => id.startsWith('TXT-'));
  const { log } = runRules({ tables, rules, references: {}, today: '2026-09-01' });
  return Array.from({ length: log.size }, (_, index) => log.at(index));
}

/** One line per defect that a finding names; a cell with several kinds of white space gives several. */
function defectsOf({ rule, table, row, column, verdict }: LoggedFinding): readonly string[] {
  const field = table.columns[column]?.field;
  if (field === undefined || field === null) return [];
  const messages =
    verdict.message === 'several'
      ? Object.keys(verdict.args ?? {}).filter((kind) => kind !== 'count' && verdict.args?.[kind] !== 0)
      : [verdict.message];
  return messages
    .map((message) => DEFECT_OF[`${rule.id} ${message}`])
    .filter((defect) => defect !== undefined)
    .map((defect) => `${columnOf(table, 'ma_tthc')?.at(row).text} · ${FIELDS[field].vi} · ${defect}`);
}

/** Reads the columns before the evidence, which alone is ever quoted or broken over lines. */
function listedDefects(): readonly string[] {
  return readFileSync(DEFECTS, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.split(','))
    .filter(([source, , , , defect]) => source === 'xlsx_export' && Object.values(DEFECT_OF).includes(defect!))
    .map(([, code, heading, , defect]) => `${code} · ${FIELDS[FIELD_OF[heading!]!].vi} · ${defect}`);
}

test.skipIf(isMissing)(
  'every known text defect of the real portal exports is found in its cell, and no other (needs the shared data folder)',
  async () => {
    const found = textFindings(await portalExports()).flatMap(defectsOf);

    expect([...new Set(found)].sort()).toEqual([...new Set(listedDefects())].sort());
  },
);
