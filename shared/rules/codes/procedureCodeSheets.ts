import type { DatasetId } from '../../domain/datasets.ts';

/** Sheet kinds in which an agency writes procedure codes of its own. */
export const SHEETS_WITH_PROCEDURE_CODES = [
  'procedures',
  'channels',
  'components',
  'feeConfigs',
  'workflows',
  'transitions',
  'links',
  'pendingDossiers',
] as const satisfies readonly DatasetId[];
