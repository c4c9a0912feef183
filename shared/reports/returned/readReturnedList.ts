import { Findings } from '../../engine/findings.ts';
import { translate, type Language } from '../../i18n/index.ts';
import { fail, succeed, type Fault, type Result } from '../../result.ts';
import type { Sheet, Workbook } from '../../table/sheet.ts';
import type { Check } from '../check.ts';
import { lineMark, readLineMark } from './lineMark.ts';

/** What an agency says to one finding: a corrected value, or why the value stays; the other one is ''. */
export interface ReturnedAnswer {
  readonly identity: string;
  readonly correction: string;
  readonly keepReason: string;
}

/** A line that cannot be taken over, and why; rows are 1-based rows of the returned sheet. */
export interface ReturnedFault {
  readonly sheet: string;
  readonly row: number;
  readonly fault: Fault;
}

/** What came back in a correction list. */
export interface ReturnedList {
  readonly answers: readonly ReturnedAnswer[];
  readonly faults: readonly ReturnedFault[];
  /** Lines that nobody has filled in. */
  readonly unanswered: number;
}

/** What was sent: the findings of a round by identity. */
export interface SentFindings {
  readonly round: string;
  find(identity: string): { readonly value: string; readonly sha256: string } | undefined;
}

/** The findings of a check as lists of it were sent. */
export function sentFindingsOf(check: Check): SentFindings {
  const shaOf = new Map(check.files.map(({ file, sha256 }) => [file, sha256]));
  const sent = new Map<string, { readonly value: string; readonly sha256: string }>();
  for (const { identity, value, file } of new Findings(check.result.log, 'vi')) {
    sent.set(identity, { value, sha256: shaOf.get(file) ?? '' });
  }
  return { round: check.round, find: (identity) => sent.get(identity) };
}

/** Reads a correction list that an agency has filled in and sent back, whatever program saved it. Lines may have been
 *  sorted, filtered or taken out. Each fault names its row: `returned.badMark` (the hidden key is gone or damaged, or the
 *  list belongs to another file or round), `returned.unknown` (no such finding any more), `returned.twice`,
 *  `returned.both` (a correction and a reason), `returned.sameValue` (the "correction" is what stands there).
 *  Error: `returned.notAList` when no sheet has the columns of a correction list. */
export function readReturnedList(workbook: Workbook, sent: SentFindings): Result<ReturnedList> {
  const lists = workbook.sheets.flatMap((sheet) => {
    const columns = columnsOf(sheet);
    return columns === null ? [] : [{ sheet, columns }];
  });
  if (lists.length === 0) return fail('returned.notAList');
  const answers = new Map<string, ReturnedAnswer>();
  const faults: ReturnedFault[] = [];
  let unanswered = 0;
  for (const { sheet, columns } of lists) {
    for (let stored = columns.head + 1; stored < sheet.rowNumbers.length; stored += 1) {
      const text = (column: number): string => textAt(sheet, column, stored);
      const correction = text(columns.correction);
      const keepReason = text(columns.keepReason);
      const mark = text(columns.mark);
      if (correction === '' && keepReason === '') {
        if (mark !== '') unanswered += 1;
        continue;
      }
      const answer = checkedAnswer(mark, correction, keepReason, sent, answers);
      if (answer.ok) answers.set(answer.value.identity, answer.value);
      else faults.push({ sheet: sheet.name, row: sheet.rowNumbers[stored]!, fault: answer.error });
    }
  }
  return succeed({ answers: [...answers.values()], faults, unanswered });
}

function checkedAnswer(
  mark: string,
  correction: string,
  keepReason: string,
  sent: SentFindings,
  known: ReadonlyMap<string, ReturnedAnswer>,
): Result<ReturnedAnswer> {
  const read = readLineMark(mark);
  if (read === undefined) return fail('returned.badMark');
  const { identity } = read;
  const finding = sent.find(identity);
  if (finding === undefined) return fail('returned.unknown', { identity });
  if (lineMark(identity, finding.sha256, sent.round) !== mark) return fail('returned.badMark');
  const before = known.get(identity);
  if (before !== undefined && (before.correction !== correction || before.keepReason !== keepReason)) {
    return fail('returned.twice', { identity });
  }
  if (correction !== '' && keepReason !== '') return fail('returned.both', { correction });
  if (correction !== '' && correction === finding.value.trim())
    return fail('returned.sameValue', { value: correction });
  return succeed({ identity, correction, keepReason });
}

interface ReturnedColumns {
  /** Stored row of the headings. */
  readonly head: number;
  readonly mark: number;
  readonly correction: number;
  readonly keepReason: number;
}

/** Rows in which the headings are looked for: people put a line or two above a table. */
const HEAD_ROWS = 10;

const LANGUAGES: readonly Language[] = ['vi', 'en'];

function columnsOf(sheet: Sheet): ReturnedColumns | null {
  for (let head = 0; head < Math.min(HEAD_ROWS, sheet.rowNumbers.length); head += 1) {
    const headings = sheet.columns.map((_, column) => textAt(sheet, column, head));
    const at = (key: string): number =>
      headings.findIndex((heading) => LANGUAGES.some((language) => heading === translate(language, key)));
    const mark = at('findingColumn.identity');
    const correction = at('findingColumn.correction');
    const keepReason = at('findingColumn.keepReason');
    if (mark >= 0 && correction >= 0 && keepReason >= 0) return { head, mark, correction, keepReason };
  }
  return null;
}

const textAt = ({ columns, dictionary }: Sheet, column: number, stored: number): string =>
  dictionary.cell(columns[column]![stored]!).text.trim();
