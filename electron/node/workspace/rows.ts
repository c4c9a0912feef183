import type { SQLOutputValue } from 'node:sqlite';

/** A row as the database gives it. Our own schema says which column holds what; these say so to the compiler and throw
 *  on a database that isn't ours. */
export type Row = Record<string, SQLOutputValue>;

export const textOf = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column} holds no text`);
  return value;
};
export const textOrNull = (row: Row, column: string): string | null =>
  row[column] === null ? null : textOf(row, column);
export const numberOf = (row: Row, column: string): number => {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`column ${column} holds no number`);
  return value;
};
export const bytesOf = (row: Row, column: string): Uint8Array<ArrayBuffer> => {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new TypeError(`column ${column} holds no bytes`);
  return value;
};
