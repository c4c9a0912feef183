import { groupCauses } from '../../../shared/causes/groupCauses.ts';
import type { Cause } from '../../../shared/causes/cause.ts';
import { Findings } from '../../../shared/engine/findings.ts';
import { runRules, type RunResult } from '../../../shared/engine/run.ts';
import { indexProcedures } from '../../../shared/reference/procedureIndex.ts';
import { RULES } from '../../../shared/rules/index.ts';
import type { Table } from '../../../shared/table/table.ts';
import { caseCatalogue } from '../../rules/caseCatalogue.ts';

const references = { procedures: indexProcedures(caseCatalogue()) };

export interface JudgedRound {
  readonly log: RunResult['log'];
  readonly findings: Findings;
  readonly causes: readonly Cause[];
}

/** Judges tables by every rule against the small catalogue of the rules' case tables, and groups what was found. */
export function judge(tables: readonly Table[]): JudgedRound {
  const { log } = runRules({ tables, rules: RULES, references, today: '2026-09-01' });
  return { log, findings: new Findings(log, 'vi'), causes: groupCauses(log) };
}

/** Identities of a cause's findings, sorted. */
export const identitiesOf = ({ findings }: JudgedRound, cause: Cause): readonly string[] =>
  Array.from(cause.findings, (index) => findings.at(index).identity).sort();

/** Rules and messages of a cause's findings, each once, sorted. */
export const messagesOf = ({ log }: JudgedRound, cause: Cause): readonly string[] =>
  [
    ...new Set(Array.from(cause.findings, (index) => `${log.at(index).rule.id}.${log.at(index).verdict.message}`)),
  ].sort();

/** What stands in the cells of tables: kind, raw value and text, row by row. */
export const contentsOf = (tables: readonly Table[]): readonly unknown[] =>
  tables.map(({ file, sheet, columns, rowNumbers }) => ({
    file,
    sheet,
    rows: Array.from(rowNumbers, (number, row) => [
      number,
      ...columns.map((column) => {
        const { kind, raw, text, format } = column.at(row);
        return [kind, raw, text, format];
      }),
    ]),
  }));
