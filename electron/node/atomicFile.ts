import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, unlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import path from 'node:path';

/** Waits between attempts, in milliseconds: an antivirus or Excel lets go of a file within about a second, or not. */
const RETRIES = [20, 60, 180, 500];

/** Writes a file as a whole or not at all: temporary file in the same folder, fsync, rename. A reader sees the old file
 *  or the new one, never half of it, even when the process is killed.
 *  @param pieces  content in order; strings are UTF-8
 *  @throws the file system's error when the place can't be written (EBUSY or EPERM after several attempts) */
export async function writeFileAtomically(file: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  const handle = await open(temporary, 'wx');
  try {
    let waiting = '';
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        waiting += piece;
        if (waiting.length < 1 << 16) continue;
        await handle.writeFile(waiting);
        waiting = '';
      } else {
        await handle.writeFile(waiting);
        waiting = '';
        await handle.writeFile(piece);
      }
    }
    await handle.writeFile(waiting);
    await handle.sync();
    await handle.close();
    await renameWithPatience(temporary, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/** Removes what writers that were killed left behind in a folder and below. To be called while nobody writes there. */
export async function removeDrafts(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && DRAFT.test(entry.name)) await rm(path.join(entry.parentPath, entry.name), { force: true });
  }
}

/** Name of a temporary file. */
const DRAFT = /^\..+\.[0-9a-f]{12}\.tmp$/s;

async function renameWithPatience(from: string, to: string): Promise<void> {
  for (const wait of RETRIES) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== 'EBUSY' && code !== 'EPERM' && code !== 'EACCES') throw error;
      await pause(wait);
    }
  }
  await rename(from, to);
}
