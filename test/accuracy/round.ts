import { openWorkbook } from '../../electron/node/spreadsheet/openWorkbook.ts';
import { drawCsv, layOut, type SampleSheet } from '../../electron/node/sample/sampleSheet.ts';
import type { DatasetId } from '../../shared/domain/datasets.ts';
import type { FieldKey } from '../../shared/domain/fields.ts';
import type { Fix, Severity } from '../../shared/engine/finding.ts';
import { WHOLE_ROW, WHOLE_SHEET } from '../../shared/engine/findingLog.ts';
import type { ReferenceIndexes } from '../../shared/engine/references.ts';
import { RulesRun } from '../../shared/engine/run.ts';
import { AgencyDirectory } from '../../shared/intake/agencyDirectory.ts';
import { readWorkbook } from '../../shared/intake/readWorkbook.ts';
import type { SheetReading } from '../../shared/intake/reading.ts';
import { RULES } from '../../shared/rules/index.ts';
import { cellAddress } from '../../shared/table/cell.ts';
import type { Workbook } from '../../shared/table/sheet.ts';
import { sheetFrom, workbookFrom } from '../sheets.ts';
import { buildXlsx } from '../workbooks.ts';

/** One file of a round that mistakes are put into. */
export interface RoundFile {
  /** Path below the round's folder, with `/`. */
  readonly path: string;
  readonly sheets: readonly SampleSheet[];
}

/** Files of some agencies and what they are checked against. */
export interface Round {
  readonly corpus: string;
  readonly files: readonly RoundFile[];
  readonly references: Partial<ReferenceIndexes>;
}

/** The day on which every round is checked. */
export const ROUND_DAY = '2026-09-01';

/** What was found, by where it stands. */
export interface Seen {
  /** {@link placeOf}; for a finding about a row or a sheet without its last part. */
  readonly place: string;
  readonly rule: string;
  readonly message: string;
  readonly severity: Severity;
  readonly fix?: Pick<Fix, 'value' | 'confidence'>;
}

/** What a sheet was taken for, column by column. */
export interface SheetUnderstood {
  readonly dataset: DatasetId;
  /** Field of each sheet column, null for one that was not understood. */
  readonly fields: readonly (FieldKey | null)[];
}

/** All that a check of a round tells. */
export interface RoundChecked {
  readonly seen: readonly Seen[];
  /** By file and sheet, see {@link sheetPlace}; sheets that were not recognised are left out. */
  readonly sheets: ReadonlyMap<string, SheetUnderstood>;
}

export const sheetPlace = (file: string, sheet: string): string => `${file}\u0000${sheet}`;

/** Names a cell within a round, e.g. file, sheet and `C7`. */
export const placeOf = (file: string, sheet: string, address: string): string =>
  `${sheetPlace(file, sheet)}\u0000${address}`;

/** Whether a round is read from the bytes of real files, or from the same cells held in memory. */
export type Carrier = 'bytes' | 'memory';

/** Checks a round the way the program does: every file is understood, every table judged by every rule. */
export async function checkRound(round: Round, carrier: Carrier): Promise<RoundChecked> {
  const run = new RulesRun({ rules: RULES, references: round.references, today: ROUND_DAY });
  const agencies = new AgencyDirectory();
  const sheets = new Map<string, SheetUnderstood>();
  for (const file of round.files) {
    const workbook = carrier === 'bytes' ? await throughBytes(file) : inMemory(file);
    for (const reading of readWorkbook(workbook, { file: file.path })) {
      const understood = understoodOf(reading);
      if (understood !== null) sheets.set(sheetPlace(file.path, reading.sheet), understood);
      for (const table of reading.tables) run.judge({ ...table, agency: agencies.of(table.agency) });
    }
  }
  const { log } = run.finish();
  const seen = Array.from({ length: log.size }, (_, index): Seen => {
    const { rule, table, row, column, verdict, severity } = log.at(index);
    const sheetRow = row === WHOLE_SHEET ? '' : table.rowNumbers[row]!;
    const address =
      column === WHOLE_ROW || row === WHOLE_SHEET
        ? `${sheetRow}`
        : cellAddress(table.columns[column]!.sheetColumnAt(row), table.rowNumbers[row]!);
    return {
      place: placeOf(table.file, table.sheet, address),
      rule: rule.id,
      message: verdict.message,
      severity,
      ...(verdict.fix === undefined ? {} : { fix: verdict.fix }),
    };
  });
  return { seen, sheets };
}

function understoodOf(reading: SheetReading): SheetUnderstood | null {
  if (reading.dataset === null || reading.verdict !== 'recognised') return null;
  const width = Math.max(0, ...reading.columns.map(({ sheetColumn }) => sheetColumn + 1));
  const fields = Array.from({ length: width }, (): FieldKey | null => null);
  for (const { sheetColumn, field } of reading.columns) fields[sheetColumn] = field;
  return { dataset: reading.dataset, fields };
}

const isCsv = (file: RoundFile): boolean => file.path.endsWith('.csv');

function inMemory(file: RoundFile): Workbook {
  return workbookFrom(
    ...file.sheets.map((sheet) => {
      const { rows, merges } = layOut(sheet);
      // A CSV holds nothing but text.
      const cells = isCsv(file) ? rows.map((row) => row.map(String)) : rows;
      return sheetFrom(cells, { name: sheet.name, merges });
    }),
  );
}

async function throughBytes(file: RoundFile): Promise<Workbook> {
  const bytes = isCsv(file)
    ? new TextEncoder().encode(drawCsv(file.sheets[0]!))
    : buildXlsx({
        sheets: file.sheets.map((sheet) => {
          const { rows, merges } = layOut(sheet);
          return {
            name: sheet.name,
            merges,
            rows: rows.map((row) => row.map((value) => (value === '' ? null : value))),
          };
        }),
      });
  const opened = await openWorkbook(bytes, file.path);
  if (!opened.ok) throw new Error(`${file.path}: ${opened.error.code}`);
  return opened.value;
}
