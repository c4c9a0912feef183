import { copyFile } from 'node:fs/promises';
import type { SettingsDocument } from '../../shared/settings/settingsPort.ts';
import { settingsCopy } from '../node/settingsFile.ts';

/** What is used of electron-store: the whole document, replaced atomically. */
export interface Store {
  store: Record<string, unknown>;
  readonly path: string;
}

/** Key under which a file that is no JSON is handed on instead of an exception at start-up. */
const UNREADABLE = 'unreadable';

/** Options of a store whose damaged file neither stops the program nor is silently emptied. Forms of earlier versions are
 *  lifted by the settings themselves, so its own migrations and defaults stay unused. */
export const storeOptions = (name: string) => ({
  name,
  clearInvalidConfig: false,
  accessPropertiesByDotNotation: false,
  serialize: (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`,
  deserialize: (text: string): Record<string, unknown> => {
    try {
      const value = JSON.parse(text) as unknown;
      return typeof value === 'object' && value !== null ? { ...value } : { [UNREADABLE]: true };
    } catch {
      return { [UNREADABLE]: true };
    }
  },
});

/** Settings in an electron-store. */
export function storedSettings(store: Store): SettingsDocument {
  return {
    async read() {
      const stored = store.store;
      if (Object.hasOwn(stored, UNREADABLE)) return UNREADABLE;
      return Object.keys(stored).length === 0 ? undefined : { ...stored };
    },
    async write(value) {
      store.store = { ...(value as Record<string, unknown>) };
    },
    keepCopy: (name) => copyFile(store.path, settingsCopy(store.path, name)),
  };
}
