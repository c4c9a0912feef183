import { noteText, type Annotation, type CellMark } from '../../../shared/reports/annotation.ts';
import type { Fault } from '../../../shared/result.ts';
import { cellAddress } from '../../../shared/table/cell.ts';
import { columnIndex } from '../spreadsheet/xlsx/cellRange.ts';
import type { UnpackBudget } from '../spreadsheet/unpacking.ts';
import { scanPart } from '../spreadsheet/xlsx/partScanning.ts';
import type { ZipEntry } from '../spreadsheet/zipArchive.ts';
import type { CellStyles } from './cellStyles.ts';
import { DeflatedPart } from './deflatedPart.ts';
import { emptyComments, withNotes, type CellComment } from './noteComments.ts';
import { asSection } from './noteSection.ts';
import { BOX_COLUMNS, withNoteBoxes, type NoteBox, type ShapeNumbers } from './noteShapes.ts';
import type { PackageParts } from './packageParts.ts';
import { addRelationship, relationshipsOf } from './relationships.ts';
import { SheetMarker } from './sheetMarker.ts';
import { SheetTail } from './sheetTail.ts';
import type { WorkbookList } from './workbookList.ts';

/** The package around a sheet. */
export interface SheetSurroundings {
  readonly parts: PackageParts;
  readonly budget: UnpackBudget;
  readonly styles: CellStyles;
  readonly numbers: ShapeNumbers;
  readonly list: WorkbookList;
  readonly annotation: Annotation;
}

/** A sheet with cells to mark. */
export interface SheetToMark {
  readonly name: string;
  readonly entry: ZipEntry;
  /** By row, then column. */
  readonly marks: readonly CellMark[];
}

/** Excel draws every note of a sheet when it opens it; beyond this many it takes minutes. */
export const MAX_NOTES = 10_000;

/** Colours a sheet's marked cells and puts notes on them: edits its part, its comments and its drawing.
 *  @returns what the user should know
 *  @throws FileRefusal */
export async function annotateSheet(around: SheetSurroundings, sheet: SheetToMark): Promise<readonly Fault[]> {
  const { parts, styles, list } = around;
  const { name, entry, marks } = sheet;
  const out = new DeflatedPart();
  const marker = new SheetMarker(
    Map.groupBy(marks, ({ row }) => row),
    (style, severity) => styles.coloured(style, severity),
    out,
    entry.name,
  );
  await scanPart(entry, around.budget, marker);
  const tail = new SheetTail(marker.tail, entry.name);

  const notes: Fault[] = [];
  if (marks.length > MAX_NOTES)
    notes.push({ code: 'annotate.notesLimited', params: { sheet: name, limit: MAX_NOTES } });
  const added = await addNotes(around, sheet, marker, tail.drawingId);
  notes.push(...added.notes);
  const end =
    added.newDrawing === undefined
      ? tail.unchanged
      : tail.withDrawing(
          await addRelationship(parts, entry.name, `${list.relations}/vmlDrawing`, added.newDrawing),
          marker.prefix,
          list.relations,
        );
  out.write(Buffer.from(end, 'latin1'));
  parts.changePacked(entry.name, out.finish());
  return notes;
}

interface AddedNotes {
  readonly notes: readonly Fault[];
  /** Name of a drawing that the sheet must refer to. */
  readonly newDrawing?: string;
}

async function addNotes(
  { parts, annotation, list, numbers }: SheetSurroundings,
  { name, entry, marks }: SheetToMark,
  { geometry }: SheetMarker,
  drawingId: string | undefined,
): Promise<AddedNotes> {
  const relations = await relationshipsOf(parts, entry.name);
  const oldComments = nameOf(relations.find(({ type }) => type === 'comments')?.target);
  const oldDrawing = drawingId === undefined ? undefined : nameOf(relations.find(({ id }) => id === drawingId)?.target);
  const oldShapes = oldDrawing === undefined ? undefined : await parts.text(oldDrawing);

  const texts = marks.slice(0, MAX_NOTES).map(({ column, row, lines }): CellComment & NoteBox => {
    const note = asSection(noteText(annotation, lines));
    return { column, row, cell: cellAddress(column, row), lines: note, height: heightOf(note) };
  });
  const comments = oldComments ?? parts.freshName('xl/comments', '.xml');
  const commented = withNotes(
    (oldComments && (await parts.text(oldComments))) ?? emptyComments(list.namespace),
    comments,
    texts,
  );
  const fresh = new Set(commented.added);
  const boxes: NoteBox[] = texts.filter(({ cell }) => fresh.has(cell));
  // A note without a box is not shown, so a new drawing holds boxes for the notes that were there as well.
  if (oldShapes === undefined) boxes.push(...commented.existing.flatMap((cell) => boxAt(cell)));
  const shapes = withNoteBoxes(oldShapes, boxes, geometry, numbers);
  // A sheet names one drawing: where it cannot be read or written, notes would have no boxes.
  const isBroken = shapes === undefined || (drawingId !== undefined && oldShapes === undefined);
  if (boxes.length > 0 && isBroken) {
    return { notes: [{ code: 'annotate.drawingKept', params: { sheet: name, part: oldDrawing ?? '' } }] };
  }

  if (oldComments === undefined) {
    parts.add(comments, commented.xml);
    await parts.declareType(comments, `${COMMENTS}+xml`);
    await addRelationship(parts, entry.name, `${list.relations}/comments`, comments);
  } else parts.change(comments, commented.xml);
  const notes: Fault[] =
    commented.skipped.length === 0
      ? []
      : [{ code: 'annotate.threadedKept', params: { sheet: name, count: commented.skipped.length } }];
  if (boxes.length === 0 || shapes === undefined) return { notes };
  if (oldDrawing !== undefined) {
    parts.change(oldDrawing, shapes);
    return { notes };
  }
  const newDrawing = parts.freshName('xl/drawings/vmlDrawing', '.vml');
  parts.add(newDrawing, shapes);
  await parts.declareExtension('vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing');
  return { notes, newDrawing };

  function nameOf(key: string | undefined): string | undefined {
    return key === undefined ? undefined : parts.entry(key)?.name;
  }
}

const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments';

/** Lines a note's text takes in its box. */
const heightOf = (note: readonly { readonly text: string }[]): number =>
  note.reduce(
    (sum, { text }) =>
      sum + text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / BOX_COLUMNS)), 0),
    0,
  );

function boxAt(cell: string): readonly NoteBox[] {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(cell);
  return found === null ? [] : [{ column: columnIndex(found[1]!), row: Number(found[2]), height: 4 }];
}
