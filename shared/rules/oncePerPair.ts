import type { RuleContext } from '../engine/rule.ts';

/** Remembers a judgement about two objects, so that rows which repeat the same pair share one answer. Parsed values and
 *  national records are each made once per run; that is what makes their identity a key. */
export function oncePerPair<A extends object, B extends object, T>(judge: (a: A, b: B) => T): (a: A, b: B) => T {
  const known = new Map<A, Map<B, { readonly answer: T }>>();
  return (a, b) => {
    let row = known.get(a);
    if (row === undefined) known.set(a, (row = new Map()));
    let entry = row.get(b);
    if (entry === undefined) row.set(b, (entry = { answer: judge(a, b) }));
    return entry.answer;
  };
}

/** {@link oncePerPair} for all tables and rules of a run: agencies list the same procedures, so most pairs of a table were
 *  met before. `judge` is a module-level function that looks at nothing but the pair. */
export const oncePerPairOfRun = <A extends object, B extends object, T>(
  context: Pick<RuleContext, 'memo'>,
  judge: (a: A, b: B) => T,
): ((a: A, b: B) => T) => context.memo(judge, () => oncePerPair(judge));
