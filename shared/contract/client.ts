import type { InputOf, MethodName, OutputOf } from './contract.ts';
import type { Reply } from './envelope.ts';
import type { WorkbenchEvent } from './events.ts';
import type { Transport } from './transport.ts';

/** The contract as typed calls over any transport. */
export interface Client {
  /** @param signal  see {@link Transport} */
  call<Name extends MethodName>(
    method: Name,
    input: InputOf<Name>,
    signal?: AbortSignal,
  ): Promise<Reply<OutputOf<Name>>>;
  subscribe(listener: (event: WorkbenchEvent) => void): () => void;
}

/** Wraps a transport. Answers are what the services' own door has checked already. */
export const createClient = (transport: Transport): Client => ({
  call: (method, input, signal) => transport.call(method, input, signal) as ReturnType<Client['call']> as never,
  subscribe: (listener) => transport.subscribe(listener),
});
