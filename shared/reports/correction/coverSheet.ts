import { translate, type Language } from '../../i18n/index.ts';
import { cellText, type BookBar, type BookCell, type BookRow, type BookSheet } from '../book/book.ts';
import type { Look } from '../book/looks.ts';
import type { CorrectionList } from '../correctionList.ts';

const WIDTHS = [34, 22, 28, 9, 9, 11, 9];
const LAST = WIDTHS.length - 1;
const LINE = 16;

/** Bars of the chart: the theme's blue, dark enough for the white of paper. */
const BAR = '5B9BD5';

/** The first sheet: whose list it is, what came out by sheet and by group of rules, and what to do with it. */
export function coverSheet(list: CorrectionList, language: Language): BookSheet {
  let bars: readonly BookBar[] = [];
  return {
    name: translate(language, 'list.sheetCover'),
    columns: WIDTHS.map((width) => ({ width })),
    noGrid: true,
    *rows() {
      const chart = { first: 0, last: 0 };
      let row = 0;
      for (const { cells, isBar = false, ...rest } of coverRows(list, language)) {
        row += 1;
        if (isBar) {
          chart.first ||= row;
          chart.last = row;
        }
        yield { cells, ...rest };
      }
      bars = chart.first === 0 ? [] : [{ column: 1, firstRow: chart.first, lastRow: chart.last, colour: BAR }];
    },
    bars: () => bars,
  };
}

interface CoverRow extends BookRow {
  readonly isBar?: boolean;
}

function* coverRows(list: CorrectionList, language: Language): Generator<CoverRow, void, undefined> {
  const t = (key: string): string => translate(language, key);
  yield wide(t('list.title'), 'title', 1.4);
  yield wide(t('list.subtitle'), 'subtitle');
  yield EMPTY;
  for (const [key, value] of [
    ['list.agency', list.agency.agency.name],
    ['list.round', list.round],
    ['list.date', list.date],
    ['list.reference', list.reference],
  ] as const) {
    yield {
      cells: [cell(t(key), 'label'), cell(value, 'plain'), ...blanks(5, 'plain')],
      merges: [[1, LAST]],
      height: LINE * lines(value, 90),
    };
  }
  yield EMPTY;
  yield wide(t('list.totals'), 'heading');
  yield* totals(list, t);
  yield EMPTY;
  if (list.groups.length > 0) {
    yield wide(t('list.byGroup'), 'heading');
    yield* chart(list, t);
    yield EMPTY;
  }
  let accepted = 0;
  for (const _ of list.exceptions()) accepted += 1;
  if (accepted > 0) yield wide(`${t('list.exceptionCount')}: ${accepted}`, 'plain');
  if (list.unchecked.length > 0) yield wide(`${t('list.uncheckedCount')}: ${list.unchecked.length}`, 'plain');
  if (list.size === 0) yield wide(t('list.clean'), 'heading');
  yield wide(t('list.howTo'), 'heading');
  for (const key of ['list.howTo1', 'list.howTo2', 'list.howTo3']) yield wide(t(key), 'plain', lines(t(key), 112));
  yield EMPTY;
  yield wide(t('list.severityNote'), 'note', lines(t('list.severityNote'), 112));
  yield wide(t('list.legalNote'), 'note', lines(t('list.legalNote'), 112));
}

function* totals(list: CorrectionList, t: (key: string) => string): Generator<BookRow, void, undefined> {
  const heads = [
    'findingColumn.file',
    'findingColumn.sheet',
    'list.kind',
    'list.rows',
    'list.errors',
    'list.warnings',
    'list.notes',
  ];
  yield { cells: heads.map((key) => cell(t(key), 'tableHead')), height: 20 };
  for (const { file, sheet, kind, rows, counts } of list.cover) {
    yield {
      cells: [
        ...[file, sheet, kind].map((text) => cell(text, 'tableText')),
        ...[rows, counts.error, counts.warning, counts.info].map((count) => cell(count, 'tableCount')),
      ],
      height: 15 * Math.max(lines(file, 34), lines(sheet, 22), lines(kind, 28)),
    };
  }
  const { counts, rows, ready } = list.agency;
  yield {
    cells: [
      ...[t('list.totalRow'), '', ''].map((text) => cell(text, 'totalText')),
      ...[rows, counts.error, counts.warning, counts.info].map((count) => cell(count, 'totalCount')),
    ],
  };
  yield { cells: [cell(t('list.ready'), 'label'), cell(`${ready} %`, 'plain')] };
}

/** Findings by group of rules, the total drawn as a bar; the figures behind it stand in the same table. */
function* chart(list: CorrectionList, t: (key: string) => string): Generator<CoverRow, void, undefined> {
  yield {
    cells: ['list.group', 'list.total', '', 'list.share', 'list.errors', 'list.warnings', 'list.notes'].map((key) =>
      cell(key === '' ? '' : t(key), 'tableHead'),
    ),
    merges: [[1, 2]],
    height: 20,
  };
  for (const { group, error, warning, info, total } of list.groups) {
    yield {
      cells: [
        cell(group, 'tableText'),
        cell(total, 'bar'),
        cell('', 'bar'),
        cell(`${Math.round((100 * total) / list.size)} %`, 'tableCount'),
        ...[error, warning, info].map((count) => cell(count, 'tableCount')),
      ],
      merges: [[1, 2]],
      isBar: true,
    };
  }
}

const EMPTY: BookRow = { cells: [] };

const cell = (value: string | number, look: Look): BookCell => ({
  value: typeof value === 'number' ? value : cellText(value),
  look,
});

const blanks = (count: number, look: Look): readonly BookCell[] => Array.from({ length: count }, () => cell('', look));

/** A line over the whole width. */
const wide = (text: string, look: Look, high = 1): BookRow => ({
  cells: [cell(text, look), ...blanks(LAST, look)],
  merges: [[0, LAST]],
  height: LINE * high,
});

/** Lines that a text takes in so many characters. */
const lines = (text: string, width: number): number => Math.max(1, Math.ceil((text.length * 0.95) / width));
