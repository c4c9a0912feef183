import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SettingsDocument } from '../../shared/settings/settingsPort.ts';
import { writeFileAtomically } from './atomicFile.ts';

/** File that holds a copy of a settings file: `settings.json` → `settings.v1.json`. */
export function settingsCopy(file: string, name: string): string {
  const { dir, name: stem, ext } = path.parse(file);
  return path.join(dir, `${stem}.${name}${ext}`);
}

/** Settings as one JSON file, for the hosts without Electron (command line, loopback). Its folder is made when needed.
 *  @throws the file system's error when the file can't be read (except when it isn't there) or written */
export function settingsFile(file: string): SettingsDocument {
  return {
    async read() {
      let text: string;
      try {
        text = await readFile(file, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return 'unreadable';
      }
    },
    async write(value) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFileAtomically(file, [`${JSON.stringify(value, null, 2)}\n`]);
    },
    keepCopy: (name) => copyFile(file, settingsCopy(file, name)),
  };
}
