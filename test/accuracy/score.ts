import { cleanText } from '../../shared/domain/vietnameseText.ts';
import type { RoundChecked, Seen } from './round.ts';
import type { Made, Spoiled } from './trial.ts';

/** What became of one mistake. */
export interface Scored {
  readonly made: Made;
  readonly corpus: string;
  /** The gravest new finding at a right place; null when it went unnoticed. */
  readonly level: 'error' | 'warning' | 'info' | null;
  /** Whether a rule that names this mistake was among them. */
  readonly byExpected: boolean;
  /** Rules that spoke up at a right place. */
  readonly rules: readonly string[];
}

/** A finding where nobody made a mistake. */
export interface FalseAlarm {
  readonly corpus: string;
  readonly seen: Seen;
}

/** A proposed correction marked as certain, and whether it gives back what stood there. */
export interface CertainFix {
  readonly rule: string;
  readonly right: boolean;
  readonly proposed: string;
  readonly original: string;
  readonly after: string;
}

/** All that one spoiled round tells. */
export interface RoundScore {
  readonly mistakes: readonly Scored[];
  readonly falseErrors: readonly FalseAlarm[];
  readonly falseWarnings: readonly FalseAlarm[];
  /** New error-level findings on other cells that follow from a mistake. */
  readonly consequences: readonly FalseAlarm[];
  /** Cells with content that nobody changed and that had no error before. */
  readonly untouched: number;
  readonly certainFixes: readonly CertainFix[];
}

const LEVELS = ['error', 'warning', 'info'] as const;

/** Compares what is seen in a spoiled round with what was seen before. `valueAt` gives the clean value of a cell. */
export function scoreRound(
  spoiled: Spoiled,
  before: RoundChecked,
  after: RoundChecked,
  valueAt: (place: string) => string | undefined,
): RoundScore {
  const known = new Set(before.seen.map(nameOf));
  const fresh = after.seen.filter((seen) => !known.has(nameOf(seen)));
  const byPlace = Map.groupBy(fresh, ({ place }) => place);
  const mistakes = spoiled.made.map((made): Scored => {
    const found = [...made.places].flatMap((place) => byPlace.get(place) ?? []);
    return {
      made,
      corpus: spoiled.round.corpus,
      level: LEVELS.find((level) => found.some(({ severity }) => severity === level)) ?? null,
      byExpected: found.some(({ rule }) => made.operator.rules.includes(rule)),
      rules: [...new Set(found.map(({ rule }) => rule))].sort(),
    };
  });
  const stray = fresh.filter(
    ({ place }) =>
      !spoiled.changed.has(place) && !spoiled.added.has(place) && !spoiled.made.some(({ places }) => places.has(place)),
  );
  const [follows, alarms] = partition(stray, ({ place }) => spoiled.made.some((made) => made.reaches(place)));
  const alarm = (seen: Seen): FalseAlarm => ({ corpus: spoiled.round.corpus, seen });
  const hadErrors = new Set(before.seen.flatMap(({ severity, place }) => (severity === 'error' ? [place] : [])));
  return {
    mistakes,
    falseErrors: alarms.filter(({ severity }) => severity === 'error').map(alarm),
    falseWarnings: alarms.filter(({ severity }) => severity === 'warning').map(alarm),
    consequences: follows.filter(({ severity }) => severity === 'error').map(alarm),
    untouched: spoiled.untouched - hadErrors.size,
    certainFixes: fresh.flatMap((seen) => certainFixOf(seen, spoiled, valueAt)),
  };
}

function partition<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  const groups = Map.groupBy(items, belongs);
  return [groups.get(true) ?? [], groups.get(false) ?? []];
}

const nameOf = ({ place, rule, message }: Seen): string => `${place}\u0001${rule}\u0001${message}`;

function certainFixOf(
  { fix, place, rule }: Seen,
  spoiled: Spoiled,
  valueAt: (place: string) => string | undefined,
): CertainFix[] {
  if (fix?.confidence !== 'certain') return [];
  const original = spoiled.changed.get(place) ?? valueAt(place);
  // A row that was added has no value of before.
  if (original === undefined || spoiled.added.has(place)) return [];
  const made = spoiled.made.find(({ places }) => places.has(place));
  return [
    {
      rule,
      right: cleanText(fix.value) === cleanText(original),
      proposed: fix.value,
      original,
      after: made === undefined ? '(untouched)' : `${made.operator.id} ${made.after}`,
    },
  ];
}
