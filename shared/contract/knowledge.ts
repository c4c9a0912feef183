import { legalBasis } from './results.ts';
import { count, fault, id, language, method, nothing, severity, shortText, startedJob, text, z } from './schema.ts';

/** A rule as the list shows it. */
export const ruleLine = z.object({
  id: shortText,
  title: z.string(),
  severity,
  group: z.string(),
  datasets: z.array(z.string()),
  asks: z.array(z.string()),
  /** Parameters with their defaults, as a rule set writes them. */
  params: z.array(z.object({ name: z.string(), value: z.string(), about: z.string() })),
  /** Lower levels may only make it stricter. */
  locked: z.boolean(),
});
export type RuleLine = z.infer<typeof ruleLine>;

/** A rule as its page explains it. */
export const rulePage = ruleLine.extend({
  why: z.string(),
  howToFix: z.string(),
  legal: z.array(legalBasis),
  messages: z.array(z.string()),
  fields: z.array(z.string()),
  /** Letters that ask for it: which one, where in it, and the demand in short ('' where it stands nowhere by itself). */
  letters: z.array(z.object({ letter: z.string(), paragraph: z.string(), demand: z.string() })),
});
export type RulePage = z.infer<typeof rulePage>;

/** A mistake in a rule set, where it stands. Lines and columns count from 1. */
export const ruleSetProblem = z.object({
  line: count,
  column: count,
  level: z.enum(['error', 'warning']),
  message: z.string(),
});
export type RuleSetProblem = z.infer<typeof ruleSetProblem>;

/** A rule set that is kept. */
export const ruleSetLine = z.object({
  id,
  title: shortText,
  version: shortText,
  hash: shortText,
  saved: z.iso.datetime(),
  /** Sets that build on it, as people know them. */
  heirs: z.array(z.string()),
});

/** A national catalogue that is kept. */
export const referenceLine = z.object({
  id,
  title: shortText,
  date: shortText,
  hash: shortText,
  records: count,
  complete: z.boolean(),
  /** Doubts about its own records. */
  doubts: count,
  sample: z.boolean(),
});
export type ReferenceLine = z.infer<typeof referenceLine>;

const procedureChange = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});

export const knowledgeMethods = {
  'rules.list': method(z.object({ language }), z.object({ rules: z.array(ruleLine) })),
  'rules.page': method(z.object({ rule: shortText, language }), rulePage),

  'ruleSets.list': method(nothing, z.object({ ruleSets: z.array(ruleSetLine) })),
  'ruleSets.read': method(z.object({ ruleSet: id }), z.object({ yaml: text })),
  /** Checks a text without keeping it. */
  'ruleSets.check': method(z.object({ yaml: text, language }), z.object({ problems: z.array(ruleSetProblem) })),
  /** Keeps a text that has no errors. `ruleSet.faulty` otherwise. */
  'ruleSets.save': method(z.object({ yaml: text }), z.object({ ruleSet: id })),
  /** Puts a rule set aside. `ruleSet.inUse` while a round is judged by it, `ruleSet.hasHeirs` while another set builds on
   *  it. */
  'ruleSets.remove': method(z.object({ ruleSet: id }), nothing),
  /** Takes back a rule set that was put aside since the program was started. */
  'ruleSets.restore': method(z.object({ ruleSet: id }), nothing),
  /** What the text would change in a round: findings that would come and go, per rule. A job of kind `tryOut` tells how
   *  far it is and can be cancelled (`ruleSets.tryOutStopped`). */
  'ruleSets.tryOut': method(
    z.object({ round: id, yaml: text, language }),
    z.object({
      come: count,
      gone: count,
      rules: z.array(z.object({ id: shortText, title: z.string(), before: count, after: count })),
      problems: z.array(ruleSetProblem),
    }),
  ),

  'references.list': method(nothing, z.object({ references: z.array(referenceLine) })),
  'references.import': method(z.object({ files: z.array(id).min(1) }), startedJob),
  'references.remove': method(z.object({ reference: id }), nothing),
  /** What changed between two catalogues, and whom in a round it touches. */
  'references.compare': method(
    z.object({ before: id, after: id, round: id.optional(), language }),
    z.object({
      added: count,
      removed: count,
      changed: count,
      /** At most 500, in the order of their codes. */
      changes: z.array(procedureChange),
      /** Agencies of the round that list a changed procedure. */
      touched: z.array(z.object({ agency: z.string(), procedures: count })),
    }),
  ),
  /** Doubts that the self-check has about a catalogue's own records. */
  'references.doubts': method(
    z.object({ reference: id, language }),
    z.object({ doubts: z.array(z.object({ code: z.string(), name: z.string(), fault })) }),
  ),
};
