import { WHOLE_SHEET, type LoggedFinding } from '../engine/findingLog.ts';
import type { Findings, SeverityCounts } from '../engine/findings.ts';
import { rowCount, type AgencyRef, type Table } from '../table/table.ts';
import type { Check } from './check.ts';

/** How an agency stands: its findings, and how many of its rows are ready. */
export interface AgencySummary {
  readonly agency: AgencyRef;
  readonly tables: readonly Table[];
  readonly rows: number;
  readonly counts: SeverityCounts;
  /** Rows without an error-level finding, in per cent of all rows, rounded down: 100 means no row has an error. */
  readonly ready: number;
}

/** The tables a check judged, without those unfolded out of another table of their sheet. */
export const sheetTables = (check: Check): readonly Table[] =>
  check.files.flatMap(({ readings }) =>
    readings.flatMap(({ tables }) =>
      tables.filter(({ unfoldedFrom, dataset }) => unfoldedFrom === undefined || unfoldedFrom === dataset),
    ),
  );

/** How many rows of its sheet a table has; one that was unfolded may have a row several times. */
export const sheetRows = (table: Table): number =>
  table.unfoldedFrom === undefined ? rowCount(table) : new Set(table.rowNumbers).size;

/** One summary per agency, those with most errors first, then by name. */
export function summariseAgencies(check: Check, findings: Findings): readonly AgencySummary[] {
  const tables = Map.groupBy(sheetTables(check), ({ agency }) => agency.id);
  const logged = Map.groupBy(allLogged(findings), ({ table }) => table.agency.id);
  return [...tables]
    .map(([id, own]) => {
      const found = logged.get(id) ?? [];
      const rows = own.reduce((sum, table) => sum + sheetRows(table), 0);
      const broken = new Set(
        found
          .filter(({ severity, row }) => severity === 'error' && row !== WHOLE_SHEET)
          .map(({ table, row }) => `${table.file}\u0000${table.sheet}\u0000${table.rowNumbers[row]}`),
      ).size;
      return {
        agency: own[0]!.agency,
        tables: own,
        rows,
        counts: countSeverities(found),
        ready: rows === 0 ? 0 : Math.floor((100 * (rows - broken)) / rows),
      };
    })
    .sort(
      (a, b) =>
        b.counts.error - a.counts.error ||
        b.counts.warning - a.counts.warning ||
        (a.agency.name < b.agency.name ? -1 : 1),
    );
}

/** A rule and how often it struck. */
export interface RuleStrikes {
  readonly ruleId: string;
  readonly title: string;
  readonly counts: SeverityCounts;
  readonly total: number;
}

/** The rules that found something: those with errors first, then by how often they struck. */
export function summariseRules(findings: Findings, language: 'vi' | 'en'): readonly RuleStrikes[] {
  return [...Map.groupBy(allLogged(findings), ({ rule }) => rule)]
    .map(([rule, found]) => ({
      ruleId: rule.id,
      title: language === 'vi' ? rule.title : rule.en.title,
      counts: countSeverities(found),
      total: found.length,
    }))
    .sort((a, b) => b.counts.error - a.counts.error || b.total - a.total || (a.ruleId < b.ruleId ? -1 : 1));
}

function allLogged(findings: Findings): readonly LoggedFinding[] {
  return Array.from({ length: findings.size }, (_, index) => findings.logged(index));
}

function countSeverities(found: readonly LoggedFinding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of found) counts[severity] += 1;
  return counts;
}
