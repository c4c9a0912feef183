import type { Reply } from '../../../shared/contract/envelope.ts';
import type { WorkbenchEvent } from '../../../shared/contract/events.ts';
import type { HandleGrant } from '../web/fileHandles.ts';

/** From a host to the process or thread that runs the services. Calls come from the screen and are checked by the
 *  contract; grants and questions about handles come from the host itself, and no screen can send them. */
export type ToServices =
  | { readonly id: number; readonly method: string; readonly input: unknown }
  /** A file that a person chose. */
  | { readonly grant: HandleGrant }
  /** Where the file behind a handle of a job's result lies, so that the host can hand it out. */
  | { readonly id: number; readonly resolve: string };

/** From the services to their host. */
export type FromServices = { readonly id: number; readonly reply: Reply<unknown> } | { readonly event: WorkbenchEvent };

/** The little that worker threads' ports, Electron's utility processes and parent ports have in common. */
export interface MessagePipe {
  postMessage(message: unknown): void;
  /** Calls the listener with every message that arrives. */
  listen(listener: (message: unknown) => void): void;
}
