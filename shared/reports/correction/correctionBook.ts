import { translate, type Language } from '../../i18n/index.ts';
import type { Book, BookSheet } from '../book/book.ts';
import { plainSheet, type PlainColumn } from '../book/plainSheet.ts';
import type { RuleLine } from '../appliedRules.ts';
import type { CauseLine } from '../causeList.ts';
import type { CorrectionList } from '../correctionList.ts';
import type { ExceptionLine, UncheckedLine } from '../exceptions.ts';
import type { NationalLine } from '../nationalComparison.ts';
import { coverSheet } from './coverSheet.ts';
import { findingsSheets } from './findingsSheet.ts';

const CAUSE_COLUMNS: readonly PlainColumn<CauseLine>[] = [
  { heading: 'findingColumn.severity', width: 10, value: ({ severity }) => severity },
  { heading: 'list.cause', width: 62, value: ({ text }) => text },
  { heading: 'list.causeCells', width: 9, value: ({ cells }) => cells },
  { heading: 'list.causeFindings', width: 11, value: ({ findings }) => findings },
  { heading: 'list.causeFix', width: 42, value: ({ fix }) => fix },
  { heading: 'list.causeLines', width: 26, value: ({ lines }) => lines },
];

const differs = ({ verdict }: NationalLine): 'text' | 'differs' => (verdict === 'same' ? 'text' : 'differs');

const NATIONAL_COLUMNS: readonly PlainColumn<NationalLine>[] = [
  { heading: 'list.nationalCode', width: 11, value: ({ code }) => code },
  { heading: 'list.nationalName', width: 36, value: ({ name }) => name },
  { heading: 'findingColumn.field', width: 16, value: ({ field }) => field },
  { heading: 'list.nationalAgency', width: 38, value: ({ agency }) => agency, look: differs },
  { heading: 'list.nationalValue', width: 38, value: ({ national }) => national },
  { heading: 'list.nationalRemark', width: 26, value: ({ remark }) => remark },
];

const RULE_COLUMNS: readonly PlainColumn<RuleLine>[] = [
  { heading: 'findingColumn.ruleId', width: 10, value: ({ ruleId }) => ruleId },
  { heading: 'list.uncheckedTitle', width: 40, value: ({ title }) => title },
  { heading: 'findingColumn.severity', width: 10, value: ({ severity }) => severity },
  { heading: 'list.causeFindings', width: 10, value: ({ findings }) => findings },
  { heading: 'list.ruleWhy', width: 56, value: ({ why }) => why },
  { heading: 'findingColumn.legal', width: 36, value: ({ legal }) => legal },
];

const EXCEPTION_COLUMNS: readonly PlainColumn<ExceptionLine>[] = [
  { heading: 'findingColumn.sheet', width: 14, value: ({ finding }) => finding.sheet },
  { heading: 'findingColumn.cell', width: 8, value: ({ finding }) => finding.cell },
  { heading: 'findingColumn.key', width: 14, value: ({ finding }) => finding.key },
  { heading: 'findingColumn.field', width: 14, value: ({ field }) => field },
  { heading: 'findingColumn.value', width: 22, value: ({ finding }) => finding.value },
  { heading: 'findingColumn.message', width: 32, value: ({ finding }) => finding.message },
  { heading: 'list.exceptionReason', width: 30, value: ({ reason }) => reason },
  { heading: 'list.exceptionDecision', width: 16, value: ({ decision }) => decision },
  { heading: 'list.exceptionBy', width: 20, value: ({ by }) => by },
  { heading: 'list.exceptionUntil', width: 12, value: ({ until }) => until },
  { heading: 'findingColumn.file', width: 24, value: ({ finding }) => finding.file },
  { heading: 'findingColumn.ruleId', width: 9, value: ({ finding }) => finding.ruleId },
];

const UNCHECKED_COLUMNS: readonly PlainColumn<UncheckedLine>[] = [
  { heading: 'findingColumn.ruleId', width: 10, value: ({ ruleId }) => ruleId },
  { heading: 'list.uncheckedTitle', width: 52, value: ({ title }) => title },
  { heading: 'list.uncheckedReason', width: 62, value: ({ reason }) => reason },
];

/** A correction list as a workbook: cover, one line per finding, and where there is something to say, its causes, the
 *  national catalogue beside the agency's values, the rules with their legal bases, accepted exceptions, rules that did
 *  not run.
 *  @param linkTo  address of an original file as seen from where the list will lie, or null when it won't be there */
export function correctionBook(
  list: CorrectionList,
  language: Language,
  linkTo: (file: string) => string | null,
): Book {
  const foot = { left: list.agency.agency.name, pages: translate(language, 'list.pageFooter') };
  const plain = <Line>(
    key: string,
    columns: readonly PlainColumn<Line>[],
    lines: () => Iterable<Line>,
  ): readonly BookSheet[] => {
    const sheet = plainSheet(translate(language, key), columns, lines, language, foot);
    return sheet === null ? [] : [sheet];
  };
  const causes = list.causes();
  const national = list.national();
  const rules = list.rules();
  const [findings, ...more] = findingsSheets(list, language, linkTo);
  const choices = more.at(-1)!;
  return {
    sheets: [
      coverSheet(list, language),
      findings!,
      ...more.slice(0, -1),
      ...plain('list.sheetCauses', CAUSE_COLUMNS, () => causes),
      ...plain('list.sheetNational', NATIONAL_COLUMNS, () => national),
      ...plain('list.sheetRules', RULE_COLUMNS, () => rules),
      ...plain('list.sheetExceptions', EXCEPTION_COLUMNS, () => list.exceptions()),
      ...plain('list.sheetUnchecked', UNCHECKED_COLUMNS, () => list.unchecked),
      choices,
    ],
  };
}
