import path from 'node:path';
import type { FileHandle, HandleKind } from '../../shared/desktop/bridge.ts';
import { findFiles } from '../node/inputFiles.ts';
import { handleOf, type HandleGrant, type HandleRegistry } from '../node/web/fileHandles.ts';

/** Turns paths that a person chose into handles, and lets the services use them. */
export interface ChosenFiles {
  choose(kind: HandleKind, chosen: string): FileHandle;
  /** Files that were named, and the spreadsheets in folders that were named, in a stable order; what doesn't exist is
   *  left out.
   *  @param from  folder at which relative paths start */
  chooseNamed(paths: readonly string[], from: string): Promise<readonly FileHandle[]>;
}

/** @param grant  tells the services of a file */
export function chosenFiles(registry: HandleRegistry, grant: (granted: HandleGrant) => void): ChosenFiles {
  const choose = (kind: HandleKind, chosen: string): FileHandle => {
    const granted = registry.register(kind, chosen);
    grant(granted);
    return handleOf(granted);
  };
  return {
    choose,
    async chooseNamed(paths, from) {
      const { files } = await findFiles(paths.map((one) => path.resolve(from, one)));
      return files.map((file) => choose('read', file.path));
    },
  };
}
