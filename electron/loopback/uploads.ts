import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Transform } from 'node:stream';
import { LARGEST_UPLOAD, LARGEST_UPLOAD_MEGABYTES } from '../../shared/contract/upload.ts';
import { fail, succeed, type Result } from '../../shared/result.ts';
import type { HandleGrant, HandleRegistry } from '../node/web/fileHandles.ts';

const LONGEST_NAME = 400;

/** Keeps what the browser hands over in a private folder until the program ends. */
export class Uploads implements AsyncDisposable {
  readonly #folder: Promise<string>;
  readonly #handles: HandleRegistry;
  #last = 0;

  constructor(handles: HandleRegistry) {
    this.#handles = handles;
    // mkdtemp makes it for this user only.
    this.#folder = mkdtemp(path.join(tmpdir(), 'ra-soat-'));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(await this.#folder, { recursive: true, force: true });
  }

  /** Stores one file under the name that people know it by: relative to what was dropped, with `/`.
   *  Errors: `upload.badName`, `upload.tooLarge`, `upload.failed`. */
  async receive(request: IncomingMessage, name: string): Promise<Result<HandleGrant>> {
    const safe = safeName(name);
    if (safe === null) return fail('upload.badName', { file: name.slice(0, 80) });
    const folder = path.join(await this.#folder, String(++this.#last));
    const target = path.join(folder, ...safe);
    try {
      await mkdir(path.dirname(target), { recursive: true });
      await pipeline(request, atMost(LARGEST_UPLOAD), createWriteStream(target, { flags: 'wx', mode: 0o600 }));
      await stat(target);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      const tooLarge = error instanceof RangeError;
      return fail(tooLarge ? 'upload.tooLarge' : 'upload.failed', {
        file: name.slice(0, 80),
        megabytes: LARGEST_UPLOAD_MEGABYTES,
        detail: error instanceof Error ? error.message : String(error),
      });
    }
    // A file that came in a folder is handed on as that folder, so that its name keeps its path.
    return succeed(this.#handles.register('read', safe.length > 1 ? path.join(folder, safe[0]!) : target));
  }
}

/** The parts of a relative name, if every one of them is an ordinary name. */
function safeName(name: string): readonly string[] | null {
  if (name.length === 0 || name.length > LONGEST_NAME) return null;
  const parts = name.split('/');
  const isOrdinary = (part: string): boolean =>
    part !== '' && part !== '.' && part !== '..' && !/[\\:\0-\x1f<>"|?*]/.test(part) && Buffer.byteLength(part) <= 240;
  return parts.every(isOrdinary) ? parts : null;
}

function atMost(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > bytes) done(new RangeError('too large'));
      else done(null, chunk);
    },
  });
}
