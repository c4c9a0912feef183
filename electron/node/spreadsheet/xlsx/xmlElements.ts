import { FileRefusal } from '../fileRefusal.ts';

/** Start and end of the elements of a small XML part. Names come without their namespace prefix. */
export interface ElementVisitor {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
}

/** Walks over the elements of a small part (workbook, relationships, styles); character data is passed over.
 *
 *  @param part  name of the part, for messages
 *  @throws FileRefusal `file.unsafe.doctype`, `file.damaged.content` for a tag without end */
export function visitElements(xml: string, part: string, visitor: ElementVisitor): void {
  for (let at = xml.indexOf('<'); at >= 0;) {
    const refuse = (): never => {
      throw new FileRefusal('file.damaged.content', { part, at });
    };
    let end: number;
    if (xml.startsWith('<!--', at)) end = after(xml, '-->', at);
    else if (xml.startsWith('<![CDATA[', at)) end = after(xml, ']]>', at);
    else if (xml.startsWith('<?', at)) end = after(xml, '?>', at);
    else if (xml.startsWith('<!', at)) throw new FileRefusal('file.unsafe.doctype', { part });
    else end = tagEnd(xml, at);
    if (end < 0) refuse();
    if (/[^!?]/.test(xml[at + 1] ?? '')) visitTag(xml.slice(at + 1, end - 1), visitor);
    at = xml.indexOf('<', end);
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

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

function visitTag(tag: string, visitor: ElementVisitor): void {
  if (tag.startsWith('/')) {
    visitor.close?.(localName(tag.slice(1).trim()));
    return;
  }
  const isEmpty = tag.endsWith('/');
  const body = isEmpty ? tag.slice(0, -1) : tag;
  const nameEnd = body.search(/\s/);
  const name = localName(nameEnd < 0 ? body : body.slice(0, nameEnd));
  const attributes = nameEnd < 0 ? undefined : readAttributes(body, nameEnd);
  visitor.open(name, (attribute) => attributes?.get(attribute));
  if (isEmpty) visitor.close?.(name);
}

function readAttributes(tag: string, from: number): Map<string, string> {
  const attributes = new Map<string, string>();
  for (let at = from; ;) {
    const equals = tag.indexOf('=', at);
    if (equals < 0) return attributes;
    const name = tag.slice(at, equals).trim();
    let start = equals + 1;
    while (start < tag.length && tag[start] !== '"' && tag[start] !== "'") start++;
    const end = tag.indexOf(tag[start] ?? '"', start + 1);
    if (end < 0) return attributes;
    attributes.set(localName(name), decodeEntities(tag.slice(start + 1, end)));
    at = end + 1;
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of an attribute value; an entity that XML does not know stays as it is. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10_ffff ? String.fromCodePoint(point) : whole;
  });
}
