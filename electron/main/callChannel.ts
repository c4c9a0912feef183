import { z } from 'zod';
import { isMethodName } from '../../shared/contract/contract.ts';
import { refused, type Reply } from '../../shared/contract/envelope.ts';
import type { PortBackend } from '../node/transport/portBackend.ts';
import type { Sending, TrustedSenders } from './security/trustedSender.ts';

/** The one channel by which the screen asks for something. */
export const CALL_CHANNEL = 'rasoat:call';
/** The one by which files arrive that were dropped or chosen in the page. */
export const DROP_CHANNEL = 'rasoat:drop';
/** Those by which the screen is told: events of the contract, and the desktop's own. */
export const EVENT_CHANNEL = 'rasoat:event';
export const DESKTOP_CHANNEL = 'rasoat:desktop';

/** A call that the program's own process answers, not the services. */
export type HostMethod = (input: unknown) => Promise<Reply<unknown>>;
export type HostMethods = Readonly<Record<string, HostMethod>>;

/** What is used of Electron's `ipcMain`. */
export interface Receiving {
  handle(channel: string, answer: (event: Sending, message: unknown) => Promise<unknown>): void;
}

const callSchema = z.strictObject({ method: z.string().max(100), input: z.unknown() });
const dropSchema = z.array(z.string().min(1).max(32_767)).max(10_000);

export interface CallChannel {
  readonly senders: TrustedSenders;
  readonly hostMethods: HostMethods;
  readonly backend: Pick<PortBackend, 'call'>;
  /** Told of a host method that failed for a reason of its own. */
  readonly onFailure: (method: string, error: unknown) => void;
}

/** Answers the screen's calls. A message is looked at only when it comes from the main frame of one of our windows; the
 *  method's name must be one of the contract's or of this host's own (both looked up as own properties). Inputs are
 *  checked by whoever answers. Errors: `host.refusedSender`, `host.badCall`, `contract.unknownMethod`, `host.failed`. */
export function answerCalls(ipc: Receiving, { senders, hostMethods, backend, onFailure }: CallChannel): void {
  ipc.handle(CALL_CHANNEL, async (event, message) => {
    if (!senders.accepts(event)) return refused('host.refusedSender');
    const call = callSchema.safeParse(message);
    if (!call.success) return refused('host.badCall');
    const { method, input } = call.data;
    if (Object.hasOwn(hostMethods, method)) {
      try {
        return await hostMethods[method]!(input);
      } catch (error) {
        onFailure(method, error);
        return refused('host.failed', { method });
      }
    }
    if (!isMethodName(method)) return refused('contract.unknownMethod', { method: method.slice(0, 60) });
    return backend.call(method, input);
  });
}

/** Takes the paths of dropped files. They come by a channel of their own that the preload alone writes to, with paths that
 *  Chromium gave it for real files: a script in the page can't name a path here. */
export function answerDrops(
  ipc: Receiving,
  senders: TrustedSenders,
  adopt: (paths: readonly string[]) => Promise<Reply<unknown>>,
): void {
  ipc.handle(DROP_CHANNEL, async (event, message) => {
    if (!senders.accepts(event)) return refused('host.refusedSender');
    const paths = dropSchema.safeParse(message);
    return paths.success ? adopt(paths.data) : refused('host.badCall');
  });
}
