import { formatDate } from '../../domain/calendarDate.ts';
import { translate, type Language } from '../../i18n/index.ts';
import { formatMinutes } from '../../rules/dailyReports/timeOfDay.ts';
import type { Office } from '../../settings/office.ts';
import type { Block, OfficialDocument, TableBlock } from '../pages/officialDocument.ts';
import { closingOf, letterHead } from '../pages/officialHead.ts';
import { countsText, integer, tableOf } from '../pages/wording.ts';
import { FIGURES, type DailyReport, type Incident, type UnitDay } from './dailyReport.ts';
import { routeOf } from './routes.ts';

/** More units than this stand in an annex. */
const MOST_IN_BODY = 20;

type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** The report of a day to whom the office's level reports to: of the province to the National Data Centre, of a commune or
 *  department to the police (letters 001 §3b, 003 §7, 004 §1). */
export function dailyDocument(report: DailyReport, office: Office, language: Language): OfficialDocument {
  const say: Say = (key, params = {}) => translate(language, `daily.${key}`, params);
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  const heading = (key: string): Block => ({ kind: 'heading', level: 1, text: say(key) });
  const route = routeOf(report.routes, office.level);
  const { units, missing, incidents } = report;
  const many = units.length > MOST_IN_BODY;
  const late = units.filter((unit) => unit.late).length;
  const open = incidents.filter(({ mended }) => !mended).length;
  return {
    title: say('fileTitle', { day: formatDate(report.day) }),
    day: report.day,
    language,
    head: letterHead(office, report.day, language),
    kind: say('kind'),
    subject: say('subject', { day: formatDate(report.day) }),
    addressees: route === undefined ? [] : [say('to', { to: route.to })],
    landscape: false,
    blocks: [
      heading('partUnits'),
      paragraph(
        say('units', {
          units: integer(units.length),
          late: integer(late),
          missing: integer(missing.length),
        }),
      ),
      ...(missing.length === 0
        ? []
        : [paragraph(say('missing', { units: missing.map(({ unit }) => unit).join('; ') }))]),
      heading('partFigures'),
      paragraph(say('figures', Object.fromEntries(FIGURES.map((figure) => [figure, integer(report.total[figure])])))),
      ...(units.length === 0 || many ? [] : [unitTable(report, say)]),
      ...(many ? [paragraph(say('seeAnnex'))] : []),
      heading('partIncidents'),
      ...(incidents.length === 0
        ? [paragraph(say('noIncidents'))]
        : [
            paragraph(say('incidents', { count: integer(incidents.length), open: integer(open) })),
            incidentTable(incidents, say),
          ]),
      heading('partReview'),
      paragraph(say('found', { agencies: integer(report.agencies), ...countsText(report.found) })),
      heading('partRoutes'),
      {
        kind: 'list',
        items: report.routes.map(
          ({ from, to, due }, at) =>
            `${say('route', { from: say(`from.${from}`), to, due: hours(due) })}${at === report.routes.length - 1 ? '.' : ';'}`,
        ),
      },
      paragraph(say('end')),
    ],
    closing: closingOf(office, language),
    annexes: many
      ? [{ number: say('annex'), title: say('tableUnits'), landscape: true, blocks: [unitTable(report, say)] }]
      : [],
  };
}

/** 16:00 → "16 giờ 00", as letters write it. */
const hours = (due: string): string => due.replace(':', ' giờ ');

function unitTable({ units, total }: DailyReport, say: Say): TableBlock {
  return tableOf(
    say('tableUnits'),
    [
      ['TT', 6, 'center'],
      [say('columnUnit'), 22, 'left'],
      [say('columnSent'), 9, 'center'],
      ...FIGURES.map((figure) => [say(`short.${figure}`), 9, 'right'] as const),
    ],
    units.map((unit, at) => [
      String(at + 1),
      unit.unit,
      sentText(unit, say),
      ...FIGURES.map((figure) => {
        const value = unit.figures[figure];
        return value === null ? '–' : integer(value);
      }),
    ]),
    ['', say('total'), '', ...FIGURES.map((figure) => integer(total[figure]))],
  );
}

function sentText({ sentAt, late }: UnitDay, say: Say): string {
  if (sentAt === null) return '–';
  const time = formatMinutes(sentAt);
  return late ? say('late', { time }) : time;
}

const incidentTable = (incidents: readonly Incident[], say: Say): TableBlock =>
  tableOf(
    say('tableIncidents'),
    [
      ['TT', 6, 'center'],
      [say('columnUnit'), 15, 'left'],
      [say('columnIncident'), 20, 'left'],
      [say('columnCause'), 17, 'left'],
      [say('columnPlan'), 16, 'left'],
      [say('columnCompletion'), 14, 'center'],
      [say('columnResult'), 12, 'left'],
    ],
    incidents.map(({ unit, what, system, cause, plan, completion, result, mended }, at) => [
      String(at + 1),
      unit,
      system === '' ? what : `${what} (${system})`,
      cause || '–',
      plan || '–',
      completion || '–',
      result || say(mended ? 'mended' : 'notMended'),
    ]),
  );
