import type { FieldKey } from '../../domain/fields.ts';
import { foldLookAlikes } from '../../domain/lookAlikes.ts';
import { isNoInformation, isPlaceholder } from '../../domain/placeholder.ts';
import type { TableView, Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { onceFor } from '../onceFor.ts';

/** Judges a cell that says something; the text in Latin letters. */
type JudgeCode<Message extends string> = (cell: Cell, text: string) => Verdict<Message> | null;

// One judge of cells per judge of codes: as the same function for every table, its verdicts are remembered.
const statedOnly = onceFor(
  (judge: JudgeCode<string>): JudgeCode<string> =>
    (cell, text) =>
      isStated(text) ? judge(cell, foldLookAlikes(text)) : null,
);

/** Judges every distinct code that an agency wrote into a column of the sheet itself. Left out: blanks and placeholders,
 *  which are the completeness rules' matter, and tables unfolded out of another, whose codes were judged there. The text
 *  is clean and in Latin letters: surplus blanks and look-alike letters are findings of TXT-03, TXT-04 and TXT-05. `judge` should be a function that lives as long as the run: then each value is judged once. */
export function perStatedCode<Field extends FieldKey, Message extends string>(
  view: TableView<Field, Message>,
  field: NoInfer<Field>,
  judge: JudgeCode<Message>,
): void {
  if (view.table.unfoldedFrom !== undefined) return;
  view.perValue(field, statedOnly(judge) as JudgeCode<Message>);
}

/** Whether a cleaned text says something: neither blank nor a placeholder nor "Không có thông tin". */
export const isStated = (text: string): boolean => text !== '' && !isPlaceholder(text) && !isNoInformation(text);

/** Whether Excel keeps the cell as something else than text, so that characters of a code may be lost. */
export const isNumberCell = (cell: Cell): boolean => cell.kind === 'number' || cell.kind === 'date';
