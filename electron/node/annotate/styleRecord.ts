/** What was added to one section of a style sheet. */
export interface SectionRecord {
  readonly name: string;
  /** Entries it had; -1 when there was no such section. */
  readonly before: number;
  readonly added: number;
  /** Its `count` attribute; undefined when it had none. */
  readonly count: string | undefined;
}

/** What marking cells added to a style sheet. */
export interface StyleRecord {
  /** The workbook had no style sheet. */
  readonly isWhole: boolean;
  readonly sections: readonly SectionRecord[];
  /** Style a cell had, by the style that marks it. */
  readonly originals: ReadonlyMap<number, number>;
}

const OPENING = '<!--RaSoatTTHC ';
const CLOSING = '-->';

/** The record as an XML comment. It stands in the part it speaks of, because any program that saves the workbook numbers
 *  its styles anew and drops comments: a record that is there is true. */
export function styleRecordXml({ isWhole, sections, originals }: StyleRecord): string {
  const words = [
    isWhole ? 'all' : 'part',
    ...sections.map(({ name, before, added, count }) => `${name}=${before},${added},${count ?? ''}`),
    ...[...originals].map(([style, original]) => `${style}:${original}`),
  ];
  return OPENING + words.join(' ') + CLOSING;
}

/** The record in a style sheet and where it stands; undefined when there is none. */
export function readStyleRecord(
  xml: string,
): (StyleRecord & { readonly from: number; readonly to: number }) | undefined {
  const from = xml.lastIndexOf(OPENING);
  const end = from < 0 ? -1 : xml.indexOf(CLOSING, from);
  if (end < 0) return undefined;
  const [whole, ...words] = xml.slice(from + OPENING.length, end).split(' ');
  const sections: SectionRecord[] = [];
  const originals = new Map<number, number>();
  for (const word of words) {
    const section = /^(\w{1,20})=(-1|\d{1,7}),(\d{1,7}),(\d{0,9})$/.exec(word);
    const style = /^(\d{1,7}):(\d{1,9})$/.exec(word);
    if (style !== null) originals.set(Number(style[1]), Number(style[2]));
    else if (section !== null) {
      const [, name, before, added, count] = section;
      sections.push({
        name: name!,
        before: Number(before),
        added: Number(added),
        count: count === '' ? undefined : count,
      });
    } else return undefined;
  }
  return { isWhole: whole === 'all', sections, originals, from, to: end + CLOSING.length };
}
