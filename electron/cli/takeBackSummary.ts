import path from 'node:path';
import { faultText, translate, type Language } from '../../shared/i18n/index.ts';
import { isTakenByDefault } from '../../shared/reports/returned/answerStanding.ts';
import { maskedAnswer } from '../../shared/reports/returned/maskedAnswer.ts';
import { cellAddress } from '../../shared/table/cell.ts';
import type { CorrectedCopy } from '../node/returned/correctedCopies.ts';
import type { Change } from '../node/workbench/findingChange.ts';
import type { ReturnedReview, ReviewedLine } from '../node/workbench/returnedAnswers.ts';
import { groupOf, returnedFileView } from '../node/workbench/returnedViews.ts';
import type { RoundSession } from '../node/workbench/roundSession.ts';
import { terminalText } from './terminalText.ts';

/** How many lines of a kind the summary shows before it says "and N more". */
const MOST_LINES = 10;

/** What came of taking lists back, as a person reads it in a terminal. */
export function takeBackSummary(done: {
  readonly review: ReturnedReview;
  /** The lines that were applied. */
  readonly chosen: readonly ReviewedLine[];
  readonly copies: readonly CorrectedCopy[];
  readonly change: Change;
  /** Findings that still count. */
  readonly remaining: number;
  readonly out: string;
  readonly table: string;
  readonly session: RoundSession;
  readonly language: Language;
}): string {
  const { review, chosen, copies, change, session, language } = done;
  const say = (key: string, params: Record<string, string | number> = {}): string => translate(language, key, params);
  const number = (value: number): string => value.toLocaleString('vi-VN');
  const relative = (place: string): string => path.relative('.', place) || '.';
  const table = relative(done.table);
  const lines: string[] = [say('cli.takeBack.heading', { round: session.setting.name }), ''];

  review.lists.forEach(({ file, fault }, at) => {
    const { agency, groups } = returnedFileView(review, at, session.setting.name);
    lines.push(
      fault === null
        ? say('cli.takeBack.list', {
            file,
            agency: agency === '' ? say('returned.noAgency') : agency,
            ready: number(groups.ready),
            look: number(groups.look),
            refused: number(groups.refused),
            unanswered: number(groups.unanswered),
          })
        : say('cli.takeBack.notList', { file, why: faultText(language, fault) }),
    );
  });

  const kept = chosen.filter(({ line }) => line.keepReason !== '');
  const written = copies.reduce((sum, copy) => sum + copy.written.length, 0);
  lines.push('', say('cli.takeBack.applied', { cells: number(written), kept: number(kept.length) }));
  section('cli.takeBack.kept', kept, (own) => {
    const { file, sheet, cell } = own.line;
    return say('cli.takeBack.lineKept', { file, sheet, cell, reason: maskedAnswer(own).keepReason });
  });
  const ofGroup = (group: 'look' | 'refused'): readonly ReviewedLine[] =>
    review.lines.filter((line) => groupOf(line) === group);
  section('cli.takeBack.look', ofGroup('look'), answerLine);
  section('cli.takeBack.refused', ofGroup('refused'), answerLine);

  lines.push('');
  if (copies.every(({ place }) => place === null)) lines.push(say('cli.takeBack.nothing'));
  for (const { file, place, written: cells, kept: left, formerFormat } of copies) {
    if (place === null) continue;
    lines.push(say('cli.takeBack.written', { file: relative(place), cells: number(cells.length) }));
    if (formerFormat !== null) lines.push(`  ${say('cli.takeBack.asNewWorkbook', { file, format: formerFormat })}`);
    for (const { sheet, row, column } of left) {
      lines.push(`  ${say('cli.takeBack.cellKept', { file, sheet, cell: cellAddress(column, row) })}`);
    }
  }
  if (written > 0) lines.push(say('cli.takeBack.copyNote'));
  lines.push(say('cli.takeBack.table', { file: table }));
  if (chosen.some(isTakenByDefault)) {
    const { gone, come } = change;
    lines.push(
      say('cli.takeBack.remaining', { count: number(done.remaining), gone: number(gone), come: number(come) }),
    );
  }
  return `${lines.map(terminalText).join('\n')}\n`;

  function section(title: string, own: readonly ReviewedLine[], textOf: (line: ReviewedLine) => string): void {
    if (own.length === 0) return;
    lines.push('', say(title, { count: number(own.length) }));
    lines.push(...own.slice(0, MOST_LINES).map((line) => `  - ${textOf(line)}`));
    if (own.length > MOST_LINES) {
      lines.push(`  ${say('cli.takeBack.more', { count: number(own.length - MOST_LINES), file: table })}`);
    }
  }

  function answerLine(own: ReviewedLine): string {
    const { line, standing } = own;
    const { file, sheet, cell, value } = line;
    const { correction } = maskedAnswer(own);
    const place = { file, sheet, cell, standing: say(`returned.standing.${standing}`) };
    return correction === ''
      ? say('cli.takeBack.line', place)
      : say('cli.takeBack.lineAnswer', { ...place, before: value, after: correction });
  }
}
