import type { SampleRecord, SampleValue } from '../../electron/node/sample/sampleSheet.ts';
import { rowPlaces, subjectOf, type Draft } from './draft.ts';
import type { Mistake } from './mistake.ts';
import { placeOf } from './round.ts';

/** Places that may show what follows from a mistake. */
export function reachOf(
  drafts: readonly Draft[],
  draft: Draft,
  { reaches }: Mistake,
  row: number,
  values: ReadonlyMap<string, SampleValue>,
): ReadonlySet<string> {
  if (reaches === undefined) return new Set();
  if (reaches === 'row') return new Set(rowPlaces(draft, draft.copy.records[row]!));
  const subject = subjectOf(draft, row);
  const names = namesIn(draft.original.records[row]!, values);
  const isNear = (other: Draft, at: number): boolean =>
    (reaches === 'sheet' && other === draft) ||
    (other.agency === draft.agency && subjectOf(other, at) === subject) ||
    names.some((name) => other.rowTexts[at]!.includes(name));
  return new Set([
    ...(reaches === 'sheet' ? [placeOf(draft.path, draft.copy.name, '')] : []),
    ...drafts.flatMap((other) =>
      other.rowTexts.flatMap((_, at) => (isNear(other, at) ? rowPlaces(other, other.copy.records[at]!) : [])),
    ),
  ]);
}

const SHORTEST_NAME = 6;

const folded = (value: SampleValue | undefined): string => String(value ?? '').toLowerCase();

/** What the changed cells named before and name now, where it is long enough to be a name. */
const namesIn = (before: SampleRecord, values: ReadonlyMap<string, SampleValue>): readonly string[] =>
  [...values].flatMap(([key, value]) =>
    [folded(before[key]), folded(value)].filter((name) => name.length >= SHORTEST_NAME),
  );
