import { translate } from '../../../shared/i18n/index.ts';
import type { Sheet } from '../../../shared/table/sheet.ts';
import { LIST_HEADINGS, LIST_LANGUAGES, LIST_TITLE } from './listSheet.ts';
import { attributeOf, Edits, outline, plainText, type Element } from './markup.ts';
import { NO_FILL, RECORD_NAME } from './markRecord.ts';

/** Rows at the head of a sheet in which the list is looked for. */
const HEAD_ROWS = 12;

/** Whether a sheet is a list of ours, whatever an agency has renamed, sorted or added: its title, and below it a row with
 *  all its headings, in one of our languages. */
export function isEarlierList({ rowNumbers, columns, dictionary }: Sheet): boolean {
  const rows = Array.from({ length: Math.min(HEAD_ROWS, rowNumbers.length) }, (_, row) => {
    const texts = columns.map((codes) => (codes[row] === 0 ? '' : dictionary.cell(codes[row]!).text.trim()));
    return new Set(texts);
  });
  return LIST_LANGUAGES.some((language) => {
    const title = rows.findIndex((texts) => texts.has(translate(language, LIST_TITLE)));
    const headings = LIST_HEADINGS.map((heading) => translate(language, heading));
    return title >= 0 && rows.slice(title + 1).some((texts) => headings.every((heading) => texts.has(heading)));
  });
}

/** What the defined names of a workbook part say of our marks: what the numbers in colours stand for.
 *  @returns undefined when there are no such names: the workbook does not carry our marks */
export function recordedShades(xml: string, part: string): ReadonlyMap<number, string> | undefined {
  const shades = new Map<number, string>();
  for (const { element, name } of definedNames(xml, outline(xml, part, 3))) {
    const number = RECORD_NAME.exec(name)?.[1];
    if (number === undefined) continue;
    const constant = plainText(xml.slice(element.openEnd, element.closeStart)).trim();
    shades.set(Number(number), constant.replace(/^"|"$/g, '') || NO_FILL);
  }
  return shades.size === 0 ? undefined : shades;
}

/** A workbook part without our sheets and names. */
export interface ClearedWorkbook {
  readonly xml: string;
  /** Relationships of the sheets taken out. */
  readonly relations: ReadonlySet<string>;
  /** `sheetId`s of the sheets taken out. */
  readonly sheetIds: ReadonlySet<string>;
}

/** Takes sheets and our defined names out of a workbook part; what counts sheets is counted anew.
 *  @param names  of the sheets to take out */
export function withoutList(xml: string, part: string, names: ReadonlySet<string>): ClearedWorkbook {
  const root = outline(xml, part, 3);
  const edits = new Edits(xml);
  const sheets = root.children.find(({ name }) => name === 'sheets')?.children ?? [];
  const relations = new Set<string>();
  const sheetIds = new Set<string>();
  const gone: number[] = [];
  sheets.forEach((sheet, index) => {
    if (!names.has(plainText(attributeOf(xml, sheet, 'name')?.value ?? ''))) return;
    edits.replace(sheet.start, sheet.end, '');
    gone.push(index);
    sheetIds.add(attributeOf(xml, sheet, 'sheetId')?.value ?? '');
    relations.add(/[\s:]id\s*=\s*["']([^"']*)["']/.exec(xml.slice(sheet.start, sheet.openEnd))?.[1] ?? '');
  });
  const moved = (index: number): number => index - gone.filter((one) => one < index).length;
  dropNames(xml, root, edits, gone, moved);
  for (const view of root.children.find(({ name }) => name === 'bookViews')?.children ?? []) {
    for (const attribute of ['activeTab', 'firstSheet']) {
      const value = attributeOf(xml, view, attribute);
      if (value === undefined || Number(value.value) < Math.min(...gone)) continue;
      const tab = Math.max(0, Math.min(moved(Number(value.value)), sheets.length - gone.length - 1));
      if (String(tab) !== value.value) edits.replace(value.from, value.to, String(tab));
    }
  }
  return { xml: edits.apply(), relations, sheetIds };
}

function dropNames(
  xml: string,
  root: Element,
  edits: Edits,
  gone: readonly number[],
  moved: (index: number) => number,
): void {
  const list = root.children.find(({ name }) => name === 'definedNames');
  const all = definedNames(xml, root);
  const local = (element: Element): ReturnType<typeof attributeOf> => attributeOf(xml, element, 'localSheetId');
  const staying = all.filter(({ element, name }) => {
    const sheet = local(element);
    return !RECORD_NAME.test(name) && (sheet === undefined || !gone.includes(Number(sheet.value)));
  });
  if (list !== undefined && all.length > 0 && staying.length === 0) {
    const opening = xml.slice(list.start, list.openEnd);
    // Two spaces: the list of names is ours as well (see `WorkbookList`).
    edits.replace(list.start, list.end, opening.endsWith('  >') ? '' : `${opening.slice(0, -1)}/>`);
    return;
  }
  for (const entry of all) {
    const { element } = entry;
    const sheet = local(element);
    if (!staying.includes(entry)) edits.replace(element.start, element.end, '');
    else if (sheet !== undefined) edits.replace(sheet.from, sheet.to, String(moved(Number(sheet.value))));
  }
}

function definedNames(xml: string, root: Element): readonly { readonly element: Element; readonly name: string }[] {
  const list = root.children.find(({ name }) => name === 'definedNames');
  return (list?.children ?? []).map((element) => ({
    element,
    name: plainText(attributeOf(xml, element, 'name')?.value ?? ''),
  }));
}
