import { barChartSvg } from './barChart.ts';
import { escapeMarkup } from './markup.ts';
import {
  blocksWithSignature,
  printable,
  type Annex,
  type Block,
  type OfficialDocument,
  type TableBlock,
} from './officialDocument.ts';
import { PAPER_FONT as FONT, sheetBox, SHEETS, type SheetName } from './sheets.ts';

// Figures of NĐ 30/2020/NĐ-CP, Phụ lục I.
const NUMBER = `@top-center { content: counter(page); font: ${SHEETS.upright.numberSize}pt ${FONT}; }`;
const STYLE = `
@page { ${sheetBox(SHEETS.upright)} ${NUMBER} }
@page wide { ${sheetBox(SHEETS.wide)} ${NUMBER} }
@page :first { @top-center { content: none; } }
@page wide:first { @top-center { content: none; } }
* { box-sizing: border-box; }
html { color: #000; background: #fff; }
body { font: 14pt/1.3 ${FONT}; margin: 0; }
.wide { page: wide; }
.annex { break-before: page; }
header table, .closing { width: 100%; border-collapse: collapse; }
header td, .closing td { vertical-align: top; text-align: center; padding: 0; }
header p, .closing p { margin: 0; }
.issuer { width: 43%; text-wrap: balance; font-size: 12pt; text-transform: uppercase; }
.issuer .own { font-weight: bold; }
.state { font-size: 12pt; font-weight: bold; white-space: nowrap; }
.motto { display: inline-block; font-size: 13pt; font-weight: bold; white-space: nowrap; border-bottom: 0.75pt solid; padding-bottom: 1pt; }
.rule { border-top: 0.75pt solid; margin: 2pt auto 0; width: 40%; }
.number { font-size: 13pt; padding-top: 6pt; white-space: pre; }
.date { font-size: 13pt; font-style: italic; padding-top: 6pt; white-space: nowrap; }
h1 { font-size: 14pt; text-align: center; margin: 18pt 0 0; text-transform: uppercase; }
main p.subject, .annex > p.subject { font-weight: bold; text-align: center; text-indent: 0; margin: 2pt 8mm 0; }
.subject + .rule { width: 33%; margin-bottom: 12pt; }
main p.to { text-align: center; text-indent: 0; margin: 0 0 12pt; }
h2 { font-size: 14pt; margin: 12pt 0 6pt; text-indent: 12.7mm; break-after: avoid; }
h3 { font-size: 14pt; font-style: italic; margin: 8pt 0 4pt; text-indent: 12.7mm; break-after: avoid; }
main p, .end > p, .annex > p { text-align: justify; text-indent: 12.7mm; margin: 0 0 6pt; white-space: pre-line; orphans: 2; widows: 2; }
.italic { font-style: italic; }
figure { margin: 6pt 0 10pt; }
figure.drawn { break-inside: avoid; }
figcaption { font-weight: bold; font-size: 12pt; text-align: center; margin-bottom: 4pt; break-after: avoid; }
figure table { width: calc(100% - 1pt); border-collapse: collapse; table-layout: fixed; font-size: 11.5pt; line-height: 1.2; }
figure thead { display: table-header-group; }
figure tr { break-inside: avoid; }
figure tbody tr:nth-child(-n+2) { break-after: avoid; }
figure tbody tr:last-child { break-before: avoid; }
figure th, figure td { border: 0.5pt solid #000; padding: 2pt 4pt; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
figure th { font-weight: bold; text-align: center; vertical-align: middle; }
.right { text-align: right; }
.center { text-align: center; }
.total td { font-weight: bold; }
.closing { margin-top: 14pt; }
.end { break-inside: avoid; }
.closing td { width: 50%; }
.closing td:first-child { text-align: left; font-size: 11pt; }
.closing .to-whom { font-size: 12pt; font-weight: bold; font-style: italic; }
.closing .position { font-weight: bold; text-transform: uppercase; }
.closing .name { font-weight: bold; margin-top: 72pt; }
.annex > h1 { text-transform: none; margin-top: 0; }
.annex > p.subject { text-transform: uppercase; margin-bottom: 10pt; }
.annex > p.annex-of { font-style: italic; text-align: center; white-space: pre-wrap; text-indent: 0; margin: -8pt 0 10pt; }
svg text { font-family: ${FONT}; }
@media screen { body { padding: 10mm 0; } .paper { max-width: 165mm; margin-left: auto; margin-right: auto; } .paper.wide { max-width: 262mm; } }
`;

