import type { Severity } from '../engine/finding.ts';
import { compareText } from '../engine/findingLog.ts';
import { fingerprintOfParts } from '../fingerprint.ts';
import { atOnce, type Steps } from '../steps.ts';
import {
  CAUSE_KINDS,
  LEAST_FINDINGS,
  type Cause,
  type CauseArgs,
  type CauseCertainty,
  type CauseKind,
} from './cause.ts';
import { columnDefects } from './columnDefects.ts';
import type { Explainer, Explanation } from './explanation.ts';
import { fixOfCause } from './fixOfCause.ts';
import { misplacedRows } from './misplacedRows.ts';
import { missingParts } from './missingParts.ts';
import { nationalRecords } from './nationalRecords.ts';
import { repeatedValues } from './repeatedValues.ts';
import { shiftedColumns } from './shiftedColumns.ts';
import { Strikes, type FindingList } from './strikes.ts';
import { wrongUnits } from './wrongUnits.ts';

/** Strongest explanation first, as in `CAUSE_KINDS`: what one explainer has taken the later ones do not see. */
const EXPLAINERS: readonly Explainer[] = [
  shiftedColumns,
  misplacedRows,
  columnDefects,
  wrongUnits,
  nationalRecords,
  missingParts,
  repeatedValues,
];

/** Kinds of which the findings alone leave some doubt; all others are certain. */
const CERTAINTY: Readonly<Partial<Record<CauseKind, CauseCertainty>>> = {
  shiftedColumns: 'likely',
  misplacedRows: 'likely',
  legacyFont: 'likely',
  misreadEncoding: 'likely',
  wrongTimeUnit: 'likely',
  lostThousands: 'likely',
  nationalRecord: 'likely',
  repeatedValue: 'possible',
};

/** Groups findings that go away together. A finding belongs to at most one cause; what nothing explains, and what a waiver
 *  covers, belongs to none. The same findings give the same causes whatever the order of rows and tables. Takes time
 *  linear in the findings, and in the cells of rows and columns that many of them strike.
 *
 *  @param findings  the list whose indexes the causes name: a run's log, or its findings that count
 *  @returns causes with errors first, then those with most findings */
export const groupCauses = (findings: FindingList): readonly Cause[] => atOnce(causesInSteps(findings));

/** The same a little at a time. Over 300,000 findings the longest step takes about a thirtieth of a second. */
export function* causesInSteps(findings: FindingList): Steps<readonly Cause[]> {
  const strikes = new Strikes(findings);
  const explanations: Explanation[] = [];
  for (const explain of EXPLAINERS) {
    yield;
    for (const explanation of explain(strikes)) {
      const free = explanation.findings.filter((finding) => strikes.isFree(finding));
      if (free.length < LEAST_FINDINGS) continue;
      for (const finding of free) strikes.take(finding);
      explanations.push({ ...explanation, findings: free });
    }
  }
  const causes: Cause[] = [];
  for (const { id, explanation } of withIds(strikes, explanations)) {
    yield;
    causes.push(causeOf(strikes, id, explanation));
  }
  return causes.sort(
    (a, b) =>
      b.counts.error - a.counts.error ||
      b.findings.length - a.findings.length ||
      CAUSE_KINDS.indexOf(a.kind) - CAUSE_KINDS.indexOf(b.kind) ||
      compareText(a.id, b.id),
  );
}

interface Named {
  readonly id: string;
  readonly explanation: Explanation;
}

/** Two sheets of one agency may have the same mistake in the same column: they are told apart by file and sheet, in that
 *  order, as little of their names as possible being in the id. */
function withIds(strikes: Strikes, explanations: readonly Explanation[]): readonly Named[] {
  const bases = Map.groupBy(explanations, (explanation) => fingerprintOfParts(nameOf(strikes, explanation)));
  return [...bases].flatMap(([base, same]) =>
    same
      .map((explanation) => ({ explanation, place: placeOf(strikes, explanation.findings[0]!) }))
      .sort((a, b) => compareText(a.place, b.place))
      .map(({ explanation }, ordinal) => ({
        id: ordinal === 0 ? base : fingerprintOfParts([base, String(ordinal)]),
        explanation,
      })),
  );
}

