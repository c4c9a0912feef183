import { peersText } from '../comparison/peersText.ts';
import { fillMessage } from '../i18n/messages.ts';
import type { Language } from '../i18n/index.ts';
import { cellAddress, columnLetters } from '../table/cell.ts';
import { columnOf } from '../table/table.ts';
import { businessKey } from './businessKey.ts';
import type { Finding, Peers } from './finding.ts';
import { sheetAt, startsOf, type FindingLog } from './findingLog.ts';
import { WHOLE_ROW, WHOLE_SHEET, type FindingPiece, type LoggedFinding, type SeverityCounts } from './findingPiece.ts';
import type { PeerValues } from '../comparison/peerValues.ts';
import type { Rule } from './rule.ts';

export type { SeverityCounts } from './findingPiece.ts';

/** The findings of a run as people and machines read them; text is rendered only when asked for. What waivers cover is
 *  left out: it does not count, and is listed apart (`waivedFindings`). Making one is cheap, whatever the number of
 *  findings. */
export class Findings {
  readonly size: number;
  readonly #log: FindingLog;
  readonly #language: Language;
  readonly #which: 'counting' | 'waived';
  /** Index at which each sheet's findings begin. */
  readonly #starts: readonly number[];

  constructor(log: FindingLog, language: Language, waived = false) {
    this.#log = log;
    this.#language = language;
    this.#which = waived ? 'waived' : 'counting';
    const sizes = log.sheets.map((sheet) => (waived ? sheet.waived : sheet.size - sheet.waived));
    this.#starts = startsOf(sizes);
    this.size = sizes.reduce((sum, size) => sum + size, 0);
  }

  /** The stored form of a finding: cheap, for counting and filtering. */
  logged(index: number): LoggedFinding {
    const at = sheetAt(this.#starts, index);
    return this.#log.sheets[at]!.at(this.#inSheet(at, index));
  }

  /** The finding at an index with all its texts. */
  at(index: number): Finding {
    const { piece, at } = this.#place(index);
    return render(piece.at(at), this.#log.peers, this.#log.identities.of(piece, at), this.#language);
  }

  #place(index: number): { readonly piece: FindingPiece; readonly at: number } {
    const at = sheetAt(this.#starts, index);
    return this.#log.sheets[at]!.place(this.#inSheet(at, index));
  }

  /** Index among all findings of a sheet. */
  #inSheet(at: number, index: number): number {
    const own = index - this.#starts[at]!;
    const listed = this.#log.sheets[at]!.listed(this.#which);
    return listed === null ? own : listed[own]!;
  }

  /** All findings in order, rendered one at a time. */
  *[Symbol.iterator](): Generator<Finding, void, undefined> {
    for (let index = 0; index < this.size; index += 1) yield this.at(index);
  }

  /** Indexes of an agency's findings, in order. */
  ofAgency(agencyId: string): readonly number[] {
    const indexes: number[] = [];
    this.#log.sheets.forEach(({ pieces }, at) => {
      const own = pieces.filter(({ table }) => table.agency.id === agencyId).length;
      if (own === 0) return;
      const end = this.#starts[at + 1] ?? this.size;
      for (let index = this.#starts[at]!; index < end; index += 1) {
        if (own === pieces.length || this.logged(index).table.agency.id === agencyId) indexes.push(index);
      }
    });
    return indexes;
  }

  /** Exact counts by severity of the findings that `keep` accepts; all of them when it is left out. */
  counts(keep?: (finding: LoggedFinding) => boolean): SeverityCounts {
    const counts = { error: 0, warning: 0, info: 0 };
    if (keep === undefined && this.#which === 'counting') {
      for (const sheet of this.#log.sheets) {
        const own = sheet.counts();
        for (const severity of ['error', 'warning', 'info'] as const) counts[severity] += own[severity];
      }
      return counts;
    }
    for (let index = 0; index < this.size; index += 1) {
      const finding = this.logged(index);
      if (keep?.(finding) ?? true) counts[finding.severity] += 1;
    }
    return counts;
  }
}

/** The findings that waivers cover, each with its decision. */
export const waivedFindings = (log: FindingLog, language: Language): Findings => new Findings(log, language, true);

/** Title of a rule in a language. */
export const ruleTexts = (rule: Rule, language: Language): Pick<Rule, 'title' | 'why' | 'howToFix' | 'messages'> =>
  language === 'vi' ? rule : rule.en;

/** The finding at an index of a log, waived or not, with all its texts. @param withPeers  what other agencies write costs a
 *  pass over their tables the first time */
export const renderedFinding = (log: FindingLog, index: number, language: Language, withPeers = true): Finding =>
  render(log.at(index), withPeers ? log.peers : undefined, log.identity(index), language);

function render(logged: LoggedFinding, values: PeerValues | undefined, identity: string, language: Language): Finding {
  const { rule, table, row, column, verdict, severity, waiver } = logged;
  const tableColumn = column === WHOLE_ROW ? undefined : table.columns[column];
  const sheetRow = row === WHOLE_SHEET ? 0 : table.rowNumbers[row]!;
  const sheetColumn = tableColumn === undefined || row === WHOLE_SHEET ? -1 : tableColumn.sheetColumnAt(row);
  const messages = ruleTexts(rule, language).messages;
  const value = tableColumn === undefined || row === WHOLE_SHEET ? '' : tableColumn.at(row).text;
  const args = verdict.args ?? {};
  const peers = peersOf(logged, values);
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
    ...(peers === undefined ? {} : { peers: { ...peers, text: peersText(peers, language) } }),
    ...(waiver === undefined
      ? {}
      : { waiver: { reason: waiver.reason, by: waiver.by, decision: waiver.decision, until: waiver.until } }),
  };
}

/** What other agencies write in the place of a finding's cell. */
function peersOf({ table, row, column }: LoggedFinding, values: PeerValues | undefined): Peers | undefined {
  if (row === WHOLE_SHEET || column === WHOLE_ROW) return undefined;
  const own = table.columns[column];
  if (own === undefined || own.field === null || columnOf(table, own.field) !== own) return undefined;
  return values?.of(table, row, own.field);
}
