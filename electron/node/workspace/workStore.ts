import { randomUUID } from 'node:crypto';
import type { WorkspaceDatabase } from './database.ts';
import { numberOf, textOf } from './rows.ts';

/** Long work that can go on where it stopped. */
export type WorkKind = 'intake' | 'report';

/** Work that was begun and has not come to its end. */
export interface StoredWork {
  readonly id: string;
  readonly kind: WorkKind;
  readonly round: string;
  /** ISO instant of its beginning. */
  readonly at: string;
  /** JSON: what was asked for. */
  readonly request: string;
  /** Parts that are finished, of all. */
  readonly done: number;
  readonly total: number;
}

/** Work that is under way, with its finished parts, so that it is known after a cancellation or a power cut. */
export class WorkStore {
  readonly #database: WorkspaceDatabase;

  constructor(database: WorkspaceDatabase) {
    this.#database = database;
  }

  /** Notes that work begins. @returns its id */
  begin(kind: WorkKind, round: string, request: string): string {
    const id = randomUUID();
    this.#database.run(
      'INSERT INTO unfinished_work (id, kind, round, at, request) VALUES (?, ?, ?, ?, ?)',
      id,
      kind,
      round,
      this.#database.instant(),
      request,
    );
    return id;
  }

  /** Says of how many parts work is. */
  setTotal(id: string, total: number): void {
    this.#database.run('UPDATE unfinished_work SET total = ? WHERE id = ?', total, id);
  }

  /** Notes a part as finished; of work that was forgotten meanwhile nothing is noted. */
  finish(id: string, part: string): void {
    this.#database.run(
      'INSERT OR IGNORE INTO finished_part (work, part) SELECT id, ? FROM unfinished_work WHERE id = ?',
      part,
      id,
    );
  }

  finishedParts(id: string): ReadonlySet<string> {
    const rows = this.#database.all('SELECT part FROM finished_part WHERE work = ?', id);
    return new Set(rows.map((row) => textOf(row, 'part')));
  }

  /** Forgets work: it came to its end, or nobody wants it any more. */
  forget(id: string): void {
    this.#database.run('DELETE FROM unfinished_work WHERE id = ?', id);
  }

  /** Work on rounds that are not put aside, oldest first. */
  list(): readonly StoredWork[] {
    return this.#database
      .all(
        `SELECT work.*, (SELECT COUNT(*) FROM finished_part WHERE finished_part.work = work.id) AS done
         FROM unfinished_work AS work JOIN round ON round.id = work.round AND round.removed = 0
         ORDER BY work.at, work.id`,
      )
      .map((row) => ({
        id: textOf(row, 'id'),
        // Written by `begin`.
        kind: textOf(row, 'kind') as WorkKind,
        round: textOf(row, 'round'),
        at: textOf(row, 'at'),
        request: textOf(row, 'request'),
        done: numberOf(row, 'done'),
        total: numberOf(row, 'total'),
      }));
  }
}
