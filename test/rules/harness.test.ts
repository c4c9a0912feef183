import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FieldKey } from '../../shared/domain/fields.ts';
import { WHOLE_ROW, WHOLE_SHEET } from '../../shared/engine/findingLog.ts';
import type { Rule } from '../../shared/engine/rule.ts';
import { runRules, type RuleSetting } from '../../shared/engine/run.ts';
import { indexProcedures } from '../../shared/reference/procedureIndex.ts';
import { RULES, ruleFolder } from '../../shared/rules/index.ts';
import type { Table } from '../../shared/table/table.ts';
import { tableFrom } from '../tables.ts';
import { caseCatalogue } from './caseCatalogue.ts';
import { caseReferences } from './caseReferences.ts';
import { parseCaseFile, type CaseRow, type RuleCase } from './caseFile.ts';

const RULES_FOLDER = path.resolve(import.meta.dirname, '../../shared/rules');
const CASE_CATALOGUE = indexProcedures(caseCatalogue());
const CASE_REFERENCES = caseReferences();
const referencesOf = ({ catalogue }: RuleCase) => ({
  ...CASE_REFERENCES,
  procedures:
    Object.keys(catalogue).length === 0 ? CASE_CATALOGUE : indexProcedures({ ...caseCatalogue(), ...catalogue }),
});
const DAY_OF_CASES = '2026-09-01';

interface Seen {
  readonly line: number;
  readonly message: string;
  readonly field: FieldKey | null;
  readonly severity: string;
  readonly fix: string;
}

/** Rows of one case as tables: one per dataset, agency and sheet, so that a case can span them. */
function tablesOf(rule: Rule, rows: readonly CaseRow[]): readonly { table: Table; lines: readonly number[] }[] {
  const groups = Map.groupBy(rows, (row) => JSON.stringify([row.dataset ?? rule.datasets[0], row.agency, row.sheet]));
  return [...groups.values()].map((group) => {
    const first = group[0]!;
    const titleFacts = group.flatMap((row) => row.titleFacts).slice(0, 1);
    const agency = first.agency || 'Đơn vị mẫu';
    return {
      table: tableFrom(
        first.dataset ?? rule.datasets[0]!,
        group.map((row) => row.cells),
        { agency: { id: agency, name: agency }, sheet: first.sheet || 'Sheet1', file: `${agency}.xlsx`, titleFacts },
      ),
      lines: group.map((row) => row.line),
    };
  });
}

function judge(rule: Rule, rows: readonly CaseRow[], oneCase: RuleCase): { seen: readonly Seen[]; status: string } {
  const tables = tablesOf(rule, rows);
  const settings = new Map<string, RuleSetting>(
    oneCase.params === undefined ? [] : [[rule.id, { params: oneCase.params }]],
  );
  const result = runRules({
    tables: tables.map(({ table }) => table),
    rules: [rule],
    settings,
    references: referencesOf(oneCase),
    today: oneCase.today ?? DAY_OF_CASES,
  });
  const seen = Array.from({ length: result.log.size }, (_, index): Seen => {
    const logged = result.log.at(index);
    const lines = tables.find(({ table }) => table === logged.table)!.lines;
    return {
      line: logged.row === WHOLE_SHEET ? 0 : lines[logged.row]!,
      message: logged.verdict.message,
      field: logged.column === WHOLE_ROW ? null : logged.table.columns[logged.column]!.field,
      severity: logged.severity,
      fix: logged.verdict.fix?.value ?? '',
    };
  });
  return { seen, status: result.rules[0]!.status };
}

