import { portBackend, type PortBackend } from '../node/transport/portBackend.ts';
import type { HandleGrant } from '../node/web/fileHandles.ts';

/** The services in their own process. */
export interface Backend extends PortBackend {
  stop(): void;
}

/** What is used of the process (Electron's `UtilityProcess`). */
export interface BackendChild {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

export interface BackendSetUp {
  readonly fork: () => BackendChild;
  /** Files granted so far; a process that starts anew learns them first. */
  readonly grants: () => readonly HandleGrant[];
  /** How often in a row it may stop without having said anything before it is given up. */
  readonly maxRestarts: number;
  /** Told of each stop that was not asked for. */
  readonly onStopped: (code: number, willRestart: boolean) => void;
}

/** Runs the services in a process of their own: untrusted files are opened there, and what brings it down does not take
 *  the window along. Calls that were under way then fail with `host.workerStopped`; none is repeated by itself, since it
 *  may be what brought the process down. Calls after it was given up fail the same way. */
export function startBackend({ fork, grants, maxRestarts, onStopped }: BackendSetUp): Backend {
  let child: BackendChild | undefined;
  let take: (message: unknown) => void = () => undefined;
  let restarts = 0;
  let stopping = false;

  const backend = portBackend({
    listen(listener) {
      take = listener;
    },
    postMessage(message) {
      if (child !== undefined) child.postMessage(message);
      // After the caller has begun to wait.
      else queueMicrotask(() => backend.stopped());
    },
  });

  function start(): void {
    const started = fork();
    child = started;
    started.on('message', (message) => {
      restarts = 0;
      take(message);
    });
    started.on('exit', (code) => {
      child = undefined;
      backend.stopped();
      if (stopping) return;
      const willRestart = restarts < maxRestarts;
      onStopped(code, willRestart);
      if (!willRestart) return;
      restarts += 1;
      start();
    });
    for (const grant of grants()) backend.grant(grant);
  }

  start();
  return {
    ...backend,
    stop() {
      stopping = true;
      child?.kill();
    },
  };
}
