import { parseProcedureCode } from '../../../shared/domain/procedureCode.ts';
import type { FindingCause, FindingDetail, FindingLine, SheetWindow } from '../../../shared/contract/results.ts';
import { causeText } from '../../../shared/causes/causeText.ts';
import { WHOLE_ROW, WHOLE_SHEET } from '../../../shared/engine/findingLog.ts';
import { renderedFinding, ruleTexts } from '../../../shared/engine/findings.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import { fieldLabel } from '../../../shared/results/sheetColumns.ts';
import { columnLetters } from '../../../shared/table/cell.ts';
import { columnOf, type Table } from '../../../shared/table/table.ts';
import { nationalFacts } from './nationalFacts.ts';
import type { GivenWaiver } from './roundDecisions.ts';
import { legalLines } from './ruleFacts.ts';
import type { RoundSession } from './roundSession.ts';

/** Rows above and below the marked cell, and columns left and right of it, that are shown around it. */
const ROWS_AROUND = 2;
const COLUMNS_AROUND = 3;
/** Findings of the same row that are listed. */
const MOST_IN_ROW = 20;

/** The line of the finding at a place in the log. */
export function lineAt(session: RoundSession, place: number, language: Language): FindingLine {
  const finding = renderedFinding(session.result.log, place, language, false);
  return {
    identity: finding.identity,
    rule: finding.ruleId,
    severity: finding.severity,
    state: session.waived[place] === 1 ? 'waived' : 'open',
    agency: finding.agency,
    dataset: finding.dataset,
    field: finding.field === null ? '' : fieldLabel(finding.field, language),
    file: finding.file,
    sheet: finding.sheet,
    cell: finding.cell,
    key: finding.key,
    value: finding.value,
    expected: finding.expected,
    message: finding.message,
    fixable: finding.fix?.confidence ?? 'none',
  };
}

/** Everything about the finding at a place in the log. */
export function detailAt(session: RoundSession, place: number, language: Language): FindingDetail {
  const { log } = session.result;
  const { rule, table, row, column } = log.at(place);
  const finding = renderedFinding(log, place, language);
  const line = lineAt(session, place, language);
  const texts = ruleTexts(rule, language);
  const { piece, at } = log.place(place);
  const given = session.waivers.covering(log, piece, at);
  const sheetColumn = column === WHOLE_ROW || row === WHOLE_SHEET ? null : table.columns[column]!.sheetColumnAt(row);
  const code = row === WHOLE_SHEET ? '' : (columnOf(table, 'ma_tthc')?.at(row).text ?? '');
  const waiver = finding.waiver ?? given;
  const lapsed = waiver === undefined ? session.waivers.lapsed(log, piece, at) : undefined;
  return {
    line,
    place:
      sheetColumn === null ? null : { file: table.file, sheet: table.sheet, row: finding.row, column: sheetColumn },
    difference: finding.difference,
    evidence: finding.evidence ?? null,
    peers: finding.peers?.text ?? null,
    fix:
      finding.fix === undefined
        ? null
        : { value: finding.fix.value, confidence: finding.fix.confidence, why: finding.fix.why },
    rule: {
      id: rule.id,
      title: texts.title,
      why: texts.why,
      howToFix: texts.howToFix,
      asks: [...rule.asks],
      legal: legalLines(rule.legal, language),
    },
    national: nationalRecord(session, code, table, column, language),
    waiver: waiver === undefined ? null : waiverView(waiver),
    lapsedWaiver: lapsed === undefined ? null : waiverView(lapsed),
    around: row === WHOLE_SHEET ? null : around(session, table, finding.row, sheetColumn ?? 0),
    sameRow: row === WHOLE_SHEET ? [] : sameRow(session, place, language),
  };
}

const waiverView = ({ reason, by, decision, until }: Pick<GivenWaiver, 'reason' | 'by' | 'decision' | 'until'>) => ({
  reason,
  by,
  decision,
  until,
});

