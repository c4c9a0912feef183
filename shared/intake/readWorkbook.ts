import type { Channel } from '../domain/channel.ts';
import type { DatasetId } from '../domain/datasets.ts';
import type { FieldKey } from '../domain/fields.ts';
import { fail, succeed, type Fault, type Result } from '../result.ts';
import { columnOf, type AgencyRef, type Table } from '../table/table.ts';
import type { Sheet, Workbook } from '../table/sheet.ts';
import { agencyFromPath, agencyIdOf, agencyInPath, readableAgency } from './agencyName.ts';
import { columnClues, mapColumns, reliable, type ColumnMap } from './columnMapping.ts';
import { sniffColumn } from './contentSniffer.ts';
import { datasetFits } from './datasetDetection.ts';
import { detectHeader, headerBlock, headingText, type HeaderBlock } from './headerDetection.ts';
import type { ColumnMapping, HeaderRows, SheetReading, SheetVerdict } from './reading.ts';
import { layoutOfColumns, type SavedMapping } from './savedMapping.ts';
import { HEADER_SEARCH_ROWS, SheetGrid, WIDEST_SHEET } from './sheetGrid.ts';
import { buildTables } from './tableBuilder.ts';
import { isAnsweredSheet, isOwnSheet } from './ownSheets.ts';
import { agencyAbove, titleFactsAbove } from './titleBlock.ts';
import { columnQuestions, judge } from './verdict.ts';

/** What the caller knows of a file. */
export interface ReadOptions {
  /** File name as shown to people, relative to what was dropped; its folders may name the agency. */
  readonly file: string;
  /** The agency when the caller knows it; otherwise the sheet, then the path decides. */
  readonly agency?: AgencyRef;
  /** Mappings saved for known layouts. */
  readonly mappings?: readonly SavedMapping[];
}

/** What a user decided about a sheet: where its header is, of what kind it is, what its columns mean. */
export interface ReadingCorrection {
  readonly header: HeaderRows;
  readonly dataset: DatasetId;
  /** Left out: intake maps the columns for the given kind. Columns not listed are kept without a field. */
  readonly columns?: readonly {
    readonly sheetColumn: number;
    readonly field: FieldKey | null;
    readonly channel?: Channel;
  }[];
}

/** Columns searched for procedure codes in a sheet without a header. */
const COLUMNS_SEARCHED = 60;

const NOTHING_SKIPPED = { groupRows: 0, numberingRows: 0, totalRows: 0, repeatedHeaders: 0, footerRows: 0 };

/** Understands every sheet of a workbook: kind, header, columns, agency, and the tables of those that are recognised.
 *  Never guesses silently: what a person should confirm stands in each reading's `questions` (DOMAIN §6). */
export const readWorkbook = (workbook: Workbook, options: ReadOptions): SheetReading[] =>
  workbook.sheets.map((sheet) => readSheet(sheet, options));

/** Builds the tables of a sheet from a user's correction. Errors: `intake.noSuchRow` when the header rows are not there. */
export function confirmReading(
  sheet: Sheet,
  correction: ReadingCorrection,
  options: ReadOptions,
): Result<SheetReading> {
  const grid = new SheetGrid(sheet);
  const { header, dataset } = correction;
  const first = grid.storedRowFrom(header.firstRow);
  const last = grid.storedRowFrom(header.lastRow + 1) - 1;
  if (first > last) return fail('intake.noSuchRow', { row: header.firstRow, sheet: sheet.name });
  const block = headerBlock(grid, first, last);
  const map =
    correction.columns === undefined ? mapped(grid, block, dataset) : confirmed(grid, block, correction.columns);
  return succeed(understood(grid, block, dataset, map, [{ dataset, score: 1 }], options));
}

