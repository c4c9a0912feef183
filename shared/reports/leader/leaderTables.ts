import { formatDate } from '../../domain/calendarDate.ts';
import { translate, type Language } from '../../i18n/index.ts';
import type { BarChart, TableBlock } from '../pages/officialDocument.ts';
import { integer, percentText, SEVERITY_SERIES, tableOf } from '../pages/wording.ts';
import type { AgencyReadiness } from '../readiness/readiness.ts';
import type { AgencyTask, LeaderReport } from './leaderReport.ts';

/** Text of the report's area of the message catalogue. */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

const BARS = 10;
const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Findings by group of the rule book. */
export function groupTable({ groups, counts }: LeaderReport, say: Say): TableBlock {
  return tableOf(
    say('tableGroups'),
    [
      ['TT', 7, 'center'],
      [say('columnGroup'), 41, 'left'],
      [say('columnErrors'), 12, 'right'],
      [say('columnWarnings'), 13, 'right'],
      [say('columnNotes'), 12, 'right'],
      [say('columnAgencies'), 15, 'right'],
    ],
    groups.map((group, at) => [
      String(at + 1),
      group.name || say('otherGroup'),
      ...SEVERITIES.map((severity) => integer(group.counts[severity])),
      integer(group.agencies),
    ]),
    ['', say('total'), ...SEVERITIES.map((severity) => integer(counts[severity])), ''],
  );
}

/** Findings and rows ready of agencies, in the order given. */
export function agencyTable(agencies: readonly AgencyReadiness[], caption: string, say: Say): TableBlock {
  return tableOf(
    caption,
    [
      ['TT', 7, 'center'],
      [say('columnAgency'), 38, 'left'],
      [say('columnRows'), 11, 'right'],
      [say('columnErrors'), 11, 'right'],
      [say('columnWarnings'), 12, 'right'],
      [say('columnNotes'), 9, 'right'],
      [say('columnReady'), 12, 'right'],
    ],
    agencies.map(({ agency, rows, counts, ready }, at) => [
      String(at + 1),
      agency.name,
      integer(rows),
      integer(counts.error),
      integer(counts.warning),
      integer(counts.info),
      percentText(ready),
    ]),
  );
}

/** The agencies with most errors as bars. */
export function agencyChart({ agencies }: LeaderReport, say: Say, language: Language): BarChart {
  return {
    kind: 'chart',
    caption: say('chart', { count: Math.min(BARS, agencies.length) }),
    series: SEVERITY_SERIES.slice(0, 2).map(({ key, color }) => ({ name: translate(language, key), color })),
    bars: agencies.slice(0, BARS).map(({ agency, counts }) => ({
      label: agency.name,
      values: [counts.error, counts.warning],
      text: `${integer(counts.error)} + ${integer(counts.warning)}`,
    })),
  };
}

/** The rules that struck most. */
export const ruleTable = ({ rules }: LeaderReport, say: Say): TableBlock =>
  tableOf(
    say('tableRules'),
    [
      ['TT', 7, 'center'],
      [say('columnRule'), 12, 'left'],
      [say('columnRuleTitle'), 43, 'left'],
      [say('columnErrors'), 11, 'right'],
      [say('columnWarnings'), 13, 'right'],
      [say('columnAgencies'), 14, 'right'],
    ],
    rules.map(({ ruleId, title, counts, agencies }, at) => [
      String(at + 1),
      ruleId,
      title,
      integer(counts.error),
      integer(counts.warning),
      integer(agencies),
    ]),
  );

/** What each agency has to correct, and until when. */
export function taskTable(tasks: readonly AgencyTask[], caption: string, say: Say, language: Language): TableBlock {
  return tableOf(
    caption,
    [
      ['TT', 7, 'center'],
      [say('columnAgency'), 26, 'left'],
      [say('columnTask'), 52, 'left'],
      [say('columnDue'), 15, 'center'],
    ],
    tasks.map((task, at) => [String(at + 1), task.agency, taskText(task, say, language), formatDate(task.due)]),
  );
}

function taskText({ errors, warnings, areas, other }: AgencyTask, say: Say, language: Language): string {
  if (errors === 0) return say('taskWarnings', { count: integer(warnings) });
  const parts = areas.map(({ area, errors: own }) =>
    say('taskArea', { area: lowerFirst(translate(language, `readiness.area.${area}`)), count: integer(own) }),
  );
  if (other > 0) parts.push(say('taskArea', { area: say('taskOther'), count: integer(other) }));
  const first = say('taskErrors', { count: integer(errors), parts: parts.join('; ') });
  return warnings === 0 ? first : `${first} ${say('taskWarnings', { count: integer(warnings) })}`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Files that could not be read, with the reason.
 *  @param most  rows to show at most */
export const unreadableTable = ({ unreadable }: LeaderReport, most: number, say: Say): TableBlock =>
  tableOf(
    '',
    [
      ['TT', 7, 'center'],
      [say('columnFile'), 38, 'left'],
      [say('columnReason'), 55, 'left'],
    ],
    unreadable.slice(0, most).map(({ file, reason }, at) => [String(at + 1), file, reason]),
  );
