import { formatDate } from '../domain/calendarDate.ts';
import type { FieldKey } from '../domain/fields.ts';
import { parseProcedureCode } from '../domain/procedureCode.ts';
import { cleanText } from '../domain/vietnameseText.ts';
import type { Fault } from '../result.ts';
import { columnOf, type Table } from '../table/table.ts';
import { WHOLE_SHEET, type Cover, type FindingPiece } from './findingPiece.ts';
import { fitsAgencyOf } from './agencyPattern.ts';

/** A decision that certain findings of a rule are accepted until a day. */
export interface Waiver {
  readonly ruleId: string;
  /** Cells that the row must hold; a procedure code stands for all its local forms. Empty: any row. */
  readonly match: ReadonlyMap<FieldKey, string>;
  /** Patterns of agencies; empty: all. */
  readonly agencies: readonly string[];
  readonly reason: string;
  readonly by: string;
  readonly decision: string;
  /** Last day on which it holds, ISO. */
  readonly until: string;
  /** Where it is written. */
  readonly source: { readonly file: string; readonly line: number; readonly column: number };
}

/** What became of a waiver that needs a person: SYS-02 it has expired, SYS-03 no finding needed it. These speak of the
 *  rule set and belong to no agency's sheet, so they stand beside the findings and not among them. */
export interface WaiverNote {
  readonly ruleId: 'SYS-02' | 'SYS-03';
  readonly severity: 'warning';
  readonly waiver: Waiver;
  /** Findings that the waiver fits: for an expired one those that count again. */
  readonly findings: number;
  readonly fault: Fault;
}

/** The waivers of a run, ready to be held against what a rule found. */
export class WaiverBook {
  readonly #waivers: readonly Waiver[];
  readonly #today: string;
  readonly #byRule: ReadonlyMap<string, readonly number[]>;

  /** @param today  ISO date; a waiver that ended before covers nothing */
  constructor(waivers: readonly Waiver[], today: string) {
    this.#waivers = waivers;
    this.#today = today;
    this.#byRule = Map.groupBy(waivers.keys(), (index) => waivers[index]!.ruleId);
  }

  /** What waivers cover of a piece; the first waiver that fits is named. Null when none speaks of its rule. */
  readonly coverOf = (piece: FindingPiece): Cover | null => {
    const own = this.#byRule.get(piece.rule.id);
    if (own === undefined) return null;
    const fitting = new Map<number, number>();
    let covered = 0;
    const waivers = Array.from({ length: piece.size }, (_, at): Waiver | undefined => {
      let first: Waiver | undefined;
      for (const index of own) {
        const waiver = this.#waivers[index]!;
        if (!covers(waiver, piece.table, piece.row(at))) continue;
        fitting.set(index, (fitting.get(index) ?? 0) + 1);
        if (waiver.until >= this.#today) first ??= waiver;
      }
      if (first !== undefined) covered += 1;
      return first;
    });
    return { waivers, covered, fitting };
  };

  /** Which waivers have expired or are not needed by any of the pieces. */
  notes(pieces: Iterable<FindingPiece>): readonly WaiverNote[] {
    if (this.#waivers.length === 0) return [];
    const fitting = new Uint32Array(this.#waivers.length);
    for (const { cover } of pieces) for (const [index, count] of cover?.fitting ?? []) fitting[index]! += count;
    return this.#waivers.flatMap((waiver, index) => {
      const findings = fitting[index]!;
      const params = { rule: waiver.ruleId, decision: waiver.decision, until: formatDate(waiver.until), findings };
      const expired = waiver.until < this.#today;
      if (!expired && findings > 0) return [];
      return [
        {
          ruleId: expired ? ('SYS-02' as const) : ('SYS-03' as const),
          severity: 'warning' as const,
          waiver,
          findings,
          fault: { code: expired ? 'waiver.expired' : 'waiver.unused', params },
        },
      ];
    });
  }
}

function covers(waiver: Waiver, table: Table, row: number): boolean {
  if (waiver.agencies.length > 0 && !fitsAgencyOf(waiver.agencies, table)) return false;
  if (row === WHOLE_SHEET) return waiver.match.size === 0;
  for (const [field, value] of waiver.match) {
    const column = columnOf(table, field);
    if (column === undefined || !sameValue(field, column.at(row).text, value)) return false;
  }
  return true;
}

function sameValue(field: FieldKey, written: string, wanted: string): boolean {
  const text = cleanText(written);
  if (text === cleanText(wanted)) return true;
  if (field !== 'ma_tthc') return false;
  const [a, b] = [parseProcedureCode(text), parseProcedureCode(wanted)];
  return a.ok && b.ok && a.value.base === b.value.base;
}
