import { DATASETS } from '../domain/datasets.ts';
import { FIELDS } from '../domain/fields.ts';
import { formatDate } from '../domain/calendarDate.ts';
import { ruleTexts, type Findings, type SeverityCounts } from '../engine/findings.ts';
import type { LoggedFinding } from '../engine/findingLog.ts';
import type { Finding } from '../engine/finding.ts';
import { formatLegalBases } from '../legal/legalRegister.ts';
import { translate, type Language } from '../i18n/index.ts';
import { rowCount, type Table } from '../table/table.ts';
import { summariseAgencies, type AgencySummary } from './agencySummary.ts';
import { appliedRules, findingsByGroup, type GroupLine, type RuleLine } from './appliedRules.ts';
import { causeLines, type CauseLine } from './causeList.ts';
import type { Check } from './check.ts';
import { MASKED, maskedFinding, maskFinding, maskPersonal, type PersonalData } from './masking.ts';
import { exceptionsOf, uncheckedOf, type ExceptionLine, type UncheckedLine } from './exceptions.ts';
import { nationalLines, type NationalLine } from './nationalComparison.ts';
import { ownColumnsText } from './ownColumns.ts';
import { lineMark } from './returned/lineMark.ts';
import { Suggestions } from './suggestions.ts';

/** One line of "Danh sách cần sửa". */
export interface CorrectionLine {
  readonly finding: Finding;
  readonly sheet: string;
  readonly cell: string;
  readonly field: string;
  readonly severity: string;
  readonly howToFix: string;
  readonly legal: string;
  /** What speaks for the verdict: the rule's evidence, what other agencies write, why the fix is proposed. */
  readonly evidence: string;
  /** The agency's own columns of that row, "heading: value" a line each. */
  readonly ownColumns: string;
  /** Up to three values to choose from. */
  readonly suggestions: readonly string[];
  /** What the line is known by when it comes back. */
  readonly mark: string;
}

/** One line of the cover's table of results. */
export interface CoverLine {
  readonly file: string;
  readonly sheet: string;
  readonly kind: string;
  readonly rows: number;
  readonly counts: SeverityCounts;
}

/** What a correction list says, before anything draws it. */
export interface CorrectionList {
  readonly agency: AgencySummary;
  readonly round: string;
  readonly date: string;
  readonly reference: string;
  readonly cover: readonly CoverLine[];
  /** Findings by group of the rule book, most first. */
  readonly groups: readonly GroupLine[];
  /** Lines are rendered one at a time, so that a long list never stands in memory whole.
   *  @param from  0-based; `to` is left out of the range */
  lines(from?: number, to?: number): Iterable<CorrectionLine>;
  readonly size: number;
  /** Findings that go away together. */
  causes(): readonly CauseLine[];
  /** The agency beside the national catalogue. */
  national(): readonly NationalLine[];
  /** Rules that ran over the agency's sheets. */
  rules(): readonly RuleLine[];
  /** Findings that decisions accept; they are in no count. */
  exceptions(): Iterable<ExceptionLine>;
  /** Rules that could not check the agency's sheets, or not every row. */
  readonly unchecked: readonly UncheckedLine[];
}

/** The correction list of one agency.
 *  @param personal  whether citizen ids and telephone numbers may be read whole */
export function correctionListOf(
  check: Check,
  findings: Findings,
  agency: AgencySummary,
  language: Language,
  personal: PersonalData = MASKED,
): CorrectionList {
  const indexes = inOrder(findings, findings.ofAgency(agency.agency.id));
  return listOf(check, findings, agency, indexes, [agency], language, personal);
}

/** All agencies of a round in one list, each with its lines together. Nothing is compared side by side: that belongs to
 *  each agency's own list. */
export function wholeRoundList(
  check: Check,
  findings: Findings,
  language: Language,
  personal: PersonalData = MASKED,
): CorrectionList {
  const agencies = summariseAgencies(check, findings);
  const indexes = agencies.flatMap(({ agency }) => inOrder(findings, findings.ofAgency(agency.id)));
  const rows = agencies.reduce((sum, one) => sum + one.rows, 0);
  const broken = agencies.reduce((sum, one) => sum + (one.rows * (100 - one.ready)) / 100, 0);
  const whole: AgencySummary = {
    agency: { id: '', name: check.round },
    tables: agencies.flatMap(({ tables }) => tables),
    rows,
    counts: findings.counts(),
    ready: rows === 0 ? 0 : Math.floor((100 * (rows - broken)) / rows),
  };
  return { ...listOf(check, findings, whole, indexes, agencies, language, personal), national: () => [] };
}