const spell = (seen: readonly Seen[]): readonly string[] =>
  seen.map(({ line, message, field, severity }) => `${line} ${message}@${field ?? ''}!${severity}`).sort();

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const file = path.join(RULES_FOLDER, ruleFolder(id), `${id}.cases.tsv`);
  const cases = existsSync(file) ? parseCaseFile(readFileSync(file, 'utf8')) : [];

  test('has a case table with a passing case, and its cases show every message', () => {
    expect(cases.length, `${file} is missing or empty`).toBeGreaterThan(0);
    expect(
      cases.some((one) => one.sheetMessages.length === 0 && one.rows.every((row) => row.expected.length === 0)),
      'no passing case',
    ).toBe(true);
    const shown = new Set(cases.flatMap((one) => judge(rule, one.rows, one).seen.flatMap(({ message }) => message)));
    const fixReasons = whysOf(rule, cases);
    const silent = Object.keys(rule.messages).filter((message) => !shown.has(message) && !fixReasons.has(message));
    expect(silent, 'messages no case shows').toEqual([]);
    expect(Object.keys(rule.en.messages).sort()).toEqual(Object.keys(rule.messages).sort());
  });

  test.each(cases.map((one) => [`${one.name} ${one.note}`, one] as const))('case %s', (_, one) => {
    const { seen, status } = judge(rule, one.rows, one);
    expect(status).not.toBe('failed');
    expect(status, 'the rule did not run on its own case: a column it reads is missing').not.toBe('notApplicable');

    const sheetLevel = seen.filter(({ line }) => line === 0).map(({ message }) => message);
    expect(sheetLevel.sort()).toEqual([...one.sheetMessages].sort());
    for (const row of one.rows) {
      const here = seen.filter(({ line }) => line === row.line);
      const wanted = row.expected.map(({ message, field, severity }) => {
        const actual = here.find(
          (found) => found.message === message && (field === undefined || found.field === field),
        );
        return `${message}@${field ?? actual?.field ?? ''}!${severity ?? rule.severity}`;
      });
      expect(
        here.map(({ message, field, severity }) => `${message}@${field ?? ''}!${severity}`).sort(),
        `line ${row.line}`,
      ).toEqual(wanted.sort());
      expect(
        here.map(({ fix }) => fix).filter((fix) => fix !== ''),
        `proposed fix, line ${row.line}`,
      ).toEqual(row.fix === '' ? [] : [unescape(row.fix)]);
    }
  });

  test('its result does not depend on the order of the rows', () => {
    for (const one of cases) {
      const forward = judge(rule, one.rows, one).seen;
      const backward = judge(rule, one.rows.toReversed(), one).seen;
      expect(spell(backward), one.name).toEqual(spell(forward));
    }
  });

  test('a fix it proposes clears its own finding', () => {
    for (const one of cases) {
      for (const found of judge(rule, one.rows, one).seen) {
        if (found.fix === '' || found.field === null) continue;
        const mended = one.rows.map((row) =>
          row.line === found.line ? { ...row, cells: { ...row.cells, [found.field!]: found.fix } } : row,
        );
        const after = judge(rule, mended, one).seen.filter(
          ({ line, field, message }) => line === found.line && field === found.field && message === found.message,
        );
        expect(after, `${one.name}, line ${found.line}: "${found.fix}"`).toEqual([]);
      }
    }
  });
});

function whysOf(rule: Rule, cases: readonly RuleCase[]): ReadonlySet<string> {
  const whys = new Set<string>();
  for (const one of cases) {
    const tables = tablesOf(rule, one.rows).map(({ table }) => table);
    const settings = new Map<string, RuleSetting>(one.params === undefined ? [] : [[rule.id, { params: one.params }]]);
    const { log } = runRules({
      tables,
      rules: [rule],
      settings,
      references: referencesOf(one),
      today: one.today ?? DAY_OF_CASES,
    });
    for (let index = 0; index < log.size; index += 1) {
      const why = log.at(index).verdict.fix?.why;
      if (why !== undefined) whys.add(why);
    }
  }
  return whys;
}

const unescape = (text: string): string => text.replace(/\\n/g, '\n').replace(/\\t/g, '\t');

test('every rule id is used once and lives in the folder of its group', () => {
  const ids = RULES.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
});
