import { DATASETS } from '../domain/datasets.ts';
import { FIELDS } from '../domain/fields.ts';
import { formatDate } from '../domain/calendarDate.ts';
import { ruleTexts, type Findings, type SeverityCounts } from '../engine/findings.ts';
import type { Finding } from '../engine/finding.ts';
import { formatLegalBases } from '../legal/legalRegister.ts';
import { translate, type Language } from '../i18n/index.ts';
import { rowCount, type Table } from '../table/table.ts';
import type { AgencySummary } from './agencySummary.ts';
import type { Check } from './check.ts';
import { exceptionsOf, uncheckedOf, type ExceptionLine, type UncheckedLine } from './exceptions.ts';

/** One line of "Danh sách cần sửa". */
export interface CorrectionLine {
  readonly finding: Finding;
  readonly sheet: string;
  readonly cell: string;
  readonly field: string;
  readonly severity: string;
  readonly howToFix: string;
  readonly legal: string;
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
  /** Lines are rendered one at a time, so that a long list never stands in memory whole. */
  lines(): Iterable<CorrectionLine>;
  readonly size: number;
  /** Findings that decisions accept; they are in no count. */
  exceptions(): Iterable<ExceptionLine>;
  /** Rules that could not check the agency's sheets, or not every row. */
  readonly unchecked: readonly UncheckedLine[];
}

/** The correction list of one agency. */
export function correctionListOf(
  check: Check,
  findings: Findings,
  agency: AgencySummary,
  language: Language,
): CorrectionList {
  // What must be corrected comes first; within a severity, lines follow the sheet.
  const rank = { error: 0, warning: 1, info: 2 };
  const indexes = findings
    .ofAgency(agency.agency.id)
    .toSorted((a, b) => rank[findings.logged(a).severity] - rank[findings.logged(b).severity] || a - b);
  return {
    agency,
    round: check.round,
    date: formatDate({ iso: check.today }),
    reference: referenceText(check, language),
    cover: agency.tables.map((table) => ({
      file: table.file,
      sheet: table.sheet,
      kind: DATASETS[table.dataset][language],
      rows: rowCount(table),
      counts: countsOf(findings, indexes, table),
    })),
    size: indexes.length,
    exceptions: () => exceptionsOf(check, agency, language),
    unchecked: uncheckedOf(check, findings, agency, indexes, language),
    *lines() {
      for (const index of indexes) {
        const finding = findings.at(index);
        const { rule } = findings.logged(index);
        yield {
          finding,
          sheet: finding.sheet,
          cell: finding.cell === '' ? rowOrSheet(finding, language) : finding.cell,
          field: finding.field === null ? '' : FIELDS[finding.field][language],
          severity: translate(language, `severity.${finding.severity}`),
          howToFix: ruleTexts(rule, language).howToFix,
          legal: formatLegalBases(finding.legal, language),
        };
      }
    },
  };
}

const rowOrSheet = (finding: Finding, language: Language): string =>
  finding.row === 0 ? translate(language, 'list.wholeSheet') : `A${finding.row}`;

function countsOf(findings: Findings, indexes: readonly number[], table: Table): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const index of indexes) {
    const logged = findings.logged(index);
    if (logged.table.file === table.file && logged.table.sheet === table.sheet) counts[logged.severity] += 1;
  }
  return counts;
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
