import { succeed, type Result } from '../../../shared/result.ts';
import { z } from '../../../shared/zod.ts';
import { correction, waiver, waiversOf, type CellCorrection, type Decision } from '../workbench/roundDecisions.ts';
import { parsedPart, textOfPart } from './bundlePart.ts';

const decisions = z.object({
  decisions: z.literal(1),
  /** What became of cells in the end, one for each cell. */
  corrections: z.array(correction),
  /** In the order in which they were given; a later one goes before an earlier one. */
  waivers: z.array(waiver.extend({ at: z.string() })),
});

/** What people decided in a round and is in force on a day, as a part of a bundle: what became of each cell, and which
 *  findings were accepted by whom, why and until when. What was tried and taken back is not for the reviewer.
 *  @param day  ISO date of the round */
export function formatDecisions(
  corrections: readonly CellCorrection[],
  given: readonly Decision[],
  day: string,
): string {
  const waivers = given
    .filter(({ undone }) => !undone)
    .flatMap((decision) => waiversOf(decision).map((own) => ({ at: decision.at, ...own })))
    .filter(({ until }) => until >= day);
  return textOfPart({ decisions: 1, corrections: [...corrections], waivers } satisfies z.infer<typeof decisions>);
}

/** Reads what `formatDecisions` wrote, as decisions of a round. Errors: `bundle.malformed`. */
export function parseDecisions(text: string, shown: string): Result<readonly Decision[]> {
  const parsed = parsedPart(decisions, text, shown);
  if (!parsed.ok) return parsed;
  const { corrections, waivers } = parsed.value;
  const head = { undone: false, label: { code: '', params: {} } };
  return succeed([
    { ...head, entry: 1, at: '', kind: 'edit', edits: corrections },
    ...waivers.map(({ at, ...own }, index): Decision => ({
      ...head,
      entry: index + 2,
      at,
      kind: 'waive',
      waiver: own,
    })),
  ]);
}
