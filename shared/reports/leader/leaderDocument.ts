import { formatDate } from '../../domain/calendarDate.ts';
import { translate, type Language } from '../../i18n/index.ts';
import { LegalRegister } from '../../legal/legalRegister.ts';
import type { Office } from '../../settings/office.ts';
import type { Annex, Block, OfficialDocument } from '../pages/officialDocument.ts';
import { addresseeLines, closingOf, letterHead } from '../pages/officialHead.ts';
import { countsText, integer, percentText, romanNumeral } from '../pages/wording.ts';
import { areaTable, matrixTable, progressTable } from '../readiness/readinessTables.ts';
import type { LeaderReport } from './leaderReport.ts';
import {
  agencyChart,
  agencyTable,
  groupTable,
  ruleTable,
  taskTable,
  unreadableTable,
  type Say,
} from './leaderTables.ts';

/** More agencies than this stand in an annex; the body keeps those with most errors. */
const MOST_IN_BODY = 15;
/** More rows than this are no paper any more, and three such annexes are what Word opens at once without trouble. No
 *  province has as many agencies; for the whole country the workbook beside the report has them all. */
const MOST_IN_ANNEX = 600;

/** Laws that the review rests on, cited where they are in force on the day. */
const LAWS = ['97/2015/QH13', '63/2010/NĐ-CP', '224/2026/NĐ-CP'] as const;

/** The report to the leader as an official document (NĐ 30/2020/NĐ-CP). */
export function leaderDocument(report: LeaderReport, office: Office, language: Language): OfficialDocument {
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    translate(language, `leader.${key}`, params);
  const many = report.agencies.length > MOST_IN_BODY;
  const annexes = annexesOf(report, many, say, language);
  const heading = (key: string): Block => ({ kind: 'heading', level: 1, text: say(key) });
  const sub = (key: string): Block => ({ kind: 'heading', level: 2, text: say(key) });
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  const { counts, progress, due } = report;
  return {
    title: say('fileTitle', { round: report.round }),
    day: report.day,
    language,
    head: letterHead(office, report.day, language),
    kind: say('kind'),
    subject: say('subject', { round: report.round }),
    addressees: addresseeLines(office, language),
    landscape: false,
    blocks: [
      heading('partScope'),
      sub('basis'),
      { kind: 'list', items: basisItems(report.day, office, say) },
      sub('scope'),
      paragraph(scopeText(report, say)),
      paragraph(referenceText(report, say)),
      heading('partResult'),
      sub('overall'),
      paragraph(
        say('found', {
          ...countsText(counts),
          broken: integer(report.agencies.filter((agency) => agency.counts.error > 0).length),
          agencies: integer(report.agencies.length),
          ready: percentText(report.readiness.ready),
        }),
      ),
      ...(report.waived === 0 ? [] : [paragraph(say('waived', { count: integer(report.waived) }))]),
      ...(progress === null
        ? []
        : [
            paragraph(
              say('progress', {
                before: progress.before,
                mended: integer(progress.total.mended),
                added: integer(progress.total.added),
                unchanged: integer(progress.total.unchanged),
                readyBefore: percentText(progress.ready.before),
                readyNow: percentText(progress.ready.now),
              }),
            ),
          ]),
      ...(report.groups.length === 0 ? [] : [sub('byGroup'), groupTable(report, say)]),
      sub('byAgency'),
      ...(counts.error + counts.warning === 0 ? [] : [agencyChart(report, say, language)]),
      agencyTable(
        report.agencies.slice(0, MOST_IN_BODY),
        many ? say('tableAgenciesMost', { count: MOST_IN_BODY }) : say('tableAgencies'),
        say,
      ),
      ...(many ? [paragraph(say('seeAnnex', { annex: annexName(annexes, 'agencies', say) }))] : []),
      sub('byArea'),
      areaTable(report.readiness, language),
      paragraph(say('seeMatrix', { annex: annexName(annexes, 'matrix', say) })),
      heading('partCauses'),
      ...causeBlocks(report, say, paragraph),
      ...(report.rules.length === 0 ? [] : [ruleTable(report, say)]),
      heading('partProposals'),
      ...proposals(report, office, say).map(paragraph),
      ...(report.tasks.length === 0
        ? []
        : [taskTable(report.tasks.slice(0, MOST_IN_BODY), say('tableTasks'), say, language)]),
      ...(report.tasks.length > MOST_IN_BODY
        ? [paragraph(say('seeAnnex', { annex: annexName(annexes, 'tasks', say) }))]
        : []),
      paragraph(say('deadlines', { errors: formatDate(due.errors), warnings: formatDate(due.warnings) })),
      paragraph(say('end')),
    ],
    closing: closingOf(office, language),
    annexes: annexes.map(({ annex }) => annex),
  };
}

