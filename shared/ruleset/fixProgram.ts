import { formatDate, isoOfDay } from '../domain/calendarDate.ts';
import type { FieldKey } from '../domain/fields.ts';
import type { Fix } from '../engine/finding.ts';
import { isDateField } from './expressionNames.ts';
import type { Value } from './kleene.ts';
import type { Formula } from './rowProgram.ts';

/** The correction that an own rule proposes for its marked cell. */
export interface OwnFix {
  readonly formula: Formula;
  readonly confidence: Fix['confidence'];
  readonly why?: string | undefined;
}

/** Text of a proposed value as it is written into a cell; null where nothing is proposed: unknown values, blank texts. */
export function proposedText(value: Value, field: FieldKey): string | null {
  if (value === null || value === '' || typeof value === 'boolean') return null;
  if (typeof value === 'string') return value;
  return isDateField(field) ? formatDate({ iso: isoOfDay(Math.round(value)) }) : String(value);
}
