import type { FieldKey } from '../../domain/fields.ts';
import { findMojibake } from '../../domain/mojibake.ts';
import type { RuleContext, TableView, Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import type { TableColumn } from '../../table/table.ts';
import { onceFor } from '../onceFor.ts';
import { isLegacyColumn, traitsOf, type TextTrait } from './columnTraits.ts';

/** Judges one distinct text: as typed, and cleaned. A module-level function, so that each text is judged once per run. */
export type JudgeText<Message extends string> = (typed: string, clean: string) => Verdict<Message> | null;

type JudgeCell = (cell: Cell, clean: string) => Verdict | null;

/** Judges every distinct text that people typed into a sheet, column by column. Left out: numbers and dates, cells that
 *  show nothing unless asked for (the completeness rules speak of them), passwords, which no finding may quote, and texts
 *  that were decoded wrongly: TXT-02 and TXT-08 name that one mistake, and its odd letters would look like many others.
 *
 *  @param trait  what a text must have to be worth a judgement; columns without such a text cost nothing
 *  @param judgeFor  the judge of a column's texts; null leaves the column out */
export function perTypedText<Field extends FieldKey, Message extends string>(
  view: TableView<Field, Message>,
  context: Pick<RuleContext, 'memo'>,
  trait: TextTrait,
  judgeFor: (column: TableColumn) => JudgeText<Message> | null,
  { evenBlank = false } = {},
): void {
  for (const column of textColumns(view)) {
    if (!traitsOf(column, context).has(trait) || isLegacyColumn(column, context)) continue;
    const judge = judgeFor(column) as JudgeText<string> | null;
    if (judge === null) continue;
    const judgeCell = evenBlank ? typedOrBlank(judge) : typedOnly(judge);
    view.perColumnValue(column, judgeCell as (cell: Cell, clean: string) => Verdict<Message> | null);
  }
}

const typedOrBlank = onceFor((judge: JudgeText<string>): JudgeCell => (cell, clean) => {
  const verdict = cell.kind === 'text' ? judge(cell.text, clean) : null;
  return verdict === null || findMojibake(cell.text).length > 0 ? null : verdict;
});

const typedOnly = onceFor((judge: JudgeText<string>): JudgeCell => {
  const judgeCell = typedOrBlank(judge);
  return (cell, clean) => (clean === '' ? null : judgeCell(cell, clean));
});

/** Columns of the sheet that text rules may look at and quote. */
export const textColumns = (view: TableView): readonly TableColumn[] =>
  view.ownColumns.filter(({ field }) => field !== 'mat_khau');
