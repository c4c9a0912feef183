import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Findings, waivedFindings } from '../../../shared/engine/findings.ts';
import type { Rule } from '../../../shared/engine/rule.ts';
import type { RunResult } from '../../../shared/engine/run.ts';
import { RULES, ruleFolder } from '../../../shared/rules/index.ts';
import type { Table } from '../../../shared/table/table.ts';
import { parseCaseFile, type CaseRow, type RuleCase } from '../../rules/caseFile.ts';
import { tableFrom } from '../../tables.ts';

const RULES_FOLDER = path.resolve(import.meta.dirname, '../../../shared/rules');

/** The cases of a rule's table. */
export function casesOf(rule: Rule): readonly RuleCase[] {
  const file = path.join(RULES_FOLDER, ruleFolder(rule.id), `${rule.id}.cases.tsv`);
  return existsSync(file) ? parseCaseFile(readFileSync(file, 'utf8')) : [];
}

/** Rows of a case as tables: one per kind, agency and sheet. */
export function tablesOfCase(rule: Rule, rows: readonly CaseRow[]): readonly Table[] {
  const groups = Map.groupBy(rows, (row) => JSON.stringify([row.dataset ?? rule.datasets[0], row.agency, row.sheet]));
  return [...groups.values()].map((group) => {
    const [first] = group as [CaseRow, ...CaseRow[]];
    const agency = first.agency || 'Đơn vị mẫu';
    return tableFrom(
      first.dataset ?? rule.datasets[0]!,
      group.map((row) => row.cells),
      {
        agency: { id: agency, name: agency },
        sheet: first.sheet || 'Sheet1',
        file: `${agency}.xlsx`,
        titleFacts: group.flatMap((row) => row.titleFacts).slice(0, 1),
      },
    );
  });
}

/** The tables of every case of every rule: all that rules tell apart occurs in them. */
export const allCaseTables = (): readonly Table[] =>
  RULES.flatMap((rule) => casesOf(rule).flatMap((one) => tablesOfCase(rule, one.rows)));

/** Everything that a run tells, as plain values. */
export const told = ({ log, rules, ruleSetHash, waiverNotes }: RunResult) => ({
  findings: [...new Findings(log, 'vi')],
  waived: [...waivedFindings(log, 'vi')],
  counts: new Findings(log, 'vi').counts(),
  rules: rules.map((status) => ({ ...status, rule: status.rule.id })),
  ruleSetHash,
  waiverNotes,
});
