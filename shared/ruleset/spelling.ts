import { distance } from 'fastest-levenshtein';

/** The known name that was probably meant: at most two letters away, and not more than a third of the word. */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  if (written.length > 60) return undefined;
  const folded = written.toLowerCase();
  let best: string | undefined;
  let least = Math.min(2, Math.ceil(written.length / 3)) + 1;
  for (const name of known) {
    const steps = distance(folded, name.toLowerCase());
    if (steps < least) [best, least] = [name, steps];
  }
  return best;
}
