import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fail, succeed, type Result } from '../../../shared/result.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './schema.ts';
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
 *  `workspace.damaged` (the integrity check fails; names the newest backup), `workspace.notAccessible`. */
export function openWorkspace(folder: string, now: () => Date): Result<Workspace> {
  try {
    mkdirSync(path.join(folder, 'tep'), { recursive: true });
  } catch (error) {
    return fail('workspace.notAccessible', { folder, detail: reasonOf(error) });
  }
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path.join(folder, DATABASE), { timeout: BUSY_MILLISECONDS });
    prepare(database);
    const refusal = refusalOf(database, folder);
    if (refusal !== null) {
      database.close();
      return refusal;
    }
    migrate(database, folder, now);
    return succeed(new Workspace(database, path.join(folder, 'tep'), now));
  } catch (error) {
    database?.close();
    if (isBusy(error)) return fail('workspace.inUse', { folder });
    return fail('workspace.damaged', { folder, backup: newestBackup(folder), detail: reasonOf(error) });
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

function refusalOf(database: DatabaseSync, folder: string): ReturnType<typeof fail> | null {
  const version = versionOf(database);
  if (version > SCHEMA_VERSION) return fail('workspace.newer', { version, known: SCHEMA_VERSION });
  const check = database.prepare('PRAGMA quick_check(1)').get();
  const said = String(check === undefined ? '' : Object.values(check)[0]);
  return said === 'ok' ? null : fail('workspace.damaged', { folder, backup: newestBackup(folder), detail: said });
}

function migrate(database: DatabaseSync, folder: string, now: () => Date): void {
  const from = versionOf(database);
  if (from === SCHEMA_VERSION) return;
  if (from > 0) backUp(database, folder, from, now);
  database.exec('BEGIN EXCLUSIVE');
  try {
    for (const step of MIGRATIONS.slice(from)) database.exec(step);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function backUp(database: DatabaseSync, folder: string, version: number, now: () => Date): void {
  const stamp = now().toISOString().replaceAll(':', '-');
  const copy = path.join(folder, `ban-sao v${version} ${stamp}.sqlite`);
  database.prepare('VACUUM INTO ?').run(copy);
  for (const old of backups(folder).slice(0, -BACKUPS_KEPT)) rmSync(path.join(folder, old));
}

const backups = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.startsWith('ban-sao v'))
        .sort((a, b) => (stampOf(a) < stampOf(b) ? -1 : 1))
    : [];
const stampOf = (name: string): string => name.slice(name.indexOf(' ', 9));
const newestBackup = (folder: string): string => backups(folder).at(-1) ?? '—';

function versionOf(database: DatabaseSync): number {
  return Number(Object.values(database.prepare('PRAGMA user_version').get() ?? {})[0] ?? 0);
}

/** SQLITE_BUSY and SQLITE_LOCKED: another program has the database. */
const isBusy = (error: unknown): boolean => {
  const { errcode } = error as { readonly errcode?: number };
  return errcode !== undefined && [5, 6].includes(errcode & 0xff);
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
