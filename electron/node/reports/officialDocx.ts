import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type ISectionOptions,
} from 'docx';
import { escapeMarkup } from '../../../shared/reports/pages/markup.ts';
import {
  blocksWithSignature,
  printable,
  type Block,
  type Closing,
  type LetterHead,
  type OfficialDocument,
} from '../../../shared/reports/pages/officialDocument.ts';
import { chartTable, contentTable, PLAIN_CELL, TWIPS_PER_MM, widthOfText } from './docxTables.ts';
import { withFixedTimes } from './zipTimes.ts';

/** Word names a font that every Windows has; nothing is embedded. */
const FONT = 'Times New Roman';
/** Half points. */
const BODY = 28;
/** Twentieths of a point: 6 pt between paragraphs; lines of 1.15. */
const AFTER = 120;
const LINE = 276;
const FIRST_LINE = 720;

/** Bytes of a document as .docx in the layout of NĐ 30/2020/NĐ-CP. The same document always gives the same bytes. */
export async function officialDocx(document: OfficialDocument): Promise<Uint8Array> {
  const file = new Document({
    title: printable(document.title),
    creator: 'Rà soát TTHC',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: BODY, language: { value: document.language === 'vi' ? 'vi-VN' : 'en-GB' } },
        },
      },
    },
    sections: sectionsOf(document),
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(document) };
  return withFixedTimes(new Uint8Array(await Packer.toBuffer(file, false, [core])));
}

function sectionsOf(document: OfficialDocument): readonly ISectionOptions[] {
  const { head, closing, annexes, landscape } = document;
  const width = widthOfText(landscape);
  const title = [
    paragraph(document.kind.toUpperCase(), { bold: true, center: true, before: head === null ? 0 : 240, after: 0 }),
    paragraph(document.subject, { bold: true, center: true, after: 0 }),
    rule(Math.round(width / 3), width),
    ...document.addressees.map((one, at, all) =>
      paragraph(one, { center: true, after: at === all.length - 1 ? 200 : 0 }),
    ),
  ];
  const first = section(landscape, true, [
    ...(head === null ? [] : [headTable(head, width)]),
    ...title,
    ...document.blocks.flatMap((block, at, all) =>
      drawn(block, width, at >= all.length - blocksWithSignature(document)),
    ),
    ...(closing === null ? [] : [paragraph('', { after: 0, keepNext: true }), closingTable(closing, width)]),
  ]);
  const rest = annexes.map((annex) =>
    section(annex.landscape, false, [
      paragraph(annex.number, { bold: true, center: true, after: 0 }),
      paragraph(annex.title.toUpperCase(), { bold: true, center: true, after: head === null ? 160 : 0 }),
      ...(head === null ? [] : [paragraph(head.annexOf, { italic: true, center: true, after: 160 })]),
      ...annex.blocks.flatMap((block) => drawn(block, widthOfText(annex.landscape))),
    ]),
  );
  return [first, ...rest];
}

function section(landscape: boolean, first: boolean, children: ISectionOptions['children']): ISectionOptions {
  const number = new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 26, font: FONT })],
      }),
    ],
  });
  const mm = (value: number): number => Math.round(value * TWIPS_PER_MM);
  return {
    properties: {
      titlePage: first,
      page: {
        size: {
          width: mm(210),
          height: mm(297),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: landscape
          ? { top: mm(20), right: mm(15), bottom: mm(15), left: mm(20), header: mm(10) }
          : { top: mm(20), right: mm(15), bottom: mm(20), left: mm(30), header: mm(10) },
      },
    },
    headers: first ? { default: number, first: new Header({ children: [new Paragraph({})] }) } : { default: number },
    children,
  };
}

interface ParagraphStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly center?: boolean;
  readonly indent?: boolean;
  readonly keepNext?: boolean;
  /** Half points. */
  readonly size?: number;
  readonly before?: number;
  readonly after?: number;
}

function paragraph(text: string, style: ParagraphStyle = {}): Paragraph {
  const {
    bold = false,
    italic = false,
    center = false,
    indent = false,
    size = BODY,
    before = 0,
    after = AFTER,
  } = style;
  return new Paragraph({
    alignment: center ? AlignmentType.CENTER : indent ? AlignmentType.JUSTIFIED : AlignmentType.LEFT,
    spacing: { before, after, ...(indent ? { line: LINE } : {}) },
    keepNext: style.keepNext ?? false,
    ...(indent ? { indent: { firstLine: FIRST_LINE } } : {}),
    children: runsOf(text, { bold, italics: italic, size }),
  });
}

