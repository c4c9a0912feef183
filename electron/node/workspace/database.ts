import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Row } from './rows.ts';

/** A database with its statements prepared once, and transactions. */
export class WorkspaceDatabase implements Disposable {
  readonly #database: DatabaseSync;
  readonly #now: () => Date;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }

  /** This instant, ISO. */
  instant(): string {
    return this.#now().toISOString();
  }

  run(sql: string, ...values: SQLInputValue[]): ReturnType<StatementSync['run']> {
    return this.#prepared(sql).run(...values);
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepared(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): readonly Row[] {
    return this.#prepared(sql).all(...values);
  }

  /** Does work as one transaction: all of it, or nothing when it throws. */
  together<T>(work: () => T): T {
    return inTransaction(this.#database, 'IMMEDIATE', work);
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) this.#statements.set(sql, (statement = this.#database.prepare(sql)));
    return statement;
  }
}

/** Does work between BEGIN and COMMIT; takes it back when it throws. */
export function inTransaction<T>(database: DatabaseSync, kind: 'IMMEDIATE' | 'EXCLUSIVE', work: () => T): T {
  database.exec(`BEGIN ${kind}`);
  try {
    const done = work();
    database.exec('COMMIT');
    return done;
  } catch (error) {
    // After some faults (a full disk) the database has taken it back by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Takes note that something in a round has changed now. */
export const touch = (database: WorkspaceDatabase, round: string): void =>
  void database.run('UPDATE round SET changed = ? WHERE id = ?', database.instant(), round);
