import type { FieldKey } from '../domain/fields.ts';

/** A row of an imported list as plain texts; what the list does not hold is absent. */
export type ListRow = Readonly<Partial<Record<FieldKey, string>>>;
