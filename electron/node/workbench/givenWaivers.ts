import { fingerprintOfParts } from '../../../shared/fingerprint.ts';
import { WHOLE_ROW, WHOLE_SHEET, type FindingLog } from '../../../shared/engine/findingLog.ts';
import type { FindingPiece } from '../../../shared/engine/findingPiece.ts';
import { waiversOf, type Decision, type GivenWaiver } from './roundDecisions.ts';

/** A waiver of one finding, with those given for it before. */
interface Given {
  readonly waiver: GivenWaiver;
  /** Mark of the value it was given for; null where none was kept, as in decisions of older versions: it covers any. */
  readonly mark: string | null;
  readonly before: Given | undefined;
}

/** What people accepted as it is, as of a day. A waiver is for the value that a person saw: one for a fee of 50.000 does not
 *  cover the 500.000 that the agency sends later (docs/decisions/0010). */
export class GivenWaivers {
  readonly #byIdentity = new Map<string, Given>();

  /** @param date  day of the round, ISO: what was accepted until a day before counts no more */
  constructor(decisions: readonly Decision[], date: string) {
    for (const decision of decisions) {
      if (decision.undone) continue;
      for (const waiver of waiversOf(decision)) if (waiver.until >= date) this.#give(waiver);
    }
  }

  #give(waiver: GivenWaiver): void {
    waiver.identities.forEach((identity, at) =>
      this.#byIdentity.set(identity, {
        waiver,
        mark: waiver.values?.[at] ?? null,
        before: this.#byIdentity.get(identity),
      }),
    );
  }

  /** Number of findings for which waivers were given. */
  get size(): number {
    return this.#byIdentity.size;
  }

  /** The newest waiver that covers a finding with the value it has now. */
  covering(log: FindingLog, piece: FindingPiece, at: number): GivenWaiver | undefined {
    let given = this.#byIdentity.get(log.identities.of(piece, at));
    if (given === undefined) return undefined;
    const mark = markOf(log, piece, at);
    while (given !== undefined && given.mark !== null && given.mark !== mark) given = given.before;
    return given?.waiver;
  }

  /** The newest waiver that was given for a finding when it had another value; undefined where one covers it. */
  lapsed(log: FindingLog, piece: FindingPiece, at: number): GivenWaiver | undefined {
    if (this.covering(log, piece, at) !== undefined) return undefined;
    return this.#byIdentity.get(log.identities.of(piece, at))?.waiver;
  }
}

/** A waiver of the findings at some places of a log, for the values that they have now.
 *  @param correctedAt  the value that a finding has as soon as the same decisions hold; undefined where it stays */
export function waiverFor(
  log: FindingLog,
  places: Iterable<number>,
  given: Pick<GivenWaiver, 'reason' | 'by' | 'decision' | 'until'>,
  correctedAt: (place: number) => string | undefined = () => undefined,
): GivenWaiver {
  const marks = new Map<string, string>();
  for (const place of places) {
    const { piece, at } = log.place(place);
    const identity = log.identities.of(piece, at);
    const corrected = correctedAt(place);
    marks.set(identity, corrected === undefined ? markOf(log, piece, at) : valueMark(identity, corrected));
  }
  return { ...given, identities: [...marks.keys()], values: [...marks.values()] };
}

/** Marks that were worked out, by the identities of a piece, which are the same object as long as nothing in it changes. */
const known = new WeakMap<readonly string[], string[]>();

/** What tells whether a finding is still about the same value; blanks and the way letters are composed don't count. The
 *  identity is in it, so that equal values of several cells don't show. A finding about a whole row or sheet is about no one
 *  value: its mark is ''. */
export function markOf(log: FindingLog, piece: FindingPiece, at: number): string {
  const identities = log.identities.listOf(piece);
  let marks = known.get(identities);
  if (marks === undefined) known.set(identities, (marks = []));
  return (marks[at] ??= newMark(identities[at]!, piece, at));
}

function newMark(identity: string, piece: FindingPiece, at: number): string {
  const [row, column] = [piece.row(at), piece.column(at)];
  if (row === WHOLE_SHEET || column === WHOLE_ROW) return '';
  return valueMark(identity, piece.table.columns[column]!.at(row).text);
}

const valueMark = (identity: string, text: string): string =>
  fingerprintOfParts([identity, text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()]);