/** Runs of a text; a line break in it stays one. */
const runsOf = (
  text: string,
  style: { readonly bold?: boolean; readonly italics?: boolean; readonly size: number },
): TextRun[] =>
  printable(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, font: FONT, ...style, ...(at === 0 ? {} : { break: 1 }) }));

/** A thin line in the middle of a width, both in twips. */
function rule(length: number, width: number): Paragraph {
  const side = Math.max(0, Math.round((width - length) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after: 160, line: 60, lineRule: 'exact' },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
}

function drawn(block: Block, width: number, keepNext = false): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        paragraph(block.text, {
          bold: true,
          italic: block.level === 2,
          indent: true,
          keepNext: true,
          before: block.level === 1 ? 160 : 80,
        }),
      ];
    case 'paragraph':
      return [paragraph(block.text, { indent: true, italic: block.italic ?? false, keepNext })];
    case 'list':
      return block.items.map((item) => paragraph(`- ${item}`, { indent: true }));
    case 'table':
      return [
        ...(block.caption === ''
          ? []
          : [paragraph(block.caption, { bold: true, center: true, size: 24, before: 120, after: 60, keepNext: true })]),
        contentTable(block, width, (text, style) => runsOf(text, { ...style, size: 23 })),
        paragraph('', { after: 60, size: 12 }),
      ];
    case 'chart':
      return [
        paragraph(block.caption, { bold: true, center: true, size: 24, before: 120, after: 60, keepNext: true }),
        chartTable(block, width, (text, style) => runsOf(text, { ...style, size: 22 })),
        paragraph('', { after: 60, size: 12 }),
      ];
  }
}

/** A table that only places things; nobody sees its lines. */
function layoutTable(width: number, shares: readonly number[], rows: readonly (readonly Paragraph[])[][]): Table {
  const widths = shares.map((share) => Math.round(width * share));
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: PLAIN_CELL.borders,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({
                ...PLAIN_CELL,
                verticalAlign: VerticalAlignTable.TOP,
                width: { size: widths[at]!, type: WidthType.DXA },
                children: [...children],
              }),
          ),
        }),
    ),
  });
}

/** Width of "Độc lập - Tự do - Hạnh phúc" in 13 pt bold, in twips: its rule is as long as the text. */
const MOTTO_WIDTH = 3300;
const LEFT = 0.43;

function headTable(head: LetterHead, width: number): Table {
  const line = (text: string, style: ParagraphStyle): Paragraph =>
    paragraph(text, { center: true, after: 0, ...style });
  const [left, right] = [Math.round(width * LEFT), Math.round(width * (1 - LEFT))];
  return layoutTable(
    width,
    [LEFT, 1 - LEFT],
    [
      [
        [
          ...(head.parentAgency === '' ? [] : [line(head.parentAgency, { size: 24 })]),
          line(head.agency, { size: 24, bold: true }),
          rule(Math.round(left * 0.4), left),
        ],
        [
          line(head.state, { size: 24, bold: true }),
          line(head.motto, { size: 26, bold: true }),
          rule(MOTTO_WIDTH, right),
        ],
      ],
      [[line(head.number, { size: 26 })], [line(head.placeAndDate, { size: 26, italic: true })]],
    ],
  );
}

function closingTable(closing: Closing, width: number): Table {
  const line = (text: string, style: ParagraphStyle): Paragraph => paragraph(text, { after: 0, ...style });
  return layoutTable(
    width,
    [0.5, 0.5],
    [
      [
        [
          line(closing.recipientsTitle, { size: 24, bold: true, italic: true }),
          ...closing.recipients.map((one) => line(one, { size: 22 })),
        ],
        [
          ...(closing.authority === '' ? [] : [line(closing.authority, { bold: true, center: true })]),
          line(closing.position, { bold: true, center: true }),
          // Room to sign in.
          line(closing.name, { bold: true, center: true, before: 1500 }),
        ],
      ],
    ],
  );
}

function coreProperties({ title, day, language }: OfficialDocument): string {
  const moment = `${day}T00:00:00Z`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeMarkup(printable(title))}</dc:title><dc:creator>Rà soát TTHC</dc:creator><dc:language>${language}</dc:language>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`
  );
}
