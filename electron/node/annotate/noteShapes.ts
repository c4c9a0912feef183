import type { SheetGeometry } from './sheetGeometry.ts';

/** A cell that gets the box of a note. */
export interface NoteBox {
  /** 0-based. */
  readonly column: number;
  /** 1-based. */
  readonly row: number;
  /** Lines of text, as estimated. */
  readonly height: number;
}

/** Hands out shape numbers that no drawing of the workbook uses. Excel numbers shapes in clusters of 1,024, and a drawing
 *  lists the clusters it draws from. */
export class ShapeNumbers {
  #next: number;

  /** @param drawings  texts of all VML drawings of the workbook */
  constructor(drawings: readonly string[]) {
    let highest = 0;
    for (const drawing of drawings) {
      for (const [, number] of drawing.matchAll(/_s(\d{4,9})\b/g)) highest = Math.max(highest, Number(number));
      for (const [, clusters] of drawing.matchAll(/idmap\b[^>]{0,200}?\bdata="([\d, ]{1,400})"/g)) {
        for (const cluster of clusters!.split(',')) highest = Math.max(highest, Number(cluster) * CLUSTER);
      }
    }
    this.#next = (Math.floor(highest / CLUSTER) + 1) * CLUSTER + 1;
  }

  /** First of `count` numbers in a row; the next call starts in a cluster of its own. */
  take(count: number): number {
    const first = this.#next;
    this.#next = (Math.floor((first + count) / CLUSTER) + 1) * CLUSTER + 1;
    return first;
  }
}

const CLUSTER = 1024;

/** The drawing with boxes for notes added.
 *
 *  @param drawing  an existing VML drawing as a Latin-1 string, or undefined for a new one
 *  @returns undefined when the drawing has no end to write before */
export function withNoteBoxes(
  drawing: string | undefined,
  boxes: readonly NoteBox[],
  geometry: SheetGeometry,
  numbers: ShapeNumbers,
): string | undefined {
  if (boxes.length === 0) return drawing;
  const first = numbers.take(boxes.length);
  const last = first + boxes.length - 1;
  const from = Math.floor(first / CLUSTER);
  const clusters = Array.from({ length: Math.floor(last / CLUSTER) - from + 1 }, (_, index) => from + index).join(',');
  const shapes = boxes.map((box, index) => shapeXml(box, first + index, geometry)).join('');
  if (drawing === undefined) {
    return (
      `<xml ${NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${clusters}"/></o:shapelayout>` +
      `${SHAPE_TYPE}${shapes}</xml>`
    );
  }
  // Drawings need not be well-formed XML (Excel writes `<br>` in some): only their last tag is looked for.
  const end = drawing.lastIndexOf('</');
  if (end < 0 || !/^<\/(?:\w+:)?xml\s*>\s*$/.test(drawing.slice(end))) return undefined;
  // Excel accepts declarations on every element, so the names mean the same whatever the drawing calls them.
  const type = drawing.includes('id="_x0000_t202"') ? '' : declared(SHAPE_TYPE);
  const body = drawing.slice(0, end).replace(/(idmap\b[^>]{0,200}?\bdata=")([^"]{1,400})"/, `$1$2,${clusters}"`);
  return `${body}${type}${declared(shapes)}${drawing.slice(end)}`;

  function declared(xml: string): string {
    return hasUsualNames(drawing!) ? xml : withNames(xml);
  }
}

const withNames = (xml: string): string => xml.replace(/<v:shape(type)? /g, `<v:shape$1 ${NAMESPACES} `);

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:x="urn:schemas-microsoft-com:office:excel"';

const hasUsualNames = (drawing: string): boolean =>
  NAMESPACES.split(' ').every((declaration) => drawing.lastIndexOf(declaration, ROOT_WITHIN) >= 0);

/** The declarations of a drawing's first tag stand within so many characters. */
const ROOT_WITHIN = 2000;

const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Spellings in which we add the type of boxes to a drawing that has none. */
export const BOX_TYPES: readonly string[] = [SHAPE_TYPE, withNames(SHAPE_TYPE)];

const BOX_WIDTH = 340;
const LINE_HEIGHT = 16;
const MOST_LINES = 24;

/** About how many characters of 9-point type a box holds in a line. */
export const BOX_COLUMNS = 52;

function shapeXml(box: NoteBox, number: number, geometry: SheetGeometry): string {
  const height = Math.min(box.height, MOST_LINES) * LINE_HEIGHT + 12;
  const left = box.column + 1;
  const top = Math.max(0, box.row - 2);
  const right = reach(left, 15, BOX_WIDTH, (column) => geometry.columnWidth(column), 16_383);
  const bottom = reach(top, 4, height, (row) => geometry.rowHeight(row + 1), 1_048_575);
  const anchor = [left, 15, top, 4, right.index, right.offset, bottom.index, bottom.offset].join(', ');
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;` +
    `width:${Math.round(BOX_WIDTH * 0.75)}pt;height:${Math.round(height * 0.75)}pt;z-index:1;visibility:hidden" ` +
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>' +
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>' +
    '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${box.row - 1}</x:Row><x:Column>${box.column}</x:Column></x:ClientData></v:shape>`
  );
}

/** Where a length ends that starts in a row or column: which one, and how far into it. */
function reach(
  start: number,
  offset: number,
  length: number,
  sizeOf: (index: number) => number,
  last: number,
): { readonly index: number; readonly offset: number } {
  let index = start;
  let rest = offset + length;
  while (index < last && rest > sizeOf(index)) {
    rest -= sizeOf(index);
    index++;
  }
  return { index, offset: Math.min(rest, sizeOf(index)) };
}
