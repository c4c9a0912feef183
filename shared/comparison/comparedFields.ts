import type { DecisionNumber } from '../domain/decisionNumber.ts';
import { compareDurations, compareParts, type Duration, type DurationPart } from '../domain/duration.ts';
import type { Level } from '../domain/level.ts';
import { compareFees, type Fee } from '../domain/money.ts';
import type { ServiceLevel } from '../domain/serviceLevel.ts';
import { deadlinesIn } from '../rules/deadlines/deadlineCell.ts';
import { departureFrom } from '../rules/deadlines/nationalDeadline.ts';
import { compareComponents, type NamedComponent } from '../rules/nationalCatalogue/componentNames.ts';
import { isOfSameMinistry, isSameDecision } from '../rules/nationalCatalogue/publishingDecisions.ts';
import { sectorsAgree, type Sectors } from '../rules/nationalCatalogue/sectors.ts';

/** What each compared field means to a comparison, once read. */
export interface Meanings {
  /** Key of the name. */
  readonly ten_tthc: string;
  readonly linh_vuc: Sectors;
  /** Without the abolished district level, of which rule ROW-02 speaks. */
  readonly cap_thuc_hien: readonly Level[];
  readonly so_quyet_dinh: readonly DecisionNumber[];
  readonly muc_do_dvc: ServiceLevel;
  /** The link in one spelling. */
  readonly link_nop: string;
  readonly thanh_phan_ho_so: readonly NamedComponent[];
  readonly thoi_han: Duration;
  readonly phi_le_phi: Fee;
}

/** A field that the three lists are compared in. */
export type ComparedField = keyof Meanings;

/** All compared fields, in the order an office reads a record. */
export const COMPARED_FIELDS: readonly ComparedField[] = [
  'ten_tthc',
  'linh_vuc',
  'cap_thuc_hien',
  'so_quyet_dinh',
  'thoi_han',
  'phi_le_phi',
  'thanh_phan_ho_so',
  'muc_do_dvc',
  'link_nop',
];

/** How one value stands to those of another list. `unclear`: a person has to look; `silent`: there is nothing to compare,
 *  e.g. decisions of different issuers. `how` tells in which way a deadline differs. */
export interface Relation {
  readonly verdict: 'same' | 'different' | 'unclear' | 'silent';
  readonly how?: 'longer' | 'shorter' | 'unitMismatch';
}

const SAME: Relation = { verdict: 'same' };
const DIFFERENT: Relation = { verdict: 'different' };
const UNCLEAR: Relation = { verdict: 'unclear' };
const SILENT: Relation = { verdict: 'silent' };

type Compare<Meaning> = (own: Meaning, others: readonly Meaning[]) => Relation;

/** How alike two names of papers must be to mean one: the default of rule NAT-07. */
const ALIKE = 0.75;

/** By meaning, as the NAT, DUE and FEE rules compare: `own` stands in the lower list (an agency's, the province's), and
 *  what it says is right when it agrees with any of the values of the higher one. */
const COMPARE: { readonly [Field in ComparedField]: Compare<Meanings[Field]> } = {
  ten_tthc: (own, others) => told(others.includes(own)),
  linh_vuc: (own, others) => {
    const agree = sectorsAgree(
      own,
      others.flatMap(({ whole, each }) => (each.length > 1 ? [...each] : [whole])),
    );
    return agree === null ? SILENT : told(agree);
  },
  cap_thuc_hien: (own, others) => told(own.every((level) => others.some((levels) => levels.includes(level)))),
  so_quyet_dinh: (own, others) => {
    const all = others.flat();
    if (own.some((decision) => all.some((other) => isSameDecision(decision, other)))) return SAME;
    return own.some((decision) => all.some((other) => isOfSameMinistry(decision, other))) ? DIFFERENT : SILENT;
  },
  muc_do_dvc: (own, others) => told(others.includes(own)),
  link_nop: (own, others) => told(others.includes(own)),
  thanh_phan_ho_so: compareNumbers,
  thoi_han: compareDeadlines,
  phi_le_phi: (own, others) => {
    const verdicts = others.map((other) => compareFees(own, other));
    if (verdicts.includes('same')) return SAME;
    return verdicts.every((verdict) => verdict === 'different') ? DIFFERENT : UNCLEAR;
  },
};

const told = (same: boolean): Relation => (same ? SAME : DIFFERENT);

function compareNumbers(own: readonly NamedComponent[], others: readonly (readonly NamedComponent[])[]): Relation {
  const equal = others.some((other) => {
    if (other.length === own.length) return true;
    const { extra, missing } = compareComponents(own, other, ALIKE);
    return extra.length === 0 && missing.length === 0;
  });
  if (equal) return SAME;
  // One line that is none of the papers refers to them: "Theo quyết định công bố".
  const refers = (list: readonly NamedComponent[]): boolean => list.length === 1;
  return refers(own) || others.some(refers) ? UNCLEAR : DIFFERENT;
}

function compareDeadlines(own: Duration, others: readonly Duration[]): Relation {
  const relations = others.map((other) => compareDurations(own, other).relation);
  if (relations.includes('same')) return SAME;
  // Cases stand in one cell here, in several lines there: each case has to be one of those granted.
  const granted = others.flatMap(deadlinesIn);
  const cases = deadlinesIn(own);
  const isGranted = (parts: readonly DurationPart[]): boolean =>
    granted.some((other) => compareParts(parts, other).relation === 'same');
  if (cases.length > 0 && cases.every(isGranted)) return SAME;
  const departure = departureFrom(own, others);
  if (departure !== null) return { verdict: 'different', how: departure.relation };
  // Between the shortest and the longest of several: no difference (rule DUE-02).
  return relations.every((relation) => relation === 'shorter' || relation === 'longer') ? SAME : UNCLEAR;
}

/** How a value stands to the other list's values of the same field.
 *  @param own  null when the text could not be read
 *  @param others  null for those that could not be read; none when that list says nothing */
export function relate<Field extends ComparedField>(
  field: Field,
  own: Meanings[Field] | null,
  others: readonly (Meanings[Field] | null)[],
): Relation {
  if (others.length === 0) return SILENT;
  const read = others.filter((other) => other !== null);
  if (own === null || read.length < others.length) {
    // With one of them unreadable, only agreement can be told.
    return own !== null && read.length > 0 && COMPARE[field](own, read).verdict === 'same' ? SAME : UNCLEAR;
  }
  return COMPARE[field](own, read);
}
