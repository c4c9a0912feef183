import type { Severity } from '../engine/finding.ts';
import type { SeverityCounts } from '../engine/findings.ts';
import type { BatchFix } from './batchFix.ts';

/** What one cause can be, strongest explanation first: a finding that several could explain goes to the first of them.
 *  Whole rows in the wrong place explain every wrong cell in them; damage to a column by a program goes before what people
 *  wrote; what the whole column shows goes before what single records or values show. */
export const CAUSE_KINDS = [
  'shiftedColumns',
  'misplacedRows',
  'legacyFont',
  'misreadEncoding',
  'turnedToNumbers',
  'dateSerials',
  'monthFirst',
  'decomposed',
  'hiddenCharacters',
  'strayBlanks',
  'lookAlikes',
  'wrongD',
  'localCodes',
  'formerNames',
  'linkHost',
  'wrongTimeUnit',
  'noTimeUnit',
  'lostThousands',
  'nationalRecord',
  'blankColumn',
  'missingColumn',
  'repeatedValue',
] as const;

/** One kind of cause; texts are `cause.<kind>` in the message catalogue. */
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** How sure it is that the findings have this one cause; independent of how sure a fix is. */
export type CauseCertainty = 'certain' | 'likely' | 'possible';

/** Findings that go away together: what one act spoiled, one act mends. */
export interface Cause {
  /** Hash of kind, agency, sheet kind and column (or of record or value): the same over edits, sorting and renaming. */
  readonly id: string;
  readonly kind: CauseKind;
  readonly certainty: CauseCertainty;
  /** Values for the texts; see {@link CauseArgs}. */
  readonly args: CauseArgs;
  /** Indexes of its findings in the list that was grouped, ascending. */
  readonly findings: Uint32Array;
  readonly counts: SeverityCounts;
  /** The highest severity among its findings. */
  readonly severity: Severity;
  /** Distinct cells with a finding of it. */
  readonly cells: number;
  /** What would mend it; absent when no cell has a safe correction. */
  readonly fix?: BatchFix;
}

/** What the texts of causes are filled with. Places are those of the cause's first finding by file, sheet and column. */
export interface CauseArgs extends Readonly<Record<string, string | number>> {
  /** Heading as the agency wrote it; '' where the cause is no column's. */
  readonly column: string;
  /** Canonical field, or ''. */
  readonly field: string;
  readonly file: string;
  readonly sheet: string;
  readonly agency: string;
  readonly findings: number;
  readonly cells: number;
  readonly rows: number;
  readonly sheets: number;
  readonly agencies: number;
}

/** A cause needs this many findings. */
export const LEAST_FINDINGS = 3;
