import { utf16Mark } from '../spreadsheet/fileFormat.ts';
import { unpackWhole, type UnpackBudget } from '../spreadsheet/unpacking.ts';
import { entryKey, type ZipArchive, type ZipEntry } from '../spreadsheet/zipArchive.ts';
import { packed, type PackedContent } from './deflatedPart.ts';
import { attributeOf, Edits, outline, prefixOf, type Element } from './markup.ts';

const TYPES = '[Content_Types].xml';

/** The parts of a package while it is being edited: what was read, what was changed, what is new. Texts are Latin-1
 *  strings, one character per byte (see `Element`). */
export class PackageParts {
  readonly #archive: ZipArchive;
  readonly #budget: UnpackBudget;
  readonly #texts = new Map<string, string>();
  readonly #changed = new Set<string>();
  readonly #packed = new Map<string, PackedContent>();
  readonly #newNames = new Map<string, string>();
  readonly #removed = new Set<string>();

  constructor(archive: ZipArchive, budget: UnpackBudget) {
    this.#archive = archive;
    this.#budget = budget;
  }

  /** Entry of the archive as it came. */
  entry(name: string): ZipEntry | undefined {
    return this.#archive.get(entryKey(name));
  }

  /** Names of all entries of the archive as it came, but for those removed. */
  names(): readonly string[] {
    return [...this.#archive.values()].map(({ name }) => name).filter((name) => !this.#removed.has(entryKey(name)));
  }

  /** Text of a part as it stands now; undefined when there is none. @throws FileRefusal */
  async text(name: string): Promise<string | undefined> {
    const key = entryKey(name);
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const entry = this.#archive.get(key);
    if (entry === undefined) return undefined;
    const text = byteText(await unpackWhole(entry, this.#budget));
    this.#texts.set(key, text);
    return text;
  }

  /** Gives a part that exists a new text. */
  change(name: string, text: string): void {
    this.#texts.set(entryKey(name), text);
    this.#changed.add(entryKey(name));
  }

  /** Gives a part that exists new content that is already packed. */
  changePacked(name: string, content: PackedContent): void {
    this.#packed.set(entryKey(name), content);
  }

  /** Adds a part of our own, as a Latin-1 string or packed. */
  add(name: string, content: string | PackedContent): void {
    this.#newNames.set(entryKey(name), name);
    if (typeof content === 'string') this.change(name, content);
    else this.#packed.set(entryKey(name), content);
  }

  /** Takes a part out of the package, with what is said of its type. Relationships to it are the caller's to remove. */
  async remove(name: string): Promise<void> {
    const key = entryKey(name);
    if (!this.#archive.has(key)) return;
    this.#removed.add(key);
    await this.#dropTypes((types, child) => {
      const part = child.name === 'Override' ? attributeOf(types, child, 'PartName')?.value : undefined;
      return part !== undefined && entryKey(part) === key;
    });
    const extension = /\.(vml)$/.exec(key)?.[1];
    if (extension === undefined || this.names().some((other) => entryKey(other).endsWith(`.${extension}`))) return;
    await this.#dropTypes(
      (types, child) =>
        // Two spaces: it was said by us (see `declareExtension`).
        types.slice(child.start, child.openEnd).includes('Default  ') &&
        attributeOf(types, child, 'Extension')?.value.toLowerCase() === extension,
    );
  }

  /** A name that no part has: `xl/comments`, `.xml` → `xl/comments3.xml`.
   *  @param first  number to try first; 0 stands for none */
  freshName(stem: string, extension: string, first = 1): string {
    for (let number = first; ; number++) {
      const name = `${stem}${number === 0 ? '' : number}${extension}`;
      if (!this.#archive.has(entryKey(name)) && !this.#newNames.has(entryKey(name))) return name;
    }
  }

  /** Says of what type a new part is. */
  async declareType(name: string, contentType: string): Promise<void> {
    await this.#addType(`Override PartName="/${name}" ContentType="${contentType}"`);
  }

  /** Says of what type parts with this extension are, unless that is said already; with two spaces, so that `remove`
   *  knows whose word it is. */
  async declareExtension(extension: string, contentType: string): Promise<void> {
    const types = await this.#types();
    const root = outline(types, TYPES, 2);
    const isKnown = root.children.some(
      (child) => child.name === 'Default' && attributeOf(types, child, 'Extension')?.value.toLowerCase() === extension,
    );
    if (!isKnown) await this.#addType(`Default  Extension="${extension}" ContentType="${contentType}"`);
  }

  /** Content type of a part. */
  async typeOf(name: string): Promise<string> {
    const types = await this.#types();
    const root = outline(types, TYPES, 2);
    const wanted = entryKey(name);
    const value = (index: number, attribute: string): string =>
      attributeOf(types, root.children[index]!, attribute)?.value ?? '';
    const found = root.children.findIndex(
      (child, index) => child.name === 'Override' && entryKey(value(index, 'PartName')) === wanted,
    );
    const byDefault = root.children.findIndex(
      (child, index) => child.name === 'Default' && wanted.endsWith(`.${value(index, 'Extension').toLowerCase()}`),
    );
    return value(found < 0 ? byDefault : found, 'ContentType');
  }

  /** New content of changed entries by key, and new entries by name. */
  finish(): {
    readonly replaced: ReadonlyMap<string, PackedContent>;
    readonly added: ReadonlyMap<string, PackedContent>;
    /** Keys. */
    readonly removed: ReadonlySet<string>;
  } {
    for (const key of this.#changed) this.#packed.set(key, packed(Buffer.from(this.#texts.get(key)!, 'latin1')));
    const replaced = new Map<string, PackedContent>();
    const added = new Map<string, PackedContent>();
    for (const [key, content] of this.#packed) {
      const name = this.#newNames.get(key);
      if (name === undefined) replaced.set(key, content);
      else added.set(name, content);
    }
    return { replaced, added, removed: this.#removed };
  }

  async #dropTypes(isDropped: (types: string, child: Element) => boolean): Promise<void> {
    const types = await this.#types();
    const edits = new Edits(types);
    for (const child of outline(types, TYPES, 2).children) {
      if (isDropped(types, child)) edits.replace(child.start, child.end, '');
    }
    if (this.entry(TYPES) !== undefined) this.change(TYPES, edits.apply());
  }

  async #types(): Promise<string> {
    return (await this.text(TYPES)) ?? EMPTY_TYPES;
  }

  async #addType(content: string): Promise<void> {
    const types = await this.#types();
    const root = outline(types, TYPES, 1);
    const edits = new Edits(types);
    edits.append(root, `<${prefixOf(types, root)}${content}/>`);
    if (this.entry(TYPES) === undefined) this.add(TYPES, edits.apply());
    else this.change(TYPES, edits.apply());
  }
}

const EMPTY_TYPES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/></Types>';

/** Bytes of a part as a Latin-1 string; UTF-16, which XML also allows, becomes UTF-8 first. */
function byteText(bytes: Uint8Array): string {
  const encoding = utf16Mark(bytes);
  if (encoding === undefined) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return asUtf8Declared(Buffer.from(new TextDecoder(encoding).decode(bytes), 'utf8').toString('latin1'));
}

/** The text with a declaration that says UTF-8. */
export const asUtf8Declared = (xml: string): string =>
  xml.replace(/^(<\?xml[^>]{0,200}?encoding=["'])[^"'>]{1,40}(["'])/, '$1UTF-8$2');

/** A part's name with slashes and without a leading one. */
export const slashed = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '');
