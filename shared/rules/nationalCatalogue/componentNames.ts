import { splitValues } from '../../domain/multiValue.ts';
import { compareKey } from '../../domain/vietnameseText.ts';
import { similarity } from '../../reference/nameMatching.ts';

/** A paper of a dossier: its name as written and a key without numbering and quantity. */
export interface NamedComponent {
  readonly name: string;
  readonly key: string;
}

/** Papers that one list has and the other lacks. */
export interface ComponentDifference {
  readonly extra: readonly NamedComponent[];
  readonly missing: readonly NamedComponent[];
}

const NUMBERING = /^(?:\(?\d{1,2}[.)/]|\(?[a-zđ][.)]|[-+*•–])\s{0,3}/i;
const QUANTITY = /\s*\((?:\d{1,2}|bản|số lượng)[^()]{0,60}\)[\s.;]*$/i;
// Notes are often entered among the papers; they are DOC-01's.
const NOTE = /^(?:lưu ý|ghi chú|chú ý|\*|hồ sơ gồm|thành phần hồ sơ|trường hợp|đối với)/i;

const LONGEST_COMPARED = 300;
/** "Tờ khai" says which paper is meant, "Đơn" does not. */
const SHORTEST_BEGINNING = 6;
/** Beyond this many pairs only equal names are recognised: a cell of a thousand lines is no list to be lenient with. */
const MOST_PAIRS = 4_000;

/** Reads one name; undefined for a note or what has no letters. */
export function readComponent(text: string): NamedComponent | undefined {
  const name = text.replace(NUMBERING, '').replace(QUANTITY, '').trim();
  const key = compareKey(name).slice(0, LONGEST_COMPARED);
  return key === '' || NOTE.test(name) ? undefined : { name, key };
}

/** Reads a cell of papers: one per line or ";". */
export const readComponents = (cell: string): readonly NamedComponent[] =>
  splitValues(cell).flatMap(({ text }) => readComponent(text) ?? []);

/** What an agency's papers have too many and too few of. Two names mean one paper when their keys are equal, when one
 *  continues the other ("Tờ khai", "Tờ khai theo Mẫu số 01"), or when they are at least as alike as `alike` (0 … 1). */
export function compareComponents(
  own: readonly NamedComponent[],
  national: readonly NamedComponent[],
  alike: number,
): ComponentDifference {
  const ownKeys = new Set(own.map(({ key }) => key));
  const nationalKeys = new Set(national.map(({ key }) => key));
  const ownRest = own.filter(({ key }) => !nationalKeys.has(key));
  const nationalRest = national.filter(({ key }) => !ownKeys.has(key));
  if (ownRest.length * nationalRest.length > MOST_PAIRS) return { extra: ownRest, missing: nationalRest };
  const isOneOf = (component: NamedComponent, others: readonly NamedComponent[]): boolean =>
    others.some((other) => isSamePaper(component.key, other.key, alike));
  return {
    extra: ownRest.filter((component) => !isOneOf(component, national)),
    missing: nationalRest.filter((component) => !isOneOf(component, own)),
  };
}

function isSamePaper(a: string, b: string, alike: number): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  return (shorter.length >= SHORTEST_BEGINNING && `${longer} `.startsWith(`${shorter} `)) || similarity(a, b) >= alike;
}
