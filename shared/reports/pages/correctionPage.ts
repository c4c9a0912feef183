import { translate, type Language } from '../../i18n/index.ts';
import type { CorrectionLine, CorrectionList } from '../correctionList.ts';
import { escapeMarkup } from './markup.ts';
import { printable } from './officialDocument.ts';
import { FOOT_SIZE, PAPER_FONT as FONT, sheetBox, SHEETS, styleString } from './sheets.ts';
import { integer, percentText } from './wording.ts';

const NUMBER = `font: ${SHEETS.list.numberSize}pt ${FONT}`;
// Each list counts its pages anew; its first page says no number, which a counter style of its own holds back.
const STYLE = `
@page { ${sheetBox(SHEETS.list)} }
@counter-style from-second { system: fixed; symbols: ""; fallback: decimal; }
* { box-sizing: border-box; }
html { color: #000; background: #fff; }
body { font: 11pt/1.25 ${FONT}; margin: 0; }
h1 { font-size: 14pt; text-align: center; margin: 0 0 4pt; }
.about { text-align: center; margin: 0 0 4pt; }
.totals { text-align: center; font-weight: bold; margin: 0 0 8pt; }
table { width: calc(100% - 1pt); border-collapse: collapse; table-layout: fixed; margin: 0 0 10pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 2pt 3pt; vertical-align: top; text-align: left; overflow-wrap: anywhere; white-space: pre-line; }
th { font-weight: bold; text-align: center; vertical-align: middle; }
.number { text-align: right; }
.list { font-size: 9.5pt; }
.list, .list tbody tr:nth-last-child(-n+2) { break-after: avoid; }
.signatures { break-inside: avoid; break-before: avoid; width: 100%; margin-top: 12pt; }
.signatures td { border: none; width: 50%; text-align: center; padding: 0 0 48pt; }
.signatures p { margin: 0; }
.signatures .who { font-weight: bold; text-transform: uppercase; }
.signatures .how { font-style: italic; }
.paper + .paper { break-before: page; }
@media screen { body { padding: 8mm; max-width: 297mm; margin: 0 auto; } .paper + .paper { margin-top: 12mm; } }
`;

interface ListColumn {
  readonly heading: string;
  /** Per cent of the width. */
  readonly width: number;
  readonly value: (line: CorrectionLine) => string;
}

const COLUMNS: readonly ListColumn[] = [
  { heading: 'findingColumn.severity', width: 5, value: ({ severity }) => severity },
  { heading: 'findingColumn.cell', width: 7, value: ({ sheet, cell }) => `${sheet} ${cell}`.trim() },
  { heading: 'findingColumn.key', width: 7, value: ({ finding }) => finding.key },
  { heading: 'findingColumn.field', width: 7, value: ({ field }) => field },
  { heading: 'findingColumn.value', width: 10, value: ({ finding }) => finding.value },
  { heading: 'findingColumn.expected', width: 9, value: ({ finding }) => finding.expected },
  { heading: 'findingColumn.message', width: 18, value: ({ finding }) => finding.message },
  { heading: 'findingColumn.howToFix', width: 17, value: ({ howToFix }) => howToFix },
  { heading: 'findingColumn.legal', width: 8, value: ({ legal }) => legal },
  { heading: 'findingColumn.opinion', width: 8, value: () => '' },
];
const ORDINAL_WIDTH = 4;

/** Correction lists as one page that prints: A4 landscape, each list from a sheet of its own with pages counted anew, heads
 *  repeated, rows kept whole, the agency's name on every sheet. Complete, without scripts, loading nothing.
 *  @param fontFaces  `@font-face` rules of the bundled font with its data inside; '' where it is not at hand */
