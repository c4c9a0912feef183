import { attributeOf, Edits, outline, plainText, prefixOf, type Element } from './markup.ts';
import { recordName } from './markRecord.ts';
import { escapeAscii } from './xmlEscape.ts';

/** Whether a namespace of spreadsheet elements is that of ISO strict files. */
export const isStrict = (namespace: string): boolean => namespace.startsWith('http://purl.oclc.org/ooxml/');

/** The workbook part as far as adding a sheet goes. */
export class WorkbookList {
  /** Name of the part. */
  readonly part: string;
  readonly #xml: string;
  readonly #root: Element;
  readonly #sheets: Element;

  /** @throws FileRefusal `file.damaged.content` */
  constructor(xml: string, part: string) {
    this.#xml = xml;
    this.part = part;
    this.#root = outline(xml, part, 3);
    this.#sheets = this.#root.children.find(({ name }) => name === 'sheets') ?? this.#root;
  }

  /** Namespace of spreadsheet elements; ISO strict files have their own. */
  get namespace(): string {
    const prefix = prefixOf(this.#xml, this.#root).slice(0, -1);
    const value = attributeOf(this.#xml, this.#root, prefix === '' ? 'xmlns' : `xmlns:${prefix}`)?.value;
    return value ?? 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  }

  /** Namespace of relationship attributes, and base of relationship types. */
  get relations(): string {
    return isStrict(this.namespace)
      ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
      : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  }

  /** A sheet name like the wanted one that no sheet has: "Danh sách cần sửa (2)". */
  freeName(wanted: string): string {
    const taken = new Set(
      this.#sheets.children.map((sheet) =>
        plainText(attributeOf(this.#xml, sheet, 'name')?.value ?? '')
          .normalize('NFC')
          .toLowerCase(),
      ),
    );
    for (let copy = 1; ; copy++) {
      const ending = copy === 1 ? '' : ` (${copy})`;
      const name = wanted.slice(0, MAX_SHEET_NAME - ending.length) + ending;
      if (!taken.has(name.normalize('NFC').toLowerCase())) return name;
    }
  }

  /** The workbook part with a sheet at the end of its list.
   *  @param id  its relationship
   *  @param titleRows  rows printed on top of each page, 1-based; left out where readers would count sheets differently
   *  @param shades  what the numbers in our colours stand for, kept as hidden names */
  withSheet(
    name: string,
    id: string,
    titleRows: { readonly first: number; readonly last: number },
    shades: ReadonlyMap<number, string>,
  ): string {
    const prefix = prefixOf(this.#xml, this.#root);
    const numbers = this.#sheets.children.map((sheet) => Number(attributeOf(this.#xml, sheet, 'sheetId')?.value) || 0);
    const number = Math.max(0, ...numbers) + 1;
    const edits = new Edits(this.#xml);
    edits.append(
      this.#sheets,
      `<${prefix}sheet xmlns:r="${this.relations}" name="${escapeAscii(name)}" sheetId="${number}" r:id="${id}"/>`,
    );
    const titles = this.#isCountable() ? [this.#titles(prefix, name, titleRows)] : [];
    this.#addNames(edits, prefix, [...titles, ...[...shades].map((shade) => this.#record(prefix, shade))]);
    return edits.apply();
  }

  #titles(prefix: string, sheet: string, { first, last }: { readonly first: number; readonly last: number }): string {
    const rows = escapeAscii(`'${sheet.replaceAll("'", "''")}'!$${first}:$${last}`);
    const index = this.#sheets.children.length;
    return `<${prefix}definedName name="_xlnm.Print_Titles" localSheetId="${index}">${rows}</${prefix}definedName>`;
  }

  #record(prefix: string, [number, fill]: readonly [number, string]): string {
    return `<${prefix}definedName name="${recordName(number)}" hidden="1">"${fill}"</${prefix}definedName>`;
  }

  #addNames(edits: Edits, prefix: string, added: readonly string[]): void {
    const names = this.#root.children.find(({ name }) => name === 'definedNames');
    if (names !== undefined) edits.append(names, added.join(''));
    // Two spaces say that the list itself is ours.
    else edits.insert(this.#namesPlace(), `<${prefix}definedNames  >${added.join('')}</${prefix}definedNames>`);
  }

  /** Whether every reader numbers the sheets alike. Some pass over the sheets of strict files and module sheets of
   *  Excel 5, which have no part, and then stumble over a name that belongs to a sheet beyond their count. */
  #isCountable(): boolean {
    const hasPart = (sheet: Element): boolean =>
      /[\s:]id\s*=\s*["'][^"']/.test(this.#xml.slice(sheet.start, sheet.openEnd));
    return !isStrict(this.namespace) && this.#sheets.children.every(hasPart);
  }

  /** Defined names follow these (CT_Workbook, ECMA-376 part 1, 18.2.27). */
  #namesPlace(): number {
    const before = this.#root.children.filter(({ name }) => BEFORE_NAMES.has(name));
    return (before.at(-1) ?? this.#sheets).end;
  }
}

const MAX_SHEET_NAME = 31;
const BEFORE_NAMES = new Set(['sheets', 'functionGroups', 'externalReferences']);
