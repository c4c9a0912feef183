import { entryKey } from '../spreadsheet/zipArchive.ts';
import { attributeOf, Edits, outline, plainText, prefixOf } from './markup.ts';
import { slashed, type PackageParts } from './packageParts.ts';
import { escapeAscii } from './xmlEscape.ts';

/** A relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** Last word of its type, lower case, e.g. `comments`; the same in transitional and strict files. */
  readonly type: string;
  /** Key of the part it points to. */
  readonly target: string;
}

/** Name of the part that holds the relationships of a part. Some archives spell names with `\\`. */
const relationsName = (part: string): string => slashed(part).replace(/([^/]*)$/, '_rels/$1.rels');

/** Relationships of a part to other parts of the package. @throws FileRefusal */
export async function relationshipsOf(parts: PackageParts, part: string): Promise<readonly Relationship[]> {
  const xml = await parts.text(relationsName(part));
  if (xml === undefined) return [];
  const folder = entryKey(part).replace(/[^/]*$/, '');
  return outline(xml, relationsName(part), 2).children.flatMap((element) => {
    const value = (name: string): string => attributeOf(xml, element, name)?.value ?? '';
    if (element.name !== 'Relationship' || value('TargetMode') === 'External') return [];
    const type = value('Type').split('/').at(-1)!.toLowerCase();
    return [{ id: value('Id'), type, target: resolveTarget(folder, plainText(value('Target'))) }];
  });
}

/** Adds a relationship and returns its id.
 *  @param type  full type
 *  @param target  name of the part */
export async function addRelationship(
  parts: PackageParts,
  part: string,
  type: string,
  target: string,
): Promise<string> {
  const name = relationsName(part);
  const old = await parts.text(name);
  const xml =
    old ??
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const root = outline(xml, name, 2);
  const taken = new Set(root.children.map((element) => attributeOf(xml, element, 'Id')?.value.toLowerCase()));
  let number = root.children.length + 1;
  while (taken.has(`rid${number}`)) number++;
  const edits = new Edits(xml);
  edits.append(
    root,
    `<${prefixOf(xml, root)}Relationship Id="rId${number}" Type="${type}" Target="/${escapeAscii(slashed(target))}"/>`,
  );
  if (old === undefined) parts.add(name, edits.apply());
  else parts.change(name, edits.apply());
  return `rId${number}`;
}

/** Removes relationships of a part; the part that lists them goes with the last one. @param ids  theirs */
export async function removeRelationships(parts: PackageParts, part: string, ids: ReadonlySet<string>): Promise<void> {
  const name = relationsName(part);
  const xml = await parts.text(name);
  if (xml === undefined || ids.size === 0) return;
  const root = outline(xml, name, 2);
  const edits = new Edits(xml);
  let left = 0;
  for (const element of root.children) {
    if (ids.has(attributeOf(xml, element, 'Id')?.value ?? '')) edits.replace(element.start, element.end, '');
    else left += 1;
  }
  if (left === 0) await parts.remove(name);
  else parts.change(name, edits.apply());
}

/** Removes the part that lists a part's relationships. */
export const removeAllRelationships = (parts: PackageParts, part: string): Promise<void> =>
  parts.remove(relationsName(part));

/** Key of the part that a relationship of a part in `folder` points to. */
function resolveTarget(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of entryKey(/^[\\/]/.test(target) ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
