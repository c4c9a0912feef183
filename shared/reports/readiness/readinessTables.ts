import { translate, type Language } from '../../i18n/index.ts';
import type { TableBlock } from '../pages/officialDocument.ts';
import { integer, percentText, tableOf } from '../pages/wording.ts';
import { AREAS } from '../../domain/readinessArea.ts';
import type { RoundProgress } from './compareRounds.ts';
import type { Readiness } from './readiness.ts';

/** Readiness of the whole round, one line per area. */
export const areaTable = ({ total }: Readiness, language: Language): TableBlock =>
  tableOf(
    translate(language, 'readiness.tableAreas'),
    [
      ['TT', 7, 'center'],
      [translate(language, 'readiness.columnArea'), 39, 'left'],
      [translate(language, 'readiness.columnRows'), 13, 'right'],
      [translate(language, 'readiness.columnBroken'), 14, 'right'],
      [translate(language, 'readiness.columnErrors'), 12, 'right'],
      [translate(language, 'readiness.columnReady'), 15, 'right'],
    ],
    AREAS.map((area, at) => {
      const { rows, broken, counts, ready } = total[area];
      return [
        String(at + 1),
        translate(language, `readiness.area.${area}`),
        integer(rows),
        integer(broken),
        integer(counts.error),
        percentText(ready),
      ];
    }),
  );

/** The matrix agency × area in per cent.
 *  @param most  rows to show at most */
export const matrixTable = (readiness: Readiness, language: Language, most: number): TableBlock =>
  tableOf(
    translate(language, 'readiness.tableMatrix'),
    [
      ['TT', 4, 'center'],
      [translate(language, 'readiness.columnAgency'), 26, 'left'],
      ...AREAS.map((area) => [translate(language, `readiness.short.${area}`), 6.8, 'center'] as const),
      [translate(language, 'readiness.columnAll'), 8.8, 'center'],
    ],
    readiness.agencies
      .slice(0, most)
      .map(({ agency, areas, ready }, at) => [
        String(at + 1),
        agency.name,
        ...AREAS.map((area) => percentText(areas[area].ready)),
        percentText(ready),
      ]),
    [
      '',
      translate(language, 'readiness.whole'),
      ...AREAS.map((area) => percentText(readiness.total[area].ready)),
      percentText(readiness.ready),
    ],
  );

/** What was mended, came new and stayed since the round before, and how ready agencies were then and are now.
 *  @param most  rows to show at most */
export const progressTable = (progress: RoundProgress, language: Language, most: number): TableBlock =>
  tableOf(
    translate(language, 'readiness.tableProgress', { before: progress.before }),
    [
      ['TT', 6, 'center'],
      [translate(language, 'readiness.columnAgency'), 32, 'left'],
      [translate(language, 'readiness.columnMended'), 13, 'right'],
      [translate(language, 'readiness.columnAdded'), 12, 'right'],
      [translate(language, 'readiness.columnUnchanged'), 12, 'right'],
      [translate(language, 'readiness.columnReadyBefore'), 13, 'right'],
      [translate(language, 'readiness.columnReadyNow'), 12, 'right'],
    ],
    progress.agencies
      .slice(0, most)
      .map(({ agency, total, ready, absent }, at) => [
        String(at + 1),
        absent ? translate(language, 'readiness.absent', { agency: agency.name }) : agency.name,
        ...(absent ? ['–', '–', '–'] : [total.mended, total.added, total.unchanged].map(integer)),
        percentText(ready.before),
        percentText(ready.now),
      ]),
    [
      '',
      translate(language, 'readiness.whole'),
      integer(progress.total.mended),
      integer(progress.total.added),
      integer(progress.total.unchanged),
      percentText(progress.ready.before),
      percentText(progress.ready.now),
    ],
  );
