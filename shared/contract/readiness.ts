import { AREAS } from '../domain/readinessArea.ts';
import { count, foundName, id, isoDate, method, nothing, shortText, z } from './schema.ts';

/** A place of the matrix agency × area. */
const cell = z.object({
  /** Rows that speak of the area. */
  rows: count,
  /** Of these, rows with an open error. */
  broken: count,
  /** Per cent of rows without one, rounded down, 100 only without any error; null where nothing was sent. */
  ready: z.int().min(0).max(100).nullable(),
  /** Percentage points since the round before; null where either round has nothing. */
  change: z.int().min(-100).max(100).nullable(),
});
export type ReadinessCell = z.infer<typeof cell>;

const agencyName = z.object({ id: foundName, name: foundName });

/** The round that another is compared with. */
const earlier = z.object({ id, name: shortText, date: isoDate });

export const readinessMatrix = z.object({
  revision: count,
  areas: z.array(z.enum(AREAS)),
  /** Least ready first. Cells stand in the order of the areas, that of everything together last. */
  agencies: z.array(
    agencyName.extend({
      /** Not in the round before; false without one. */
      isNew: z.boolean(),
      cells: z.array(cell),
    }),
  ),
  total: z.array(cell),
  before: earlier
    .extend({
      /** Judged by the same version, rule set and catalogue; otherwise some of the change may come from these. */
      isJudgedAlike: z.boolean(),
      /** Agencies of the round before that are not in this one. */
      missing: z.array(agencyName),
    })
    .nullable(),
  /** Rounds that it can be compared with, newest first; without figures once they have been opened. */
  choices: z.array(earlier.extend({ hasFigures: z.boolean() })),
});
export type ReadinessMatrix = z.infer<typeof readinessMatrix>;

export const readinessMethods = {
  /** How far the agencies of a round are ready, by area, against the round that was chosen for it or else the newest one
   *  before it. */
  'results.readiness': method(z.object({ round: id }), readinessMatrix),
  /** Chooses what a round is compared with from now on, here and in its reports; null: nothing.
   *  `readiness.notComparable` for a round that is not before it, `readiness.noFigures` for one that was not opened yet. */
  'results.compareWith': method(z.object({ round: id, before: id.nullable() }), nothing),
};
