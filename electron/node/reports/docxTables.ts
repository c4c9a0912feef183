import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type TextRun,
} from 'docx';
import type { BarChart, TableBlock } from '../../../shared/reports/pages/officialDocument.ts';

/** Twentieths of a point in a millimetre. */
export const TWIPS_PER_MM = 1440 / 25.4;

/** Width of the text between the margins, in twips. */
export const widthOfText = (landscape: boolean): number => Math.round((landscape ? 262 : 165) * TWIPS_PER_MM);

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

/** A cell without lines and margins. */
export const PLAIN_CELL = {
  borders: { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE },
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
} as const;

const ALIGNMENT = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;

/** Draws a text as runs of the document's font. */
export type DrawText = (text: string, style: { readonly bold?: boolean }) => TextRun[];

/** A table of content: its head stands again on each page, its rows stay whole.
 *  @param width  of the text, in twips */
export function contentTable({ columns, rows, total }: TableBlock, width: number, draw: DrawText): Table {
  const widths = columns.map((column) => Math.round((width * column.width) / 100));
  const line = (cells: readonly string[], kind: 'head' | 'body' | 'total'): TableRow =>
    new TableRow({
      tableHeader: kind === 'head',
      cantSplit: true,
      children: columns.map(
        ({ align }, at) =>
          new TableCell({
            width: { size: widths[at]!, type: WidthType.DXA },
            borders: { top: LINE, bottom: LINE, left: LINE, right: LINE },
            margins: { top: 30, bottom: 30, left: 70, right: 70 },
            verticalAlign: kind === 'head' ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
            children: [
              new Paragraph({
                alignment: kind === 'head' ? AlignmentType.CENTER : ALIGNMENT[align],
                children: draw(cells[at] ?? '', { bold: kind !== 'body' }),
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      line(
        columns.map(({ heading }) => heading),
        'head',
      ),
      ...rows.map((row) => line(row, 'body')),
      ...(total === undefined ? [] : [line(total, 'total')]),
    ],
  });
}

const LABEL_SHARE = 0.34;
const NUMBER_SHARE = 0.16;
/** Narrower parts could not be seen. */
const LEAST_PART = 30;
const BAR_HEIGHT = 200;

/** A chart as a table: name, bar, numbers. Bars are shaded cells, which every Word draws alike and which need no picture.
 *  @param width  of the text, in twips */
export function chartTable({ bars, series }: BarChart, width: number, draw: DrawText): Table {
  const label = Math.round(width * LABEL_SHARE);
  const numbers = Math.round(width * NUMBER_SHARE);
  const room = width - label - numbers;
  const most = Math.max(1, ...bars.map(({ values }) => sum(values)));
  const cell = (size: number, children: (Paragraph | Table)[]): TableCell =>
    new TableCell({
      ...PLAIN_CELL,
      margins: { top: 15, bottom: 15, left: 0, right: 80 },
      verticalAlign: VerticalAlignTable.CENTER,
      width: { size, type: WidthType.DXA },
      children,
    });
  const text = (content: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph =>
    new Paragraph({ alignment, children: draw(content, {}) });
  const legend = new TableRow({
    cantSplit: true,
    children: [
      cell(label, [text('', AlignmentType.RIGHT)]),
      cell(room, [legendOf(series, room, draw), tinyParagraph()]),
      cell(numbers, [text(series.map(({ name }) => name).join(' + '), AlignmentType.LEFT)]),
    ],
  });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [label, room, numbers],
    layout: TableLayoutType.FIXED,
    borders: PLAIN_CELL.borders,
    rows: [
      legend,
      ...bars.map(
        (bar) =>
          new TableRow({
            cantSplit: true,
            children: [
              cell(label, [text(bar.label, AlignmentType.RIGHT)]),
              cell(room, [
                shadedCells(
                  bar.values.map((value, at) => ({
                    size: value === 0 ? 0 : Math.max(LEAST_PART, Math.round((value / most) * (room - 200))),
                    color: colorOf(series, at),
                  })),
                ),
                tinyParagraph(),
              ]),
              cell(numbers, [text(bar.text, AlignmentType.LEFT)]),
            ],
          }),
      ),
    ],
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const colorOf = (series: BarChart['series'], at: number): string => (series[at]?.color ?? '#777777').slice(1);

/** Word wants a paragraph behind a table in a cell; this one takes no room. */
const tinyParagraph = (): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' }, children: [] });

function shadedCells(parts: readonly { readonly size: number; readonly color: string }[]): Table | Paragraph {
  const seen = parts.filter(({ size }) => size > 0);
  if (seen.length === 0) return tinyParagraph();
  return new Table({
    width: { size: sum(seen.map(({ size }) => size)), type: WidthType.DXA },
    columnWidths: seen.map(({ size }) => size),
    layout: TableLayoutType.FIXED,
    borders: PLAIN_CELL.borders,
    rows: [
      new TableRow({
        height: { value: BAR_HEIGHT, rule: HeightRule.EXACT },
        children: seen.map(
          ({ size, color }) =>
            new TableCell({
              ...PLAIN_CELL,
              width: { size, type: WidthType.DXA },
              shading: { type: ShadingType.CLEAR, color: 'auto', fill: color },
              children: [tinyParagraph()],
            }),
        ),
      }),
    ],
  });
}

const SWATCH = 240;

function legendOf(series: BarChart['series'], room: number, draw: DrawText): Table {
  const name = Math.floor(room / series.length) - SWATCH;
  return new Table({
    width: { size: (name + SWATCH) * series.length, type: WidthType.DXA },
    columnWidths: series.flatMap(() => [SWATCH, name]),
    layout: TableLayoutType.FIXED,
    borders: PLAIN_CELL.borders,
    rows: [
      new TableRow({
        children: series.flatMap(({ name: title }, at) => [
          new TableCell({
            ...PLAIN_CELL,
            width: { size: SWATCH, type: WidthType.DXA },
            shading: { type: ShadingType.CLEAR, color: 'auto', fill: colorOf(series, at) },
            children: [tinyParagraph()],
          }),
          new TableCell({
            ...PLAIN_CELL,
            margins: { top: 0, bottom: 0, left: 80, right: 0 },
            width: { size: name, type: WidthType.DXA },
            children: [new Paragraph({ children: draw(title, {}) })],
          }),
        ]),
      }),
    ],
  });
}
