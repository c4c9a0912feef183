import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program's identity on Windows, the same as the installer's: its windows group with its pinned shortcut by it. */
export const APP_ID = 'vn.gov.rasoat-tthc.desktop';

/** Where the parts of the built program lie, beside this file's own bundle. */
export interface Places {
  readonly renderer: string;
  readonly preload: string;
  /** The process of the services. */
  readonly services: string;
  readonly commandLine: URL;
}

/** @param bundle  address of the built `out/main/index.js` */
export function placesBeside(bundle: string): Places {
  const at = (relative: string): string => fileURLToPath(new URL(relative, bundle));
  return {
    renderer: at('../renderer'),
    preload: at('../preload/index.cjs'),
    services: at('../node/workbenchWorker.js'),
    commandLine: new URL('../node/cli.js', bundle),
  };
}

/** Where this user's data lie under the program's data folder. */
export const dataPlaces = (userData: string) => ({
  workspace: path.join(userData, 'workspace'),
  crashReports: path.join(userData, 'crash-reports'),
});