/** A document as a page that prints: complete, without scripts, loading nothing.
 *  @param fontFaces  `@font-face` rules of the bundled font with its data inside; '' where it is not at hand */
export function officialPage(document: OfficialDocument, fontFaces = ''): string {
  const { head, closing, kind, subject, addressees } = document;
  const to = addressees.length === 0 ? '' : `<p class="to">${addressees.map((one) => text(one)).join('<br>')}</p>`;
  const last = document.blocks.length - blocksWithSignature(document);
  const [body, end] = [document.blocks.slice(0, last), document.blocks.slice(last)];
  return `<!doctype html>
<html lang="${document.language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${text(document.title)}</title><style>${fontFaces}${STYLE}</style></head>
<body>
<div class="paper${document.landscape ? ' wide' : ''}" data-sheet="${sheetName(document)}">
${head === null ? '' : headMarkup(head)}
<main>
<h1>${text(kind)}</h1>
<p class="subject">${text(subject)}</p><div class="rule"></div>
${to}
${body.map(blockMarkup).join('\n')}
</main>
${closing === null ? '' : `<div class="end">${end.map(blockMarkup).join('\n')}${closingMarkup(closing)}</div>`}
</div>
${document.annexes.map((annex) => annexMarkup(annex, head)).join('\n')}
</body></html>
`;
}

const text = (value: string): string => escapeMarkup(printable(value));

function headMarkup(head: NonNullable<OfficialDocument['head']>): string {
  return `<header><table role="presentation"><tr><td class="issuer">${
    head.parentAgency === '' ? '' : `<p>${text(head.parentAgency)}</p>`
  }<p class="own">${text(head.agency)}</p><div class="rule"></div></td>
<td><p class="state">${text(head.state)}</p><p class="motto">${text(head.motto)}</p></td></tr>
<tr><td class="number">${text(head.number)}</td><td class="date">${text(head.placeAndDate)}</td></tr></table></header>`;
}

function closingMarkup(closing: NonNullable<OfficialDocument['closing']>): string {
  return `<table class="closing" role="presentation"><tr><td><p class="to-whom">${text(closing.recipientsTitle)}</p>${closing.recipients
    .map((one) => `<p>${text(one)}</p>`)
    .join(
      '',
    )}</td><td>${closing.authority === '' ? '' : `<p class="position">${text(closing.authority)}</p>`}<p class="position">${text(
    closing.position,
  )}</p><p class="name">${text(closing.name)}</p></td></tr></table>`;
}

const sheetName = ({ landscape }: { readonly landscape: boolean }): SheetName => (landscape ? 'wide' : 'upright');

const annexMarkup = ({ number, title, landscape, blocks }: Annex, head: OfficialDocument['head']): string =>
  `<section class="paper annex${landscape ? ' wide' : ''}" data-sheet="${sheetName({ landscape })}"><h1>${text(number)}</h1><p class="subject">${text(title)}</p>${
    head === null ? '' : `<p class="annex-of">${text(head.annexOf)}</p>`
  }
${blocks.map(blockMarkup).join('\n')}</section>`;

function blockMarkup(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${text(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p${block.italic === true ? ' class="italic"' : ''}>${text(block.text)}</p>`;
    case 'list':
      return block.items.map((item) => `<p>- ${text(item)}</p>`).join('\n');
    case 'table':
      return tableMarkup(block);
    case 'chart':
      return `<figure class="drawn"><figcaption>${text(block.caption)}</figcaption>${barChartSvg(block)}</figure>`;
  }
}

function tableMarkup({ caption, columns, rows, total }: TableBlock): string {
  const classes = columns.map(({ align }) => (align === 'left' ? '' : ` class="${align}"`));
  const line = (cells: readonly string[], more: string): string =>
    `<tr${more}>${cells.map((cell, at) => `<td${classes[at] ?? ''}>${text(cell)}</td>`).join('')}</tr>`;
  return `<figure>${caption === '' ? '' : `<figcaption>${text(caption)}</figcaption>`}<table><colgroup>${columns
    .map(({ width }) => `<col style="width:${width}%">`)
    .join(
      '',
    )}</colgroup><thead><tr>${columns.map(({ heading }) => `<th scope="col">${text(heading)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => line(row, ''))
    .join('\n')}${total === undefined ? '' : line(total, ' class="total"')}</tbody></table></figure>`;
}
