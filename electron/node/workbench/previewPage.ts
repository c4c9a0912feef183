import { Findings } from '../../../shared/engine/findings.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import { summariseAgencies } from '../../../shared/reports/agencySummary.ts';
import { correctionListOf } from '../../../shared/reports/correctionList.ts';
import { correctionPage } from '../../../shared/reports/pages/correctionPage.ts';
import type { RoundSession } from './roundSession.ts';

/** A page as it will print, with its title; null when the agency isn't in the round. */
export function previewPage(
  { check }: RoundSession,
  kind: 'correctionList',
  agency: string | null,
  language: Language,
): { readonly html: string; readonly title: string; readonly findings: number } | null {
  void kind;
  const findings = new Findings(check.result.log, language);
  const summaries = summariseAgencies(check, findings);
  const summary = agency === null ? summaries[0] : summaries.find((one) => one.agency.id === agency);
  if (summary === undefined) return null;
  const list = correctionListOf(check, findings, summary, language);
  return { html: correctionPage(list, language), title: summary.agency.name, findings: list.size };
}
