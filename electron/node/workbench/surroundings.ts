import type { WorkbenchEvent } from '../../../shared/contract/events.ts';
import type { SettingsPort } from '../../../shared/settings/settingsPort.ts';
import type { HandleRegistry } from '../web/fileHandles.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { PoolLimits } from '../readingPool.ts';
import type { Jobs } from './jobs.ts';
import type { OpenRounds } from './openRounds.ts';
import type { UnfinishedWork } from './unfinishedWork.ts';

/** What a host gives the services to work with. */
export interface WorkbenchHost {
  readonly name: 'electron' | 'loopback' | 'process';
  readonly can: { readonly chooseFolder: boolean; readonly printDirectly: boolean };
  readonly workspace: Workspace;
  readonly settings: SettingsPort;
  readonly handles: HandleRegistry;
  readonly now: () => Date;
  /** Private folder for what is made to be fetched; emptied by the host when it ends. */
  readonly outputs: string;
  readonly limits?: Partial<PoolLimits>;
  /** Told of faults of the program, for the crash report. */
  readonly onFailure: (where: string, error: unknown) => void;
}

/** What the services share. */
export interface Surroundings extends WorkbenchHost {
  readonly jobs: Jobs;
  readonly rounds: OpenRounds;
  readonly unfinished: UnfinishedWork;
  readonly emit: (event: WorkbenchEvent) => void;
}

/** The calendar day where the user sits, ISO. */
export const dayOf = (now: Date): string =>
  [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