/** What explains the finding at a place in the log together with others; null when nothing does. */
export function causeAt(session: RoundSession, place: number, language: Language): FindingCause | null {
  const cause = session.causes.find(({ findings }) => hasPlace(findings, place));
  return cause === undefined
    ? null
    : { id: cause.id, text: causeText(language, cause), findings: cause.findings.length };
}

/** Whether ascending places hold one. */
function hasPlace(places: Uint32Array, place: number): boolean {
  let low = 0;
  let high = places.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (places[middle] === place) return true;
    if (places[middle]! < place) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function nationalRecord(
  session: RoundSession,
  text: string,
  table: Table,
  column: number,
  language: Language,
): FindingDetail['national'] {
  const code = parseProcedureCode(text);
  if (!code.ok || session.setting.reference === null) return null;
  const record = session.procedures?.byCode(code.value.base);
  if (record === undefined) return null;
  const field = column === WHOLE_ROW ? null : (table.columns[column]?.field ?? null);
  return nationalFacts(record, language).map(({ field: own, value }) => ({
    field: fieldLabel(own, language),
    value,
    concerned: own === field,
  }));
}

const around = (session: RoundSession, table: Table, row: number, column: number): SheetWindow =>
  sheetWindow(session, table, {
    fromRow: Math.max(1, row - ROWS_AROUND),
    rows: 2 * ROWS_AROUND + 1,
    fromColumn: Math.max(0, column - COLUMNS_AROUND),
    columns: 2 * COLUMNS_AROUND + 1,
  });

/** A window of a sheet as its tables hold it, header first. Rows that are no data (titles, totals) are left out. */
export function sheetWindow(
  session: RoundSession,
  { file, sheet, headerRow }: Pick<Table, 'file' | 'sheet' | 'headerRow'>,
  { fromRow, rows, fromColumn, columns }: Readonly<Record<'fromRow' | 'rows' | 'fromColumn' | 'columns', number>>,
): SheetWindow {
  const tables = session.tablesOfSheet(file, sheet);
  const shown = Array.from({ length: columns }, (_, at) => fromColumn + at);
  const headings = new Map<number, string>();
  for (const table of tables) {
    for (const column of table.columns) {
      if (typeof column.sheetColumn === 'number') headings.set(column.sheetColumn, column.heading);
    }
  }
  const numbers = new Set<number>();
  for (const { rowNumbers } of tables) {
    for (const number of rowNumbers) if (number >= fromRow && number < fromRow + rows) numbers.add(number);
  }
  const listed = [...numbers].sort((a, b) => a - b);
  return {
    columns: shown.map((column) => ({ column, letters: columnLetters(column), heading: headings.get(column) ?? '' })),
    rows: [
      { row: headerRow, header: true, cells: shown.map((column) => headings.get(column) ?? '') },
      ...listed.map((row) => ({
        row,
        header: false,
        cells: shown.map((column) => session.cellText(file, sheet, row, column) ?? ''),
      })),
    ],
  };
}

function sameRow(session: RoundSession, place: number, language: Language): FindingDetail['sameRow'] {
  const { log } = session.result;
  const { table, row } = log.at(place);
  const sheetRow = table.rowNumbers[row];
  const isSame = (other: number): boolean => {
    if (other < 0 || other >= log.size) return false;
    const finding = log.at(other);
    return (
      finding.table.file === table.file &&
      finding.table.sheet === table.sheet &&
      finding.row !== WHOLE_SHEET &&
      finding.table.rowNumbers[finding.row] === sheetRow
    );
  };
  // The log is ordered by file, sheet and row: they stand beside each other.
  const places: number[] = [];
  for (let at = place - 1; isSame(at) && places.length < MOST_IN_ROW; at -= 1) places.unshift(at);
  for (let at = place + 1; isSame(at) && places.length < MOST_IN_ROW; at += 1) places.push(at);
  return places.map((at) => {
    const { identity, cell, rule, message, severity } = lineAt(session, at, language);
    return { identity, cell, rule, message, severity };
  });
}
