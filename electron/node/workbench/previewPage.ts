import type { Paper } from '../../../shared/contract/reports.ts';
import { Findings } from '../../../shared/engine/findings.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import { fail, succeed, type Result } from '../../../shared/result.ts';
import { summariseAgencies } from '../../../shared/reports/agencySummary.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { correctionListOf } from '../../../shared/reports/correctionList.ts';
import { dailyDocument } from '../../../shared/reports/daily/dailyDocument.ts';
import { dailyReportOf, hasDailyReport } from '../../../shared/reports/daily/dailyReport.ts';
import { leaderDocument } from '../../../shared/reports/leader/leaderDocument.ts';
import { leaderReportOf } from '../../../shared/reports/leader/leaderReport.ts';
import { MASKED } from '../../../shared/reports/masking.ts';
import { correctionPage } from '../../../shared/reports/pages/correctionPage.ts';
import type { OfficialDocument } from '../../../shared/reports/pages/officialDocument.ts';
import { officialPage } from '../../../shared/reports/pages/officialPage.ts';
import { readinessDocument } from '../../../shared/reports/readiness/readinessDocument.ts';
import { readinessOf } from '../../../shared/reports/readiness/readiness.ts';
import type { Office } from '../../../shared/settings/office.ts';

/** A page as it will print. */
export interface PreviewPage {
  readonly html: string;
  readonly title: string;
  /** Findings that it speaks of. */
  readonly findings: number;
}

/** Draws a paper of a round. The computer's own Times New Roman is used: the frame loads nothing, a font neither.
 *  Errors: `report.noAgency`, `report.noDaily`. */
export function previewPage(
  check: Check,
  kind: Paper,
  agency: string | null,
  office: Office,
  language: Language,
): Result<PreviewPage> {
  const findings = new Findings(check.result.log, language);
  const drawn = (document: OfficialDocument): Result<PreviewPage> =>
    succeed({ html: officialPage(document, ''), title: document.title, findings: findings.size });
  switch (kind) {
    case 'correctionList': {
      const summaries = summariseAgencies(check, findings);
      const summary = agency === null ? summaries[0] : summaries.find((one) => one.agency.id === agency);
      if (summary === undefined) return fail('report.noAgency');
      const list = correctionListOf(check, findings, summary, language);
      return succeed({ html: correctionPage(list, language), title: summary.agency.name, findings: list.size });
    }
    case 'leader':
      return drawn(leaderDocument(leaderReportOf(check, findings, office, language, MASKED), office, language));
    case 'readiness':
      return drawn(readinessDocument(readinessOf(check, findings), null, check.round, check.today, language));
    case 'daily':
      if (!hasDailyReport(check)) return fail('report.noDaily');
      return drawn(dailyDocument(dailyReportOf(check, findings, office, MASKED), office, language));
  }
}
