import { formatDate } from '../domain/calendarDate.ts';
import { FIELDS } from '../domain/fields.ts';
import type { Finding } from '../engine/finding.ts';
import { ruleTexts, waivedFindings, type Findings } from '../engine/findings.ts';
import { faultText, translate, type Language } from '../i18n/index.ts';
import type { AgencySummary } from './agencySummary.ts';
import type { Check } from './check.ts';

/** A finding that a decision accepts: one line of "Ngoại lệ đã duyệt". */
export interface ExceptionLine {
  readonly finding: Finding;
  readonly field: string;
  readonly reason: string;
  readonly decision: string;
  readonly by: string;
  /** Last day of the decision, as people write it. */
  readonly until: string;
}

/** A rule that could not say anything of an agency's sheets, or not of all rows: one line of "Quy tắc không chạy". */
export interface UncheckedLine {
  readonly ruleId: string;
  readonly title: string;
  readonly reason: string;
}

/** The findings of an agency that waivers cover. */
export function* exceptionsOf(check: Check, { agency }: AgencySummary, language: Language): Iterable<ExceptionLine> {
  const waived = waivedFindings(check.result.log, language);
  for (const index of waived.ofAgency(agency.id)) {
    const finding = waived.at(index);
    const { reason = '', decision = '', by = '', until = '' } = finding.waiver ?? {};
    yield {
      finding,
      field: finding.field === null ? '' : FIELDS[finding.field][language],
      reason,
      decision,
      by,
      until: until === '' ? '' : formatDate({ iso: until }),
    };
  }
}

/** Rules for kinds of sheets that the agency sent which did not run, failed, or could not tell of some of its rows.
 *  `indexes` are the agency's findings. */
export function uncheckedOf(
  check: Check,
  findings: Findings,
  { tables }: AgencySummary,
  indexes: readonly number[],
  language: Language,
): readonly UncheckedLine[] {
  const kinds = new Set(tables.map(({ dataset }) => dataset));
  const open = new Map<string, number>();
  for (const index of indexes) {
    const { rule, verdict } = findings.logged(index);
    if (verdict.unevaluated === true) open.set(rule.id, (open.get(rule.id) ?? 0) + 1);
  }
  return check.result.rules.flatMap(({ rule, status, reason }): readonly UncheckedLine[] => {
    if (!rule.datasets.some((dataset) => kinds.has(dataset))) return [];
    const line = { ruleId: rule.id, title: ruleTexts(rule, language).title };
    const rows = open.get(rule.id);
    if (status === 'notApplicable' && reason !== undefined) return [{ ...line, reason: faultText(language, reason) }];
    if (status === 'failed') return [{ ...line, reason: translate(language, 'list.ruleFailed') }];
    return rows === undefined ? [] : [{ ...line, reason: translate(language, 'list.ruleOpen', { rows }) }];
  });
}
