import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datasetKind } from '../../../shared/domain/datasets.ts';
import { isConcerned } from '../../../shared/engine/tableChange.ts';
import { Findings } from '../../../shared/engine/findings.ts';
import type { Rule } from '../../../shared/engine/rule.ts';
import { RulesRun, runRules, type RunSetting } from '../../../shared/engine/run.ts';
import type { Waiver } from '../../../shared/engine/waivers.ts';
import { indexProcedures } from '../../../shared/reference/procedureIndex.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { editCells } from '../../../shared/table/editedTable.ts';
import { columnOf, rowCount, TableColumn, type Table } from '../../../shared/table/table.ts';
import { caseCatalogue } from '../../rules/caseCatalogue.ts';
import { caseReferences } from '../../rules/caseReferences.ts';
import { allCaseTables, casesOf, tablesOfCase, told } from './caseTables.ts';

const waiver = (ruleId: string, more: Partial<Waiver> = {}): Waiver => ({
  ruleId,
  match: new Map(),
  agencies: [],
  reason: 'Được chấp thuận',
  by: 'Sở mẫu',
  decision: '1/QĐ',
  until: '2026-12-31',
  source: { file: 'a.yaml', line: 1, column: 1 },
  ...more,
});

const SETTING: RunSetting = {
  rules: RULES,
  references: { ...caseReferences(), procedures: indexProcedures(caseCatalogue()) },
  today: '2026-09-01',
  waivers: [
    waiver('TXT-04', { match: new Map([['ma_tthc', '1.000120']]) }),
    waiver('CMP-01', { agencies: ['Đơn vị*'] }),
    waiver('FMT-01', { until: '2026-01-01' }),
  ],
};

const CASE_TABLES = allCaseTables().filter((table) => rowCount(table) > 0 && table.columns.length > 0);
const TEXTS = Map.groupBy(
  CASE_TABLES.flatMap(({ columns }) =>
    columns.flatMap((column) =>
      Array.from({ length: column.distinct }, (_, code) => ({ field: column.field, text: column.value(code).text })),
    ),
  ),
  ({ field }) => field,
);

/** What happens to a round; the numbers choose among what there is. */
type Step =
  | {
      readonly kind: 'edit';
      readonly table: number;
      readonly row: number;
      readonly column: number;
      readonly text: number;
    }
  | { readonly kind: 'undo' | 'remove' | 'dropRow'; readonly table: number }
  | { readonly kind: 'add'; readonly table: number };

const number = fc.nat(1_000_000);
const edit = fc.record({
  kind: fc.constant('edit' as const),
  table: number,
  row: number,
  column: number,
  text: number,
});
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: edit },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo', 'remove', 'dropRow'), table: number }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('add' as const), table: number }) },
  ),
  { minLength: 1, maxLength: 6 },
);

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

/** A case table as a sheet of a round: three agencies, files with several sheets. */
const placed = (table: Table, at: number): Table => ({
  ...table,
  agency: { id: `a${at % 3}`, name: `${table.agency.name} ${at % 3}` },
  file: `${at % 4}.xlsx`,
  sheet: `S${at % 2}`,
});

function withoutFirstRow(table: Table): Table {
  const columns = table.columns.map(
    ({ field, heading, sheetColumn, codes, sources, dictionary }) =>
      new TableColumn(field, heading, sheetColumn, codes.slice(1), sources, dictionary),
  );
  return { ...table, columns, rowNumbers: table.rowNumbers.slice(1) };
}

