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
  /** The decision that accepts it; such findings don't count. */
  readonly waiver?: { readonly reason: string; readonly by: string; readonly decision: string; readonly until: string };
}
