import { lineMark, readLineMark } from './lineMark.ts';
import { parseCellAddress } from './cellPlace.ts';
import {
  cellName,
  listedPlace,
  presentFindings,
  type AnsweredCell,
  type PresentFinding,
  type PresentRound,
  type SentOver,
} from './presentRound.ts';
import type { ListLine, ReturnedList } from './readListLines.ts';
import type { Standing } from './standings.ts';

/** A line of a returned list held against the round. */
export interface JudgedLine {
  readonly line: ListLine;
  readonly standing: Standing;
  /** Over which content of which round the list was made; null where that can't be told. */
  readonly sent: SentOver | null;
  /** The finding as it stands now; null when it is gone or not known. */
  readonly finding: PresentFinding | null;
}

/** A cell that an answer changes. */
export interface AnswerEdit extends AnsweredCell {
  readonly before: string;
  readonly after: string;
}

const TAKEABLE: ReadonlySet<Standing> = new Set<Standing>([
  'applies',
  'stillWrong',
  'changedSince',
  'clash',
  'unchecked',
]);

/** Whether an answer can be taken at all, if somebody wants it. */
export const isTakeable = ({ standing, finding }: JudgedLine): boolean => TAKEABLE.has(standing) && finding !== null;

/** Whether an answer is taken unless somebody says no: it applies, it was made for this round, and it is no formula. */
export const isTakenByDefault = ({ standing, sent, line }: JudgedLine): boolean =>
  standing === 'applies' && sent !== null && sent.from !== 'otherRound' && line.doubt === null;

/** The change of a cell that an answer asks for; null for one that keeps the value, or changes nothing, and where the cell
 *  holds something else than was judged, as while its file is being sent again. */
export function editOf({ line, finding }: JudgedLine, round: Pick<PresentRound, 'cellText'>): AnswerEdit | null {
  if (line.correction === '' || finding?.target == null) return null;
  const before = round.cellText(finding.target);
  return before !== finding.judged ? null : { ...finding.target, before, after: line.correction };
}

/** Holds the lines of several lists against a round. Nothing is guessed: what a line is about is told by its mark, which is
 *  a check over finding, file content and round (`lineMark`), not by where the line stands in the list. */
export function judgeAnswers(lists: readonly ReturnedList[], round: PresentRound): readonly (readonly JudgedLine[])[] {
  const identities = new Set<string>();
  const listed = new Set<string>();
  for (const { lines } of lists) {
    for (const line of lines) {
      const read = readLineMark(line.mark);
      if (read !== undefined) identities.add(read.identity);
      if (read !== undefined || line.mark === '') listed.add(placeOf(line));
    }
  }
  const findings = presentFindings(round, identities, listed);
  const sentOver = remembered((file) => round.sentOver(file));
  const judged = lists.map((list) =>
    list.lines.map((line): JudgedLine => {
      const { mark } = line;
      if (mark === '') {
        const finding = findings.at(placeOf(line)) ?? null;
        return { line, standing: ownStanding(line) ?? byPlaceAlone(line, finding, round), sent: null, finding };
      }
      const read = readLineMark(mark);
      if (read === undefined) return { line, standing: ownStanding(line) ?? 'tampered', sent: null, finding: null };
      const finding = findings.of(read.identity) ?? null;
      const sent = originOf(mark, read.identity, list, sentOver(line.file), finding && sentOver(finding.file));
      if (sent === null) return { line, standing: ownStanding(line) ?? unfit(finding), sent, finding: null };
      // In the same content nothing has moved. A mark that leads elsewhere was carried to this line, or the finding goes by
      // another name since one of several alike was corrected.
      if (sent.from === 'thisFile' && isPlaced(line) && finding?.listedAt !== placeOf(line)) {
        const placed = findings.at(placeOf(line)) ?? null;
        const standing = placed === null ? standingOf(line, null, round) : byPlaceAlone(line, placed, round);
        return { line, standing: ownStanding(line) ?? standing, sent, finding: placed };
      }
      return { line, standing: ownStanding(line) ?? standingOf(line, finding, round), sent, finding };
    }),
  );
  return withClashes(judged);
}