function nameOf(strikes: Strikes, { kind, about, placed, findings }: Explanation): readonly string[] {
  if (!placed) return [kind, ...about];
  const { agency, dataset } = strikes.table(findings[0]!);
  // A shift is of the whole block, whichever column its first finding stands in.
  const column = kind === 'shiftedColumns' ? undefined : strikes.column(findings[0]!)?.column;
  return [kind, agency.id, dataset, column?.field ?? column?.heading ?? '', ...about];
}

function placeOf(strikes: Strikes, finding: number): string {
  const { file, sheet } = strikes.table(finding);
  const column = strikes.column(finding);
  const at = column === undefined ? '' : String(column.column.sheetColumnAt(0)).padStart(6, '0');
  return `${file}\u0000${sheet}\u0000${at}`;
}

function causeOf(strikes: Strikes, id: string, explanation: Explanation): Cause {
  const { kind } = explanation;
  const findings = Uint32Array.from(explanation.findings).sort();
  const counts = { error: 0, warning: 0, info: 0 };
  const tables = new Set<number>();
  const columns = new Set<number>();
  const cells = new Set<number>();
  for (const finding of findings) {
    counts[strikes.severityOf(finding)] += 1;
    tables.add(strikes.tableOf[finding]!);
    columns.add(strikes.columnOf[finding]!);
    const cell = strikes.cellNumber(finding);
    if (cell >= 0) cells.add(cell);
  }
  const tableIds = [...tables];
  const first = firstByPlace(strikes, explanation.findings);
  const { file, sheet, agency } = strikes.table(first);
  const column = strikes.column(first)?.column;
  const args: CauseArgs = {
    ...explanation.args,
    column: column?.heading ?? '',
    field: column?.field ?? '',
    file,
    sheet,
    agency: agency.name,
    findings: findings.length,
    cells: cells.size,
    rows: columns.size === 1 && cells.size > 0 ? cells.size : rowsOf(strikes, findings),
    sheets: new Set(tableIds.map((tableId) => strikes.sheetId(tableId))).size,
    agencies: new Set(tableIds.map((tableId) => strikes.tables[tableId]!.agency.id)).size,
  };
  const fix = fixOfCause(strikes, explanation);
  return {
    id,
    kind,
    certainty: CERTAINTY[kind] ?? 'certain',
    args,
    findings,
    counts,
    severity: worst(counts),
    cells: cells.size,
    ...(fix === undefined ? {} : { fix }),
  };
}

function rowsOf(strikes: Strikes, findings: Uint32Array): number {
  const rows = new Set<number>();
  for (const finding of findings) {
    const row = strikes.rowOf[finding]!;
    const tableId = strikes.tableOf[finding]!;
    if (row >= 0) rows.add(strikes.placeNumber(tableId, strikes.tables[tableId]!.rowNumbers[row]!, 0));
  }
  return rows.size;
}

/** The finding whose file, sheet and column come first; of several in that column any one. */
function firstByPlace(strikes: Strikes, findings: readonly number[]): number {
  const seen = new Map<string, number>();
  let lastTable = -1;
  let lastColumn = -2;
  for (const finding of findings) {
    const tableId = strikes.tableOf[finding]!;
    const columnId = strikes.columnOf[finding]!;
    if (tableId === lastTable && columnId === lastColumn) continue;
    lastTable = tableId;
    lastColumn = columnId;
    const place = placeOf(strikes, finding);
    if (!seen.has(place)) seen.set(place, finding);
  }
  return [...seen].reduce((best, entry) => (compareText(entry[0], best[0]) < 0 ? entry : best))[1];
}

const worst = (counts: Readonly<Record<Severity, number>>): Severity =>
  counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : 'info';
