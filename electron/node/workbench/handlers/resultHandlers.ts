import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { causeText } from '../../../../shared/causes/causeText.ts';
import type { Handlers } from '../../../../shared/contract/dispatcher.ts';
import { refused, replied, type Reply } from '../../../../shared/contract/envelope.ts';
import {
  FACETS,
  type FacetName,
  type resultMethods,
  type ResultsSummary,
} from '../../../../shared/contract/results.ts';
import { ruleTexts } from '../../../../shared/engine/findings.ts';
import { WHOLE_SHEET } from '../../../../shared/engine/findingLog.ts';
import { translate, type Language } from '../../../../shared/i18n/index.ts';
import { datasetLabel, fieldLabel } from '../../../../shared/results/sheetColumns.ts';
import { causeAt, detailAt, lineAt, sheetWindow } from '../findingViews.ts';
import type { RoundSession } from '../roundSession.ts';
import { agencyStandings } from '../standing.ts';
import type { Surroundings } from '../surroundings.ts';

/** Between two decisions of somebody who works with the keyboard. */
const PAUSE_MILLISECONDS = 250;

/** What the rules found in a round, in every way that screens look at it. */
export function resultHandlers({ rounds }: Surroundings): Handlers<keyof typeof resultMethods> {
  const inRound = <T>(round: string, answer: (session: RoundSession) => Reply<T>): Reply<T> => {
    const session = rounds.get(round);
    return session.ok ? answer(session.value) : refused(session.error.code, session.error.params, true);
  };
  /** Causes of a large round take longer than a page: they are looked for once nothing was decided for a moment, a little at a
   *  time, and once more when a decision comes between. So in a quick row of decisions none of them has to wait. */
  const withCauses = async <T>(round: string, answer: (session: RoundSession) => Reply<T>): Promise<Reply<T>> => {
    for (;;) {
      const session = rounds.get(round);
      if (!session.ok) return inRound(round, answer);
      const left = session.value.changedAt + PAUSE_MILLISECONDS - performance.now();
      if (left > 0) await pause(left);
      else if (await session.value.lookForCauses()) return inRound(round, answer);
    }
  };
  return {
    'results.summary': ({ round, language }) => withCauses(round, (session) => replied(summaryOf(session, language))),

    'results.facets': ({ round, language, filter }) =>
      withCauses(round, (session) => {
        const { total, facets } = session.index.facets(filter, language);
        const label = labels(session, language);
        const named = FACETS.map(
          (name) =>
            [name, facets[name].map(({ value, count }) => ({ value, label: label(name, value), count }))] as const,
        );
        return replied({
          total,
          facets: Object.fromEntries(named) as Record<FacetName, { value: string; label: string; count: number }[]>,
        });
      }),

    'results.page': ({ round, language, filter, sort, from, limit }) =>
      inRound(round, (session) => {
        const places = session.index.choose(filter, sort, language);
        const rows = Array.from(places.subarray(from, from + limit), (place) => lineAt(session, place, language));
        return replied({ revision: session.revision, total: places.length, rows });
      }),

    'results.finding': ({ round, language, identity }) =>
      inRound(round, (session) => {
        const place = session.placeOf(identity);
        return place === null ? refused('results.noFinding') : replied(detailAt(session, place, language));
      }),

    'results.causeOf': ({ round, language, identity }) =>
      withCauses(round, (session) => {
        const place = session.placeOf(identity);
        return place === null ? refused('results.noFinding') : replied({ cause: causeAt(session, place, language) });
      }),

    'results.locate': ({ round, language = 'vi', filter, sort, address, near }) =>
      inRound(round, (session) => {
        const wanted = parseAddress(address);
        if (wanted === null) return refused('results.badAddress', { address });
        const places = session.index.choose(filter, sort, language);
        const nearPlace = near === undefined ? null : session.placeOf(near);
        const sheet = wanted.sheet ?? (nearPlace === null ? null : session.result.log.at(nearPlace).table.sheet);
        const file = nearPlace === null ? null : session.result.log.at(nearPlace).table.file;
        const isThereOrAfter = (place: number): boolean => {
          const { table, row, column } = session.result.log.at(place);
          if (row === WHOLE_SHEET || (sheet !== null && table.sheet !== sheet)) return false;
          if (file !== null && wanted.sheet === null && table.file !== file) return false;
          const sheetRow = table.rowNumbers[row]!;
          if (sheetRow !== wanted.row) return sheetRow > wanted.row;
          return column < 0 || table.columns[column]!.sheetColumnAt(row) >= wanted.column;
        };
        // Findings are logged in the order of their cells; the list may have another one.
        let position = -1;
        places.forEach((place, at) => {
          if ((position < 0 || place < places[position]!) && isThereOrAfter(place)) position = at;
        });
        return replied({ position: position < 0 ? null : position });
      }),

    'results.cells': ({ round, file, sheet, ...window }) =>
      inRound(round, (session) => {
        const table = session.tablesOfSheet(file, sheet)[0];
        return table === undefined
          ? refused('intake.noSuchSheet', { sheet })
          : replied(sheetWindow(session, table, window));
      }),
  };
}

