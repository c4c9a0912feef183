import { FileRefusal } from '../spreadsheet/fileRefusal.ts';

/** Where an element stands in the text of a part. The text keeps one character per byte (Latin-1), so that everything
 *  that is not edited comes out with the bytes it had, whatever its encoding. */
export interface Element {
  /** Without namespace prefix. */
  readonly name: string;
  readonly start: number;
  /** After the opening tag. */
  readonly openEnd: number;
  /** Before the closing tag; `openEnd` when the tag closes itself. */
  readonly closeStart: number;
  readonly end: number;
  readonly children: readonly Element[];
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
interface OpenElement extends Mutable<Element> {
  children: OpenElement[];
}

/** Finds the elements of a small part down to a depth: 1 is the root alone, 2 its children as well.
 *  @throws FileRefusal `file.damaged.content`, `file.unsafe.doctype` */
export function outline(xml: string, part: string, depth: number): Element {
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  const refuse = (at: number): never => {
    throw new FileRefusal('file.damaged.content', { part, at });
  };
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const special = skipSpecial(xml, at, part);
    if (special !== at) {
      at = special;
      continue;
    }
    const end = tagEnd(xml, at);
    if (end < 0) return refuse(at);
    if (xml[at + 1] === '/') {
      const closed = open.pop();
      if (closed === undefined) return refuse(at);
      closed.closeStart = at;
      closed.end = end;
    } else {
      const element: OpenElement = {
        name: localName(xml, at + 1),
        start: at,
        openEnd: end,
        closeStart: end,
        end,
        children: [],
      };
      if (open.length === 0) root ??= element;
      else if (open.length < depth) open.at(-1)!.children.push(element);
      if (xml[end - 2] !== '/') open.push(element);
    }
    at = end;
  }
  return root === undefined || open.length > 0 ? refuse(xml.length) : root;
}

/** Index after a comment, CDATA section or instruction at `at`; `at` itself where a tag stands. */
function skipSpecial(xml: string, at: number, part: string): number {
  let mark: string;
  if (xml.startsWith('<!--', at)) mark = '-->';
  else if (xml.startsWith('<![CDATA[', at)) mark = ']]>';
  else if (xml.startsWith('<?', at)) mark = '?>';
  else if (xml.startsWith('<!', at)) throw new FileRefusal('file.unsafe.doctype', { part });
  else return at;
  const end = xml.indexOf(mark, at);
  if (end < 0) throw new FileRefusal('file.damaged.content', { part, at });
  return end + mark.length;
}

/** Index after the `>` of the tag at `at`, quotes respected; -1 when it has none. */
function tagEnd(xml: string, at: number): number {
  let quote = '';
  for (let index = at + 1; index < xml.length; index++) {
    const symbol = xml[index]!;
    if (quote !== '') {
      if (symbol === quote) quote = '';
    } else if (symbol === '>') return index + 1;
    else if (symbol === '"' || symbol === "'") quote = symbol;
  }
  return -1;
}

const NAME_END = /[\s/>]/g;

function qualifiedName(xml: string, at: number): string {
  NAME_END.lastIndex = at;
  return xml.slice(at, NAME_END.exec(xml)?.index ?? xml.length);
}

function localName(xml: string, at: number): string {
  const name = qualifiedName(xml, at);
  return name.slice(name.indexOf(':') + 1);
}

/** Namespace prefix of an element with its colon; '' when it has none. */
export function prefixOf(xml: string, element: Element): string {
  const name = qualifiedName(xml, element.start + 1);
  return name.slice(0, name.indexOf(':') + 1);
}

/** Value of an attribute as it stands in the text (entities not decoded), and where. The name carries its prefix. */
export function attributeOf(
  xml: string,
  element: Pick<Element, 'start' | 'openEnd'>,
  name: string,
): { readonly value: string; readonly from: number; readonly to: number } | undefined {
  let at = element.start + 1 + qualifiedName(xml, element.start + 1).length;
  for (;;) {
    const equals = xml.indexOf('=', at);
    if (equals < 0 || equals >= element.openEnd) return undefined;
    let from = equals + 1;
    while (from < element.openEnd && xml[from] !== '"' && xml[from] !== "'") from++;
    const to = xml.indexOf(xml[from] ?? '"', from + 1);
    if (to < 0 || to >= element.openEnd) return undefined;
    if (xml.slice(at, equals).trim() === name) return { value: xml.slice(from + 1, to), from: from + 1, to };
    at = to + 1;
  }
}

/** The same element text with an attribute of its opening tag set. */
export function withAttribute(elementText: string, name: string, value: string): string {
  const tag = { start: 0, openEnd: tagEnd(elementText, 0) };
  const known = attributeOf(elementText, tag, name);
  if (known !== undefined) return elementText.slice(0, known.from) + value + elementText.slice(known.to);
  const at = 1 + qualifiedName(elementText, 1).length;
  return `${elementText.slice(0, at)} ${name}="${value}"${elementText.slice(at)}`;
}

/** Edits of one text, collected against its original positions and applied at once. */
export class Edits {
  readonly #edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  readonly #xml: string;

  constructor(xml: string) {
    this.#xml = xml;
  }

  replace(from: number, to: number, text: string): void {
    this.#edits.push({ from, to, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Puts text at the end of an element's content; a tag that closes itself is opened. */
  append(element: Element, text: string): void {
    if (element.closeStart !== element.end) {
      this.insert(element.closeStart, text);
      return;
    }
    const name = qualifiedName(this.#xml, element.start + 1);
    this.replace(element.end - 2, element.end, `>${text}</${name}>`);
  }

  /** Sets an attribute of an element. */
  attribute(element: Element, name: string, value: string): void {
    const known = attributeOf(this.#xml, element, name);
    if (known !== undefined) this.replace(known.from, known.to, value);
    else this.insert(element.start + 1 + qualifiedName(this.#xml, element.start + 1).length, ` ${name}="${value}"`);
  }

  /** The edited text. Edits at one place keep the order in which they were made. */
  apply(): string {
    const pieces: string[] = [];
    let at = 0;
    for (const { from, to, text } of [...this.#edits].sort((a, b) => a.from - b.from)) {
      pieces.push(this.#xml.slice(at, from), text);
      at = to;
    }
    pieces.push(this.#xml.slice(at));
    return pieces.join('');
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text behind XML character data or an attribute value that is held as a Latin-1 string of UTF-8. */
export function plainText(value: string): string {
  return Buffer.from(value, 'latin1')
    .toString('utf8')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return NAMED[name] ?? whole;
      const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return point <= 0x10_ffff ? String.fromCodePoint(point) : whole;
    });
}
