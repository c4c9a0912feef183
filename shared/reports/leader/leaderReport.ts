import { causeText } from '../../causes/causeText.ts';
import { groupCauses } from '../../causes/groupCauses.ts';
import { AREAS, type Area } from '../../domain/readinessArea.ts';
import { workingDayAfter } from '../../domain/workingDays.ts';
import type { Findings, SeverityCounts } from '../../engine/findings.ts';
import { waivedFindings } from '../../engine/findings.ts';
import { faultText, type Language } from '../../i18n/index.ts';
import { RULE_GROUPS } from '../../rules/index.ts';
import type { Office } from '../../settings/office.ts';
import { sheetRows, sheetTables, summariseRules } from '../agencySummary.ts';
import type { Check, ReferenceInfo } from '../check.ts';
import { maskText, type PersonalData } from '../masking.ts';
import { compareRounds, openIssues, type EarlierRound, type RoundProgress } from '../readiness/compareRounds.ts';
import { readinessOf, type AgencyReadiness, type Readiness } from '../readiness/readiness.ts';

/** Findings of one group of the rule book. */
export interface GroupResult {
  readonly prefix: string;
  readonly name: string;
  readonly counts: SeverityCounts;
  /** Agencies with a finding of the group. */
  readonly agencies: number;
}

/** A cause that explains several findings at once. */
export interface CauseResult {
  readonly text: string;
  readonly findings: number;
  /** Cells that could be corrected in one go. */
  readonly fixable: number;
}

/** A rule and how it struck. */
export interface RuleResult {
  readonly ruleId: string;
  readonly title: string;
  readonly counts: SeverityCounts;
  readonly agencies: number;
}

/** What one agency has to do. */
export interface AgencyTask {
  readonly agency: string;
  readonly errors: number;
  readonly warnings: number;
  /** Errors by area, most first. */
  readonly areas: readonly { readonly area: Area; readonly errors: number }[];
  /** Errors in sheets that belong to no area of readiness. */
  readonly other: number;
  /** Last day for its errors, or for its warnings where it has no errors; ISO. */
  readonly due: string;
}

/** What the report to the leader says. All counts are exact; how much of the lists is shown is the drawing's affair. */
export interface LeaderReport {
  readonly round: string;
  /** ISO date of the check. */
  readonly day: string;
  readonly reference: ReferenceInfo | null;
  readonly filesRead: number;
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
  readonly sheets: number;
  readonly rows: number;
  readonly rulesRun: number;
  readonly rulesNotRun: number;
  readonly counts: SeverityCounts;
  readonly waived: number;
  /** Those that found something, errors first. */
  readonly groups: readonly GroupResult[];
  /** Those with most errors first. */
  readonly agencies: readonly AgencyReadiness[];
  readonly causes: readonly CauseResult[];
  readonly rules: readonly RuleResult[];
  /** Findings that lean on a national record which is itself doubtful: to be proposed to its publisher. */
  readonly nationalDoubts: number;
  readonly readiness: Readiness;
  readonly progress: RoundProgress | null;
  readonly tasks: readonly AgencyTask[];
  /** Last days for corrections, ISO. */
  readonly due: { readonly errors: string; readonly warnings: string };
}

const MOST_CAUSES = 10;
const MOST_RULES = 10;

/** Draws the report out of a check.
 *  @param before  the round that its progress is told against; null when there is none */