/** `C12`, `$C$12` or `sheet!C12` as a 1-based row and a 0-based column. */
function parseAddress(address: string): { sheet: string | null; row: number; column: number } | null {
  const bang = address.lastIndexOf('!');
  const match = /^\$?([a-z]{1,3})\$?(\d{1,7})$/i.exec(address.slice(bang + 1).trim());
  if (match === null) return null;
  const column = [...match[1]!.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const sheet =
    bang < 0
      ? null
      : address
          .slice(0, bang)
          .trim()
          .replace(/^'(.*)'$/, '$1');
  return { sheet, row: Number(match[2]), column };
}

function summaryOf(session: RoundSession, language: Language): ResultsSummary {
  const { result, waived, setting } = session;
  const open = { error: 0, warning: 0, info: 0 };
  let waivedCount = 0;
  const { log } = result;
  const byRule = new Map<string, number>();
  for (let place = 0; place < log.size; place += 1) {
    const { piece, at } = log.place(place);
    if (waived[place] === 1) {
      waivedCount += 1;
      continue;
    }
    open[piece.severity(at)] += 1;
    byRule.set(piece.rule.id, (byRule.get(piece.rule.id) ?? 0) + 1);
  }
  const agencies = agencyStandings(session);
  const causes = session.causes.map((cause) => ({
    id: cause.id,
    kind: cause.kind,
    text: causeText(language, cause),
    findings: cause.findings.length,
    cells: cause.cells,
    fixable: cause.fix !== undefined,
  }));
  const ORDER = { findings: 0, failed: 1, clean: 2, notApplicable: 3 };
  const rules = result.rules
    .map(({ rule, status, reason }) => {
      const findings = byRule.get(rule.id) ?? 0;
      return {
        id: rule.id,
        title: ruleTexts(rule, language).title,
        severity: rule.severity,
        findings,
        status: status === 'findings' && findings === 0 ? ('clean' as const) : status,
        reason: reason === undefined ? null : { code: reason.code, params: { ...reason.params } },
      };
    })
    .sort((a, b) => ORDER[a.status] - ORDER[b.status] || b.findings - a.findings || (a.id < b.id ? -1 : 1));
  const { reference } = setting;
  return {
    revision: session.revision,
    open,
    waived: waivedCount,
    rows: agencies.reduce((sum, { rows }) => sum + rows, 0),
    agencies: agencies.map((one) => ({
      id: one.agency.id,
      name: one.agency.name,
      rows: one.rows,
      open: { ...one.open },
      ready: one.ready,
    })),
    rules,
    causes,
    reference:
      reference === null
        ? null
        : {
            title: reference.title,
            date: reference.date,
            records: reference.procedures.length,
            complete: reference.complete,
          },
  };
}

/** Names of the values of facets. */
function labels(session: RoundSession, language: Language): (facet: FacetName, value: string) => string {
  const agencies = new Map(session.tables.map(({ agency }) => [agency.id, agency.name]));
  const rules = new Map(session.result.rules.map(({ rule }) => [rule.id, ruleTexts(rule, language).title]));
  const causes = new Map(session.causes.map((cause) => [cause.id, cause]));
  return (facet, value) => {
    switch (facet) {
      case 'agency':
        return agencies.get(value) ?? value;
      case 'area':
        return translate(language, value === '' ? 'readiness.noArea' : `readiness.area.${value}`);
      case 'sheet':
        return datasetLabel(value, language);
      case 'rule':
        return `${value} · ${rules.get(value) ?? ''}`;
      case 'field':
        return value === '' ? translate(language, 'results.wholeRow') : fieldLabel(value, language);
      case 'severity':
        return translate(language, `severity.${value}`);
      case 'state':
        return translate(language, `results.state.${value}`);
      case 'fixable':
        return translate(language, `results.fixable.${value}`);
      case 'cause': {
        const cause = causes.get(value);
        return cause === undefined ? value : causeText(language, cause);
      }
    }
  };
}
