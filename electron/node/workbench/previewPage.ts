import { MOST_LINES_AT_ONCE, type Paper } from '../../../shared/contract/reports.ts';
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
import { compareRounds, openIssues, type EarlierRound } from '../../../shared/reports/readiness/compareRounds.ts';
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

/** Draws a paper of a round, without the font in it: the frame that shows it has that at hand.
 *  @param agencies  whose correction lists are drawn; null: all
 *  Errors: `report.noAgency`, `report.noDaily`, `report.tooManyLines`. */
export function previewPage(
  check: Check,
  kind: Paper,
  agency: string | null,
  agencies: readonly string[] | null,
  office: Office,
  language: Language,
  before: () => EarlierRound | null,
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
      return succeed({ html: correctionPage([list], language), title: summary.agency.name, findings: list.size });
    }
    case 'correctionLists': {
      const wanted = agencies === null ? null : new Set(agencies);
      const summaries = summariseAgencies(check, findings).filter(({ agency: { id } }) => wanted?.has(id) ?? true);
      const lines = summaries.reduce((sum, { counts }) => sum + counts.error + counts.warning + counts.info, 0);
      if (summaries.length === 0) return fail('report.noAgency');
      if (lines > MOST_LINES_AT_ONCE) return fail('report.tooManyLines', { lines, most: MOST_LINES_AT_ONCE });
      const lists = summaries.map((summary) => correctionListOf(check, findings, summary, language));
      return succeed({ html: correctionPage(lists, language), title: check.round, findings: lines });
    }
    case 'leader':
      return drawn(
        leaderDocument(leaderReportOf(check, findings, office, language, MASKED, before()), office, language),
      );
    case 'readiness': {
      const readiness = readinessOf(check);
      const earlier = before();
      const progress = earlier === null ? null : compareRounds(earlier, openIssues(check.result.log), readiness);
      return drawn(readinessDocument(readiness, progress, check.round, check.today, language));
    }
    case 'daily':
      if (!hasDailyReport(check)) return fail('report.noDaily');
      return drawn(dailyDocument(dailyReportOf(check, findings, office, MASKED), office, language));
  }
}
