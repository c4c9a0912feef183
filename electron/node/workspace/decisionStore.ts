import { touch, type WorkspaceDatabase } from './database.ts';
import { numberOf, textOf, type Row } from './rows.ts';

/** A decision of a person. `label` and `content` are JSON. */
export interface StoredDecision {
  readonly entry: number;
  readonly at: string;
  readonly kind: string;
  readonly label: string;
  readonly content: string;
  readonly undone: boolean;
}

/** What people decided in rounds. */
export class DecisionStore {
  readonly #database: WorkspaceDatabase;

  constructor(database: WorkspaceDatabase) {
    this.#database = database;
  }

  /** The decisions of a round in order. */
  of(round: string): readonly StoredDecision[] {
    return this.#database.all('SELECT * FROM decision WHERE round = ? ORDER BY entry', round).map(decisionOf);
  }

  /** Which decisions a round has, in order, without what they say: a decision may hold a hundred thousand cells. */
  marks(round: string): readonly Pick<StoredDecision, 'entry' | 'undone'>[] {
    return this.#database
      .all('SELECT entry, undone FROM decision WHERE round = ? ORDER BY entry', round)
      .map((row) => ({ entry: numberOf(row, 'entry'), undone: numberOf(row, 'undone') === 1 }));
  }

  get(entry: number): StoredDecision | null {
    const row = this.#database.get('SELECT * FROM decision WHERE entry = ?', entry);
    return row === undefined ? null : decisionOf(row);
  }

  /** Adds a decision; what was undone before it can't be done again. @returns its number */
  add(round: string, kind: string, label: string, content: string): number {
    return this.addAll(round, [{ kind, label, content }])[0]!;
  }

  /** Adds several decisions, all or none. @returns their numbers */
  addAll(round: string, decisions: readonly Pick<StoredDecision, 'kind' | 'label' | 'content'>[]): number[] {
    return this.#database.together(() => {
      touch(this.#database, round);
      this.#database.run('DELETE FROM decision WHERE round = ? AND undone = 1', round);
      return decisions.map(({ kind, label, content }) => {
        const { lastInsertRowid } = this.#database.run(
          'INSERT INTO decision (round, at, kind, label, content) VALUES (?, ?, ?, ?, ?)',
          round,
          this.#database.instant(),
          kind,
          label,
          content,
        );
        return Number(lastInsertRowid);
      });
    });
  }

  /** Takes several decisions back, all or none. */
  undo(round: string, entries: readonly number[]): void {
    this.#database.together(() => {
      for (const entry of entries) this.#mark(round, entry, true);
    });
  }

  setUndone(round: string, entry: number, undone: boolean): void {
    this.#database.together(() => this.#mark(round, entry, undone));
  }

  #mark(round: string, entry: number, undone: boolean): void {
    touch(this.#database, round);
    this.#database.run('UPDATE decision SET undone = ? WHERE entry = ? AND round = ?', Number(undone), entry, round);
  }
}

const decisionOf = (row: Row): StoredDecision => ({
  entry: numberOf(row, 'entry'),
  at: textOf(row, 'at'),
  kind: textOf(row, 'kind'),
  label: textOf(row, 'label'),
  content: textOf(row, 'content'),
  undone: numberOf(row, 'undone') === 1,
});