const RANK = { error: 0, warning: 1, info: 2 };

/** What must be corrected comes first; within a severity, lines follow the sheet. */
const inOrder = (findings: Findings, indexes: readonly number[]): readonly number[] =>
  indexes.toSorted((a, b) => RANK[findings.logged(a).severity] - RANK[findings.logged(b).severity] || a - b);

function listOf(
  check: Check,
  findings: Findings,
  summary: AgencySummary,
  indexes: readonly number[],
  agencies: readonly AgencySummary[],
  language: Language,
  personal: PersonalData,
): CorrectionList {
  const procedures = check.procedures ?? null;
  const suggestions = new Suggestions(procedures);
  const shaOf = new Map(check.files.map(({ file, sha256 }) => [file, sha256]));
  return {
    agency: summary,
    round: check.round,
    date: formatDate({ iso: check.today }),
    reference: referenceText(check, language),
    cover: coverLines(findings, indexes, summary.tables, language),
    groups: findingsByGroup(findings, indexes, language),
    size: indexes.length,
    causes: () => causeLines(findings, indexes, language, personal),
    national: () => nationalLines(procedures, summary.tables, findings, indexes, language),
    rules: () => appliedRules(check, findings, summary, indexes, language),
    *exceptions() {
      for (const agency of agencies) {
        for (const line of exceptionsOf(check, agency, language)) {
          yield { ...line, finding: maskFinding(line.finding, false, personal) };
        }
      }
    },
    unchecked: uncheckedOf(check, findings, summary, indexes, language),
    *lines(from = 0, to = indexes.length) {
      for (let at = from; at < Math.min(to, indexes.length); at += 1) {
        const index = indexes[at]!;
        const finding = maskedFinding(findings, index, personal);
        const logged = findings.logged(index);
        yield {
          ...lineOf(finding, logged, language, personal),
          // A masked value would be a wrong one to choose.
          suggestions: suggestions
            .of(findings.at(index), logged)
            .filter((value) => maskPersonal(finding.field, value, personal) === value),
          mark: lineMark(finding.identity, shaOf.get(finding.file) ?? '', check.round),
        };
      }
    },
  };
}

function lineOf(
  finding: Finding,
  logged: LoggedFinding,
  language: Language,
  personal: PersonalData,
): Omit<CorrectionLine, 'suggestions' | 'mark'> {
  return {
    finding,
    sheet: finding.sheet,
    cell: finding.cell === '' ? rowOrSheet(finding, language) : finding.cell,
    field: finding.field === null ? headingOf(logged) : FIELDS[finding.field][language],
    severity: translate(language, `severity.${finding.severity}`),
    howToFix: ruleTexts(logged.rule, language).howToFix,
    legal: formatLegalBases(finding.legal, language),
    evidence: [finding.evidence ?? '', finding.peers?.text ?? ''].filter((text) => text !== '').join('\n'),
    ownColumns: ownColumnsText(logged.table, logged.row, personal),
  };
}

/** A column that intake did not understand is named by its own heading. */
const headingOf = ({ table, column }: LoggedFinding): string => table.columns[column]?.heading ?? '';

const rowOrSheet = (finding: Finding, language: Language): string =>
  finding.row === 0 ? translate(language, 'list.wholeSheet') : `A${finding.row}`;

function coverLines(
  findings: Findings,
  indexes: readonly number[],
  tables: readonly Table[],
  language: Language,
): readonly CoverLine[] {
  const counts = new Map<string, { error: number; warning: number; info: number }>();
  const nameOf = ({ file, sheet }: Table): string => `${file}\u0000${sheet}`;
  for (const index of indexes) {
    const { table, severity } = findings.logged(index);
    const name = nameOf(table);
    let own = counts.get(name);
    if (own === undefined) counts.set(name, (own = { error: 0, warning: 0, info: 0 }));
    own[severity] += 1;
  }
  return tables.map((table) => ({
    file: table.file,
    sheet: table.sheet,
    kind: DATASETS[table.dataset][language],
    rows: rowCount(table),
    counts: counts.get(nameOf(table)) ?? { error: 0, warning: 0, info: 0 },
  }));
}

function referenceText(check: Check, language: Language): string {
  if (check.reference === null) return translate(language, 'list.noReference');
  const { title, records, date } = check.reference;
  return translate(language, 'list.referenceValue', {
    title,
    records: records.toLocaleString('vi-VN'),
    date: date === '' ? '' : translate(language, 'list.referenceDate', { date: formatDate({ iso: date }) }),
  });
}
