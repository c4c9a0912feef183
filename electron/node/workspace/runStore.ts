import type { WorkspaceDatabase } from './database.ts';
import { bytesOf, textOf } from './rows.ts';

/** Lines about runs that are kept per round: one is written with every pause in the work, and names every file. */
const RUNS_KEPT = 50;

/** Findings of a round's last run, for comparing rounds. */
export interface StoredFindings {
  readonly at: string;
  /** JSON: readiness by agency and area; '' while nothing was checked. */
  readonly readiness: string;
  /** JSON: the lists that the columns point into. */
  readonly lists: string;
  readonly identities: Uint8Array<ArrayBuffer>;
  readonly columns: Uint8Array<ArrayBuffer>;
}

/** What runs came to. */
export class RunStore {
  readonly #database: WorkspaceDatabase;

  constructor(database: WorkspaceDatabase) {
    this.#database = database;
  }

  /** Keeps the findings of a round's last run, and a line about the run beside those of the runs before. */
  save(round: string, findings: Omit<StoredFindings, 'at'>, run: string): void {
    this.#database.together(() => {
      const at = this.#database.instant();
      this.#database.run(
        'INSERT OR REPLACE INTO finding_snapshot (round, at, readiness, lists, identities, columns) VALUES (?, ?, ?, ?, ?, ?)',
        round,
        at,
        findings.readiness,
        findings.lists,
        findings.identities,
        findings.columns,
      );
      this.#database.run('INSERT INTO run_log (round, at, content) VALUES (?, ?, ?)', round, at, run);
      this.#database.run(
        'DELETE FROM run_log WHERE round = ? AND id NOT IN (SELECT id FROM run_log WHERE round = ? ORDER BY id DESC LIMIT ?)',
        round,
        round,
        RUNS_KEPT,
      );
    });
  }

  /** What the last run of a round found; null when nothing was kept yet. */
  findings(round: string): StoredFindings | null {
    const row = this.#database.get('SELECT * FROM finding_snapshot WHERE round = ?', round);
    if (row === undefined) return null;
    return {
      at: textOf(row, 'at'),
      readiness: textOf(row, 'readiness'),
      lists: textOf(row, 'lists'),
      identities: bytesOf(row, 'identities'),
      columns: bytesOf(row, 'columns'),
    };
  }

  /** Readiness that the last run of a round came to; null when none was kept yet or nothing was checked. */
  readiness(round: string): string | null {
    const row = this.#database.get("SELECT readiness FROM finding_snapshot WHERE round = ? AND readiness <> ''", round);
    return row === undefined ? null : textOf(row, 'readiness');
  }

  /** Rounds whose readiness was kept. */
  withReadiness(): ReadonlySet<string> {
    const rows = this.#database.all("SELECT round FROM finding_snapshot WHERE readiness <> ''");
    return new Set(rows.map((row) => textOf(row, 'round')));
  }

  /** Lines about the last runs of a round, oldest first. */
  log(round: string): readonly string[] {
    return this.#database
      .all('SELECT content FROM run_log WHERE round = ? ORDER BY id', round)
      .map((row) => textOf(row, 'content'));
  }
}
