import type { Channel } from '../domain/channel.ts';
import { COMPARED_FIELDS, type ComparedField, type Meanings } from './comparedFields.ts';

/** One value as a list writes it, for which case and channels, and what it means. */
export interface Statement<Meaning> {
  /** As written, cleaned. */
  readonly text: string;
  /** Null when it cannot be read: a person has to compare. */
  readonly meaning: Meaning | null;
  /** The case in words; '' where the list names none. */
  readonly caseText: string;
  /** Key under which two names of a case are one. */
  readonly caseKey: string;
  /** Channels it holds for; none where it names none, which means all. */
  readonly channels: readonly Channel[];
}

/** Place of a statement that holds for every case and channel. */
export const EVERYWHERE = { caseText: '', caseKey: '', channels: [] } as const;

/** Everything a list says of a procedure, by field. */
export type Statements = { readonly [Field in ComparedField]: readonly Statement<Meanings[Field]>[] };

/** Statements that are still being collected. */
export type OpenStatements = { readonly [Field in ComparedField]: Statement<Meanings[Field]>[] };

/** A procedure in one list. Cases and channels are kept apart; the local suffix of the code is dropped, as rules do. */
export interface StatedProcedure {
  /** National code, `d.dddddd`. */
  readonly code: string;
  readonly name: string;
  readonly statements: Statements;
}

/** An empty collection of statements. */
export const noStatements = (): OpenStatements =>
  Object.fromEntries(COMPARED_FIELDS.map((field) => [field, []])) as unknown as OpenStatements;

/** Adds a statement unless the same one is there. */
export function addStatement<Field extends ComparedField>(
  statements: OpenStatements,
  field: Field,
  statement: Statement<Meanings[Field]>,
): void {
  const list: Statement<Meanings[Field]>[] = statements[field];
  const known = list.some(
    ({ text, caseText, channels }) =>
      text === statement.text && caseText === statement.caseText && channels.join() === statement.channels.join(),
  );
  if (!known) list.push(statement);
}
