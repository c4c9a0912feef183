import { refused, type Reply } from '../../../shared/contract/envelope.ts';
import type { WorkbenchEvent } from '../../../shared/contract/events.ts';
import type { Transport } from '../../../shared/contract/transport.ts';
import type { HandleGrant } from '../web/fileHandles.ts';
import type { FromServices, MessagePipe, ToServices } from './portMessages.ts';

/** The services at the other end of a pipe, as their host sees them. */
export interface PortBackend extends Transport {
  /** Lets the services use a file that a person chose. */
  grant(grant: HandleGrant): void;
  /** Path behind a handle that the services gave out. Errors: `handle.unknown`. */
  resolve(handle: string): Promise<Reply<unknown>>;
  /** Answers everything that waits with `host.workerStopped`; to be called when the other end is gone. */
  stopped(): void;
}

/** Speaks with services through a pipe. */
export function portBackend(pipe: MessagePipe): PortBackend {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  const listeners = new Set<(event: WorkbenchEvent) => void>();
  let last = 0;
  pipe.listen((received) => {
    const message = received as FromServices;
    if ('event' in message) {
      for (const listener of listeners) listener(message.event);
      return;
    }
    waiting.get(message.id)?.(message.reply);
    waiting.delete(message.id);
  });
  const ask = (question: (id: number) => ToServices): Promise<Reply<unknown>> =>
    new Promise((settle) => {
      const id = ++last;
      waiting.set(id, settle);
      pipe.postMessage(question(id));
    });
  return {
    call: (method, input) => ask((id) => ({ id, method, input })),
    resolve: (handle) => ask((id) => ({ id, resolve: handle })),
    grant: (grant) => pipe.postMessage({ grant } satisfies ToServices),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stopped: () => {
      for (const settle of waiting.values()) settle(refused('host.workerStopped', {}, true));
      waiting.clear();
    },
  };
}
