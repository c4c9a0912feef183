import type { Reply } from './envelope.ts';
import type { WorkbenchEvent } from './events.ts';

/** How calls travel from a user interface to the services. In-process, over a message port, over HTTP or over Electron's
 *  channels: the same contract, proven by one suite of tests (`test/contract`). */
export interface Transport {
  /** Sends a call; resolves with the answer, never rejects. A lost connection is `host.disconnected`, retryable.
   *  @param signal  says that nobody waits for the answer any more; what was asked for may be done all the same */
  call(method: string, input: unknown, signal?: AbortSignal): Promise<Reply<unknown>>;
  /** Listens to what happens without being asked: progress of jobs, changes of rounds. @returns ends the listening */
  subscribe(listener: (event: WorkbenchEvent) => void): () => void;
}

/** The side that answers: what every host offers its transport. */
export interface Backend {
  dispatch(method: string, input: unknown): Promise<Reply<unknown>>;
  subscribe(listener: (event: WorkbenchEvent) => void): () => void;
}
