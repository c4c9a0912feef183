import { translate, type Language } from '../../i18n/index.ts';
import type { CorrectionLine, CorrectionList } from '../correctionList.ts';
import { escapeMarkup } from './markup.ts';
import { printable } from './officialDocument.ts';
import { integer, percentText } from './wording.ts';

const FONT = `Tinos, 'Times New Roman', serif`;
const STYLE = `
@page { size: A4 landscape; margin: 18mm 12mm 15mm 15mm; @top-center { content: counter(page); font: 12pt ${FONT}; } }
@page :first { @top-center { content: none; } }
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
@media screen { body { padding: 8mm; max-width: 297mm; margin: 0 auto; } }
`;

interface ListColumn {
  readonly heading: string;
  /** Per cent of the width. */
  readonly width: number;
  readonly value: (line: CorrectionLine) => string;
}

const COLUMNS: readonly ListColumn[] = [
  { heading: 'findingColumn.severity', width: 5, value: ({ severity }) => severity },
  { heading: 'findingColumn.cell', width: 8, value: ({ sheet, cell }) => `${sheet} ${cell}`.trim() },
  { heading: 'findingColumn.key', width: 8, value: ({ finding }) => finding.key },
  { heading: 'findingColumn.field', width: 7, value: ({ field }) => field },
  { heading: 'findingColumn.value', width: 10, value: ({ finding }) => finding.value },
  { heading: 'findingColumn.expected', width: 10, value: ({ finding }) => finding.expected },
  { heading: 'findingColumn.message', width: 18, value: ({ finding }) => finding.message },
  { heading: 'findingColumn.howToFix', width: 18, value: ({ howToFix }) => howToFix },
  { heading: 'findingColumn.legal', width: 6, value: ({ legal }) => legal },
  { heading: 'findingColumn.opinion', width: 6, value: () => '' },
];
const ORDINAL_WIDTH = 4;

/** A correction list as a page that prints: A4 landscape, heads repeated, rows kept whole. Complete, without scripts,
 *  loading nothing.
 *  @param fontFaces  `@font-face` rules of the bundled font with its data inside; '' where it is not at hand */
export function correctionPage(list: CorrectionList, language: Language, fontFaces = ''): string {
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
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${t('list.title')} – ${text(agency.agency.name)}</title><style>${fontFaces}${STYLE}</style></head>
<body>
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
</body></html>
`;
}

function listMarkup(lines: readonly string[], head: (keys: readonly string[]) => string): string {
  const widths = [ORDINAL_WIDTH, ...COLUMNS.map(({ width }) => width)];
  return `<table class="list"><colgroup>${widths.map((width) => `<col style="width:${width}%">`).join('')}</colgroup>${head(
    ['page.number', ...COLUMNS.map(({ heading }) => heading)],
  )}<tbody>${lines.join('\n')}</tbody></table>`;
}

const text = (value: string): string => escapeMarkup(printable(value));
