import { randomUUID } from 'node:crypto';
import { touch, type WorkspaceDatabase } from './database.ts';
import { bytesOf, numberOf, textOf, textOrNull, type Row } from './rows.ts';

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

/** The files of rounds, with the tables that intake made of them. */
export class FileStore {
  readonly #database: WorkspaceDatabase;

  constructor(database: WorkspaceDatabase) {
    this.#database = database;
  }

  /** Files of a round that are not put aside, by name. */
  of(round: string): readonly StoredFile[] {
    return this.#database
      .all('SELECT * FROM file WHERE round = ? AND removed = 0 ORDER BY name, id', round)
      .map(fileOf);
  }

  /** A file of a round, put aside or not; null when the round has none of that id. */
  get(round: string, id: string): StoredFile | null {
    const row = this.#database.get('SELECT * FROM file WHERE id = ? AND round = ?', id, round);
    return row === undefined ? null : fileOf(row);
  }

  /** Contents that files of a name have had in any round, the newest first; those whose files are gone come last. */
  contentsNamed(
    name: string,
  ): readonly { readonly round: string; readonly roundName: string; readonly sha256: string }[] {
    return this.#database
      .all(
        `SELECT sent.round AS round, round.name AS roundName, sent.sha256 AS sha256
         FROM (SELECT round, sha256, rowid AS newest FROM file WHERE name = ?
               UNION ALL SELECT round, sha256, 0 FROM earlier_content WHERE name = ?) AS sent
         JOIN round ON round.id = sent.round
         GROUP BY sent.round, sent.sha256 ORDER BY MAX(sent.newest) DESC, sent.sha256`,
        name,
        name,
      )
      .map((row) => ({
        round: textOf(row, 'round'),
        roundName: textOf(row, 'roundName'),
        sha256: textOf(row, 'sha256'),
      }));
  }

  /** SHA-256 of everything that files of any round speak of. */
  contents(): ReadonlySet<string> {
    return new Set(this.#database.all('SELECT DISTINCT sha256 FROM file').map((row) => textOf(row, 'sha256')));
  }

  /** Keeps files with their tables, all or none. A file of the same name in the round is put aside. Contents must have
   *  been put into `contents` before. @returns ids in the order given */
  add(
    round: string,
    files: readonly (Omit<StoredFile, 'id'> & { readonly tables: readonly StoredTable[] })[],
  ): readonly string[] {
    return this.#database.together(() => {
      touch(this.#database, round);
      return files.map((file) => {
        const id = randomUUID();
        this.#putAside(round, file.name);
        this.#database.run(
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
  change(round: string, id: string, readings: string, tables: readonly StoredTable[]): void {
    this.#database.together(() => {
      touch(this.#database, round);
      this.#database.run('UPDATE file SET readings = ? WHERE id = ? AND round = ?', readings, id, round);
      this.#database.run('DELETE FROM sheet_table WHERE file = ?', id);
      this.#addTables(id, tables);
    });
  }

  /** Says which agency a file is of; null: what the file itself tells. */
  setAgency(round: string, id: string, agency: string | null): void {
    this.#database.together(() => {
      touch(this.#database, round);
      this.#database.run('UPDATE file SET agency = ? WHERE id = ? AND round = ?', agency, id, round);
    });
  }

  /** Puts a file aside or takes it back, then in the place of one that has its name by now. */
  setRemoved(round: string, id: string, removed: boolean): void {
    this.#database.together(() => {
      touch(this.#database, round);
      const own = this.get(round, id);
      if (own !== null && !removed) this.#putAside(round, own.name);
      this.#database.run('UPDATE file SET removed = ? WHERE id = ? AND round = ?', Number(removed), id, round);
    });
  }

  #putAside(round: string, name: string): void {
    this.#database.run('UPDATE file SET removed = 1 WHERE round = ? AND name = ? AND removed = 0', round, name);
  }

  /** Tables of a file in their order. */
  tables(file: string): readonly StoredTable[] {
    return this.#database.all('SELECT id, meta FROM sheet_table WHERE file = ? ORDER BY place', file).map((row) => ({
      meta: textOf(row, 'meta'),
      buffers: this.#database
        .all('SELECT content FROM table_buffer WHERE sheet_table = ? ORDER BY place', numberOf(row, 'id'))
        .map((buffer) => bytesOf(buffer, 'content')),
    }));
  }

  #addTables(file: string, tables: readonly StoredTable[]): void {
    tables.forEach(({ meta, buffers }, place) => {
      const { lastInsertRowid } = this.#database.run(
        'INSERT INTO sheet_table (file, place, meta) VALUES (?, ?, ?)',
        file,
        place,
        meta,
      );
      buffers.forEach((content, at) =>
        this.#database.run(
          'INSERT INTO table_buffer (sheet_table, place, content) VALUES (?, ?, ?)',
          lastInsertRowid,
          at,
          content,
        ),
      );
    });
  }
}

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
