import { BOX_TYPES } from './noteShapes.ts';

/** A VML drawing without the boxes of some notes. */
export interface ClearedDrawing {
  readonly drawing: string;
  /** No shape is left in it. */
  readonly isEmpty: boolean;
}

/** Takes the boxes of notes out of a drawing. Drawings need not be well-formed XML, so shapes are looked for as text.
 *
 *  @param drawing  as a Latin-1 string
 *  @param cells  `row:column`, both 0-based
 *  @returns undefined when none of the boxes stands in it */
export function withoutNoteBoxes(drawing: string, cells: ReadonlySet<string>): ClearedDrawing | undefined {
  const left: string[] = [];
  const gone = new Set<number>();
  const staying = new Set<number>();
  let at = 0;
  for (let start = nextShape(drawing, 0); start >= 0; start = nextShape(drawing, start + 1)) {
    const close = drawing.indexOf('</v:shape>', start);
    if (close < 0) break;
    const end = close + '</v:shape>'.length;
    const shape = drawing.slice(start, end);
    const cluster = Math.floor(Number(/\bid="\w{0,20}?_s(\d{1,9})"/.exec(shape)?.[1] ?? 0) / CLUSTER);
    if (!cells.has(cellOf(shape))) {
      staying.add(cluster);
      continue;
    }
    gone.add(cluster);
    left.push(drawing.slice(at, start));
    at = end;
    start = end - 1;
  }
  if (gone.size === 0) return undefined;
  const rest = left.join('') + drawing.slice(at);
  // A drawing lists the clusters of numbers it draws from; those that only our boxes used are given back.
  const returned = rest.replace(
    /(idmap\b[^>]{0,200}?\bdata=")([\d, ]{1,400})"/,
    (_, before: string, clusters: string) =>
      `${before}${clusters
        .split(',')
        .filter((cluster) => staying.has(Number(cluster)) || !gone.has(Number(cluster)))
        .join(',')}"`,
  );
  // The type of boxes that we brought along serves nobody any more.
  const cleared = returned.includes('"#_x0000_t202"')
    ? returned
    : BOX_TYPES.reduce((text, type) => text.replace(type, ''), returned);
  const isEmpty = !/<v:(?!shapetype\b|stroke\b|path\b|formulas\b|f\b)\w/.test(cleared);
  return { drawing: cleared, isEmpty };
}

const CLUSTER = 1024;

function nextShape(drawing: string, from: number): number {
  for (let at = drawing.indexOf('<v:shape', from); at >= 0; at = drawing.indexOf('<v:shape', at + 1)) {
    if (/\s/.test(drawing[at + '<v:shape'.length] ?? '')) return at;
  }
  return -1;
}

/** The cell of a note's box as `row:column`; '' for another shape. */
function cellOf(shape: string): string {
  if (!/\bObjectType="Note"/.test(shape)) return '';
  const row = /<x:Row>\s{0,9}(\d{1,7})\s{0,9}<\/x:Row>/.exec(shape)?.[1];
  const column = /<x:Column>\s{0,9}(\d{1,5})\s{0,9}<\/x:Column>/.exec(shape)?.[1];
  return row === undefined || column === undefined ? '' : `${Number(row)}:${Number(column)}`;
}
