import type { ReturnedFile, ReturnedGroup, ReturnedLine } from '../../../shared/contract/returned.ts';
import type { FindingLog } from '../../../shared/engine/findingLog.ts';
import { renderedFinding } from '../../../shared/engine/findings.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import { isTakeable, isTakenByDefault, type JudgedLine } from '../../../shared/reports/returned/answerStanding.ts';
import { objectionText } from '../../../shared/reports/returned/answerTrial.ts';
import { fieldLabel } from '../../../shared/results/sheetColumns.ts';
import type { ReturnedReview } from './returnedAnswers.ts';

/** The group in which a line is looked at. */
export const groupOf = (line: JudgedLine): ReturnedGroup => {
  if (line.standing === 'unanswered') return 'unanswered';
  if (line.standing === 'alreadySo') return 'done';
  if (isTakenByDefault(line)) return 'ready';
  return isTakeable(line) ? 'look' : 'refused';
};

/** A file of a review with what stands in it, counted. */
export function returnedFileView({ lists, lines }: ReturnedReview, at: number, round: string): ReturnedFile {
  const { file, fault, list } = lists[at]!;
  const groups = { ready: 0, look: 0, refused: 0, unanswered: 0, done: 0 };
  const standings: ReturnedFile['standings'] = {};
  const agencies = new Map<string, number>();
  for (const line of lines) {
    if (line.list !== at) continue;
    groups[groupOf(line)] += 1;
    standings[line.standing] = (standings[line.standing] ?? 0) + 1;
    const agency = line.finding?.agency;
    if (agency !== undefined) agencies.set(agency, (agencies.get(agency) ?? 0) + 1);
  }
  const [most] = [...agencies].sort((a, b) => b[1] - a[1]);
  return {
    list: at,
    file,
    fault: fault === null ? null : { code: fault.code, params: { ...fault.params } },
    agency: most?.[0] ?? list?.agency ?? '',
    saidRound: list?.round ?? '',
    isThisRound: list?.round === round,
    groups,
    standings,
  };
}

/** A line of a review as people read it. @param at  its place among all lines */
export function returnedLineView(
  review: ReturnedReview,
  at: number,
  log: FindingLog,
  language: Language,
): ReturnedLine {
  const own = review.lines[at]!;
  const { line, standing, sent, finding, list } = own;
  const present = finding === null ? null : renderedFinding(log, finding.place, language, false);
  const [hasCorrection, hasReason] = [line.correction !== '', line.keepReason !== ''];
  return {
    line: at,
    list,
    row: line.row,
    standing,
    group: groupOf(own),
    sent: sent?.from ?? null,
    sentRound: sent?.round ?? '',
    isFormula: line.doubt === 'formula',
    takeable: isTakeable(own),
    file: present?.file ?? line.file,
    sheet: present?.sheet ?? line.sheet,
    cell: line.cell,
    cellNow: present === null || present.cell === '' || present.cell === line.cell ? null : present.cell,
    rule: present?.ruleId ?? line.rule,
    field: present === null || present.field === null ? line.field : fieldLabel(present.field, language),
    message: present?.message ?? line.message,
    before: line.value,
    now: present?.value ?? null,
    answer: hasCorrection && hasReason ? 'both' : hasCorrection ? 'correction' : hasReason ? 'keep' : 'none',
    correction: line.correction,
    keepReason: line.keepReason,
    objection: objectionText(own, review.trial, language),
  };
}