describe('after an edit', () => {
  test('a run tells the same as one that judges the edited tables anew', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 9 }), steps, (chosen, changes) => {
        const tables = chosen.map((at, index) => placed(pick(CASE_TABLES, at), index));
        const run = new RulesRun(SETTING);
        for (const table of tables) run.judge(table);
        run.finish();
        const replaced: { readonly at: number; readonly before: Table }[] = [];
        const replace = (at: number, after: Table): void => {
          replaced.push({ at, before: tables[at]! });
          run.replace(tables[at]!, after);
          tables[at] = after;
        };
        for (const [index, change] of changes.entries()) {
          const at = tables.length === 0 ? -1 : change.table % tables.length;
          const table = tables[at];
          if (change.kind === 'add') {
            tables.push(placed(pick(CASE_TABLES, change.table), change.table));
            run.judge(tables.at(-1)!);
          } else if (table === undefined) {
            continue;
          } else if (change.kind === 'edit') {
            if (rowCount(table) === 0) continue;
            const column = change.column % table.columns.length;
            const { text } = pick(TEXTS.get(table.columns[column]!.field)!, change.text);
            replace(at, editCells(table, [{ row: change.row % rowCount(table), column, text }]));
          } else if (change.kind === 'remove') {
            run.remove(table);
            tables.splice(at, 1);
            replaced.length = 0;
          } else if (change.kind === 'dropRow') {
            if (rowCount(table) > 1) replace(at, withoutFirstRow(table));
          } else {
            const last = replaced.pop();
            if (last === undefined) continue;
            run.replace(tables[last.at]!, last.before);
            tables[last.at] = last.before;
          }
          // Several edits may come before the findings are asked for.
          if (index % 2 === 0) run.finish();
        }
        expect(told(run.finish())).toEqual(told(runRules({ ...SETTING, tables })));
      }),
      { numRuns: 60 },
    );
  });

  test('the result given before stays as it was, and untouched sheets are the same objects in both', () => {
    const tables = [0, 1].map((at) => ({
      ...tablesOfCase(RULES[0]!, casesOf(RULES[0]!)[0]!.rows)[0]!,
      agency: { id: `a${at}`, name: `Đơn vị ${at}` },
      file: `${at}.xlsx`,
    }));
    const spoiled = tables.map((table) => editCells(table, [{ row: 0, column: 0, text: 'x  x' }]));
    const run = new RulesRun(SETTING);
    for (const table of spoiled) run.judge(table);
    const before = run.finish();
    const seen = told(before);
    run.replace(spoiled[0]!, tables[0]!);
    const after = run.finish();
    expect(told(before)).toEqual(seen);
    expect(told(after)).not.toEqual(seen);
    expect(after.log.sheets.at(-1)).toBe(before.log.sheets.at(-1));
    run.replace(tables[0]!, spoiled[0]!);
    expect(told(run.finish())).toEqual(seen);
  });

  test('a table that the run does not have is refused', () => {
    const run = new RulesRun(SETTING);
    const [table] = CASE_TABLES as [Table, ...Table[]];
    expect(() => run.remove(table)).toThrow(RangeError);
    expect(() => run.replace(table, table)).toThrow(RangeError);
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('says the same whatever stands in columns that it does not name', () => {
    for (const [index, one] of casesOf(rule).entries()) {
      // Every row twice: between equal rows, a column that the rule does not name could decide.
      const tables = tablesOfCase(rule, [...one.rows, ...one.rows]);
      const say = (edited: readonly Table[]) => {
        const settings = new Map(one.params === undefined ? [] : [[rule.id, { params: one.params }]]);
        const { log, rules } = runRules({ ...SETTING, waivers: [], rules: [rule], settings, tables: edited });
        const findings = Array.from({ length: log.size }, (__, index) => {
          const { table, ...finding } = log.at(index);
          return { ...finding, file: table.file, sheet: table.sheet, dataset: table.dataset };
        });
        return { findings, status: rules[0]!.status, ran: new Findings(log, 'vi').size };
      };
      const [plain, ...others] = [
        () => 'cột lạ',
        (row: number) => `cột lạ ${5_000 + row}`,
        (row: number) => pick(ODD_TEXTS, 1_000_000 - row),
        () => pick(ODD_TEXTS, index),
      ].map((textOf) => say(tables.map((table) => withStrangeColumns(table, rule, textOf))));
      for (const other of others) expect(other, one.name).toEqual(plain);
    }
  });
});

/** Texts at which rules about text as such take offence. */
const ODD_TEXTS = [
  'a  b ',
  'á»¦y ban nhân dân',
  'Uûy ban nhaân daân',
  'hoà bình, hòa bình',
  'x\u200bx',
  '-',
  'Đang cập nhật',
  'Trực tiếp; Trực tuyến',
  'Matkhau@123 mật khẩu: 123456',
  'А',
  'Công Dịch vụ công',
  'BỘ TƯ PHÁP, ủy ban NHÂN dân',
  'du¬ng sù',
  'nguye\u0302\u0303n',
  "'0123",
];

/** The table with two columns more that the rule does not read, one of them without a field, and other texts in all
 *  columns that it does not read. */
function withStrangeColumns(table: Table, rule: Rule, textOf: (row: number) => string): Table {
  const own = table.columns[0];
  if (own === undefined) return table;
  const unread = datasetKind(table.dataset).fields.find(
    (field) => columnOf(table, field) === undefined && !isConcerned(rule, new Set([field])),
  );
  const strange = [null, ...(unread === undefined ? [] : [unread])].map((field, at) => {
    const codes = new Uint32Array(rowCount(table));
    return new TableColumn(field, `Cột lạ ${at}`, 50 + at, codes, new Uint32Array(1), own.dictionary);
  });
  const wider = { ...table, columns: [...table.columns, ...strange] };
  const edits = wider.columns.flatMap(({ field }, column) =>
    isConcerned(rule, new Set([field]))
      ? []
      : Array.from({ length: rowCount(table) }, (_, row) => ({ row, column, text: textOf(row) })),
  );
  return editCells(wider, edits);
}
