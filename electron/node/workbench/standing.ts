import type { FindingLog } from '../../../shared/engine/findingLog.ts';
import { WHOLE_SHEET } from '../../../shared/engine/findingLog.ts';
import { compareText, sheetName } from '../../../shared/engine/sheetFindings.ts';
import { rowCount, type AgencyRef, type Table } from '../../../shared/table/table.ts';
import type { RoundSession } from './roundSession.ts';

interface Counts {
  error: number;
  warning: number;
  info: number;
}

/** How an agency of a round stands. Findings that were accepted, by a rule set or by a person, count nowhere. */
export interface AgencyStanding {
  readonly agency: AgencyRef;
  readonly rows: number;
  /** Rows with an open error. */
  readonly broken: number;
  readonly open: Readonly<Counts>;
}

/** What the card of a round shows of its last run. */
export interface Standing {
  readonly agencies: number;
  readonly files: number;
  readonly unreadableFiles: number;
  readonly unsureSheets: number;
  readonly rows: number;
  readonly open: Readonly<Counts>;
  /** Rows without an open error, per cent, rounded down; null without rows. */
  readonly ready: number | null;
}

/** One standing per agency, those with most errors first, then by name. One pass over the findings. */
export function agencyStandings(session: RoundSession): readonly AgencyStanding[] {
  const { log } = session.result;
  const { waived } = session;
  const rows = new Map<string, { readonly agency: AgencyRef; rows: number }>();
  for (const table of session.tables) {
    // What was unfolded out of another table of its sheet has that table's rows.
    if (table.unfoldedFrom !== undefined && table.unfoldedFrom !== table.dataset) continue;
    const own = table.unfoldedFrom === undefined ? rowCount(table) : new Set(table.rowNumbers).size;
    const known = rows.get(table.agency.id);
    if (known === undefined) rows.set(table.agency.id, { agency: table.agency, rows: own });
    else known.rows += own;
  }
  const open = new Map<string, Counts>();
  for (let place = 0; place < log.size; place += 1) {
    if (waived[place] === 1) continue;
    const { piece, at } = log.place(place);
    const { id } = piece.table.agency;
    let counts = open.get(id);
    if (counts === undefined) open.set(id, (counts = { error: 0, warning: 0, info: 0 }));
    counts[piece.severity(at)] += 1;
  }
  const broken = brokenRows(log, waived);
  return [...rows]
    .map(([id, own]) => ({
      ...own,
      broken: broken.get(id) ?? 0,
      open: open.get(id) ?? { error: 0, warning: 0, info: 0 },
    }))
    .sort(
      (a, b) =>
        b.open.error - a.open.error || b.open.warning - a.open.warning || compareText(a.agency.name, b.agency.name),
    );
}

/** Per agency the sheet rows in which an error stands open; the log lists those of one row beside each other. */
function brokenRows(log: FindingLog, waived: Uint8Array): ReadonlyMap<string, number> {
  const broken = new Map<string, number>();
  let last: { readonly table: Table; readonly row: number } | null = null;
  for (let place = 0; place < log.size; place += 1) {
    if (waived[place] === 1) continue;
    const { piece, at } = log.place(place);
    const row = piece.row(at);
    if (row === WHOLE_SHEET || piece.severity(at) !== 'error') continue;
    const { table } = piece;
    const sheetRow = table.rowNumbers[row]!;
    if (last !== null && last.row === sheetRow && sheetName(last.table) === sheetName(table)) continue;
    last = { table, row: sheetRow };
    broken.set(table.agency.id, (broken.get(table.agency.id) ?? 0) + 1);
  }
  return broken;
}

/** Rows without an open error, per cent of all, rounded down; 0 without rows. */
export const readyPercent = (rows: number, broken: number): number =>
  rows === 0 ? 0 : Math.max(0, Math.floor((100 * (rows - broken)) / rows));

/** What the card of a round shows. */
export function standingOf(session: RoundSession): Standing {
  const { files } = session;
  const agencies = agencyStandings(session);
  const sum = (numberOf: (one: AgencyStanding) => number): number =>
    agencies.reduce((total, one) => total + numberOf(one), 0);
  const rows = sum((one) => one.rows);
  return {
    agencies: agencies.length,
    files: files.length,
    unreadableFiles: files.filter(({ fault }) => fault !== null).length,
    unsureSheets: files.flatMap(({ readings }) => readings).filter(({ verdict }) => verdict === 'unsure').length,
    rows,
    open: {
      error: sum(({ open }) => open.error),
      warning: sum(({ open }) => open.warning),
      info: sum(({ open }) => open.info),
    },
    ready:
      rows === 0
        ? null
        : readyPercent(
            rows,
            sum(({ broken }) => broken),
          ),
  };
}
