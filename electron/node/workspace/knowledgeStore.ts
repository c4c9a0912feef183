import type { WorkspaceDatabase } from './database.ts';
import { bytesOf, numberOf, textOf, type Row } from './rows.ts';

/** A national catalogue that is kept; `content` apart, because it is large. */
export interface StoredReference {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly records: number;
  readonly complete: boolean;
  readonly doubts: number;
  readonly sample: boolean;
}

/** A version of a rule set that is kept. */
export interface StoredRuleSet {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly hash: string;
  readonly saved: string;
  readonly yaml: string;
}

/** What is known beside the rounds: layouts, national catalogues, rule sets. */
export class KnowledgeStore {
  readonly #database: WorkspaceDatabase;

  constructor(database: WorkspaceDatabase) {
    this.#database = database;
  }

  /** Layouts that people confirmed, as JSON. */
  mappings(): readonly string[] {
    return this.#database.all('SELECT content FROM mapping ORDER BY layout').map((row) => textOf(row, 'content'));
  }

  saveMapping(layout: string, content: string): void {
    this.#database.run(
      'INSERT INTO mapping (layout, content, saved) VALUES (?, ?, ?) ON CONFLICT (layout) DO UPDATE SET content = excluded.content, saved = excluded.saved',
      layout,
      content,
      this.#database.instant(),
    );
  }

  forgetMapping(layout: string): void {
    this.#database.run('DELETE FROM mapping WHERE layout = ?', layout);
  }

  /** Catalogues, newest first, without their content. */
  references(): readonly StoredReference[] {
    return this.#database
      .all(
        'SELECT id, title, date, records, complete, doubts, sample FROM reference ORDER BY date DESC, saved DESC, id',
      )
      .map(referenceOf);
  }

  referenceContent(id: string): Uint8Array<ArrayBuffer> | null {
    const row = this.#database.get('SELECT content FROM reference WHERE id = ?', id);
    return row === undefined ? null : bytesOf(row, 'content');
  }

  saveReference(reference: StoredReference, content: Uint8Array): void {
    const { id, title, date, records, complete, doubts, sample } = reference;
    this.#database.run(
      'INSERT OR REPLACE INTO reference (id, title, date, records, complete, doubts, sample, saved, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      title,
      date,
      records,
      Number(complete),
      doubts,
      Number(sample),
      this.#database.instant(),
      content,
    );
  }

  /** Forgets a catalogue; rounds that leaned on it lean on none. */
  removeReference(id: string): void {
    this.#database.together(() => {
      this.#database.run('UPDATE round SET reference = NULL WHERE reference = ?', id);
      this.#database.run('DELETE FROM reference WHERE id = ?', id);
    });
  }

  /** Rule sets that are not put aside, last saved first. */
  ruleSets(): readonly StoredRuleSet[] {
    return this.#database.all('SELECT * FROM rule_set WHERE removed = 0 ORDER BY saved DESC, id').map(ruleSetOf);
  }

  ruleSet(id: string): StoredRuleSet | null {
    const row = this.#database.get('SELECT * FROM rule_set WHERE id = ? AND removed = 0', id);
    return row === undefined ? null : ruleSetOf(row);
  }

  saveRuleSet(ruleSet: Omit<StoredRuleSet, 'saved'>): void {
    const { id, title, version, hash, yaml } = ruleSet;
    this.#database.run(
      'INSERT OR REPLACE INTO rule_set (id, title, version, hash, saved, yaml) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      title,
      version,
      hash,
      this.#database.instant(),
      yaml,
    );
  }

  /** Puts a rule set aside or takes it back. @returns false when there is none of that id */
  setRuleSetRemoved(id: string, removed: boolean): boolean {
    return this.#database.run('UPDATE rule_set SET removed = ? WHERE id = ?', Number(removed), id).changes > 0;
  }
}

const referenceOf = (row: Row): StoredReference => ({
  id: textOf(row, 'id'),
  title: textOf(row, 'title'),
  date: textOf(row, 'date'),
  records: numberOf(row, 'records'),
  complete: numberOf(row, 'complete') === 1,
  doubts: numberOf(row, 'doubts'),
  sample: numberOf(row, 'sample') === 1,
});

const ruleSetOf = (row: Row): StoredRuleSet => ({
  id: textOf(row, 'id'),
  title: textOf(row, 'title'),
  version: textOf(row, 'version'),
  hash: textOf(row, 'hash'),
  saved: textOf(row, 'saved'),
  yaml: textOf(row, 'yaml'),
});
