import { Edits, outline, type Element } from './markup.ts';

/** Elements that stand after `legacyDrawing` in a worksheet (CT_Worksheet, ECMA-376 part 1, 18.3.1.99). */
const AFTER_DRAWING = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

/** The part of a worksheet from the end of its cells on. */
export class SheetTail {
  readonly #tail: string;
  readonly #xml: string;
  readonly #root: Element;

  /** @param tail  from `</sheetData>` on, as `SheetMarker` leaves it
   *  @throws FileRefusal `file.damaged.content` */
  constructor(tail: string, part: string) {
    this.#tail = tail;
    this.#xml = OPENING + tail;
    this.#root = outline(this.#xml, part, 2);
  }

  /** Relationship of the drawing that holds the sheet's notes and controls; undefined when it has none. */
  get drawingId(): string | undefined {
    const element = this.#root.children.find(({ name }) => name === 'legacyDrawing');
    if (element === undefined) return undefined;
    const tag = this.#xml.slice(element.start, element.openEnd);
    return /[\s:]id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1];
  }

  /** The tail with a drawing named in it.
   *  @param prefix  of the sheet's elements
   *  @param relations  namespace of relationship attributes */
  withDrawing(id: string, prefix: string, relations: string): string {
    const edits = new Edits(this.#xml);
    edits.insert(this.#drawingPlace(), `<${prefix}legacyDrawing xmlns:r="${relations}" r:id="${id}"/>`);
    return edits.apply().slice(OPENING.length);
  }

  /** The tail without the drawing it names. */
  withoutDrawing(): string {
    const edits = new Edits(this.#xml);
    const element = this.#root.children.find(({ name }) => name === 'legacyDrawing');
    if (element !== undefined) edits.replace(element.start, element.end, '');
    return edits.apply().slice(OPENING.length);
  }

  /** The tail as it came. */
  get unchanged(): string {
    return this.#tail;
  }

  #drawingPlace(): number {
    const children = this.#root.children;
    // Alternate content wraps controls and objects as a rule; what follows it tells on which side of the drawing it is.
    let place = this.#root.closeStart;
    for (const child of children.toReversed()) {
      const isAfter = AFTER_DRAWING.has(child.name) || child.name === 'AlternateContent';
      if (!isAfter) break;
      place = child.start;
    }
    return place;
  }
}

/** Makes the tail an element again: its first tag closes the cells, its last the worksheet. */
const OPENING = '<worksheet><sheetData>';
