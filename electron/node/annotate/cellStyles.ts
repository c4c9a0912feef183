import type { Severity } from '../../../shared/engine/finding.ts';
import { Edits, outline, prefixOf, withAttribute, type Element } from './markup.ts';

/** Fill of a cell by severity: pale enough for black text, told apart in grey print by the comment. */
export const SEVERITY_FILL: Readonly<Record<Severity, string>> = {
  error: 'FFF8D7DA',
  warning: 'FFFFF3CD',
  info: 'FFE7F1FB',
};

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

  /** @param xml  the part; for a workbook without one, `emptyStyleSheet`
   *  @throws FileRefusal `file.damaged.content` */
  constructor(xml: string, part: string) {
    this.#xml = xml;
    this.#root = outline(xml, part, 3);
    this.#prefix = prefixOf(xml, this.#root);
  }

  /** Index of a style that looks like another one but for the colour of a severity.
   *  @param style  index of the cell's style; one that does not exist counts as the default */
  coloured(style: number, severity: Severity): number {
    const key = `${style} ${severity}`;
    const known = this.#coloured.get(key);
    if (known !== undefined) return known;
    const filled = withAttribute(this.#styleText(style), 'fillId', String(this.fill(SEVERITY_FILL[severity])));
    const index = this.#add('cellXfs', withAttribute(filled, 'applyFill', '1'));
    this.#coloured.set(key, index);
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

  /** The style sheet with everything added. */
  toXml(): string {
    const edits = new Edits(this.#xml);
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

/** A style sheet that says nothing, for a workbook without one. @param namespace  of the workbook */
export const emptyStyleSheet = (namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}"></styleSheet>`;
