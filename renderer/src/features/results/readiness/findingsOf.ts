import type { ReadinessMatrix } from '../../../../../shared/contract/readiness.ts';
import type { FindingFilter } from '../../../../../shared/contract/results.ts';
import type { MatrixPlace } from './matrixPlace.ts';
import type { MatrixAgency } from './matrixRows.ts';

/** Which findings stand behind a place of the matrix: those that are open, of its agency and its area; where rows are
 *  broken, the errors that break them. Null for a head, and where nothing was sent.
 *  @param agencies  as they stand in the matrix */
export function findingsOf(
  { areas, total }: ReadinessMatrix,
  agencies: readonly MatrixAgency[],
  { row, column }: MatrixPlace,
): FindingFilter | null {
  if (row < 0) return null;
  const agency = agencies[row];
  const cell = column === 0 ? undefined : (agency?.cells ?? total)[column - 1];
  if (cell !== undefined && cell.ready === null) return null;
  const area = areas[column - 1];
  return {
    ...(agency === undefined ? {} : { agency: [agency.id] }),
    ...(area === undefined ? {} : { area: [area] }),
    ...(cell !== undefined && cell.broken > 0 ? { severity: ['error'] } : {}),
    state: ['open'],
  };
}
