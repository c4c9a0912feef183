import { formatFigure } from '../domain/amount.ts';
import { formatAmountVnd, parseAmountCell } from '../domain/money.ts';
import type { Cell } from '../table/cell.ts';
import { rowCount } from '../table/table.ts';
import { typedCell } from './batchFix.ts';
import { LEAST_FINDINGS, type CauseKind } from './cause.ts';
import { Groups, TextNumbers, type Explanation, type Repair } from './explanation.ts';
import { NO_COLUMN, type Strikes, type StruckColumn } from './strikes.ts';

const UNIT_RULES: ReadonlySet<string> = new Set(['DUE-02', 'DUE-03', 'DUE-04']);
/** A unit is the column's mistake when so many of the cells that could show it do; else each cell has its own story. */
const LEAST_SHARE = 1 / 3;
const FIGURE_AND_UNIT = /^(\d{1,9}(?:[.,]\d{1,6})?) (\D{2,40})$/;
const DETAILS = 2 ** 16;

/** Columns written in another unit than they should be: calendar for working days, hours for days, no unit at all,
 *  thousands of đồng for đồng. */
export function wrongUnits(strikes: Strikes): readonly Explanation[] {
  const pairs = new TextNumbers();
  const missing = pairs.of('missing');
  const thousands = pairs.of('thousands');
  const groups = new Groups();
  for (let finding = 0; finding < strikes.size; finding += 1) {
    const columnId = strikes.columnOf[finding]!;
    if (columnId === NO_COLUMN || !strikes.isFree(finding)) continue;
    const { id } = strikes.rule(finding);
    let pair: number | undefined;
    if (UNIT_RULES.has(id)) {
      const units = unitPair(strikes, finding, id !== 'DUE-04');
      if (units !== undefined) pair = pairs.of(units);
    } else if (id === 'DUE-07') pair = missing;
    else if (id === 'FEE-02') pair = thousands;
    if (pair !== undefined) groups.add(columnId * DETAILS + (pair % DETAILS), finding);
  }
  return groups.atLeast(LEAST_FINDINGS).flatMap((findings): readonly Explanation[] => {
    const [first] = findings as readonly [number];
    const struck = strikes.column(first)!;
    const { id } = strikes.rule(first);
    const isFee = id === 'FEE-02';
    if (findings.length < LEAST_SHARE * cellsThatCount(struck, isFee)) return [];
    if (isFee) return [{ ...plain('lostThousands', findings), repairs: thousandfold(strikes, findings) }];
    if (id === 'DUE-07') return [plain('noTimeUnit', findings)];
    const [actual, expected] = unitPair(strikes, first, false)!.split('\u0000') as [string, string];
    return [{ ...plain('wrongTimeUnit', findings), about: [actual, expected], args: { actual, expected } }];
  });
}

const plain = (kind: CauseKind, findings: readonly number[]): Explanation => ({
  kind,
  about: [],
  placed: true,
  findings,
});

/** The unit that was written and the one that should be, as the rules format them. */
function unitPair(strikes: Strikes, finding: number, sameFigure: boolean): string | undefined {
  const { args } = strikes.verdict(finding);
  const [, figure, unit] = FIGURE_AND_UNIT.exec(String(args?.['actual'] ?? '')) ?? [];
  const [, nationalFigure, nationalUnit] = FIGURE_AND_UNIT.exec(String(args?.['expected'] ?? '')) ?? [];
  if (unit === undefined || nationalUnit === undefined || unit === nationalUnit) return undefined;
  return sameFigure && figure !== nationalFigure ? undefined : `${unit}\u0000${nationalUnit}`;
}

/** Rows of a column that say something; of a fee column only those with a figure above zero. */
function cellsThatCount({ table, column }: StruckColumn, withFigure: boolean): number {
  const counts = new Uint8Array(column.distinct);
  for (let code = 1; code < column.distinct; code += 1) {
    counts[code] = withFigure && !/[1-9]/.test(column.value(code).text) ? 0 : 1;
  }
  let count = 0;
  for (let row = 0; row < rowCount(table); row += 1) count += counts[column.codes[row]!]!;
  return count;
}

/** The same cells with a thousand times their figure; those with several figures are left to a person. */
function thousandfold(strikes: Strikes, findings: readonly number[]): readonly Repair[] {
  const known = new Map<Cell, Cell | undefined>();
  return findings.flatMap((finding) => {
    const { tableId, index, column } = strikes.column(finding)!;
    const row = strikes.rowOf[finding]!;
    const cell = column.at(row);
    if (!known.has(cell)) known.set(cell, timesThousand(cell));
    const after = known.get(cell);
    return after === undefined ? [] : [{ tableId, row, column: index, after, confidence: 'likely' as const }];
  });
}

function timesThousand(cell: Cell): Cell | undefined {
  const fee = parseAmountCell(cell.text, cell.kind, cell.raw);
  const [level, ...others] = fee.ok ? fee.value.amounts : [];
  if (level === undefined || others.length > 0 || level.currency !== 'VND' || level.amount >= 1000) return undefined;
  const full = level.amount * 1000;
  if (cell.kind === 'number') return { kind: 'number', text: String(full), raw: String(full) };
  const shown = level.stated ? formatAmountVnd(full) : formatFigure(full);
  return typedCell(`${cell.text.slice(0, level.start)}${shown}${cell.text.slice(level.end)}`);
}
