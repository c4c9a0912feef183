import type { WorkbenchEvent } from '../../../shared/contract/events.ts';
import { createDispatcher } from '../../../shared/contract/dispatcher.ts';
import type { Backend } from '../../../shared/contract/transport.ts';
import { bundleHandlers } from './handlers/bundleHandlers.ts';
import { decisionHandlers } from './handlers/decisionHandlers.ts';
import { hostHandlers } from './handlers/hostHandlers.ts';
import { intakeHandlers } from './handlers/intakeHandlers.ts';
import { knowledgeHandlers } from './handlers/knowledgeHandlers.ts';
import { readinessHandlers } from './handlers/readinessHandlers.ts';
import { reportHandlers } from './handlers/reportHandlers.ts';
import { resultHandlers } from './handlers/resultHandlers.ts';
import { returnedHandlers } from './handlers/returnedHandlers.ts';
import { roundHandlers } from './handlers/roundHandlers.ts';
import { Jobs } from './jobs.ts';
import { OpenRounds } from './openRounds.ts';
import type { Surroundings, WorkbenchHost } from './surroundings.ts';
import { UnfinishedWork } from './unfinishedWork.ts';

/** The services behind every user interface. */
export interface Workbench extends Backend, AsyncDisposable {}

/** Puts the services together over what a host gives them. Disposing stops long work and closes nothing that the host
 *  opened. */
export function createWorkbench(host: WorkbenchHost): Workbench {
  const listeners = new Set<(event: WorkbenchEvent) => void>();
  const emit = (event: WorkbenchEvent): void => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        // A page that went away must not stop the work that speaks to it.
        host.onFailure(`event ${event.type}`, error);
      }
    }
  };
  const jobs = new Jobs(emit, host.onFailure);
  const rounds = new OpenRounds(host.workspace, {
    onStanding: () => emit({ type: 'rounds' }),
    onFailure: host.onFailure,
  });
  const around: Surroundings = { ...host, jobs, rounds, unfinished: new UnfinishedWork(host.workspace), emit };
  const dispatch = createDispatcher(
    {
      ...hostHandlers(around),
      ...roundHandlers(around),
      ...intakeHandlers(around),
      ...resultHandlers(around),
      ...readinessHandlers(around),
      ...decisionHandlers(around),
      ...knowledgeHandlers(around),
      ...reportHandlers(around),
      ...bundleHandlers(around),
      ...returnedHandlers(around),
    },
    host.onFailure,
  );
  return {
    dispatch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async [Symbol.asyncDispose]() {
      await jobs[Symbol.asyncDispose]();
      rounds[Symbol.dispose]();
    },
  };
}
