import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { agencyInPath } from '../../shared/intake/agencyName.ts';
import type { Fault } from '../../shared/result.ts';
import { distinctNames } from './fileNames.ts';

/** A file to read: where it is, and the name people see. */
export interface FoundFile {
  readonly path: string;
  /** Relative to what was named, with the folder before it where that names an agency; with `/`, never absolute. */
  readonly shown: string;
}

/** What was found under the named places. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Named places that don't exist or can't be opened. */
  readonly missing: readonly { readonly shown: string; readonly fault: Fault }[];
}

/** Extensions taken out of folders. A file that is named outright is always tried: its bytes decide. */
const SPREADSHEETS = new Set(['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods', '.csv', '.tsv', '.xml', '.html', '.htm']);

/** Lists the spreadsheets under files and folders, in a stable order. Those that would have the same name are told apart by
 *  the folder they were found in, then by a number: no file takes another's place. Excel's lock files (`~$…`) and hidden files are
 *  passed over; links are not followed out of a folder. */
export async function findFiles(places: readonly string[]): Promise<FoundFiles> {
  const files = new Map<string, FoundFile & { readonly within: string }>();
  const missing: { shown: string; fault: Fault }[] = [];
  for (const place of places) {
    const info = await stat(place).catch((error: NodeJS.ErrnoException) => error);
    const whole = path.resolve(place);
    const shown = path.basename(whole);
    if (info instanceof Error) {
      missing.push({ shown: place, fault: { code: 'file.missing', params: { file: place } } });
    } else if (info.isDirectory()) {
      for (const found of await walk(place, sayingWhose(shown)))
        files.set(path.resolve(found.path), { ...found, within: shown });
    } else {
      const within = path.basename(path.dirname(whole));
      files.set(whole, { path: place, shown: path.posix.join(sayingWhose(within), shown), within });
    }
  }
  const named = distinct([...files.values()]);
  return { files: named.sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0)), missing };
}

/** The name of a folder that names an agency, which says whose its files are; '' for any other. */
const sayingWhose = (folder: string): string => (agencyInPath(folder) === null ? '' : folder);

/** The files under names that no two of them share. */
function distinct(files: readonly (FoundFile & { readonly within: string })[]): FoundFile[] {
  const times = Map.groupBy(files, ({ shown }) => shown);
  const names = files.map(({ shown, within }) =>
    times.get(shown)!.length === 1 || within === '' || shown.startsWith(`${within}/`) ? shown : `${within}/${shown}`,
  );
  return distinctNames(names).map((shown, at) => ({ path: files[at]!.path, shown }));
}

async function walk(folder: string, prefix: string): Promise<readonly FoundFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: FoundFile[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    const shown = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await walk(full, shown)));
    else if (entry.isFile() && SPREADSHEETS.has(path.extname(entry.name).toLowerCase()))
      found.push({ path: full, shown });
  }
  return found;
}