function readSheet(sheet: Sheet, options: ReadOptions): SheetReading {
  const grid = new SheetGrid(sheet);
  if (!hasContent(sheet.columns)) return putAside(sheet, 'empty', []);
  if (isAnsweredSheet(grid)) return putAside(sheet, 'notACatalogue', [fail('intake.returnedList').error]);
  if (isOwnSheet(grid)) return putAside(sheet, 'notACatalogue', []);
  const known = savedFor(grid, options.mappings ?? []);
  if (known !== null) {
    const { block, mapping } = known;
    const map = confirmed(grid, block, mapping.columns);
    return understood(grid, block, mapping.dataset, map, [{ dataset: mapping.dataset, score: 1 }], options);
  }
  const block = detectHeader(grid);
  if (block === null) return withoutHeader(grid);
  const fits = datasetFits(clues(grid, block));
  const { verdict, questions } = judge(fits);
  const [best] = fits;
  const candidates = fits.filter((fit) => fit.score >= 0.3).map(({ dataset, score }) => ({ dataset, score }));
  if (best !== undefined && verdict === 'recognised') {
    return understood(grid, block, best.dataset, best.map, candidates, options);
  }
  if (best === undefined || verdict !== 'unsure') return withoutHeader(grid);
  return {
    ...putAside(sheet, verdict, questions),
    dataset: best.dataset,
    candidates,
    header: headerRows(grid, block),
    rows: Math.max(0, grid.rows - block.last - 1),
    columns: best.map.columns,
  };
}

/** A sheet without a header that tells its kind: put aside, unless a column holds procedure codes. */
function withoutHeader(grid: SheetGrid): SheetReading {
  const codes = grid.sheet.columns.slice(0, COLUMNS_SEARCHED).some((_, column) => {
    const { values, share } = sniffColumn(grid, column, 0);
    return values >= 3 && (share.get('procedureCode') ?? 0) >= 0.5;
  });
  return codes
    ? putAside(grid.sheet, 'unsure', [fail('intake.noHeader').error])
    : putAside(grid.sheet, 'notACatalogue', [fail('intake.notACatalogue').error]);
}

/** The reading of a sheet whose header, kind and columns are known, with its tables. */
function understood(
  grid: SheetGrid,
  block: HeaderBlock,
  dataset: DatasetId,
  map: ColumnMap,
  candidates: SheetReading['candidates'],
  options: ReadOptions,
): SheetReading {
  const { sheet } = grid;
  const header = headerRows(grid, block);
  const titleFacts = titleFactsAbove(grid, block.first);
  const fallback = options.agency ?? agencyNamed(agencyFromPath(options.file));
  const columns = map.columns.map(reliable);
  const built = buildTables({ grid, block, dataset, columns, file: options.file, agency: fallback, titleFacts });
  const above = agencyAbove(grid, block.first, titleFacts);
  const agency = agencyOf(built.tables[0]!, above, agencyInPath(options.file) === null);
  const owner = options.agency ?? (agency === null ? fallback : agencyNamed(agency.name));
  return {
    sheet: sheet.name,
    visibility: sheet.visibility,
    verdict: 'recognised',
    dataset,
    candidates,
    header,
    rows: built.rows,
    columns: map.columns,
    titleFacts,
    agency,
    skipped: built.skipped,
    questions: [
      ...sheetNotices(sheet),
      ...(built.hiddenRows > 0 ? [fail('intake.hiddenRows', { rows: built.hiddenRows }).error] : []),
      ...(built.rows === 0 ? [fail('intake.noRows', { row: header.lastRow }).error] : []),
      ...columnQuestions(map, dataset, header.lastRow),
    ],
    tables: built.tables.map((table) => ownedBy(owner, table)),
  };
}

const ownedBy = (agency: AgencyRef, table: Table): Table => ({ ...table, agency });

const agencyNamed = (name: string): AgencyRef => ({ id: agencyIdOf(name), name });

/** Whose data a table is: its one agency or commune, else the letterhead, else its one province (if that may count: a
 *  department's folder says more). A list of units tells nothing of its sender. */
