import { crc32, deflateRawSync } from 'node:zlib';

/** A cell as a test writes it. A bare string becomes a text cell, a number a number cell, a boolean a boolean cell;
 *  `null` or a hole leaves the cell out. */
export type CellInput = string | number | boolean | null | undefined | CellSpec;

/** A cell of which a test wants to say more than its value. */
export interface CellSpec {
  /** The value; for a formula its cached result. Left out: a styled blank cell, or a formula without a result. */
  readonly value?: string | number | boolean | null;
  /** Text put into `<v>` as it stands, e.g. `'3.5100000000000001E+12'`; goes before `value`. */
  readonly raw?: string;
  /** The `t` attribute when it should not follow from the value, e.g. `'d'`, `'e'`, `'str'`, `'inlineStr'`. */
  readonly type?: 's' | 'inlineStr' | 'str' | 'n' | 'b' | 'e' | 'd';
  /** Number format code, e.g. `'dd/mm/yyyy'`, `'000000000000'`, `'0%'`. */
  readonly format?: string;
  /** Formula without the leading `=`. */
  readonly formula?: string;
  /** Rich text: the runs of one text cell, each with its own (bold) look. */
  readonly runs?: readonly string[];
  /** XML put between `<si>` and `</si>` (or `<is>` and `</is>`) as it stands, for odd spellings of a text. */
  readonly textXml?: string;
}

export interface SheetInput {
  readonly name: string;
  /** Rows from row 1 on; an empty array leaves the row out. */
  readonly rows: readonly (readonly CellInput[])[];
  /** Merged ranges, e.g. `['A1:E1']`. */
  readonly merges?: readonly string[];
  /** 1-based rows. */
  readonly hiddenRows?: readonly number[];
  /** 0-based columns. */
  readonly hiddenColumns?: readonly number[];
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  /** The `<dimension>` claimed by the sheet, right or wrong; left out when not given. */
  readonly dimension?: string;
}

export interface WorkbookInput {
  readonly sheets: readonly SheetInput[];
  /** Texts stand in the cells instead of the shared-string table. */
  readonly inlineStrings?: boolean;
  /** Cells and rows carry no `r` attribute, as some exporters write them. */
  readonly omitReferences?: boolean;
  /** Dates count from 1904 (old Excel for Mac). */
  readonly date1904?: boolean;
  /** Namespace prefix of every spreadsheet element, e.g. `'x'` gives `<x:row>`. */
  readonly prefix?: string;
  /** ISO strict namespaces instead of the transitional ones. */
  readonly strict?: boolean;
  /** Parts that replace or join the generated ones, by their path in the package; `null` drops the part. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
  /** No compression. */
  readonly stored?: boolean;
}

/** Bytes of an .xlsx workbook made by code, so that a test shows in a few lines what stands in which cell:
 *
 *  `buildXlsx({ sheets: [{ name: 'Danh mục', rows: [['Mã TTHC', 'Tên'], ['1.000123', 'Cấp giấy phép']] }] })` */
export function buildXlsx(workbook: WorkbookInput): Uint8Array {
  const styles = new StyleList();
  const strings = new StringList();
  const parts = new Map<string, string | Uint8Array>();
  const tag = workbook.prefix === undefined ? '' : `${workbook.prefix}:`;
  const namespaces = namespacesOf(workbook);

  workbook.sheets.forEach((sheet, index) => {
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, workbook, tag, namespaces, strings, styles));
  });
  parts.set('xl/workbook.xml', workbookXml(workbook, tag, namespaces));
  parts.set('xl/_rels/workbook.xml.rels', workbookRelations(workbook, namespaces));
  parts.set('xl/styles.xml', styles.xml(tag, namespaces));
  if (strings.size > 0) parts.set('xl/sharedStrings.xml', strings.xml(tag, namespaces));
  parts.set('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']], namespaces));
  parts.set('[Content_Types].xml', contentTypes(workbook));

  for (const [name, content] of Object.entries(workbook.parts ?? {})) {
    if (content === null) parts.delete(name);
    else parts.set(name, content);
  }
  return buildZip(
    [...parts].map(([name, content]) => ({ name, content })),
    workbook.stored ? { stored: true } : {},
  );
}

/** Excel's number for a calendar day in the 1900 system, e.g. (2026, 7, 1) → 46204. */
export const excelSerial = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;

