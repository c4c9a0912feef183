import { randomUUID } from 'node:crypto';
import type { WorkspaceDatabase } from './database.ts';
import { numberOf, textOf, textOrNull, type Row } from './rows.ts';

/** A round as it is stored. `standing` is what its card showed of the last run, as JSON. */
export interface StoredRound {
  readonly id: string;
  readonly name: string;
  /** ISO date as of which the rules judge. */
  readonly date: string;
  readonly sample: boolean;
  readonly reference: string | null;
  readonly ruleSet: string | null;
  readonly changed: string;
  readonly standing: string | null;
}

/** The rounds of checking. */
export class RoundStore {
  readonly #database: WorkspaceDatabase;

  constructor(database: WorkspaceDatabase) {
    this.#database = database;
  }

  /** Those that are not put aside, newest first. */
  list(): readonly StoredRound[] {
    return this.#database.all('SELECT * FROM round WHERE removed = 0 ORDER BY created DESC, id').map(roundOf);
  }

  get(id: string): StoredRound | null {
    const row = this.#database.get('SELECT * FROM round WHERE id = ? AND removed = 0', id);
    return row === undefined ? null : roundOf(row);
  }

  add(round: Pick<StoredRound, 'name' | 'date' | 'sample' | 'reference' | 'ruleSet'>): string {
    const id = randomUUID();
    const at = this.#database.instant();
    this.#database.run(
      'INSERT INTO round (id, name, date, sample, reference, rule_set, created, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      round.name,
      round.date,
      Number(round.sample),
      round.reference,
      round.ruleSet,
      at,
      at,
    );
    return id;
  }

  change(round: Pick<StoredRound, 'id' | 'name' | 'date' | 'reference' | 'ruleSet'>): void {
    this.#database.run(
      'UPDATE round SET name = ?, date = ?, reference = ?, rule_set = ?, changed = ? WHERE id = ?',
      round.name,
      round.date,
      round.reference,
      round.ruleSet,
      this.#database.instant(),
      round.id,
    );
  }

  /** What the card shows of the last run. */
  setStanding(round: string, standing: string): void {
    this.#database.run(
      'UPDATE round SET standing = ?, changed = ? WHERE id = ?',
      standing,
      this.#database.instant(),
      round,
    );
  }

  /** Puts a round aside or takes it back. */
  setRemoved(round: string, removed: boolean): void {
    this.#database.run('UPDATE round SET removed = ? WHERE id = ?', Number(removed), round);
  }
}

const roundOf = (row: Row): StoredRound => ({
  id: textOf(row, 'id'),
  name: textOf(row, 'name'),
  date: textOf(row, 'date'),
  sample: numberOf(row, 'sample') === 1,
  reference: textOrNull(row, 'reference'),
  ruleSet: textOrNull(row, 'rule_set'),
  changed: textOf(row, 'changed'),
  standing: textOrNull(row, 'standing'),
});
