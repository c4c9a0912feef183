import type { ReadinessCell, ReadinessMatrix } from '../../../../../shared/contract/readiness.ts';

export type MatrixAgency = ReadinessMatrix['agencies'][number];

/** By which column the agencies stand: their name, or the cell of a column. */
export interface MatrixSort {
  readonly by: 'name' | number;
  readonly descending: boolean;
}

/** Steps of readiness, as the workbook has them; the colour of a cell goes by them. */
export type Step = 'low' | 'middle' | 'high' | 'whole';
export const STEPS: readonly Step[] = ['low', 'middle', 'high', 'whole'];

export const stepOf = (ready: number): Step =>
  ready < 50 ? 'low' : ready < 90 ? 'middle' : ready < 100 ? 'high' : 'whole';

/** What a cell says of the round before: nothing where it is not compared, or nothing was sent this time. */
export type Trend = 'up' | 'down' | 'same' | 'new';

/** @param isCompared  whether there is a round before */
export function trendOf({ ready, change }: ReadinessCell, isCompared: boolean): Trend | null {
  if (!isCompared || ready === null) return null;
  if (change === null) return 'new';
  return change > 0 ? 'up' : change < 0 ? 'down' : 'same';
}

const vietnamese = new Intl.Collator('vi');

/** The agencies in an order; those that sent nothing about a column are last either way. */
export function sortedAgencies(
  agencies: readonly MatrixAgency[],
  { by, descending }: MatrixSort,
): readonly MatrixAgency[] {
  const turn = descending ? -1 : 1;
  if (by === 'name') return agencies.toSorted((a, b) => turn * vietnamese.compare(a.name, b.name));
  const ready = ({ cells }: MatrixAgency): number | null => cells[by]?.ready ?? null;
  return agencies.toSorted((a, b) => {
    const [mine, its] = [ready(a), ready(b)];
    if (mine === null || its === null) return Number(mine === null) - Number(its === null);
    return turn * (mine - its);
  });
}