export interface ZipInput {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Checksum to claim instead of the right one. */
  readonly crc?: number;
  /** Unpacked size to claim instead of the right one. */
  readonly declaredSize?: number;
}

/** Bytes of a zip archive. */
export function buildZip(entries: readonly ZipInput[], options: { readonly stored?: boolean } = {}): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = typeof entry.content === 'string' ? Buffer.from(entry.content) : entry.content;
    const packed = options.stored ? content : deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(options.stored ? 0 : 8, 4);
    fields.writeUInt32LE(entry.crc ?? crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.declaredSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);

    const central = Buffer.alloc(46);
    central.write('PK\u0001\u0002', 'latin1');
    fields.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name);
    chunks.push(Buffer.from('PK\u0003\u0004', 'latin1'), fields, name, packed);
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}

type Namespaces = { readonly main: string; readonly relations: string; readonly attribute: string };

const namespacesOf = (workbook: WorkbookInput): Namespaces => {
  const main = workbook.strict
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = workbook.strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return { main, relations, attribute: workbook.prefix === undefined ? 'xmlns' : `xmlns:${workbook.prefix}` };
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The shared-string table being collected. */
class StringList {
  readonly #items: string[] = [];
  readonly #indexes = new Map<string, number>();

  get size(): number {
    return this.#items.length;
  }

  index(xml: string): number {
    let index = this.#indexes.get(xml);
    if (index === undefined) {
      index = this.#items.push(xml) - 1;
      this.#indexes.set(xml, index);
    }
    return index;
  }

  xml(tag: string, namespaces: Namespaces): string {
    const items = this.#items.map((xml) => `<${tag}si>${xml}</${tag}si>`).join('');
    return `${XML}<${tag}sst ${namespaces.attribute}="${namespaces.main}">${items}</${tag}sst>`;
  }
}

/** The cell styles being collected: one per number format code; style 0 is General. */
class StyleList {
  readonly #formats: string[] = [];

  index(format: string | undefined): number {
    if (format === undefined) return 0;
    const known = this.#formats.indexOf(format);
    return known >= 0 ? known + 1 : this.#formats.push(format);
  }

  xml(tag: string, namespaces: Namespaces): string {
    const formats = this.#formats.map(
      (code, index) => `<${tag}numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`,
    );
    const styles = this.#formats.map((_, index) => `<${tag}xf numFmtId="${164 + index}" applyNumberFormat="1"/>`);
    return (
      `${XML}<${tag}styleSheet ${namespaces.attribute}="${namespaces.main}">` +
      `<${tag}numFmts count="${formats.length}">${formats.join('')}</${tag}numFmts>` +
      `<${tag}cellStyleXfs count="1"><${tag}xf numFmtId="14"/></${tag}cellStyleXfs>` +
      `<${tag}cellXfs count="${styles.length + 1}"><${tag}xf numFmtId="0"/>${styles.join('')}</${tag}cellXfs>` +
      `</${tag}styleSheet>`
    );
  }
}

function sheetXml(
  sheet: SheetInput,
  workbook: WorkbookInput,
  tag: string,
  namespaces: Namespaces,
  strings: StringList,
  styles: StyleList,
): string {
  const rows = sheet.rows.map((cells, rowIndex) => {
    const hidden = sheet.hiddenRows?.includes(rowIndex + 1) ? ' hidden="1"' : '';
    if (cells.length === 0 && hidden === '') return '';
    const number = workbook.omitReferences ? '' : ` r="${rowIndex + 1}"`;
    const written = cells.map((input, column) => {
      const address = workbook.omitReferences ? '' : ` r="${letters(column)}${rowIndex + 1}"`;
      return cellXml(input, address, workbook, tag, strings, styles);
    });
    return `<${tag}row${number}${hidden}>${written.join('')}</${tag}row>`;
  });
  const columns = (sheet.hiddenColumns ?? []).map(
    (column) => `<${tag}col min="${column + 1}" max="${column + 1}" width="9" hidden="1"/>`,
  );
  const merges = (sheet.merges ?? []).map((range) => `<${tag}mergeCell ref="${range}"/>`);
  return (
    `${XML}<${tag}worksheet ${namespaces.attribute}="${namespaces.main}">` +
    (sheet.dimension === undefined ? '' : `<${tag}dimension ref="${sheet.dimension}"/>`) +
    (columns.length > 0 ? `<${tag}cols>${columns.join('')}</${tag}cols>` : '') +
    `<${tag}sheetData>${rows.join('')}</${tag}sheetData>` +
    (merges.length > 0 ? `<${tag}mergeCells count="${merges.length}">${merges.join('')}</${tag}mergeCells>` : '') +
    `</${tag}worksheet>`
  );
}