export function correctionPage(lists: readonly CorrectionList[], language: Language, fontFaces = ''): string {
  const t = (key: string): string => escapeMarkup(translate(language, key));
  const names = lists.map(({ agency }) => agency.agency.name);
  const sheets = lists.map((list, at) => sheetsOf(footOf(list), at));
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${t('list.title')}${names.length === 1 ? ` – ${text(names[0]!)}` : ''}</title><style>${fontFaces}${STYLE}${sheets.join('')}</style></head>
<body>
${lists.map((list, at) => oneList(list, at, language)).join('\n')}
</body></html>
`;
}

const footOf = ({ agency, date }: CorrectionList): string => printable(`${agency.agency.name} – ${date}`);

/** The sheets of one list: numbers from its second page on, its agency at their foot. */
const sheetsOf = (foot: string, at: number): string =>
  `@page list${at} { counter-increment: list${at}; @top-center { content: counter(list${at}, from-second); ${NUMBER}; } ` +
  `@bottom-right { content: ${styleString(foot)}; font: ${FOOT_SIZE}pt ${FONT}; } }\n.list${at} { page: list${at}; }\n`;

function oneList(list: CorrectionList, at: number, language: Language): string {
  const t = (key: string): string => escapeMarkup(translate(language, key));
  const { agency, round, date, reference, cover } = list;
  const { counts, rows, ready } = agency;
  const head = (keys: readonly string[]): string =>
    `<thead><tr>${keys.map((key) => `<th scope="col">${t(key)}</th>`).join('')}</tr></thead>`;
  const numbers = (values: readonly number[]): string =>
    values.map((value) => `<td class="number">${integer(value)}</td>`).join('');
  const sheets = cover.map(
    (line) =>
      `<tr><td>${text(line.file)}</td><td>${text(line.sheet)}</td><td>${text(line.kind)}</td>${numbers([
        line.rows,
        line.counts.error,
        line.counts.warning,
        line.counts.info,
      ])}</tr>`,
  );
  const lines: string[] = [];
  for (const line of list.lines()) {
    const cells = COLUMNS.map(({ value }) => `<td>${text(value(line))}</td>`).join('');
    lines.push(`<tr><td class="number">${lines.length + 1}</td>${cells}</tr>`);
  }
  return `<article class="paper list${at}" data-sheet="list" data-foot="${escapeMarkup(footOf(list))}">
<h1>${t('list.title')}</h1>
<p class="about">${[agency.agency.name, round, date, reference]
    .filter((part) => part !== '')
    .map(text)
    .join(' · ')}</p>
<p class="totals">${t('list.errors')}: ${integer(counts.error)} · ${t('list.warnings')}: ${integer(counts.warning)} · ${t('list.notes')}: ${integer(counts.info)} · ${t('list.rows')}: ${integer(rows)} · ${t('list.ready')}: ${percentText(ready)}</p>
<table><colgroup><col style="width:32%"><col style="width:18%"><col style="width:22%"></colgroup>${head([
    'findingColumn.file',
    'findingColumn.sheet',
    'list.kind',
    'list.rows',
    'list.errors',
    'list.warnings',
    'list.notes',
  ])}<tbody>${sheets.join('\n')}</tbody></table>
${lines.length === 0 ? `<p class="about">${t('list.clean')}</p>` : listMarkup(lines, head)}
${signatures(t)}
</article>`;
}

/** Where the list is signed: by who looked, and by the agency. */
const signatures = (t: (key: string) => string): string =>
  `<table class="signatures" role="presentation"><tr>${['list.signReviewer', 'list.signAgency']
    .map((who) => `<td><p class="who">${t(who)}</p><p class="how">${t(`${who}How`)}</p></td>`)
    .join('')}</tr></table>`;

function listMarkup(lines: readonly string[], head: (keys: readonly string[]) => string): string {
  const widths = [ORDINAL_WIDTH, ...COLUMNS.map(({ width }) => width)];
  return `<table class="list"><colgroup>${widths.map((width) => `<col style="width:${width}%">`).join('')}</colgroup>${head(
    ['page.number', ...COLUMNS.map(({ heading }) => heading)],
  )}<tbody>${lines.join('\n')}</tbody></table>`;
}

const text = (value: string): string => escapeMarkup(printable(value));
