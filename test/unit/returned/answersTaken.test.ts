import { expect, test } from 'vitest';
import { presentOf, reviewOf, type ReturnedReview } from '../../../electron/node/workbench/returnedAnswers.ts';
import { choiceOf, decisionsFor } from '../../../electron/node/workbench/returnedChoice.ts';
import { RoundSession } from '../../../electron/node/workbench/roundSession.ts';
import { renderedFinding } from '../../../shared/engine/findings.ts';
import { defineRule } from '../../../shared/engine/rule.ts';
import { isTakeable } from '../../../shared/reports/returned/answerStanding.ts';
import { lineMark } from '../../../shared/reports/returned/lineMark.ts';
import type { ListLine } from '../../../shared/reports/returned/readListLines.ts';
import { tableFrom } from '../../tables.ts';
import { openedRound } from '../causes/openedRound.ts';
import { refuseNames, RULE_TEXTS } from '../reports/reportedRound.ts';

/** Finds fault with every name, too. */
const refuseNamesAgain = defineRule({
  ...RULE_TEXTS,
  id: 'T-02',
  datasets: ['procedures'],
  reads: ['ten_tthc'],
  check: (view) => view.perValue('ten_tthc', () => ({ message: 'bad' })),
});

function round(ten_tthc = 'Đăng ký khai sinh'): RoundSession {
  const { session: opened } = openedRound([tableFrom('procedures', [{ ma_tthc: '1.000120', ten_tthc }])]);
  const session = new RoundSession({ ...opened.setting, rules: [refuseNames, refuseNamesAgain] }, []);
  for (const file of opened.files) session.addFile(file);
  session.settle();
  return session;
}

/** A line of a list about what a rule found. */
function lineOf(session: RoundSession, rule: string, answer: Partial<ListLine>): ListLine {
  const { log } = session.result;
  const place = Array.from({ length: log.size }, (_, at) => at).find((at) => log.place(at).piece.rule.id === rule)!;
  const { identity, file, sheet, cell, message, value } = renderedFinding(log, place, 'vi', true);
  return {
    listSheet: 'Danh sách cần sửa',
    row: place + 2,
    mark: lineMark(identity, '', session.setting.name),
    file,
    sheet,
    cell,
    rule,
    field: '',
    message,
    value,
    correction: '',
    keepReason: '',
    doubt: null,
    ...answer,
  };
}

/** The lines, each in a list of its own, held against the round. */
const reviewed = (session: RoundSession, lines: readonly ListLine[]): ReturnedReview =>
  reviewOf(
    lines.map((line, at) => ({
      file: `${at}.xlsx`,
      fault: null,
      list: { round: session.setting.name, agency: '', lines: [line] },
    })),
    session,
    presentOf(session, () => []),
  );

test('a finding that is kept beside a correction of its cell is kept with the corrected value', () => {
  const session = round();
  const lines = [
    lineOf(session, 'T-01', { correction: 'Đăng ký khai sinh lưu động' }),
    lineOf(session, 'T-02', { keepReason: 'Theo quyết định của tỉnh' }),
  ];
  const review = reviewed(session, lines.toReversed());
  const made = decisionsFor(review, review.lines.filter(isTakeable), session, '2026-12-31');
  if (!made.ok) throw new Error(made.error.code);
  session.decide(
    made.value.map(({ decision, label }, at) => ({ ...decision, label, entry: at + 1, at: '', undone: false })),
  );
  const { log } = session.result;
  const waived = Array.from({ length: log.size }, (_, at) => [log.place(at).piece.rule.id, session.waived[at]]);
  expect(Object.fromEntries(waived)).toEqual({ 'T-01': 0, 'T-02': 1 });
});

test('an answer is left out when its file is just being sent again, with something else in the cell', () => {
  const session = round();
  const review = reviewed(session, [lineOf(session, 'T-01', { correction: 'Đăng ký khai sinh lưu động' })]);
  const choice = { lists: [0], without: [], also: [0] };
  expect(choiceOf(review, session, choice).chosen.length).toBe(1);
  const [again] = round('Đăng ký kết hôn').files;
  session.addFile(again!);
  expect(choiceOf(review, session, choice)).toEqual({ chosen: [], skipped: 1 });
});