function cellXml(
  input: CellInput,
  address: string,
  workbook: WorkbookInput,
  tag: string,
  strings: StringList,
  styles: StyleList,
): string {
  if (input == null) return workbook.omitReferences ? `<${tag}c/>` : '';
  const spec: CellSpec = typeof input === 'object' ? input : { value: input };
  const style = styles.index(spec.format);
  const open = `${address}${style > 0 ? ` s="${style}"` : ''}`;
  const formula = spec.formula === undefined ? '' : `<${tag}f>${escapeXml(spec.formula)}</${tag}f>`;
  const content = textContent(spec, tag);
  if (content !== undefined && formula === '' && (spec.type ?? 's') !== 'str') {
    const inline = spec.type === 'inlineStr' || (spec.type === undefined && workbook.inlineStrings === true);
    return inline
      ? `<${tag}c${open} t="inlineStr"><${tag}is>${content}</${tag}is></${tag}c>`
      : `<${tag}c${open} t="s"><${tag}v>${strings.index(content)}</${tag}v></${tag}c>`;
  }
  const value = spec.raw ?? plainValue(spec.value);
  const type =
    spec.type ?? (typeof spec.value === 'boolean' ? 'b' : typeof spec.value === 'string' ? 'str' : undefined);
  const typed = type === undefined ? '' : ` t="${type}"`;
  const space = value === value?.trim() ? '' : ' xml:space="preserve"';
  const written = value === undefined ? '' : `<${tag}v${space}>${escapeXml(value)}</${tag}v>`;
  return `<${tag}c${open}${typed}>${formula}${written}</${tag}c>`;
}

/** Content of `<si>` or `<is>`, when the cell is a text cell. */
function textContent(spec: CellSpec, tag: string): string | undefined {
  if (spec.textXml !== undefined) return spec.textXml;
  const text = (value: string): string => `<${tag}t xml:space="preserve">${escapeXml(value)}</${tag}t>`;
  if (spec.runs)
    return spec.runs.map((run) => `<${tag}r><${tag}rPr><${tag}b/></${tag}rPr>${text(run)}</${tag}r>`).join('');
  const isText = spec.type === undefined || spec.type === 's' || spec.type === 'inlineStr';
  return isText && typeof spec.value === 'string' ? text(spec.value) : undefined;
}

function plainValue(value: CellSpec['value']): string | undefined {
  if (value == null) return undefined;
  if (typeof value === 'boolean') return value ? '1' : '0';
  return String(value);
}

function workbookXml(workbook: WorkbookInput, tag: string, namespaces: Namespaces): string {
  const sheets = workbook.sheets.map((sheet, index) => {
    const state = sheet.state === undefined ? '' : ` state="${sheet.state}"`;
    return `<${tag}sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  return (
    `${XML}<${tag}workbook ${namespaces.attribute}="${namespaces.main}" xmlns:r="${namespaces.relations}">` +
    `<${tag}workbookPr${workbook.date1904 ? ' date1904="1"' : ''}/>` +
    `<${tag}sheets>${sheets.join('')}</${tag}sheets></${tag}workbook>`
  );
}

const workbookRelations = (workbook: WorkbookInput, namespaces: Namespaces): string =>
  relations(
    [
      ...workbook.sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ],
    namespaces,
  );

function relations(targets: readonly (readonly [type: string, target: string])[], namespaces: Namespaces): string {
  const list = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${namespaces.relations}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(workbook: WorkbookInput): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheets = workbook.sheets.map(
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${kind}.worksheet+xml"/>`,
  );
  return (
    `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${kind}.sharedStrings+xml"/>` +
    `${sheets.join('')}</Types>`
  );
}

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

// Characters that XML cannot hold are written the way Excel writes them, as _xHHHH_.
const escapeXml = (text: string): string =>
  text
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replace(
      /[\u0000-\u0008\u000B-\u001F]/g,
      (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