function agencyOf(table: Table, above: string | null, provinceCounts: boolean): SheetReading['agency'] {
  const only = (field: FieldKey): string | null => {
    const column = table.dataset === 'units' ? undefined : columnOf(table, field);
    const text = column?.distinct === 2 ? column.value(1).text : '';
    return /\p{L}{2}/u.test(text) ? readableAgency(text) : null;
  };
  const named = only('don_vi') ?? only('xa');
  if (named !== null) return { name: named, from: 'column' };
  if (above !== null) return { name: above, from: 'letterhead' };
  const province = provinceCounts ? only('tinh') : null;
  return province === null ? null : { name: province, from: 'column' };
}

const clues = (grid: SheetGrid, block: HeaderBlock) =>
  columnClues(block, (column) => sniffColumn(grid, column, block.last + 1));

const mapped = (grid: SheetGrid, block: HeaderBlock, dataset: DatasetId): ColumnMap =>
  mapColumns(clues(grid, block), dataset);

/** Columns as a user decided them. */
function confirmed(grid: SheetGrid, block: HeaderBlock, decided: NonNullable<ReadingCorrection['columns']>): ColumnMap {
  const byColumn = new Map(decided.map((column) => [column.sheetColumn, column]));
  const columns = clues(grid, block).map(({ sheetColumn, path }): ColumnMapping => {
    const decision = byColumn.get(sheetColumn);
    return decidedColumn(sheetColumn, headingText(path), decision?.field ?? null, decision?.channel);
  });
  return { columns, rivals: [] };
}

function decidedColumn(sheetColumn: number, heading: string, field: FieldKey | null, channel?: Channel): ColumnMapping {
  if (field === null) return { sheetColumn, heading, field, confidence: 0, evidence: null, alternatives: [] };
  const known = { sheetColumn, heading, field, confidence: 1, evidence: 'saved', alternatives: [] } as const;
  return channel === undefined ? known : { ...known, channel };
}

/** Looks for a saved layout among the rows in which a header may stand. */
function savedFor(
  grid: SheetGrid,
  mappings: readonly SavedMapping[],
): { readonly block: HeaderBlock; readonly mapping: SavedMapping } | null {
  if (mappings.length === 0) return null;
  const byLayout = new Map(mappings.map((mapping) => [mapping.layout, mapping]));
  const heights = [...new Set(mappings.map((mapping) => mapping.headerHeight))];
  for (let first = 0; first < Math.min(grid.rows, HEADER_SEARCH_ROWS); first++) {
    for (const height of heights) {
      const last = grid.storedRowFrom(grid.rowNumber(first) + height) - 1;
      const block = headerBlock(grid, first, last);
      const headings = block.paths.map((path, sheetColumn) => ({ sheetColumn, heading: headingText(path) }));
      const mapping = byLayout.get(layoutOfColumns(headings));
      if (mapping !== undefined && mapping.headerHeight === height) return { block, mapping };
    }
  }
  return null;
}

const headerRows = (grid: SheetGrid, block: HeaderBlock): HeaderRows => ({
  firstRow: grid.rowNumber(block.first),
  lastRow: grid.rowNumber(block.last),
});

const hasContent = (columns: Sheet['columns']): boolean => columns.some((column) => column.some((code) => code !== 0));

const sheetNotices = (sheet: Sheet): Fault[] => [
  ...(sheet.visibility === 'visible' ? [] : [fail('intake.hiddenSheet', { sheet: sheet.name }).error]),
  ...(hasContent(sheet.columns.slice(WIDEST_SHEET)) ? [fail('intake.tooWide', { columns: WIDEST_SHEET }).error] : []),
];

/** The reading of a sheet from which no table is built. */
const putAside = (sheet: Sheet, verdict: SheetVerdict, questions: readonly Fault[]): SheetReading => ({
  sheet: sheet.name,
  visibility: sheet.visibility,
  verdict,
  dataset: null,
  candidates: [],
  header: null,
  rows: 0,
  columns: [],
  titleFacts: [],
  agency: null,
  skipped: NOTHING_SKIPPED,
  questions: [...sheetNotices(sheet), ...questions],
  tables: [],
});
