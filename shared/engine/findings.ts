import { fillMessage } from '../i18n/messages.ts';
import type { Language } from '../i18n/index.ts';
import { fingerprint } from '../fingerprint.ts';
import { cellAddress, columnLetters } from '../table/cell.ts';
import { businessKey, identityKey } from './businessKey.ts';
import type { Finding, Severity } from './finding.ts';
import { compareText, WHOLE_ROW, WHOLE_SHEET, type FindingLog, type LoggedFinding } from './findingLog.ts';
import type { Rule } from './rule.ts';

/** How many findings of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** The findings of a run as people and machines read them; text is rendered only when asked for. What waivers cover is
 *  left out: it does not count, and is listed apart (`waivedFindings`). */
export class Findings {
  readonly #log: FindingLog;
  readonly #language: Language;
  /** Places in the log; null when all of it is meant. */
  readonly #places: readonly number[] | null;
  #identities: readonly string[] | undefined;

  constructor(log: FindingLog, language: Language, waived = false) {
    this.#log = log;
    this.#language = language;
    this.#places =
      log.waived === 0 && !waived
        ? null
        : Array.from({ length: log.size }, (_, place) => place).filter(
            (place) => (log.at(place).waiver !== undefined) === waived,
          );
  }

  get size(): number {
    return this.#places === null ? this.#log.size : this.#places.length;
  }

  /** The stored form of a finding: cheap, for counting and filtering. */
  logged(index: number): LoggedFinding {
    return this.#log.at(this.#place(index));
  }

  /** The finding at an index with all its texts. */
  at(index: number): Finding {
    // Identities are those of the whole log: a waiver must not rename its neighbours.
    this.#identities ??= identitiesOf(this.#log);
    return render(this.logged(index), this.#identities[this.#place(index)]!, this.#language);
  }

  #place(index: number): number {
    return this.#places === null ? index : this.#places[index]!;
  }

  /** All findings in order, rendered one at a time. */
  *[Symbol.iterator](): Generator<Finding, void, undefined> {
    for (let index = 0; index < this.size; index += 1) yield this.at(index);
  }

  /** Indexes of an agency's findings, in order. */
  ofAgency(agencyId: string): readonly number[] {
    return Array.from({ length: this.size }, (_, index) => index).filter(
      (index) => this.logged(index).table.agency.id === agencyId,
    );
  }

  /** Exact counts by severity of the findings that `keep` accepts; all of them by default. */
  counts(keep: (finding: LoggedFinding) => boolean = () => true): SeverityCounts {
    const counts = { error: 0, warning: 0, info: 0 };
    for (let index = 0; index < this.size; index += 1) {
      const finding = this.logged(index);
      if (keep(finding)) counts[finding.severity] += 1;
    }
    return counts;
  }
}

/** The findings that waivers cover, each with its decision. */
export const waivedFindings = (log: FindingLog, language: Language): Findings => new Findings(log, language, true);

/** Title of a rule in a language. */
export const ruleTexts = (rule: Rule, language: Language): Pick<Rule, 'title' | 'why' | 'howToFix' | 'messages'> =>
  language === 'vi' ? rule : rule.en;

function render(logged: LoggedFinding, identity: string, language: Language): Finding {
  const { rule, table, row, column, verdict, severity, waiver } = logged;
  const tableColumn = column === WHOLE_ROW ? undefined : table.columns[column];
  const sheetRow = row === WHOLE_SHEET ? 0 : table.rowNumbers[row]!;
  const sheetColumn = tableColumn === undefined || row === WHOLE_SHEET ? -1 : tableColumn.sheetColumnAt(row);
  const messages = ruleTexts(rule, language).messages;
  const value = tableColumn === undefined || row === WHOLE_SHEET ? '' : tableColumn.at(row).text;
  const args = verdict.args ?? {};
  const fill = (message: string): string => fillMessage(messages[message] ?? message, { value, ...args });
  return {
    identity,
    ruleId: rule.id,
    severity,
    agency: table.agency.name,
    dataset: table.dataset,
    key: row === WHOLE_SHEET ? '' : businessKey(table, row),
    field: tableColumn?.field ?? null,
    file: table.file,
    sheet: table.sheet,
    cell: sheetColumn < 0 ? '' : cellAddress(sheetColumn, sheetRow),
    row: sheetRow,
    column: sheetColumn < 0 ? '' : columnLetters(sheetColumn),
    value,
    expected: verdict.expected ?? verdict.fix?.value ?? '',
    difference: verdict.difference ?? '',
    messageId: verdict.message,
    args,
    message: fill(verdict.message),
    ...(verdict.fix === undefined ? {} : { fix: { ...verdict.fix, why: fill(verdict.fix.why) } }),
    ...(verdict.evidence === undefined ? {} : { evidence: verdict.evidence }),
    legal: rule.legal,
    ...(waiver === undefined
      ? {}
      : { waiver: { reason: waiver.reason, by: waiver.by, decision: waiver.decision, until: waiver.until } }),
  };
}

/** Identity = hash of agency, dataset, business key, rule and field, plus an ordinal where these repeat. Neither value
 *  nor place is in it, so it survives sorting, inserted rows, renamed sheets and moved columns; ordinals follow the value
 *  first, so that shuffled rows give the same set. */
function identitiesOf(log: FindingLog): readonly string[] {
  const bases: string[] = [];
  const repeated = new Map<string, number[]>();
  for (let index = 0; index < log.size; index += 1) {
    const { rule, table, row, column } = log.at(index);
    const tableColumn = column === WHOLE_ROW ? undefined : table.columns[column];
    const key = row === WHOLE_SHEET ? '' : identityKey(table, row, tableColumn?.field ?? null);
    const field = tableColumn === undefined ? '' : (tableColumn.field ?? tableColumn.heading);
    const base = [table.agency.id, table.dataset, key, rule.id, field].join('\u0002');
    bases.push(base);
    const same = repeated.get(base);
    if (same === undefined) repeated.set(base, [index]);
    else same.push(index);
  }
  const ordinals = new Uint32Array(log.size);
  for (const indexes of repeated.values()) {
    if (indexes.length === 1) continue;
    const content = new Map(indexes.map((index) => [index, contentOf(log.at(index))]));
    indexes.sort((a, b) => compareText(content.get(a)!, content.get(b)!) || a - b);
    indexes.forEach((index, ordinal) => {
      ordinals[index] = ordinal;
    });
  }
  return bases.map((base, index) => fingerprint(ordinals[index] === 0 ? base : `${base}\u0002${ordinals[index]}`));
}

function contentOf({ table, row, column, verdict }: LoggedFinding): string {
  const value = column === WHOLE_ROW || row === WHOLE_SHEET ? '' : table.columns[column]!.at(row).raw;
  return `${verdict.message}\u0002${value}\u0002${JSON.stringify(verdict.args ?? null)}`;
}
