import { translate, type Language } from '../../i18n/index.ts';
import {
  cellText,
  heightOf,
  MOST_CHOICES,
  MOST_LINKS,
  MOST_ROWS,
  type BookCell,
  type BookRow,
  type BookSheet,
} from '../book/book.ts';
import type { Look } from '../book/looks.ts';
import type { CorrectionLine, CorrectionList } from '../correctionList.ts';

interface ListColumn {
  readonly heading: string;
  readonly width: number;
  readonly value: (line: CorrectionLine, ordinal: number) => string | number;
  readonly look?: Look;
  readonly isHidden?: true;
}

const joined = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');

/** The list is read from left to right: where, what, what it should be, why, and what the agency says to it. */
const COLUMNS: readonly ListColumn[] = [
  { heading: 'findingColumn.ordinal', width: 5, value: (_, ordinal) => ordinal, look: 'number' },
  { heading: 'findingColumn.severity', width: 9, value: (line) => line.severity },
  { heading: 'findingColumn.sheet', width: 12, value: (line) => line.sheet },
  { heading: 'findingColumn.cell', width: 7, value: (line) => line.cell },
  { heading: 'findingColumn.key', width: 13, value: ({ finding }) => finding.key },
  { heading: 'findingColumn.field', width: 12, value: (line) => line.field },
  { heading: 'findingColumn.value', width: 19, value: ({ finding }) => finding.value },
  { heading: 'findingColumn.expected', width: 19, value: ({ finding }) => finding.expected },
  { heading: 'findingColumn.difference', width: 10, value: ({ finding }) => finding.difference },
  {
    heading: 'findingColumn.message',
    width: 28,
    value: ({ finding, evidence }) => joined(finding.message, evidence),
  },
  { heading: 'findingColumn.howToFix', width: 26, value: (line) => line.howToFix },
  { heading: 'findingColumn.legal', width: 15, value: (line) => line.legal },
  { heading: 'findingColumn.correction', width: 17, value: () => '', look: 'open' },
  { heading: 'findingColumn.keepReason', width: 17, value: () => '', look: 'open' },
  { heading: 'findingColumn.ownColumns', width: 24, value: (line) => line.ownColumns },
  { heading: 'findingColumn.file', width: 24, value: ({ finding }) => finding.file },
  { heading: 'findingColumn.ruleId', width: 9, value: ({ finding }) => finding.ruleId },
  { heading: 'findingColumn.identity', width: 38, value: (line) => line.mark, isHidden: true },
];

const positionOf = (heading: string): number => COLUMNS.findIndex((one) => one.heading === heading);
const SEVERITY = positionOf('findingColumn.severity');
const CELL = positionOf('findingColumn.cell');
const CORRECTION = positionOf('findingColumn.correction');
/** Everything up to the agency's own words is printed; its columns, file, rule and mark stay on the screen. */
const PRINTED = positionOf('findingColumn.keepReason') + 1;
const WIDTHS = COLUMNS.map(({ width }) => width);

/** Lines of one sheet below its head. */
const LINES_OF_SHEET = MOST_ROWS - 1;

/** The sheets "Danh sách cần sửa", more than one only beyond Excel's last row, and the hidden one with the values that the
 *  drop-downs offer. */
export function findingsSheets(
  list: CorrectionList,
  language: Language,
  linkTo: (file: string) => string | null,
): readonly BookSheet[] {
  const name = translate(language, 'list.sheetFindings');
  const choices = new ChoiceSheet(translate(language, 'list.sheetChoices'), translate(language, 'list.choicesHead'));
  const sheets: BookSheet[] = [];
  for (let from = 0; from === 0 || from < list.size; from += LINES_OF_SHEET) {
    sheets.push(
      findingsSheet(
        list,
        sheets.length === 0 ? name : `${name} (${sheets.length + 1})`,
        from,
        language,
        linkTo,
        choices,
      ),
    );
  }
  return [...sheets, choices.sheet()];
}

