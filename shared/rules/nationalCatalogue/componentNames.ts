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
 *  continues the other ("Tờ khai", "Tờ khai theo Mẫu số 01"), or when they are at least as alike as `alike` (0 … 1) and the
 *  agency's one is not word for word another national one. */
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
  // A paper that stands word for word in both lists is that paper and no other, however alike: "Giấy phép nhập khẩu",
  // "Giấy phép xuất khẩu".
  const isCovered = (
    { key }: NamedComponent,
    others: readonly NamedComponent[],
    unclaimed: readonly NamedComponent[],
  ): boolean =>
    others.some((other) => continues(key, other.key)) || unclaimed.some((other) => similarity(key, other.key) >= alike);
  return {
    extra: ownRest.filter((component) => !isCovered(component, national, national)),
    missing: nationalRest.filter((component) => !isCovered(component, own, ownRest)),
  };
}

/** Whether one name continues the other. */
function continues(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  return shorter.length >= SHORTEST_BEGINNING && `${longer} `.startsWith(`${shorter} `);
}