export function leaderReportOf(
  check: Check,
  findings: Findings,
  office: Office,
  language: Language,
  personal: PersonalData,
  before: EarlierRound | null = null,
): LeaderReport {
  const readiness = readinessOf(check);
  const agencies = readiness.agencies.toSorted(
    (a, b) => b.counts.error - a.counts.error || b.counts.warning - a.counts.warning,
  );
  const due = {
    errors: workingDayAfter(check.today, office.daysToCorrect.errors, office),
    warnings: workingDayAfter(check.today, office.daysToCorrect.warnings, office),
  };
  const struck = agenciesByRule(findings);
  const causes = groupCauses({ size: findings.size, at: (index) => findings.logged(index) });
  const tables = sheetTables(check);
  const text = (value: string): string => (personal.shown ? value : maskText(value));
  return {
    round: check.round,
    day: check.today,
    reference: check.reference,
    filesRead: check.files.filter(({ fault }) => fault === null).length,
    unreadable: check.files.flatMap(({ file, fault }) =>
      fault === null ? [] : [{ file, reason: faultText(language, fault) }],
    ),
    sheets: tables.length,
    rows: tables.reduce((sum, table) => sum + sheetRows(table), 0),
    rulesRun: check.result.rules.filter(({ status }) => status === 'findings' || status === 'clean').length,
    rulesNotRun: check.result.rules.filter(({ status }) => status === 'notApplicable' || status === 'failed').length,
    counts: findings.counts(),
    waived: waivedFindings(check.result.log, language).size,
    groups: groupResults(findings, struck, language),
    agencies,
    causes: causes.slice(0, MOST_CAUSES).map((cause) => ({
      text: text(causeText(language, cause)),
      findings: cause.findings.length,
      fixable: cause.fix?.edits.length ?? 0,
    })),
    rules: summariseRules(findings, language)
      .slice(0, MOST_RULES)
      .map(({ ruleId, title, counts }) => ({ ruleId, title, counts, agencies: struck.get(ruleId)?.size ?? 0 })),
    nationalDoubts: causes
      .filter(({ kind }) => kind === 'nationalRecord')
      .reduce((sum, cause) => sum + cause.findings.length, 0),
    readiness,
    progress: before === null ? null : compareRounds(before, openIssues(check.result.log), readiness),
    tasks: agencies.flatMap((agency) => taskOf(agency, due)),
    due,
  };
}

function taskOf({ agency, counts, areas }: AgencyReadiness, due: LeaderReport['due']): readonly AgencyTask[] {
  if (counts.error + counts.warning === 0) return [];
  const byArea = AREAS.map((area) => ({ area, errors: areas[area].counts.error }))
    .filter(({ errors }) => errors > 0)
    .sort((a, b) => b.errors - a.errors);
  return [
    {
      agency: agency.name,
      errors: counts.error,
      warnings: counts.warning,
      areas: byArea,
      other: counts.error - byArea.reduce((sum, { errors }) => sum + errors, 0),
      due: counts.error > 0 ? due.errors : due.warnings,
    },
  ];
}

function agenciesByRule(findings: Findings): ReadonlyMap<string, ReadonlySet<string>> {
  const struck = new Map<string, Set<string>>();
  for (let index = 0; index < findings.size; index += 1) {
    const { rule, table } = findings.logged(index);
    const own = struck.get(rule.id);
    if (own === undefined) struck.set(rule.id, new Set([table.agency.id]));
    else own.add(table.agency.id);
  }
  return struck;
}

function groupResults(
  findings: Findings,
  struck: ReadonlyMap<string, ReadonlySet<string>>,
  language: Language,
): readonly GroupResult[] {
  const groups = new Map<string, { counts: { error: number; warning: number; info: number }; agencies: Set<string> }>();
  for (const { ruleId, counts } of summariseRules(findings, language)) {
    const prefix = ruleId.slice(0, ruleId.indexOf('-'));
    const known = RULE_GROUPS.some((group) => group.prefix === prefix) ? prefix : '';
    const own = groups.get(known) ?? { counts: { error: 0, warning: 0, info: 0 }, agencies: new Set() };
    groups.set(known, own);
    for (const severity of ['error', 'warning', 'info'] as const) own.counts[severity] += counts[severity];
    for (const agency of struck.get(ruleId) ?? []) own.agencies.add(agency);
  }
  return [...groups]
    .map(([prefix, { counts, agencies }]) => ({
      prefix,
      name: RULE_GROUPS.find((group) => group.prefix === prefix)?.[language] ?? '',
      counts,
      agencies: agencies.size,
    }))
    .sort((a, b) => b.counts.error - a.counts.error || b.counts.warning - a.counts.warning);
}