function findingsSheet(
  list: CorrectionList,
  name: string,
  from: number,
  language: Language,
  linkTo: (file: string) => string | null,
  choices: ChoiceSheet,
): BookSheet {
  return {
    name,
    columns: COLUMNS.map(({ width, isHidden }) => ({ width, ...(isHidden === true ? { isHidden } : {}) })),
    landscape: true,
    frozen: { rows: 1, columns: CELL + 1 },
    repeatedRows: 1,
    printedColumns: PRINTED,
    filter: true,
    isProtected: true,
    foot: { left: list.agency.agency.name, pages: translate(language, 'list.pageFooter') },
    *rows(): Generator<BookRow, void, undefined> {
      yield {
        cells: COLUMNS.map(({ heading }) => ({ value: translate(language, heading), look: 'head' })),
        height: 32,
      };
      let ordinal = from;
      for (const line of list.lines(from, from + LINES_OF_SHEET)) {
        ordinal += 1;
        yield rowOf(line, ordinal, ordinal - from, linkTo, choices);
      }
    },
  };
}

function rowOf(
  line: CorrectionLine,
  ordinal: number,
  ofSheet: number,
  linkTo: (file: string) => string | null,
  choices: ChoiceSheet,
): BookRow {
  const cells = COLUMNS.map(({ value, look }): BookCell => {
    const content = value(line, ordinal);
    return { value: typeof content === 'number' ? content : cellText(content), look: look ?? 'text' };
  });
  cells[SEVERITY] = { ...cells[SEVERITY]!, look: line.finding.severity };
  const target = ofSheet <= MOST_LINKS ? linkTo(line.finding.file) : null;
  if (target !== null) {
    cells[CELL] = { ...cells[CELL]!, look: 'link', link: `${target}#${quotedSheet(line.sheet)}!${jumpCell(line)}` };
  }
  const offered = choices.rangeOf(line.suggestions);
  if (offered !== null) cells[CORRECTION] = { ...cells[CORRECTION]!, choices: offered };
  const printed = cells.slice(0, PRINTED).map(({ value }) => value);
  return { cells, height: heightOf(printed, WIDTHS) };
}

const jumpCell = ({ finding }: CorrectionLine): string =>
  finding.cell || (finding.row === 0 ? 'A1' : `A${finding.row}`);

const quotedSheet = (sheet: string): string => encodeURI(`'${sheet.replaceAll("'", "''")}'`).replaceAll('#', '%23');

/** Values of drop-downs, a row per set: a list inside a validation holds no commas and no more than 255 characters. */
class ChoiceSheet {
  readonly #name: string;
  readonly #head: string;
  readonly #sets = new Map<string, { readonly row: number; readonly values: readonly string[] }>();
  #offered = 0;

  /** @param head  by which intake knows the sheet again when it comes back */
  constructor(name: string, head: string) {
    this.#name = name;
    this.#head = head;
  }

  /** Where the values stand; null without values, or when the workbook has as many drop-downs as it should. */
  rangeOf(values: readonly string[]): string | null {
    if (values.length === 0 || this.#offered === MOST_CHOICES) return null;
    this.#offered += 1;
    const key = values.join('\u0001');
    let set = this.#sets.get(key);
    if (set === undefined) this.#sets.set(key, (set = { row: this.#sets.size + 2, values }));
    return `'${this.#name}'!$A$${set.row}:$${'ABC'[values.length - 1]}$${set.row}`;
  }

  sheet(): BookSheet {
    const sets = this.#sets;
    const head = this.#head;
    return {
      name: this.#name,
      columns: [{ width: 40 }, { width: 40 }, { width: 40 }],
      isHidden: true,
      noRowsNoSheet: true,
      isProtected: true,
      *rows() {
        if (sets.size > 0) yield { cells: [{ value: head, look: 'head' }] };
        for (const { values } of sets.values()) {
          yield { cells: values.map((value) => ({ value: cellText(value), look: 'text' })) };
        }
      },
    };
  }
}
