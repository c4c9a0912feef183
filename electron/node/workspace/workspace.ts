import { randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { ContentFolder } from './contentFolder.ts';
import { bytesOf, numberOf, textOf, textOrNull, type Row } from './rows.ts';

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

/** A file of a round. `fault` and `readings` are JSON. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string | null;
  readonly fault: string | null;
  readonly readings: string;
  /** Agency that a person named. */
  readonly agency: string | null;
}

/** A table as JSON and buffers (`packTable`). */
export interface StoredTable {
  readonly meta: string;
  readonly buffers: readonly Uint8Array<ArrayBuffer>[];
}

/** A decision of a person. `label` and `content` are JSON. */
export interface StoredDecision {
  readonly entry: number;
  readonly at: string;
  readonly kind: string;
  readonly label: string;
  readonly content: string;
  readonly undone: boolean;
}

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

export interface StoredRuleSet {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly hash: string;
  readonly saved: string;
  readonly yaml: string;
}

/** Findings of a round's last run, for comparing rounds. */
export interface StoredFindings {
  readonly at: string;
  /** JSON: the lists that the columns point into. */
  readonly lists: string;
  readonly identities: Uint8Array<ArrayBuffer>;
  readonly columns: Uint8Array<ArrayBuffer>;
}

/** Everything the program remembers, in one database. Every method is one transaction: it happened, or it didn't. */
export class Workspace implements Disposable {
  readonly contents: ContentFolder;
  readonly #database: DatabaseSync;
  readonly #now: () => Date;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync, contentFolder: string, now: () => Date) {
    this.#database = database;
    this.#now = now;
    this.contents = new ContentFolder(contentFolder);
    this.contents.keepOnly(new Set(this.#all('SELECT DISTINCT sha256 FROM file').map((row) => textOf(row, 'sha256'))));
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }

  // Rounds

  rounds(): readonly StoredRound[] {
    return this.#all('SELECT * FROM round WHERE removed = 0 ORDER BY created DESC, id').map(roundOf);
  }

  round(id: string): StoredRound | null {
    const row = this.#get('SELECT * FROM round WHERE id = ? AND removed = 0', id);
    return row === undefined ? null : roundOf(row);
  }

  addRound(round: Pick<StoredRound, 'name' | 'date' | 'sample' | 'reference' | 'ruleSet'>): string {
    const id = randomUUID();
    const at = this.#instant();
    this.#run(
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

  changeRound(round: Pick<StoredRound, 'id' | 'name' | 'date' | 'reference' | 'ruleSet'>): void {
    this.#run(
      'UPDATE round SET name = ?, date = ?, reference = ?, rule_set = ?, changed = ? WHERE id = ?',
      round.name,
      round.date,
      round.reference,
      round.ruleSet,
      this.#instant(),
      round.id,
    );
  }

  /** What the card shows of the last run. */
  setStanding(round: string, standing: string): void {
    this.#run('UPDATE round SET standing = ?, changed = ? WHERE id = ?', standing, this.#instant(), round);
  }

  /** Puts a round aside or takes it back. */
  setRoundRemoved(round: string, removed: boolean): void {
    this.#run('UPDATE round SET removed = ? WHERE id = ?', Number(removed), round);
  }

  /** Forgets what was put aside in earlier sessions. */
  forgetRemoved(): void {
    this.#together(() => {
      this.#run('DELETE FROM round WHERE removed = 1');
      this.#run('DELETE FROM file WHERE removed = 1');
    });
  }

  // Files and tables

  files(round: string): readonly StoredFile[] {
    return this.#all('SELECT * FROM file WHERE round = ? AND removed = 0 ORDER BY name, id', round).map(fileOf);
  }

  file(id: string): StoredFile | null {
    const row = this.#get('SELECT * FROM file WHERE id = ?', id);
    return row === undefined ? null : fileOf(row);
  }

  /** Keeps files with their tables, all or none. A file of the same name in the round is put aside. Contents must have
   *  been put into `contents` before. @returns ids in the order given */
  addFiles(
    round: string,
    files: readonly (Omit<StoredFile, 'id'> & { readonly tables: readonly StoredTable[] })[],
  ): readonly string[] {
    return this.#together(() => {
      this.#touch(round);
      return files.map((file) => {
        const id = randomUUID();
        this.#run('UPDATE file SET removed = 1 WHERE round = ? AND name = ? AND removed = 0', round, file.name);
        this.#run(
          'INSERT INTO file (id, round, name, sha256, bytes, format, fault, readings, agency) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
          id,
          round,
          file.name,
          file.sha256,
          file.bytes,
          file.format,
          file.fault,
          file.readings,
          file.agency,
        );
        this.#addTables(id, file.tables);
        return id;
      });
    });
  }

  /** Replaces what was understood of a file. */
  changeFile(round: string, id: string, readings: string, agency: string | null, tables: readonly StoredTable[]): void {
    this.#together(() => {
      this.#touch(round);
      this.#run('UPDATE file SET readings = ?, agency = ? WHERE id = ?', readings, agency, id);
      this.#run('DELETE FROM sheet_table WHERE file = ?', id);
      this.#addTables(id, tables);
    });
  }

  setFileRemoved(round: string, id: string, removed: boolean): void {
    this.#together(() => {
      this.#touch(round);
      this.#run('UPDATE file SET removed = ? WHERE id = ? AND round = ?', Number(removed), id, round);
    });
  }

  tables(file: string): readonly StoredTable[] {
    return this.#all('SELECT id, meta FROM sheet_table WHERE file = ? ORDER BY place', file).map((row) => ({
      meta: textOf(row, 'meta'),
      buffers: this.#all(
        'SELECT content FROM table_buffer WHERE sheet_table = ? ORDER BY place',
        numberOf(row, 'id'),
      ).map((buffer) => bytesOf(buffer, 'content')),
    }));
  }

  #addTables(file: string, tables: readonly StoredTable[]): void {
    tables.forEach(({ meta, buffers }, place) => {
      const { lastInsertRowid } = this.#run(
        'INSERT INTO sheet_table (file, place, meta) VALUES (?, ?, ?)',
        file,
        place,
        meta,
      );
      buffers.forEach((content, at) =>
        this.#run(
          'INSERT INTO table_buffer (sheet_table, place, content) VALUES (?, ?, ?)',
          lastInsertRowid,
          at,
          content,
        ),
      );
    });
  }

  // Decisions

  decisions(round: string): readonly StoredDecision[] {
    return this.#all('SELECT * FROM decision WHERE round = ? ORDER BY entry', round).map(decisionOf);
  }

  /** Adds a decision; what was undone before it can't be done again. @returns its number */
  addDecision(round: string, kind: string, label: string, content: string): number {
    return this.#together(() => {
      this.#touch(round);
      this.#run('DELETE FROM decision WHERE round = ? AND undone = 1', round);
      const { lastInsertRowid } = this.#run(
        'INSERT INTO decision (round, at, kind, label, content) VALUES (?, ?, ?, ?, ?)',
        round,
        this.#instant(),
        kind,
        label,
        content,
      );
      return Number(lastInsertRowid);
    });
  }

  setUndone(round: string, entry: number, undone: boolean): void {
    this.#together(() => {
      this.#touch(round);
      this.#run('UPDATE decision SET undone = ? WHERE entry = ? AND round = ?', Number(undone), entry, round);
    });
  }

  // What is remembered beside rounds

  mappings(): readonly string[] {
    return this.#all('SELECT content FROM mapping ORDER BY layout').map((row) => textOf(row, 'content'));
  }

  saveMapping(layout: string, content: string): void {
    this.#run(
      'INSERT INTO mapping (layout, content, saved) VALUES (?, ?, ?) ON CONFLICT (layout) DO UPDATE SET content = excluded.content, saved = excluded.saved',
      layout,
      content,
      this.#instant(),
    );
  }

  forgetMapping(layout: string): void {
    this.#run('DELETE FROM mapping WHERE layout = ?', layout);
  }

  references(): readonly StoredReference[] {
    return this.#all(
      'SELECT id, title, date, records, complete, doubts, sample FROM reference ORDER BY date DESC, saved DESC, id',
    ).map(referenceOf);
  }

  referenceContent(id: string): Uint8Array<ArrayBuffer> | null {
    const row = this.#get('SELECT content FROM reference WHERE id = ?', id);
    return row === undefined ? null : bytesOf(row, 'content');
  }

  saveReference(reference: StoredReference, content: Uint8Array): void {
    const { id, title, date, records, complete, doubts, sample } = reference;
    this.#run(
      'INSERT OR REPLACE INTO reference (id, title, date, records, complete, doubts, sample, saved, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      title,
      date,
      records,
      Number(complete),
      doubts,
      Number(sample),
      this.#instant(),
      content,
    );
  }

  /** Forgets a catalogue; rounds that leaned on it lean on none. */
  removeReference(id: string): void {
    this.#together(() => {
      this.#run('UPDATE round SET reference = NULL WHERE reference = ?', id);
      this.#run('DELETE FROM reference WHERE id = ?', id);
    });
  }

  ruleSets(): readonly StoredRuleSet[] {
    return this.#all('SELECT * FROM rule_set ORDER BY saved DESC, id').map(ruleSetOf);
  }

  ruleSet(id: string): StoredRuleSet | null {
    const row = this.#get('SELECT * FROM rule_set WHERE id = ?', id);
    return row === undefined ? null : ruleSetOf(row);
  }

  saveRuleSet(ruleSet: Omit<StoredRuleSet, 'saved'>): void {
    const { id, title, version, hash, yaml } = ruleSet;
    this.#run(
      'INSERT OR REPLACE INTO rule_set (id, title, version, hash, saved, yaml) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      title,
      version,
      hash,
      this.#instant(),
      yaml,
    );
  }

  /** Keeps the findings of a round's last run, and a line about the run. */
  saveRun(round: string, findings: Omit<StoredFindings, 'at'>, run: string): void {
    this.#together(() => {
      const at = this.#instant();
      this.#run(
        'INSERT OR REPLACE INTO finding_snapshot (round, at, lists, identities, columns) VALUES (?, ?, ?, ?, ?)',
        round,
        at,
        findings.lists,
        findings.identities,
        findings.columns,
      );
      this.#run('INSERT INTO run_log (round, at, content) VALUES (?, ?, ?)', round, at, run);
    });
  }

  findings(round: string): StoredFindings | null {
    const row = this.#get('SELECT * FROM finding_snapshot WHERE round = ?', round);
    if (row === undefined) return null;
    return {
      at: textOf(row, 'at'),
      lists: textOf(row, 'lists'),
      identities: bytesOf(row, 'identities'),
      columns: bytesOf(row, 'columns'),
    };
  }

  choice(name: string): string | null {
    const row = this.#get('SELECT value FROM choice WHERE name = ?', name);
    return row === undefined ? null : textOf(row, 'value');
  }

  choose(name: string, value: string): void {
    this.#run('INSERT OR REPLACE INTO choice (name, value) VALUES (?, ?)', name, value);
  }

  #touch(round: string): void {
    this.#run('UPDATE round SET changed = ? WHERE id = ?', this.#instant(), round);
  }

  #together<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const done = work();
      this.#database.exec('COMMIT');
      return done;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #instant(): string {
    return this.#now().toISOString();
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) this.#statements.set(sql, (statement = this.#database.prepare(sql)));
    return statement;
  }

  #run(sql: string, ...values: SQLInputValue[]): ReturnType<StatementSync['run']> {
    return this.#prepared(sql).run(...values);
  }

  #get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepared(sql).get(...values);
  }

  #all(sql: string, ...values: SQLInputValue[]): readonly Row[] {
    return this.#prepared(sql).all(...values);
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

const fileOf = (row: Row): StoredFile => ({
  id: textOf(row, 'id'),
  name: textOf(row, 'name'),
  sha256: textOf(row, 'sha256'),
  bytes: numberOf(row, 'bytes'),
  format: textOrNull(row, 'format'),
  fault: textOrNull(row, 'fault'),
  readings: textOf(row, 'readings'),
  agency: textOrNull(row, 'agency'),
});

const decisionOf = (row: Row): StoredDecision => ({
  entry: numberOf(row, 'entry'),
  at: textOf(row, 'at'),
  kind: textOf(row, 'kind'),
  label: textOf(row, 'label'),
  content: textOf(row, 'content'),
  undone: numberOf(row, 'undone') === 1,
});

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
