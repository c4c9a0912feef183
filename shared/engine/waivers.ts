import { formatDate } from '../domain/calendarDate.ts';
import type { FieldKey } from '../domain/fields.ts';
import { parseProcedureCode } from '../domain/procedureCode.ts';
import { cleanText } from '../domain/vietnameseText.ts';
import type { Fault } from '../result.ts';
import { columnOf, type Table } from '../table/table.ts';
import { WHOLE_SHEET, type FindingLog } from './findingLog.ts';
import type { Rule } from './rule.ts';
import { fitsAgency } from './namePattern.ts';

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

/** Marks in the log what valid waivers cover; the first waiver that fits is named. Tells which ones are expired or unused. */
export function applyWaivers(log: FindingLog, waivers: readonly Waiver[], today: string): readonly WaiverNote[] {
  const fitting = new Uint32Array(waivers.length);
  const byRule = Map.groupBy(waivers.keys(), (index) => waivers[index]!.ruleId);
  if (waivers.length > 0) {
    for (let at = 0; at < log.size; at += 1) {
      const { rule, table, row } = log.at(at);
      for (const index of byRule.get(rule.id) ?? []) {
        const waiver = waivers[index]!;
        if (!covers(waiver, table, row)) continue;
        fitting[index]! += 1;
        if (waiver.until >= today) log.waive(at, waiver);
      }
    }
  }
  return waivers.flatMap((waiver, index) => {
    const findings = fitting[index]!;
    const params = { rule: waiver.ruleId, decision: waiver.decision, until: formatDate(waiver.until), findings };
    const expired = waiver.until < today;
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

/** How many findings of each rule waivers cover. */
export function countWaived(log: FindingLog): ReadonlyMap<Rule, number> {
  const counts = new Map<Rule, number>();
  for (let index = 0; index < log.size && log.waived > 0; index += 1) {
    const { rule, waiver } = log.at(index);
    if (waiver !== undefined) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

function covers(waiver: Waiver, table: Table, row: number): boolean {
  if (waiver.agencies.length > 0 && !fitsAgency(waiver.agencies, table.agency)) return false;
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
