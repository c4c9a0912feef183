import type { FieldKey } from '../../domain/fields.ts';
import { legacyEncodingOf, type FoundEncoding } from '../../domain/legacyEncoding.ts';
import { findMojibake } from '../../domain/mojibake.ts';
import type { TableView, Verdict } from '../../engine/rule.ts';
import type { TableColumn } from '../../table/table.ts';

/** Judges one distinct text of a column: as typed, and cleaned. */
type JudgeText<Message extends string> = (typed: string, clean: string, column: TableColumn) => Verdict<Message> | null;

/** Judges every distinct text that people typed into a sheet, column by column. Left out: numbers and dates, cells that
 *  show nothing unless asked for (the completeness rules speak of them), passwords, which no finding may quote, and texts that were decoded
 *  wrongly: TXT-02 and TXT-08 name that one mistake, and its odd letters would look like many others. */
export function perTypedText<Field extends FieldKey, Message extends string>(
  view: TableView<Field, Message>,
  judge: JudgeText<Message>,
  { evenBlank = false } = {},
): void {
  for (const column of textColumns(view)) {
    if (isLegacyColumn(column)) continue;
    view.perColumnValue(column, (cell, clean) => {
      if (cell.kind !== 'text' || (clean === '' && !evenBlank)) return null;
      const verdict = judge(cell.text, clean, column);
      return verdict === null || findMojibake(cell.text).length > 0 ? null : verdict;
    });
  }
}

/** Judges every distinct text of one column that shows something, readable or not. */
export function perTextOf<Field extends FieldKey, Message extends string>(
  view: TableView<Field, Message>,
  column: TableColumn,
  judge: (typed: string, clean: string) => Verdict<Message> | null,
): void {
  view.perColumnValue(column, (cell, clean) => (cell.kind === 'text' && clean !== '' ? judge(cell.text, clean) : null));
}

/** Columns of the sheet that text rules may look at and quote. */
export const textColumns = (view: TableView): readonly TableColumn[] =>
  view.ownColumns.filter(({ field }) => field !== 'mat_khau');

/** Whether a column is in a one-byte encoding of before Unicode. UTF-8 read as Windows-1252 is told cell by cell. */
export function isLegacyColumn(column: TableColumn): boolean {
  const found = legacyOf(column);
  return found !== undefined && found.encoding !== 'utf8as1252';
}

const MOST_VALUES = 3000;
const known = new WeakMap<TableColumn, FoundEncoding | null>();

/** Old encoding of a column, worked out once: every text rule asks for it. Columns never change. */
export function legacyOf(column: TableColumn): FoundEncoding | undefined {
  let found = known.get(column);
  if (found === undefined) known.set(column, (found = legacyEncodingOf(oddTexts(column)) ?? null));
  return found ?? undefined;
}

/** Texts with a character beyond ASCII: the only ones that tell an encoding. */
function oddTexts(column: TableColumn): readonly string[] {
  const texts: string[] = [];
  for (let code = 1; code < column.distinct && texts.length < MOST_VALUES; code += 1) {
    const cell = column.value(code);
    if (cell.kind === 'text' && /[^\0-\x7F]/.test(cell.text)) texts.push(cell.text);
  }
  return texts;
}
