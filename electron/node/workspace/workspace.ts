import { ContentFolder } from './contentFolder.ts';
import type { WorkspaceDatabase } from './database.ts';
import { DecisionStore } from './decisionStore.ts';
import { FileStore } from './fileStore.ts';
import { KnowledgeStore } from './knowledgeStore.ts';
import { RoundStore } from './roundStore.ts';
import { textOf } from './rows.ts';
import { RunStore } from './runStore.ts';
import { WorkStore } from './workStore.ts';

/** Everything the program remembers, in one database and a folder of contents. Every method of the stores is one
 *  transaction: it happened, or it didn't. */
export class Workspace implements Disposable {
  readonly contents: ContentFolder;
  readonly rounds: RoundStore;
  readonly files: FileStore;
  readonly decisions: DecisionStore;
  readonly knowledge: KnowledgeStore;
  readonly runs: RunStore;
  readonly work: WorkStore;
  readonly #database: WorkspaceDatabase;

  constructor(database: WorkspaceDatabase, contentFolder: string) {
    this.#database = database;
    this.rounds = new RoundStore(database);
    this.files = new FileStore(database);
    this.decisions = new DecisionStore(database);
    this.knowledge = new KnowledgeStore(database);
    this.runs = new RunStore(database);
    this.work = new WorkStore(database);
    this.contents = new ContentFolder(contentFolder);
    this.contents.keepOnly(this.files.contents());
  }

  [Symbol.dispose](): void {
    this.#database[Symbol.dispose]();
  }

  /** Forgets what was put aside in earlier sessions; of files it stays known which contents they had. */
  forgetRemoved(): void {
    this.#database.together(() => {
      this.#database.run('DELETE FROM round WHERE removed = 1');
      this.#database.run(
        "INSERT OR IGNORE INTO earlier_content (name, round, sha256) SELECT name, round, sha256 FROM file WHERE removed = 1 AND sha256 <> ''",
      );
      this.#database.run('DELETE FROM file WHERE removed = 1');
      this.#database.run('DELETE FROM rule_set WHERE removed = 1');
    });
  }

  /** What was chosen last under a name; null when nothing was. */
  choice(name: string): string | null {
    const row = this.#database.get('SELECT value FROM choice WHERE name = ?', name);
    return row === undefined ? null : textOf(row, 'value');
  }

  choose(name: string, value: string): void {
    this.#database.run('INSERT OR REPLACE INTO choice (name, value) VALUES (?, ?)', name, value);
  }
}
