import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fail, succeed, type Result } from '../../../shared/result.ts';
import { inTransaction, WorkspaceDatabase } from './database.ts';
import { MIGRATIONS } from './schema.ts';
import { Workspace } from './workspace.ts';

const DATABASE = 'khong-gian-lam-viec.sqlite';
/** How many backups from before an upgrade are kept. */
const BACKUPS_KEPT = 3;
/** How long another program may take to let go of the database. */
const BUSY_MILLISECONDS = 300;

/** Opens the workspace in a folder, which is made when it isn't there; only one program at a time may have it open.
 *
 *  Before an upgrade of the schema the database is copied beside itself (`… v1 2026-11-21T….sqlite`).
 *  Errors: `workspace.inUse` (another window has it), `workspace.newer` (a newer version of the program wrote it),
 *  `workspace.damaged` (it is no sound database; names the newest backup), `workspace.notUpgraded` (a step of the upgrade
 *  failed; the data is as it was), `workspace.notAccessible` (the system says no: rights, a full disk).
 *  @param migrations  forward-only steps of the schema; those the database has gone through already are passed over */
export function openWorkspace(
  folder: string,
  now: () => Date,
  migrations: readonly string[] = MIGRATIONS,
): Result<Workspace> {
  try {
    mkdirSync(path.join(folder, 'tep'), { recursive: true });
  } catch (error) {
    return fail('workspace.notAccessible', { folder, detail: reasonOf(error) });
  }
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path.join(folder, DATABASE), { timeout: BUSY_MILLISECONDS });
    prepare(database);
    const refusal = refusalOf(database, folder, migrations.length) ?? upgraded(database, folder, now, migrations);
    if (refusal !== null) {
      database.close();
      return refusal;
    }
    return succeed(new Workspace(new WorkspaceDatabase(database, now), path.join(folder, 'tep')));
  } catch (error) {
    database?.close();
    if (isOneOf(error, BUSY)) return fail('workspace.inUse', { folder });
    const detail = reasonOf(error);
    return isOneOf(error, UNSOUND)
      ? fail('workspace.damaged', { folder, backup: newestBackup(folder), detail })
      : fail('workspace.notAccessible', { folder, detail });
  }
}

function prepare(database: DatabaseSync): void {
  // The system's own lock on the file, which it lets go of however the process ends.
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  // WAL survives the end of the process at any moment; NORMAL may lose the last commits on a power cut, FULL doesn't.
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF',
  );
}

function refusalOf(database: DatabaseSync, folder: string, known: number): ReturnType<typeof fail> | null {
  const version = versionOf(database);
  if (version > known) return fail('workspace.newer', { version, known });
  const check = database.prepare('PRAGMA quick_check(1)').get();
  const said = String(check === undefined ? '' : Object.values(check)[0]);
  return said === 'ok' ? null : fail('workspace.damaged', { folder, backup: newestBackup(folder), detail: said });
}

/** Takes the steps that are missing, all or none. @returns why not; null when the schema is today's */
function upgraded(
  database: DatabaseSync,
  folder: string,
  now: () => Date,
  migrations: readonly string[],
): ReturnType<typeof fail> | null {
  const version = versionOf(database);
  if (version === migrations.length) return null;
  try {
    if (version > 0) backUp(database, folder, version, now);
    // A step may put a table in another's place: rows that hang on the old one must not go with it.
    database.exec('PRAGMA foreign_keys = OFF');
    inTransaction(database, 'EXCLUSIVE', () => {
      for (const step of migrations.slice(version)) database.exec(step);
      if (database.prepare('PRAGMA foreign_key_check').get() !== undefined) throw new Error('foreign_key_check');
      database.exec(`PRAGMA user_version = ${migrations.length}`);
    });
    database.exec('PRAGMA foreign_keys = ON');
    return null;
  } catch (error) {
    if (version === 0) throw error;
    return fail('workspace.notUpgraded', { folder, version, backup: newestBackup(folder), detail: reasonOf(error) });
  }
}

function backUp(database: DatabaseSync, folder: string, version: number, now: () => Date): void {
  const stamp = now().toISOString().replaceAll(':', '-');
  const copy = path.join(folder, `ban-sao v${version} ${stamp}.sqlite`);
  // What was begun and not finished must not pass for a backup.
  const draft = `${copy}.dang-ghi`;
  rmSync(draft, { force: true });
  database.prepare('VACUUM INTO ?').run(draft);
  renameSync(draft, copy);
  for (const old of backups(folder).slice(0, -BACKUPS_KEPT)) rmSync(path.join(folder, old));
}

const backups = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.startsWith('ban-sao v') && name.endsWith('.sqlite'))
        .sort((a, b) => (stampOf(a) < stampOf(b) ? -1 : 1))
    : [];
const stampOf = (name: string): string => name.slice(name.indexOf(' ', 9));
const newestBackup = (folder: string): string => backups(folder).at(-1) ?? '—';

function versionOf(database: DatabaseSync): number {
  return Number(Object.values(database.prepare('PRAGMA user_version').get() ?? {})[0] ?? 0);
}

/** SQLITE_BUSY and SQLITE_LOCKED: another program has the database. */
const BUSY = [5, 6];
/** SQLITE_CORRUPT, SQLITE_NOTADB, and SQLITE_ERROR for a database that isn't ours. */
const UNSOUND = [1, 11, 26];

const isOneOf = (error: unknown, codes: readonly number[]): boolean => {
  const { errcode } = error as { readonly errcode?: number };
  return errcode !== undefined && codes.includes(errcode & 0xff);
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
