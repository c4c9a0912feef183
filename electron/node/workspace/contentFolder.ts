import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The files that agencies sent, as they came, named by their SHA-256: what is annotated and what a later version reads
 *  anew. Written before the database speaks of them, so that a row never points at nothing. */
export class ContentFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  put(sha256: string, content: Uint8Array): void {
    const target = this.pathOf(sha256);
    if (existsSync(target)) return;
    // A reader sees the whole file or none: the name is given last.
    const draft = `${target}.dang-ghi`;
    writeFileSync(draft, content, { flush: true });
    renameSync(draft, target);
  }

  /** @throws when it isn't there */
  read(sha256: string): Uint8Array {
    return readFileSync(this.pathOf(sha256));
  }

  pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('not a SHA-256');
    return path.join(this.#folder, sha256);
  }

  /** Removes what nothing speaks of any more, and what was being written when the program was stopped. */
  keepOnly(known: ReadonlySet<string>): void {
    for (const name of readdirSync(this.#folder)) {
      if (!known.has(name)) rmSync(path.join(this.#folder, name), { force: true });
    }
  }
}
