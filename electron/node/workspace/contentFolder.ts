import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The files that agencies sent, as they came, named by their SHA-256: what is annotated and what a later version reads
 *  anew. Written before the database speaks of them, so that a row never points at nothing. */
export class ContentFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps the content of a file, piece by piece. @returns false when it is no longer the content with that SHA-256
   *  @throws the file system's error when it can't be read or kept */
  async copyIn(sha256: string, file: string): Promise<boolean> {
    const target = this.pathOf(sha256);
    if (existsSync(target)) return true;
    // A reader sees the whole file or none: the name is given last.
    const draft = `${target}.${randomUUID()}.dang-ghi`;
    const hash = createHash('sha256');
    const hashed = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(createReadStream(file), hashed, createWriteStream(draft, { flags: 'wx', flush: true }));
      if (hash.digest('hex') !== sha256) return false;
      await rename(draft, target);
      return true;
    } finally {
      await rm(draft, { force: true });
    }
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