const placeOf = ({ file, sheet, cell, rule }: ListLine): string => listedPlace(file, sheet, cell, rule);

/** Whether a line says where it stands; its columns may be gone. */
const isPlaced = (line: ListLine): boolean =>
  [line.file, line.sheet, line.cell, line.rule].every((text) => text !== '');

const remembered = <T>(make: (key: string) => T): ((key: string) => T) => {
  const known = new Map<string, T>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
};

/** What a line is whatever the round holds; null when that has to be looked at. */
function ownStanding({ correction, keepReason, doubt }: ListLine): Standing | null {
  if (correction === '' && keepReason === '') return 'unanswered';
  if (correction !== '' && keepReason !== '') return 'bothAnswers';
  return doubt === 'error' || doubt === 'tooLong' ? 'unusable' : null;
}

const unfit = (finding: PresentFinding | null): Standing => (finding === null ? 'notOurs' : 'tampered');

/** Over which file content and for which round a mark was made. The round that the cover names is tried with every
 *  content, too: it may have been renamed since, or be one of another computer. */
function originOf(
  mark: string,
  identity: string,
  { round }: ReturnedList,
  named: readonly SentOver[],
  present: readonly SentOver[] | null,
): SentOver | null {
  const candidates = present === null || present === named ? named : [...present, ...named];
  const fitting = candidates.find((one) => lineMark(identity, one.sha256, one.round) === mark);
  if (fitting !== undefined || round === '') return fitting ?? null;
  const other = candidates.find(({ sha256 }) => lineMark(identity, sha256, round) === mark);
  return other === undefined ? null : { round, sha256: other.sha256, from: 'otherRound' };
}

function standingOf(line: ListLine, finding: PresentFinding | null, round: PresentRound): Standing {
  const { correction, value } = line;
  if (finding === null) {
    const place = parseCellAddress(line.cell);
    const now = place === null ? null : round.cellText({ file: line.file, sheet: line.sheet, ...place });
    return correction !== '' && now?.trim() === correction ? 'alreadySo' : 'gone';
  }
  // Answers are read without the blanks around them; such blanks may be what was found wrong.
  const isAsSent = value === finding.value.trim() || value === finding.shown.trim();
  if (correction === '') return finding.isWaived ? 'alreadySo' : isAsSent ? 'applies' : 'changedSince';
  if (correction === finding.value || correction === finding.shown) return isAsSent ? 'sameValue' : 'alreadySo';
  if (finding.target === null) return 'noCell';
  return isAsSent ? 'applies' : 'changedSince';
}

/** How a line stands that is known by its place alone: what could be taken waits for a look. */
function byPlaceAlone(line: ListLine, finding: PresentFinding | null, round: PresentRound): Standing {
  const standing = finding === null ? 'unchecked' : standingOf(line, finding, round);
  return TAKEABLE.has(standing) ? 'unchecked' : standing;
}

/** Answers that can't both be taken. */
function withClashes(lists: readonly (readonly JudgedLine[])[]): readonly (readonly JudgedLine[])[] {
  const said = new Map<string, Set<string>>();
  for (const one of lists.flat()) {
    if (!isTakeable(one)) continue;
    for (const key of subjectsOf(one)) {
      const answers = said.get(key);
      if (answers === undefined) said.set(key, new Set([answerOf(one)]));
      else answers.add(answerOf(one));
    }
  }
  return lists.map((lines) =>
    lines.map((one) =>
      isTakeable(one) && subjectsOf(one).some((key) => said.get(key)!.size > 1) ? { ...one, standing: 'clash' } : one,
    ),
  );
}

const answerOf = ({ line }: JudgedLine): string => JSON.stringify([line.correction, line.keepReason]);

/** What an answer is about: the finding, and the cell that it changes. */
export function subjectsOf({ line, finding }: JudgedLine): readonly string[] {
  if (finding === null) return [];
  const { target, identity } = finding;
  if (line.correction === '' || target === null) return [identity];
  return [identity, cellName(target)];
}
