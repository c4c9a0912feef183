import { translate, type Language } from '../../../shared/i18n/index.ts';
import { csvCell } from '../../../shared/reports/machine/csv.ts';
import { maskedAnswer } from '../../../shared/reports/returned/maskedAnswer.ts';
import type { ReviewedLine } from '../workbench/returnedAnswers.ts';

/** All lines of returned lists as CSV for Excel, one per line: what the agency answered, how it stands, whether it was taken.
 *  A value that Excel could take for a formula gets an apostrophe in front; personal data stays masked.
 *  @param fileOf  name of a list
 *  @param taken  the lines that were applied */
export function* answersTable(
  lines: readonly ReviewedLine[],
  fileOf: (list: number) => string,
  taken: ReadonlySet<ReviewedLine>,
  language: Language,
): Generator<string, void, undefined> {
  const t = (key: string): string => translate(language, key);
  yield `\uFEFF${row(HEADINGS.map(t))}`;
  for (const own of lines) {
    const { line, standing, finding } = own;
    const { correction, keepReason } = maskedAnswer(own);
    if (standing === 'unanswered') continue;
    yield row([
      fileOf(own.list),
      String(line.row),
      finding?.agency ?? '',
      line.file,
      line.sheet,
      line.cell,
      line.rule,
      line.field,
      line.value,
      finding?.shown ?? '',
      correction,
      keepReason,
      t(`returned.standing.${standing}`),
      t(taken.has(own) ? 'returnedColumn.yes' : 'returnedColumn.no'),
    ]);
  }
}

const HEADINGS = [
  'returnedColumn.list',
  'returnedColumn.row',
  'findingColumn.agency',
  'findingColumn.file',
  'findingColumn.sheet',
  'findingColumn.cell',
  'findingColumn.ruleId',
  'findingColumn.field',
  'returnedColumn.before',
  'returnedColumn.now',
  'findingColumn.correction',
  'findingColumn.keepReason',
  'returnedColumn.standing',
  'returnedColumn.taken',
] as const;

const row = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;
