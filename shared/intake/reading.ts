import type { Channel } from '../domain/channel.ts';
import type { DatasetId } from '../domain/datasets.ts';
import type { FieldKey } from '../domain/fields.ts';
import type { Fault } from '../result.ts';
import type { Table, TitleFact } from '../table/table.ts';

/** Why a column was given its field. */
export type MappingEvidence = 'heading' | 'parentHeading' | 'similarHeading' | 'content' | 'saved';

/** One column of a sheet as intake understood it. A column without a field is kept and echoed back. */
export interface ColumnMapping {
  /** 0-based sheet column. */
  readonly sheetColumn: number;
  /** The agency's own heading, parents first, joined by " / ". */
  readonly heading: string;
  readonly field: FieldKey | null;
  /** The channel that the column speaks of ("Phí, lệ phí / Trực tuyến"); such columns are unfolded into a channels table. */
  readonly channel?: Channel;
  /** 0 … 1; below {@link RELIABLE} the mapping is shown to the user and not used until confirmed. */
  readonly confidence: number;
  readonly evidence: MappingEvidence | null;
  /** Other fields the heading may mean, best first. */
  readonly alternatives: readonly FieldKey[];
}

/** Confidence from which a mapping is relied on without asking. */
export const RELIABLE = 0.6;

/** What intake says of one sheet. `unsure` sheets are shown to the user and not judged by rules until confirmed. */
export type SheetVerdict = 'recognised' | 'unsure' | 'notACatalogue' | 'empty';

/** How many rows were left out of the table, by reason. */
export interface SkippedRows {
  readonly groupRows: number;
  readonly numberingRows: number;
  readonly totalRows: number;
  readonly repeatedHeaders: number;
  readonly footerRows: number;
}

/** First and last line of a header block; 1-based sheet rows. */
export interface HeaderRows {
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The whole of what intake decided about one sheet, and the tables it built from it. */
export interface SheetReading {
  readonly sheet: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly verdict: SheetVerdict;
  readonly dataset: DatasetId | null;
  /** Kinds that fit, best first, score 0 … 1. */
  readonly candidates: readonly { readonly dataset: DatasetId; readonly score: number }[];
  /** The header block; null when none was found. */
  readonly header: HeaderRows | null;
  /** Data rows of the sheet (before unfolding). */
  readonly rows: number;
  readonly columns: readonly ColumnMapping[];
  /** "Label: value" lines above the header. */
  readonly titleFacts: readonly TitleFact[];
  /** Whose data this is, and what told so; null when nothing in the sheet does. */
  readonly agency: { readonly name: string; readonly from: 'column' | 'letterhead' | 'saved' } | null;
  readonly skipped: SkippedRows;
  /** What the user should confirm or know, as message values (`intake.…`). */
  readonly questions: readonly Fault[];
  /** One table; two when channel columns of a wide catalogue were unfolded; none unless recognised. */
  readonly tables: readonly Table[];
}
