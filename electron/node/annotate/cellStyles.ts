import type { Severity } from '../../../shared/engine/finding.ts';
import { attributeOf, Edits, outline, prefixOf, withAttribute, type Element } from './markup.ts';
import { describeFill, markColour, MOST_SHADES, NO_FILL, numberOfColour } from './markRecord.ts';
import { styleRecordXml } from './styleRecord.ts';

/** Sections of a style sheet that are added to, in the order of CT_Stylesheet (ECMA-376 part 1, 18.8.39). */
const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'] as const;
type Section = 'fonts' | 'fills' | 'borders' | 'cellXfs';

/** Index 0 of a section belongs to cells that say nothing; fills 0 and 1 are fixed by Excel. */
const DEFAULTS: Readonly<Record<Section, readonly string[]>> = {
  fonts: ['<font><sz val="11"/><name val="Calibri"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
};

/** The style sheet of a workbook with additions: existing entries keep their index and their bytes. */
export class CellStyles {
  readonly #xml: string;
  readonly #root: Element;
  readonly #prefix: string;
  readonly #added: Record<Section, string[]> = { fonts: [], fills: [], borders: [], cellXfs: [] };
  readonly #coloured = new Map<string, number>();
  readonly #fills = new Map<string, number>();
  /** Style a cell had, by the style that marks it. */
  readonly #originals = new Map<number, number>();
  readonly #isWhole: boolean;
  /** Numbers of our colours by the fill they stand for, and those that the workbook's own colours would be taken for. */
  readonly #numbers = new Map<string, number>();
  readonly #taken: ReadonlySet<number | undefined>;

  /** @param xml  the part; undefined for a workbook without one
   *  @param namespace  of the workbook
   *  @throws FileRefusal `file.damaged.content` */
  constructor(xml: string | undefined, part: string, namespace: string) {
    this.#isWhole = xml === undefined;
    this.#xml = xml ?? emptyStyleSheet(namespace);
    this.#root = outline(this.#xml, part, 3);
    this.#prefix = prefixOf(this.#xml, this.#root);
    const colours = this.#xml.matchAll(/\bfgColor\b[^>]{0,80}?\brgb="([0-9A-Fa-f]{6,8})"/g);
    this.#taken = new Set([...colours].map(([, colour]) => numberOfColour(colour!)));
    this.#numberOf(NO_FILL);
  }

  /** What the numbers in our colours stand for. */
  get shades(): ReadonlyMap<number, string> {
    return new Map([...this.#numbers].map(([fill, number]) => [number, fill]));
  }

  /** Index of a style that looks like another one but for the colour of a severity.
   *  @param style  index of the cell's style; one that does not exist counts as the default */
  coloured(style: number, severity: Severity): number {
    const key = `${style} ${severity}`;
    const known = this.#coloured.get(key);
    if (known !== undefined) return known;
    const old = this.#styleText(style);
    const colour = markColour(severity, this.#numberOf(describeFill(this.#fillText(old))));
    const filled = withAttribute(old, 'fillId', String(this.fill(colour)));
    const index = this.#add('cellXfs', withAttribute(filled, 'applyFill', '1'));
    this.#coloured.set(key, index);
    this.#originals.set(index, style);
    return index;
  }

  /** Index of a solid fill. @param colour  ARGB */
  fill(colour: string): number {
    const known = this.#fills.get(colour);
    if (known !== undefined) return known;
    const index = this.#add(
      'fills',
      this.#prefixed(
        `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
      ),
    );
    this.#fills.set(colour, index);
    return index;
  }

  /** Adds an entry without namespace prefixes and returns its index. */
  addPlain(section: Section, xml: string): number {
    return this.#add(section, this.#prefixed(xml));
  }

  /** The style sheet with everything added, and the record of it. */
  toXml(): string {
    const edits = new Edits(this.#xml);
    const sections = (['fonts', 'fills', 'borders', 'cellXfs'] as const).map((name) => {
      const element = this.#section(name);
      const added = this.#added[name].length;
      return {
        name,
        before: element?.children.length ?? -1,
        added: added === 0 ? 0 : added + this.#missingDefaults(name).length,
        count: element && attributeOf(this.#xml, element, 'count')?.value,
      };
    });
    for (const section of ['fonts', 'fills', 'borders', 'cellXfs'] as const) {
      const added = this.#added[section];
      if (added.length === 0) continue;
      const element = this.#section(section);
      const missing = this.#missingDefaults(section);
      const content = [...missing.map((xml) => this.#prefixed(xml)), ...added].join('');
      const count = (element?.children.length ?? 0) + missing.length + added.length;
      if (element === undefined) {
        const name = `${this.#prefix}${section}`;
        edits.insert(this.#placeFor(section), `<${name} count="${count}">${content}</${name}>`);
      } else {
        edits.attribute(element, 'count', String(count));
        edits.append(element, content);
      }
    }
    edits.append(this.#root, styleRecordXml({ isWhole: this.#isWhole, sections, originals: this.#originals }));
    return edits.apply();
  }

  #add(section: Section, xml: string): number {
    const index =
      (this.#section(section)?.children.length ?? 0) +
      this.#missingDefaults(section).length +
      this.#added[section].length;
    this.#added[section].push(xml);
    return index;
  }

  #section(name: string): Element | undefined {
    return this.#root.children.find((child) => child.name === name);
  }

  #missingDefaults(section: Section): readonly string[] {
    return DEFAULTS[section].slice(this.#section(section)?.children.length ?? 0);
  }

  #styleText(style: number): string {
    const added = this.#added.cellXfs[style - (this.#section('cellXfs')?.children.length ?? 0)];
    const element = this.#section('cellXfs')?.children[style];
    if (element !== undefined) return this.#xml.slice(element.start, element.end);
    return added ?? this.#prefixed(DEFAULTS.cellXfs[0]!);
  }

  /** The fill of a style as XML; '' for none. */
  #fillText(style: string): string {
    const index = Number(/\bfillId="(\d{1,7})"/.exec(style)?.[1] ?? 0);
    const element = this.#section('fills')?.children[index];
    return element === undefined ? '' : this.#xml.slice(element.start, element.end);
  }

  #numberOf(fill: string): number {
    const known = this.#numbers.get(fill);
    if (known !== undefined) return known;
    let number = this.#numbers.size === 0 ? 0 : Math.max(...this.#numbers.values()) + 1;
    while (this.#taken.has(number)) number++;
    // Five hundred different fills under marked cells: the rest lose theirs with a save in between.
    if (number >= MOST_SHADES) return this.#numbers.get(NO_FILL) ?? 0;
    this.#numbers.set(fill, number);
    return number;
  }

  /** Where a section that is missing belongs. */
  #placeFor(section: Section): number {
    const later = ORDER.slice(ORDER.indexOf(section) + 1);
    const next = this.#root.children.find(
      (child) => (later as readonly string[]).includes(child.name) || AFTER_SECTIONS.has(child.name),
    );
    return next?.start ?? this.#root.closeStart;
  }

  #prefixed(xml: string): string {
    return this.#prefix === '' ? xml : xml.replace(/<(\/?)/g, `<$1${this.#prefix}`);
  }
}

const AFTER_SECTIONS = new Set(['tableStyles', 'colors', 'extLst']);

/** A style sheet that says nothing. */
const emptyStyleSheet = (namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}"></styleSheet>`;
