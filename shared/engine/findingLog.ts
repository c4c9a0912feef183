import type { PeerValues } from '../comparison/peerValues.ts';
import type { Table } from '../table/table.ts';
import { FindingRecorder, type FindingPiece, type LoggedFinding } from './findingPiece.ts';
import { Identities } from './identities.ts';
import type { Rule } from './rule.ts';
import { SheetFindings, sheetName } from './sheetFindings.ts';

export { WHOLE_ROW, WHOLE_SHEET, type LoggedFinding } from './findingPiece.ts';
export { compareText } from './sheetFindings.ts';

/** All findings of a run, ordered by file, sheet, row, column, rule and message, so that the same input always gives the
 *  same list. Never capped. It does not change: after an edit a run gives a new log, which shares with the old one the
 *  sheets on which nothing has changed. */
export class FindingLog {
  /** Sheets that have findings, in their order. */
  readonly sheets: readonly SheetFindings[];
  /** Number of findings. */
  readonly size: number;
  /** Number of findings that waivers cover. */
  readonly waived: number;
  readonly identities: Identities;
  /** What agencies of the round write beside each other; left out where there is no round. */
  readonly peers: PeerValues | undefined;
  readonly #starts: readonly number[];

  /** @param before  the log whose place this one takes: what was worked out for its unchanged pieces is used again */
  constructor(sheets: readonly SheetFindings[] = [], before?: FindingLog, peers?: PeerValues) {
    this.sheets = sheets;
    this.#starts = startsOf(sheets.map(({ size }) => size));
    this.size = sheets.reduce((sum, { size }) => sum + size, 0);
    this.waived = sheets.reduce((sum, { waived }) => sum + waived, 0);
    this.peers = peers;
    this.identities = new Identities(sheets, before?.identities);
  }

  /** The finding at an index, in the order of the log. */
  at(index: number): LoggedFinding {
    const { piece, at } = this.place(index);
    return piece.at(at);
  }

  /** Where the finding at an index is stored. */
  place(index: number): { readonly piece: FindingPiece; readonly at: number } {
    const sheet = sheetAt(this.#starts, index);
    return this.sheets[sheet]!.place(index - this.#starts[sheet]!);
  }

  /** Identity of the finding at an index. */
  identity(index: number): string {
    const { piece, at } = this.place(index);
    return this.identities.of(piece, at);
  }
}

/** Where each of a row of lists begins when they stand one after the other. */
export function startsOf(sizes: readonly number[]): readonly number[] {
  let start = 0;
  return sizes.map((size) => {
    start += size;
    return start - size;
  });
}

/** Which list holds an index: the last one that begins at or before it. */
export function sheetAt(starts: readonly number[], index: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A log of given findings, for what is not found by a run. Sheets keep the order in which they are first named. */
export function logOf(findings: Iterable<LoggedFinding>): FindingLog {
  const recorders = new Map<Table, Map<Rule, FindingRecorder>>();
  for (const { rule, table, row, column, verdict, severity } of findings) {
    let byRule = recorders.get(table);
    if (byRule === undefined) recorders.set(table, (byRule = new Map()));
    let recorder = byRule.get(rule);
    if (recorder === undefined) byRule.set(rule, (recorder = new FindingRecorder(rule, table)));
    recorder.push(row, column, verdict, severity);
  }
  const pieces = [...recorders.values()].flatMap((byRule) => [...byRule.values()].map((one) => one.finish()!));
  const sheets = Map.groupBy(pieces, ({ table }) => sheetName(table)).values();
  return new FindingLog([...sheets].map((own) => new SheetFindings(own)));
}
