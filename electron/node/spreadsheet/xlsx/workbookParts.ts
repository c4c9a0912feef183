import { builtInFormat } from '../../../../shared/table/numberFormat.ts';
import type { Sheet } from '../../../../shared/table/sheet.ts';
import { FileRefusal } from '../fileRefusal.ts';
import { utf16Mark } from '../fileFormat.ts';
import { unpackWhole, type UnpackBudget } from '../unpacking.ts';
import { entryKey, type ZipArchive, type ZipEntry } from '../zipArchive.ts';
import { visitElements } from './xmlElements.ts';

/** A worksheet as the workbook part lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: Sheet['visibility'];
  readonly entry: ZipEntry;
}

/** The parts of an .xlsx package that its sheets need. */
export interface WorkbookParts {
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
  readonly sharedStrings: ZipEntry | undefined;
  readonly styles: ZipEntry | undefined;
}

interface Relation {
  /** Last word of its type, e.g. `worksheet`; the same in transitional and strict files. */
  readonly type: string;
  /** Key of the part it points to. */
  readonly target: string;
}

/** Path of the workbook part: what the package's own relationships name, else the usual place; undefined when the
 *  package has none. */
export async function findWorkbookPart(archive: ZipArchive, budget: UnpackBudget): Promise<ZipEntry | undefined> {
  const relations = await readRelations(archive, '', budget);
  const named = [...relations.values()].find((relation) => relation.type === 'officedocument');
  return archive.get(named?.target ?? '') ?? archive.get('xl/workbook.xml') ?? archive.get('xl/workbook.bin');
}

/** Reads the workbook part: sheets in their order, without chart, dialog and macro sheets.
 *  @returns undefined when the part is no workbook (a text document, say)
 *  @throws FileRefusal `file.damaged.*`, `file.unsafe.*` */
export async function readWorkbookParts(
  archive: ZipArchive,
  workbook: ZipEntry,
  budget: UnpackBudget,
): Promise<WorkbookParts | undefined> {
  const relations = await readRelations(archive, entryKey(workbook.name), budget);
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  let root: string | undefined;
  visitElements(await readText(workbook, budget), workbook.name, {
    open(name, attribute) {
      root ??= name;
      if (name === 'workbookPr') date1904 = isTrue(attribute('date1904'));
      if (name !== 'sheet') return;
      const id = attribute('id') ?? '';
      if (id === '') return; // a module sheet of Excel 5 keeps its name in the list, but has no cells
      const relation = relations.get(id);
      if (relation !== undefined && relation.type !== 'worksheet') return;
      const entry = relation && archive.get(relation.target);
      if (entry === undefined) throw new FileRefusal('file.damaged.missingPart', { part: relation?.target ?? id });
      sheets.push({ name: attribute('name') ?? '', visibility: visibilityOf(attribute('state')), entry });
    },
  });
  if (root !== 'workbook') return undefined;
  const target = (type: string): ZipEntry | undefined =>
    archive.get([...relations.values()].find((relation) => relation.type === type)?.target ?? '');
  return {
    date1904,
    sheets,
    sharedStrings: target('sharedstrings') ?? archive.get('xl/sharedstrings.xml'),
    styles: target('styles') ?? archive.get('xl/styles.xml'),
  };
}

/** Keys of the parts that a workbook part refers to.
 *  @throws FileRefusal `file.damaged.*`, `file.unsafe.*` */
export async function relatedParts(
  archive: ZipArchive,
  workbook: ZipEntry,
  budget: UnpackBudget,
): Promise<ReadonlySet<string>> {
  const relations = await readRelations(archive, entryKey(workbook.name), budget);
  return new Set([...relations.values()].map(({ target }) => target));
}

/** What a cell style says that changes what its cells mean. */
export interface CellStyle {
  /** Number format code. */
  readonly format: string;
  /** Name of the font; '' when the workbook does not tell. */
  readonly font: string;
}

/** The cell styles, in order.
 *  @throws FileRefusal `file.damaged.*`, `file.unsafe.*` */
export async function readCellStyles(styles: ZipEntry | undefined, budget: UnpackBudget): Promise<CellStyle[]> {
  if (styles === undefined) return [];
  const codes = new Map<number, string>();
  const fonts: string[] = [];
  const cells: { readonly format: number; readonly font: number }[] = [];
  let isInCells = false;
  let isInFonts = false;
  visitElements(await readText(styles, budget), styles.name, {
    open(name, attribute) {
      if (name === 'numFmt') {
        // A workbook may repeat the number of a format inside <dxfs>; the first one is the cells'.
        const id = Number(attribute('numFmtId'));
        if (!codes.has(id)) codes.set(id, attribute('formatCode') ?? 'General');
      } else if (name === 'fonts') isInFonts = true;
      else if (name === 'font' && isInFonts) fonts.push('');
      else if (name === 'name' && isInFonts) fonts[fonts.length - 1] = attribute('val') ?? '';
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) {
        cells.push({ format: Number(attribute('numFmtId') ?? 0), font: Number(attribute('fontId') ?? 0) });
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
      else if (name === 'fonts') isInFonts = false;
    },
  });
  return cells.map(({ format, font }) => ({
    format: codes.get(format) ?? builtInFormat(format) ?? 'General',
    font: fonts[font] ?? '',
  }));
}

/** Relationships of a part by their id.
 *  @param part  key of the part; '' for the package */
async function readRelations(archive: ZipArchive, part: string, budget: UnpackBudget): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const entry = archive.get(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  const relations = new Map<string, Relation>();
  if (entry === undefined) return relations;
  visitElements(await readText(entry, budget), entry.name, {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const type = (attribute('Type') ?? '').split('/').at(-1) ?? '';
      const target = resolve(folder, attribute('Target') ?? '');
      relations.set(attribute('Id') ?? '', { type: type.toLowerCase(), target });
    },
  });
  return relations;
}

/** Key of the part a relationship points to: absolute, or seen from the folder of its source. */
function resolve(folder: string, target: string): string {
  const path = /^[\\/]/.test(target) ? target : folder + target;
  const steps: string[] = [];
  for (const step of entryKey(path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

async function readText(entry: ZipEntry, budget: UnpackBudget): Promise<string> {
  const bytes = await unpackWhole(entry, budget);
  return new TextDecoder(utf16Mark(bytes) ?? 'utf-8').decode(bytes);
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

const visibilityOf = (state: string | undefined): Sheet['visibility'] =>
  state === 'hidden' || state === 'veryHidden' ? state : 'visible';
