import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { FileHandle, HandleKind } from '../../../shared/desktop/bridge.ts';
import { fail, succeed, type Result } from '../../../shared/result.ts';

/** A handle with its path; travels between our own processes only, never to the screen. */
export interface HandleGrant extends FileHandle {
  readonly path: string;
}

/** Files that a person chose in a dialog, dropped, or named on the command line: the only ones the screen can have read or
 *  written. It holds ids of 128 random bits, so a handle can't be guessed, and an id is good for its own kind only. */
export class HandleRegistry {
  readonly #grants = new Map<string, HandleGrant>();
  readonly #ids = new Map<string, string>();

  /** Handle of a path that a person chose; the same path and kind give the same handle.
   *  @param chosen  absolute path */
  register(kind: HandleKind, chosen: string): HandleGrant {
    const place = path.normalize(chosen);
    const key = `${kind}:${place}`;
    const known = this.#grants.get(this.#ids.get(key) ?? '');
    if (known !== undefined) return known;
    const grant = { id: randomBytes(16).toString('hex'), name: path.basename(place) || place, kind, path: place };
    this.adopt(grant);
    return grant;
  }

  /** Takes over a grant of another of our processes, under the same id. */
  adopt(grant: HandleGrant): void {
    this.#grants.set(grant.id, grant);
    this.#ids.set(`${grant.kind}:${grant.path}`, grant.id);
  }

  /** Path behind an id. Errors: `handle.unknown` (never granted, or of an earlier start), `handle.wrongKind`. */
  resolve(kind: HandleKind, id: unknown): Result<string> {
    const grant = typeof id === 'string' ? this.#grants.get(id) : undefined;
    if (grant === undefined) return fail('handle.unknown');
    if (grant.kind !== kind) return fail('handle.wrongKind', { file: grant.name });
    return succeed(grant.path);
  }

  /** All grants, for a process that starts anew. */
  grants(): readonly HandleGrant[] {
    return [...this.#grants.values()];
  }
}

/** The part of a grant that the screen may see. */
export const handleOf = ({ id, name, kind }: HandleGrant): FileHandle => ({ id, name, kind });
