import type { DatasetId } from '../domain/datasets.ts';
import type { FieldKey } from '../domain/fields.ts';

/** How much a finding matters: errors block receiving, paying or log-in, or are certainly wrong; warnings need a person. */
export type Severity = 'error' | 'warning' | 'info';

/** A proposed correction; never applied without a person's consent. */
export interface Fix {
  readonly value: string;
  /** `certain`: the only possible meaning; `likely`: one good candidate; `possible`: a hint to look at. */
  readonly confidence: 'certain' | 'likely' | 'possible';
  /** Message id of the rule that says why this value. */
  readonly why: string;
}

/** Article of a legal text, as data: texts change, rules do not. */
export interface LegalBasis {
  readonly doc: string;
  readonly article: string;
  /** Cited because it no longer holds, e.g. a reduction that has ended. */
  readonly past?: true;
  /** How the text stands on the day of the run, where it does not simply hold (shared/legal). */
  readonly standing?: 'predecessor' | 'ended' | 'notYet';
  /** Its last day (`ended`) or first day (`notYet`), ISO. */
  readonly since?: string;
  /** Number of the text that took its place. */
  readonly replacedBy?: string;
}

/** What agencies of the round write of the same procedure, case and channel: evidence beside the verdict, never instead of
 *  it. */
export interface Peers {
  /** How many agencies describe it, this one included. */
  readonly agencies: number;
  /** How many of them write the most common value. */
  readonly agreeing: number;
  readonly value: string;
  /** Whether the cell itself says so, too. */
  readonly same: boolean;
}

/** Where and what, complete and rendered: the shape that reports and machine outputs are made of (DESIGN §6). */
export interface Finding {
  readonly identity: string;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly agency: string;
  readonly dataset: DatasetId;
  /** Business key of the row, e.g. "1.001234"; '' for a finding about a whole sheet. */
  readonly key: string;
  readonly field: FieldKey | null;
  readonly file: string;
  readonly sheet: string;
  /** A1 address, or '' for a finding about a whole sheet. */
  readonly cell: string;
  /** 1-based sheet row, 0 for a whole sheet. */
  readonly row: number;
  /** Column letters, '' for a whole row or sheet. */
  readonly column: string;
  readonly value: string;
  readonly expected: string;
  readonly difference: string;
  readonly messageId: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly message: string;
  readonly fix?: Fix;
  readonly evidence?: string;
  readonly legal: readonly LegalBasis[];
  /** Only where at least three agencies describe it; `text` says it in words. */
  readonly peers?: Peers & { readonly text: string };
  /** The decision that accepts it; such findings don't count. */
  readonly waiver?: { readonly reason: string; readonly by: string; readonly decision: string; readonly until: string };
}
