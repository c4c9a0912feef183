import type { InputOf, MethodName, OutputOf } from './contract.ts';
import type { Reply } from './envelope.ts';
import type { WorkbenchEvent } from './events.ts';
import type { Transport } from './transport.ts';

/** The contract as typed calls over any transport. */
export interface Client {
  call<Name extends MethodName>(method: Name, input: InputOf<Name>): Promise<Reply<OutputOf<Name>>>;
  subscribe(listener: (event: WorkbenchEvent) => void): () => void;
}

/** Wraps a transport. Answers are what the services' own door has checked already. */
export const createClient = (transport: Transport): Client => ({
  call: (method, input) => transport.call(method, input) as ReturnType<Client['call']> as never,
  subscribe: (listener) => transport.subscribe(listener),
});