type AnnexKey = 'agencies' | 'matrix' | 'progress' | 'tasks' | 'unreadable';

interface NamedAnnex {
  readonly key: AnnexKey;
  readonly annex: Annex;
}

function annexesOf(report: LeaderReport, many: boolean, say: Say, language: Language): readonly NamedAnnex[] {
  const annexes: NamedAnnex[] = [];
  const add = (key: AnnexKey, landscape: boolean, blocks: readonly Block[]): void => {
    const number = say('annex', { number: romanNumeral(annexes.length + 1) });
    annexes.push({ key, annex: { number, title: say(`annex.${key}`), landscape, blocks } });
  };
  const cut = (size: number): readonly Block[] =>
    size <= MOST_IN_ANNEX
      ? []
      : [{ kind: 'paragraph', text: say('cut', { count: integer(MOST_IN_ANNEX), all: integer(size) }), italic: true }];
  if (many)
    add('agencies', false, [
      agencyTable(report.agencies.slice(0, MOST_IN_ANNEX), '', say),
      ...cut(report.agencies.length),
    ]);
  add('matrix', true, [matrixTable(report.readiness, language, MOST_IN_ANNEX), ...cut(report.agencies.length)]);
  if (report.progress !== null && report.progress.agencies.length > 0) {
    add('progress', false, [progressTable(report.progress, language, MOST_IN_ANNEX)]);
  }
  if (report.tasks.length > MOST_IN_BODY) {
    add('tasks', false, [
      taskTable(report.tasks.slice(0, MOST_IN_ANNEX), '', say, language),
      ...cut(report.tasks.length),
    ]);
  }
  if (report.unreadable.length > 0)
    add('unreadable', false, [unreadableTable(report, MOST_IN_ANNEX, say), ...cut(report.unreadable.length)]);
  return annexes;
}

const annexName = (annexes: readonly NamedAnnex[], key: AnnexKey, say: Say): string =>
  annexes.find((one) => one.key === key)?.annex.number ?? say(`annex.${key}`);

function basisItems(day: string, office: Office, say: Say): readonly string[] {
  const register = new LegalRegister();
  const laws = LAWS.filter((number) => register.standingOn(number, day) === 'inForce').map((number) =>
    say(`law.${number}`),
  );
  return [...laws, ...office.basis].map(
    (text, at, all) => `${text.replace(/[;.]\s*$/, '')}${at === all.length - 1 ? '.' : ';'}`,
  );
}

function scopeText(report: LeaderReport, say: Say): string {
  const { round, day, agencies, filesRead, sheets, rows, unreadable } = report;
  const scope = say('scopeText', {
    round,
    day: formatDate(day),
    agencies: integer(agencies.length),
    files: integer(filesRead),
    sheets: integer(sheets),
    rows: integer(rows),
  });
  return unreadable.length === 0 ? scope : `${scope} ${say('unreadable', { count: integer(unreadable.length) })}`;
}

function referenceText({ reference, rulesRun, rulesNotRun }: LeaderReport, say: Say): string {
  const text =
    reference === null
      ? say('noReference')
      : say('reference', {
          title: reference.title,
          records: integer(reference.records),
          date: reference.date === '' ? '' : say('referenceDate', { date: formatDate(reference.date) }),
        });
  return `${text} ${say('rulesRun', { run: integer(rulesRun), notRun: integer(rulesNotRun) })}`;
}

function causeBlocks({ causes, counts }: LeaderReport, say: Say, paragraph: (text: string) => Block): readonly Block[] {
  if (causes.length === 0) return [paragraph(say(counts.error + counts.warning === 0 ? 'clean' : 'noCauses'))];
  return [
    paragraph(say('causes')),
    {
      kind: 'list',
      items: causes.map(({ text, fixable }) =>
        fixable === 0 ? `${upperFirst(text)}.` : `${upperFirst(text)}; ${say('fixable', { count: integer(fixable) })}.`,
      ),
    },
  ];
}

function proposals(report: LeaderReport, office: Office, say: Say): readonly string[] {
  const fixable = report.causes.reduce((sum, cause) => sum + cause.fixable, 0);
  const coordinator = office.coordinator || office.agency || say('coordinator');
  return [
    ...(report.tasks.length === 0 ? [] : [say('proposeAgencies', { due: formatDate(report.due.errors) })]),
    ...(fixable === 0 ? [] : [say('proposeBatch', { count: integer(fixable) })]),
    ...(report.nationalDoubts === 0
      ? []
      : [say('proposeNational', { coordinator, count: integer(report.nationalDoubts) })]),
    ...(report.unreadable.length === 0 ? [] : [say('proposeUnreadable', { count: integer(report.unreadable.length) })]),
    say('proposeFollowUp', { coordinator }),
  ].map((text, at) => `${at + 1}. ${text}`);
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
