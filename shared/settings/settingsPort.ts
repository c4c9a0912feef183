import { fail, succeed, type Fault, type Result } from '../result.ts';
import { DEFAULT_SETTINGS, SETTINGS_FORMAT, settingsChangeSchema, settingsSchema, type Settings } from './settings.ts';
import { readStored, type StoredFormat } from './storedVersion.ts';

/** Where settings lie: one JSON document that is read and replaced as a whole. */
export interface SettingsDocument {
  /** What is stored; `undefined` when nothing is yet, or `'unreadable'` when it is no JSON. */
  read(): Promise<unknown>;
  /** Replaces the document, whole or not at all. */
  write(value: unknown): Promise<void>;
  /** Keeps a copy of what is stored beside it, named by what it is (`v1`, `damaged`). */
  keepCopy(name: string): Promise<void>;
}

/** Settings as they were found. */
export interface LoadedSettings {
  readonly settings: Settings;
  /** Why these are not, or not exactly, what was stored; to be shown once. */
  readonly notice?: Fault;
}

/** Settings of the program, the same behind every host. */
export interface SettingsPort {
  /** Never fails for what is stored: what can't be understood is kept as a copy and defaults take its place. */
  load(): Promise<LoadedSettings>;
  /** Checks and stores a change; gives the settings after it.
   *  Errors: `settings.invalidChange`, `settings.newer` (stored by a later program, left untouched),
   *  `settings.notSaved` with the system's reason. */
  change(change: unknown): Promise<Result<Settings>>;
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Settings over a document. An older form is copied (`v1`) before it is written in today's form.
 *  Changes are stored one after the other, so that two quick ones never lose each other. */
export function settingsPort(
  document: SettingsDocument,
  format: StoredFormat<Settings> = SETTINGS_FORMAT,
): SettingsPort {
  async function load(): Promise<LoadedSettings> {
    const stored = await document.read();
    if (stored === undefined) return { settings: DEFAULT_SETTINGS };
    const read = readStored(format, stored);
    if (!read.ok) {
      if (read.error.code !== 'settings.newer') await document.keepCopy('damaged');
      return { settings: DEFAULT_SETTINGS, notice: read.error };
    }
    const { value, storedVersion } = read.value;
    if (storedVersion < format.version) {
      await document.keepCopy(`v${storedVersion}`);
      await document.write(value);
    }
    return { settings: value };
  }

  async function change(wanted: unknown): Promise<Result<Settings>> {
    const read = settingsChangeSchema.safeParse(wanted);
    if (!read.success) return fail('settings.invalidChange', { field: read.error.issues[0]?.path.join('.') ?? '' });
    try {
      const { settings, notice } = await load();
      if (notice?.code === 'settings.newer') return { ok: false, error: notice };
      const next = settingsSchema.parse({ ...settings, ...read.data });
      await document.write(next);
      return succeed(next);
    } catch (error) {
      return fail('settings.notSaved', { detail: reason(error) });
    }
  }

  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  return { load: () => inTurn(load), change: (wanted) => inTurn(() => change(wanted)) };
}
