import { translate, type Language } from '../../i18n/index.ts';
import { fail, succeed, type Result } from '../../result.ts';
import type { Sheet, Workbook } from '../../table/sheet.ts';
import { MOST_TEXT } from '../book/book.ts';

/** Why an answer can't be taken as it is written: an error value (`#REF!`) or a text that no cell of Excel holds can't be
 *  used at all; of a formula only what it came to is seen, which somebody should look at. */
export type AnswerDoubt = 'error' | 'tooLong' | 'formula';

/** One line of a correction list as it came back, trimmed, whatever it is worth. */
export interface ListLine {
  /** Sheet of the list and 1-based row in it. */
  readonly listSheet: string;
  readonly row: number;
  /** What the line is known by (`lineMark`); '' when it is gone. */
  readonly mark: string;
  /** What the list says the line is about. */
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly rule: string;
  readonly field: string;
  readonly message: string;
  /** The value when the list was made; personal data as the list masks it. */
  readonly value: string;
  /** What the agency answers; '' where it does not. */
  readonly correction: string;
  readonly keepReason: string;
  readonly doubt: AnswerDoubt | null;
}

/** A correction list that came back. */
export interface ReturnedList {
  /** Round and agency that its cover names; '' without a cover. */
  readonly round: string;
  readonly agency: string;
  readonly lines: readonly ListLine[];
}

/** Rows in which headings are looked for: people put a line or two above a table. */
const HEAD_ROWS = 10;
/** Most lines of a list: many times what an agency has; a file that was made to be large ends there. */
export const MOST_LINES = 200_000;
/** Columns in which headings are looked for; a list has eighteen, and an agency may add some. */
const WIDEST_LIST = 200;
/** Rows of the cover that say whose list it is. */
const COVER_ROWS = 12;

const LANGUAGES: readonly Language[] = ['vi', 'en'];

/** Reads a correction list that an agency has filled in and sent back, whatever program saved it and in whichever of the two
 *  languages. Lines may have been sorted, filtered or taken out, and the hidden column of marks may be gone.
 *  Errors: `returned.notAList` when no sheet has the columns of a correction list, `returned.tooLong`. */
export function readListLines(workbook: Workbook): Result<ReturnedList> {
  const lists = workbook.sheets.flatMap((sheet) => {
    const columns = columnsOf(sheet);
    return columns === null ? [] : [{ sheet, columns }];
  });
  if (lists.length === 0) return fail('returned.notAList');
  const lines = lists.flatMap(({ sheet, columns }) => linesOf(sheet, columns));
  if (lines.length > MOST_LINES) return fail('returned.tooLong', { limit: MOST_LINES });
  return succeed({
    round: saidOnCover(workbook, 'list.round'),
    agency: saidOnCover(workbook, 'list.agency'),
    lines,
  });
}

const COLUMNS = {
  mark: 'findingColumn.identity',
  file: 'findingColumn.file',
  sheet: 'findingColumn.sheet',
  cell: 'findingColumn.cell',
  rule: 'findingColumn.ruleId',
  field: 'findingColumn.field',
  message: 'findingColumn.message',
  value: 'findingColumn.value',
  correction: 'findingColumn.correction',
  keepReason: 'findingColumn.keepReason',
} as const;
type ColumnName = keyof typeof COLUMNS;

const NAMES = Object.keys(COLUMNS) as readonly ColumnName[];
/** Columns without which there is nothing to take, and those that tell what a line without a mark is about. */
const ANSWERS: readonly ColumnName[] = ['correction', 'keepReason'];
const PLACE: readonly ColumnName[] = ['file', 'sheet', 'cell', 'rule'];

const HEADINGS: ReadonlyMap<string, ColumnName> = new Map(
  NAMES.flatMap((name) => LANGUAGES.map((language) => [translate(language, COLUMNS[name]), name] as const)),
);

/** Sheet columns by what they hold, -1 for those that are gone; `head` is the stored row of the headings. */
type ListColumns = Readonly<Record<ColumnName | 'head', number>>;

function columnsOf(sheet: Sheet): ListColumns | null {
  const width = Math.min(sheet.columns.length, WIDEST_LIST);
  for (let head = 0; head < Math.min(HEAD_ROWS, sheet.rowNumbers.length); head += 1) {
    const found = new Map<ColumnName, number>();
    for (let column = 0; column < width; column += 1) {
      const name = HEADINGS.get(textAt(sheet, column, head));
      if (name !== undefined && !found.has(name)) found.set(name, column);
    }
    const isPlaced = PLACE.every((name) => found.has(name));
    if (!ANSWERS.every((name) => found.has(name)) || !(found.has('mark') || isPlaced)) continue;
    const columns = Object.fromEntries(NAMES.map((name) => [name, found.get(name) ?? -1]));
    return { head, ...(columns as Record<ColumnName, number>) };
  }
  return null;
}

function linesOf(sheet: Sheet, columns: ListColumns): readonly ListLine[] {
  const lines: ListLine[] = [];
  for (let stored = columns.head + 1; stored < sheet.rowNumbers.length; stored += 1) {
    const text = (column: ColumnName): string => textAt(sheet, columns[column], stored);
    const [correction, keepReason] = [text('correction'), text('keepReason')];
    const mark = text('mark');
    // What people write below a table is no line of it.
    if (mark === '' && text('cell') === '' && correction === '' && keepReason === '') continue;
    if (lines.length > MOST_LINES) return lines;
    lines.push({
      listSheet: sheet.name,
      row: sheet.rowNumbers[stored]!,
      mark,
      file: text('file'),
      sheet: text('sheet'),
      cell: text('cell'),
      rule: text('rule'),
      field: text('field'),
      message: text('message'),
      value: text('value'),
      correction: correction.slice(0, MOST_TEXT),
      keepReason: keepReason.slice(0, MOST_TEXT),
      doubt: doubtOf(sheet, [columns.correction, columns.keepReason], stored),
    });
  }
  return lines;
}

function doubtOf({ columns, dictionary }: Sheet, answers: readonly number[], stored: number): AnswerDoubt | null {
  const cells = answers.map((column) => dictionary.cell(columns[column]![stored]!));
  if (cells.some(({ kind }) => kind === 'error')) return 'error';
  if (cells.some(({ text }) => text.trim().length > MOST_TEXT)) return 'tooLong';
  return cells.some(({ formula }) => formula === true) ? 'formula' : null;
}

/** What stands beside a label on the cover. */
function saidOnCover({ sheets }: Workbook, label: string): string {
  const labels = new Set(LANGUAGES.map((language) => translate(language, label)));
  for (const sheet of sheets) {
    for (let stored = 0; stored < Math.min(COVER_ROWS, sheet.rowNumbers.length); stored += 1) {
      if (!labels.has(textAt(sheet, 0, stored))) continue;
      const said = sheet.columns.slice(1, WIDEST_LIST).map((_, at) => textAt(sheet, at + 1, stored));
      return said.find((text) => text !== '') ?? '';
    }
  }
  return '';
}

const textAt = ({ columns, dictionary }: Sheet, column: number, stored: number): string => {
  const codes = columns[column];
  return codes === undefined ? '' : dictionary.cell(codes[stored]!).text.trim();
};
