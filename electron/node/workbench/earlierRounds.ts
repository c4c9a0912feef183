import type { Area } from '../../../shared/domain/readinessArea.ts';
import { addIssue, type EarlierRound } from '../../../shared/reports/readiness/compareRounds.ts';
import type { StoredRound } from '../workspace/roundStore.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { KeptReadiness } from './keptReadiness.ts';
import { recordedFindings } from './runRecord.ts';

/** Stands for the choice to compare with no round. */
const NONE = '';

const choiceOf = (round: string): string => `comparedWith:${round}`;

/** The rounds before a round, newest first: by their days, those of one day by when they were made. The sample is nobody's
 *  round before, and has none. */
export function roundsBefore(workspace: Workspace, round: string): readonly StoredRound[] {
  const all = workspace.rounds.list();
  const place = all.findIndex(({ id }) => id === round);
  const own = all[place];
  if (own === undefined || own.sample) return [];
  return all
    .filter(({ date, sample }, at) => !sample && (date < own.date || (date === own.date && at > place)))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** The round that a round is compared with: the one that was chosen, else the newest before it whose figures were kept; null
 *  for none. */
export function comparedWith(workspace: Workspace, round: string): StoredRound | null {
  const chosen = workspace.choice(choiceOf(round));
  if (chosen === NONE) return null;
  const kept = workspace.runs.withReadiness();
  const possible = roundsBefore(workspace, round).filter(({ id }) => kept.has(id));
  return possible.find(({ id }) => id === chosen) ?? possible[0] ?? null;
}

/** Chooses what a round is compared with, on screen and in reports. @param before  null: nothing */
export function compareWith(workspace: Workspace, round: string, before: string | null): void {
  workspace.choose(choiceOf(round), before ?? NONE);
}

/** Readiness of a round as it was kept; null when it was not. */
export function keptReadiness(workspace: Workspace, round: string): KeptReadiness | null {
  const kept = workspace.runs.readiness(round);
  return kept === null ? null : (JSON.parse(kept) as KeptReadiness);
}

/** The round before as reports compare with it; null for none. */
export function earlierRound(workspace: Workspace, round: string): EarlierRound | null {
  const before = comparedWith(workspace, round);
  if (before === null) return null;
  const readiness = keptReadiness(workspace, before.id);
  const findings = workspace.runs.findings(before.id);
  if (readiness === null || findings === null) return null;
  const issues = new Map<string, Map<string, Area | null>>();
  for (const { identity, severity, waived, agency, area } of recordedFindings(findings)) {
    if (severity !== 'info' && !waived) addIssue(issues, agency.id, identity, area);
  }
  return { name: before.name, issues, readiness };
}
