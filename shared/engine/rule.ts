import type { z } from 'zod';
import type { DatasetId } from '../domain/datasets.ts';
import type { FieldKey } from '../domain/fields.ts';
import type { Cell } from '../table/cell.ts';
import type { Table, TableColumn } from '../table/table.ts';
import type { ReferenceIndexes, ReferenceName } from './references.ts';
import type { Fix, LegalBasis, Severity } from './finding.ts';

/** Texts of a rule in English; Vietnamese is the rule's own language. */
export interface RuleTexts<Message extends string = string> {
  readonly title: string;
  readonly why: string;
  readonly howToFix: string;
  readonly messages: Readonly<Record<Message, string>>;
}

/** What a rule says of one cell, row or sheet. Create it once per distinct value and report it for many rows: the log
 *  stores one reference per finding. */
export interface Verdict<Message extends string = string> {
  readonly message: Message;
  readonly args?: Readonly<Record<string, string | number>>;
  readonly expected?: string;
  readonly difference?: string;
  readonly fix?: Omit<Fix, 'why'> & { readonly why: Message };
  readonly evidence?: string;
  /** Steps away from the rule's severity for this case, e.g. when the national record itself is doubtful. */
  readonly severity?: Severity;
  /** It could not be told whether the rule holds; counted apart in the rule's status. */
  readonly unevaluated?: true;
}

/** The view of one table that a rule works on. Rows are 0-based table rows. */
export interface TableView<Field extends FieldKey = FieldKey, Message extends string = string> {
  readonly table: Table;
  readonly rows: number;
  /** Whether the table has a column for the field. Fields in `reads` always exist. */
  has(field: Field): boolean;
  /** The cell as it stands in the sheet; the blank cell when the column is missing. */
  cell(field: Field, row: number): Cell;
  /** Cleaned text (NFC, no invisible or surplus white space, newlines kept); '' for blank or a missing column. */
  text(field: Field, row: number): string;
  /** True when the cell is blank, a placeholder or "Không có thông tin". */
  blank(field: Field, row: number): boolean;
  /** Applies `parse` once per distinct value of a column and returns a look-up by row; results are cached per function
   *  and column for the whole run, so pass a module-level function. The second argument of `parse` is the cleaned text. */
  derive<T>(field: Field, parse: (cell: Cell, text: string) => T): (row: number) => T;
  /** Judges every distinct value of a column once, blanks left out, and reports the verdict for each row that holds it. */
  perValue(field: Field, judge: (cell: Cell, text: string) => Verdict<Message> | null): void;
  /** Every column of the sheet itself, understood or not; none for a table unfolded out of another, whose cells were
   *  judged there. For rules about text as such. */
  readonly ownColumns: readonly TableColumn[];
  /** Like `perValue`, for one of `ownColumns`. */
  perColumnValue(column: TableColumn, judge: (cell: Cell, text: string) => Verdict<Message> | null): void;
  /** Reports a finding at a row; `field` null means the whole row, row null the whole sheet. */
  report(row: number | null, field: Field | null, verdict: Verdict<Message>): void;
}

interface RuleHead<Field extends FieldKey, Ref extends ReferenceName, Message extends string, Params> {
  readonly id: string;
  /** Short statement of what holds when the rule is satisfied. */
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly howToFix: string;
  readonly legal: readonly LegalBasis[];
  /** Which letter asks for it, e.g. `003 §1đ`. */
  readonly asks: readonly string[];
  readonly datasets: readonly DatasetId[];
  /** Columns without which the rule does not run on a table. */
  readonly reads: readonly Field[];
  /** Columns it uses when they are there. */
  readonly mayRead?: readonly Field[];
  /** Columns of which a table must have at least one; without any the rule reports "không chạy". */
  readonly anyOf?: readonly Field[];
  /** It looks at columns whatever their field is (`ownColumns`, `table.columns`, business keys), so that any edit of the
   *  table concerns it. After an edit all other rules look again only when a column of their lists has changed. */
  readonly readsAll?: true;
  /** Kinds of sheets without which it has nothing to compare and reports "không chạy", each with the columns that its
   *  tables must have beside `reads`. */
  readonly needs?: Readonly<Partial<Record<DatasetId, readonly Field[]>>>;
  /** References without which it reports "không chạy". */
  readonly refs?: readonly Ref[];
  readonly params?: z.ZodType<Params>;
  readonly messages: Readonly<Record<Message, string>>;
  readonly en: RuleTexts<NoInfer<Message>>;
}

/** A rule that looks at one table at a time. */
export interface TableRule<
  Field extends FieldKey = FieldKey,
  Ref extends ReferenceName = ReferenceName,
  Message extends string = string,
  Params = unknown,
> extends RuleHead<Field, Ref, Message, Params> {
  readonly scope: 'row' | 'table';
  check(view: TableView<Field, Message>, context: RuleContext<Ref, Params>): void;
}

/** A rule that looks at all tables of its datasets together: one agency's (`agency`) or the whole round's (`round`). */
export interface GroupRule<
  Field extends FieldKey = FieldKey,
  Ref extends ReferenceName = ReferenceName,
  Message extends string = string,
  Params = unknown,
> extends RuleHead<Field, Ref, Message, Params> {
  readonly scope: 'agency' | 'round';
  checkAll(views: readonly TableView<Field, Message>[], context: RuleContext<Ref, Params>): void;
}

/** What a rule knows beside the table: its parameters, the references it asked for, and the day of the run. */
export interface RuleContext<Ref extends ReferenceName = ReferenceName, Params = unknown> {
  readonly params: Params;
  /** Those named in `refs` are always there; any other may be missing in a run. */
  readonly ref: Pick<ReferenceIndexes, Ref> & Partial<ReferenceIndexes>;
  /** ISO date of the run; a setting, never the clock, so that a run can be replayed. */
  readonly today: string;
  /** Something worked out once per run and kept for all tables and rules, e.g. a cache of comparisons. It outlives edits
   *  of the tables, so what it holds must follow from its keys alone. `owner` is the module-level function or object it
   *  belongs to. */
  memo<T>(owner: object, make: () => T): T;
}

/** Any rule, with its own types forgotten: what the engine runs. */
export type Rule = TableRule | GroupRule;

/** Declares a rule. `reads`, `refs` and `messages` are checked: an unknown column, reference or message id in `check`
 *  does not compile. */
export function defineRule<
  const Field extends FieldKey,
  const Message extends string,
  const Ref extends ReferenceName = never,
  Params = Record<string, never>,
>(rule: TableRule<Field, Ref, Message, Params> | GroupRule<Field, Ref, Message, Params>): Rule {
  // The engine only ever calls a rule with a view and a context made from this same object's lists.
  return rule as unknown as Rule;
}
