import { count, counts, id, isoDate, method, nothing, shortText, startedJob, z } from './schema.ts';

/** A round of checking as its card shows it. */
export const roundCard = z.object({
  id,
  name: shortText,
  /** Day as of which the rules judge. */
  date: isoDate,
  agencies: count,
  files: count,
  unreadableFiles: count,
  /** Sheets that wait for a person to say what they are. */
  unsureSheets: count,
  rows: count,
  /** Findings that are neither mended nor waived. */
  open: counts,
  /** Rows without an open error, per cent, rounded down; null while nothing was checked. */
  ready: z.int().min(0).max(100).nullable(),
  sample: z.boolean(),
  /** National catalogue that it leans on; null: none. */
  reference: id.nullable(),
  /** Rule set above the national rules; null: none. */
  ruleSet: id.nullable(),
  /** ISO instant of the last change. */
  changed: z.iso.datetime(),
});
export type RoundCard = z.infer<typeof roundCard>;

export const roundMethods = {
  /** Newest first; `last` is the one that was open last. */
  'rounds.list': method(nothing, z.object({ rounds: z.array(roundCard), last: id.nullable() })),
  'rounds.create': method(z.object({ name: shortText.trim().min(1), date: isoDate }), z.object({ round: id })),
  /** Makes the sample round: a synthetic province with seeded errors. One there is already is opened again. */
  'rounds.createSample': method(nothing, z.object({ round: id, job: id })),
  /** Loads a round and judges it if it isn't yet. Calls about its results wait for nothing and say `round.notOpen`. */
  'rounds.open': method(z.object({ round: id }), startedJob),
  'rounds.change': method(
    z.object({
      round: id,
      name: shortText.trim().min(1).optional(),
      date: isoDate.optional(),
      reference: id.nullable().optional(),
      ruleSet: id.nullable().optional(),
    }),
    z.object({ job: id.nullable() }),
  ),
  /** Puts a round aside; `rounds.restore` takes it back until the program ends. */
  'rounds.remove': method(z.object({ round: id }), nothing),
  'rounds.restore': method(z.object({ round: id }), nothing),
};
