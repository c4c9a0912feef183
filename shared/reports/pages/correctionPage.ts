import { translate, type Language } from '../../i18n/index.ts';
import type { CorrectionList } from '../correctionList.ts';
import { escapeMarkup } from './markup.ts';

const STYLE = `
@page { size: A4 landscape; margin: 15mm 12mm 15mm 15mm; @top-center { content: counter(page); font: 11pt 'Times New Roman', Tinos, serif; } }
@page :first { @top-center { content: ''; } }
body { font: 11pt/1.35 'Times New Roman', Tinos, serif; color: #000; background: #fff; margin: 0 auto; max-width: 267mm; }
h1 { font-size: 14pt; text-align: center; margin: 0 0 4pt; }
.about { text-align: center; margin: 0 0 12pt; }
table { width: 100%; border-collapse: collapse; margin: 0 0 12pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 1px solid #444; padding: 2pt 4pt; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
th { font-weight: bold; text-align: center; }
.number { text-align: right; white-space: nowrap; }
`;

/** A correction list as a page that prints: A4 landscape, heads repeated, rows kept whole. Complete and without scripts. */
export function correctionPage(list: CorrectionList, language: Language): string {
  const t = (key: string, params?: Readonly<Record<string, string | number>>): string =>
    escapeMarkup(translate(language, key, params));
  const { agency, round, date, reference } = list;
  const head = (keys: readonly string[]): string =>
    `<thead><tr>${keys.map((key) => `<th scope="col">${t(key)}</th>`).join('')}</tr></thead>`;
  const lines = [...list.lines()].map(
    ({ finding, sheet, cell, field, severity, howToFix, legal }, at) =>
      `<tr><td class="number">${at + 1}</td>${[
        severity,
        `${sheet} ${cell}`.trim(),
        finding.key,
        field,
        finding.value,
        finding.expected,
        finding.message,
        howToFix,
        legal,
      ]
        .map((text) => `<td>${escapeMarkup(text)}</td>`)
        .join('')}<td></td></tr>`,
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${t('list.title')} – ${escapeMarkup(agency.agency.name)}</title><style>${STYLE}</style></head>
<body>
<h1>${t('list.title')}</h1>
<p class="about">${escapeMarkup(agency.agency.name)} · ${escapeMarkup(round)} · ${escapeMarkup(date)}${reference === '' ? '' : ` · ${escapeMarkup(reference)}`}</p>
<table>${head([
    'page.number',
    'findingColumn.severity',
    'findingColumn.cell',
    'findingColumn.key',
    'findingColumn.field',
    'findingColumn.value',
    'findingColumn.expected',
    'findingColumn.message',
    'findingColumn.howToFix',
    'findingColumn.legal',
    'findingColumn.opinion',
  ])}<tbody>${lines.join('\n')}</tbody></table>
</body></html>
`;
}
