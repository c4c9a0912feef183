import type { FieldKey } from '../../domain/fields.ts';
import type { FindingLog, LoggedFinding } from '../../engine/findingLog.ts';
import { WHOLE_ROW, WHOLE_SHEET } from '../../engine/findingLog.ts';
import { renderedFinding } from '../../engine/findings.ts';
import { isPasswordColumn } from '../../rules/staff/passwords.ts';
import { cellAddress } from '../../table/cell.ts';
import { cellText } from '../book/book.ts';
import { maskFinding } from '../masking.ts';

/** A cell of a sheet: 1-based row, 0-based column. */
export interface AnsweredCell {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A cell as one name. */
export const cellName = ({ file, sheet, row, column }: AnsweredCell): string =>
  [file, sheet, row, column].join('\u0000');

/** A finding as it stands now, as far as an answer to it is concerned. */
export interface PresentFinding {
  readonly identity: string;
  /** In the log. */
  readonly place: number;
  /** Where a list says that it stands (`listedPlace`). */
  readonly listedAt: string;
  readonly agency: string;
  /** By which it is masked: `mat_khau` for whatever passwords stand in. */
  readonly field: FieldKey | null;
  /** The file that it is about. */
  readonly file: string;
  /** The text that was judged; the value as a cell of a list can hold it, and as a list shows it: personal data masked. */
  readonly judged: string;
  readonly value: string;
  readonly shown: string;
  /** The cell that a correction would go into; null for a whole row or sheet, and for what stands in no cell of its own. */
  readonly target: AnsweredCell | null;
  readonly isWaived: boolean;
}

/** A list that may have been sent: for which round, over which content of a file. */
export interface SentOver {
  readonly round: string;
  readonly sha256: string;
  readonly from: 'thisFile' | 'earlierFile' | 'otherRound';
}

/** A round as answers are held against it. */
export interface PresentRound {
  readonly log: FindingLog;
  isWaived(place: number): boolean;
  /** Text of a cell as it stands now; null where no table holds the cell. */
  cellText(cell: AnsweredCell): string | null;
  /** Lists that were, or may have been, made of a file, the most likely first. */
  sentOver(file: string): readonly SentOver[];
}

/** The findings that the lines of lists may be about: by identity, and by where they stand. */
export interface PresentFindings {
  of(identity: string): PresentFinding | undefined;
  /** By the place that a list names (`listedPlace`). */
  at(listed: string): PresentFinding | undefined;
}

/** Looks up findings in one pass over the log.
 *  @param identities  those that are asked for
 *  @param listed  places whose findings are asked for, too (`listedPlace`) */
export function presentFindings(
  round: PresentRound,
  identities: ReadonlySet<string>,
  listed: ReadonlySet<string>,
): PresentFindings {
  const { log } = round;
  const byIdentity = new Map<string, PresentFinding>();
  const byPlace = new Map<string, PresentFinding>();
  const files = new Set([...listed].map((one) => one.slice(0, one.indexOf('\u0000'))));
  for (let place = 0; place < log.size; place += 1) {
    const { piece, at } = log.place(place);
    const identity = log.identities.of(piece, at);
    const isListed = files.has(asListed(piece.table.file));
    if (!isListed && !identities.has(identity)) continue;
    const logged = piece.at(at);
    const { file, sheet } = logged.table;
    const listedAt = listedPlace(file, sheet, addressOf(logged), logged.rule.id);
    if (!identities.has(identity) && !listed.has(listedAt)) continue;
    const finding = presentFinding(round, { identity, place, listedAt }, logged);
    byIdentity.set(identity, finding);
    byPlace.set(listedAt, finding);
  }
  return { of: (identity) => byIdentity.get(identity), at: (one) => byPlace.get(one) };
}

/** File, sheet, address and rule as one name. Lists are read without the blanks around a text. */
export const listedPlace = (...parts: readonly [file: string, sheet: string, cell: string, rule: string]): string =>
  parts.map(asListed).join('\u0000');

const asListed = (text: string): string => cellText(text).trim();

/** The address under which a list names a finding: a whole row stands at column A. */
function addressOf({ table, row, column }: LoggedFinding): string {
  if (row === WHOLE_SHEET) return '';
  const sheetRow = table.rowNumbers[row]!;
  return column === WHOLE_ROW ? `A${sheetRow}` : cellAddress(table.columns[column]!.sheetColumnAt(row), sheetRow);
}

function presentFinding(
  round: PresentRound,
  known: Pick<PresentFinding, 'identity' | 'place' | 'listedAt'>,
  logged: LoggedFinding,
): PresentFinding {
  const { table, row, column } = logged;
  const finding = renderedFinding(round.log, known.place, 'vi', false);
  const own = column === WHOLE_ROW ? undefined : table.columns[column];
  const isSecret = own !== undefined && isPasswordColumn(own);
  const masked = maskFinding(finding, isSecret);
  const cell =
    own === undefined || row === WHOLE_SHEET
      ? null
      : { file: table.file, sheet: table.sheet, row: table.rowNumbers[row]!, column: own.sheetColumnAt(row) };
  return {
    ...known,
    agency: table.agency.name,
    field: isSecret ? 'mat_khau' : finding.field,
    file: table.file,
    judged: finding.value,
    value: cellText(finding.value),
    shown: cellText(masked.value),
    // A value that stands in no cell of the row (the name of a channel, the text of a group line) can't be written there.
    target: cell !== null && round.cellText(cell) === finding.value ? cell : null,
    isWaived: round.isWaived(known.place),
  };
}
