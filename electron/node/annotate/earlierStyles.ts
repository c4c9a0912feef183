import { attributeOf, Edits, outline, prefixOf, type Element } from './markup.ts';
import { describeFill, fillXml, NO_FILL, numberOfColour } from './markRecord.ts';
import { readStyleRecord } from './styleRecord.ts';

/** A style sheet without what marking cells had added. */
export interface EarlierStyles {
  /** The part; undefined when it was ours as a whole. */
  readonly xml: string | undefined;
  /** Style a cell had, by the style that marks it; empty when the styles themselves have got their look back. */
  readonly originals: ReadonlyMap<number, number>;
}

/** Takes our styles out of a style sheet. One that nobody has saved since carries the record of what was added and is
 *  restored byte for byte. After a save, indexes are others: then the styles with our colours get the fills back that their
 *  colours stand for, wherever in the workbook they are used.
 *
 *  @param fills  what the numbers in colours stand for (`markRecord.ts`)
 *  @throws FileRefusal `file.damaged.content` */
export function earlierStyles(xml: string, part: string, fills: ReadonlyMap<number, string>): EarlierStyles {
  const root = outline(xml, part, 3);
  return asRecorded(xml, root) ?? { xml: withFillsBack(xml, part, fills), originals: new Map() };
}

function asRecorded(xml: string, root: Element): EarlierStyles | undefined {
  const record = readStyleRecord(xml);
  if (record === undefined) return undefined;
  const section = (wanted: string): Element | undefined => root.children.find(({ name }) => name === wanted);
  const fits = record.sections.every(
    ({ name, before, added }) => (section(name)?.children.length ?? 0) === Math.max(0, before) + added,
  );
  if (!fits) return undefined;
  if (record.isWhole) return { xml: undefined, originals: record.originals };
  const edits = new Edits(xml);
  edits.replace(record.from, record.to, '');
  for (const { name, before, added, count } of record.sections) {
    const element = section(name);
    if (element === undefined || added === 0) continue;
    if (before < 0) {
      edits.replace(element.start, element.end, '');
      continue;
    }
    edits.replace(element.children[before]!.start, element.children.at(-1)!.end, '');
    const counted = attributeOf(xml, element, 'count');
    if (counted === undefined) continue;
    if (count === undefined) edits.replace(counted.from - ' count="'.length, counted.to + 1, '');
    else edits.replace(counted.from, counted.to, count);
  }
  return { xml: edits.apply(), originals: record.originals };
}

function withFillsBack(xml: string, part: string, meanings: ReadonlyMap<number, string>): string {
  const root = outline(xml, part, 4);
  const prefix = prefixOf(xml, root);
  const fills = root.children.find(({ name }) => name === 'fills');
  const styles = root.children.find(({ name }) => name === 'cellXfs');
  if (fills === undefined || styles === undefined) return xml;
  const texts = fills.children.map(({ start, end }) => xml.slice(start, end));
  const descriptions = texts.map(describeFill);
  const meaning = texts.map((text) => {
    const colour = /\bpatternType="solid"[\s\S]{0,40}?\bfgColor[^>]{0,80}?\brgb="([0-9A-Fa-f]{6,8})"/.exec(text)?.[1];
    const number = colour === undefined ? undefined : numberOfColour(colour);
    return number === undefined ? undefined : meanings.get(number);
  });
  const edits = new Edits(xml);
  const added: string[] = [];
  const indexOf = (wanted: string): number => {
    if (wanted === NO_FILL) return 0;
    const known = descriptions.findIndex(
      (description, index) => meaning[index] === undefined && description === wanted,
    );
    if (known >= 0) return known;
    const again = added.indexOf(wanted);
    return texts.length + (again >= 0 ? again : added.push(wanted) - 1);
  };
  for (const style of styles.children) {
    const fill = attributeOf(xml, style, 'fillId');
    const wanted = fill && meaning[Number(fill.value)];
    if (fill !== undefined && wanted !== undefined) edits.replace(fill.from, fill.to, String(indexOf(wanted)));
  }
  // Unused from now on, but still told apart from an agency's own fills when the file is marked again.
  fills.children.forEach((fill, index) => {
    if (meaning[index] !== undefined) edits.replace(fill.start, fill.end, fillXml(NO_FILL, prefix));
  });
  if (added.length > 0) {
    edits.append(fills, added.map((description) => fillXml(description, prefix)).join(''));
    edits.attribute(fills, 'count', String(texts.length + added.length));
  }
  return edits.apply();
}
