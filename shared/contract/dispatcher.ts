import { CONTRACT, isMethodName, type MethodName } from './contract.ts';
import type { z } from './schema.ts';
import { refused, replied, type Reply } from './envelope.ts';

/** What a service answers a call with. */
export type Handler<Name extends MethodName> = (
  input: z.output<(typeof CONTRACT)[Name]['input']>,
) => Reply<z.input<(typeof CONTRACT)[Name]['output']>> | Promise<Reply<z.input<(typeof CONTRACT)[Name]['output']>>>;

/** A handler for every call of the contract, or for some of them. */
export type Handlers<Names extends MethodName = MethodName> = { readonly [Name in Names]: Handler<Name> };

/** Makes one door out of the handlers: checks the name and what goes in and comes out, and lets no exception through.
 *
 *  Errors: `contract.unknownMethod`, `contract.badInput` (names the place), `contract.badOutput`, `contract.failed` (a
 *  fault of the program; `onFailure` is told) and whatever the handler refuses with. */
export function createDispatcher(
  handlers: Handlers,
  onFailure: (method: string, error: unknown) => void,
): (method: string, input: unknown) => Promise<Reply<unknown>> {
  return async (method, input) => {
    // Whoever sends over a port sends what it likes.
    const name: unknown = method;
    if (typeof name !== 'string' || !isMethodName(name)) {
      return refused('contract.unknownMethod', { method: String(name).slice(0, 60) });
    }
    return carryOut(name, input);
  };

  async function carryOut(method: MethodName, input: unknown): Promise<Reply<unknown>> {
    const parsed = CONTRACT[method].input.safeParse(input);
    if (!parsed.success) return refused('contract.badInput', { method, place: placeOf(parsed.error) });
    try {
      // The name picks both the schema that was just applied and the handler, so they belong together.
      const handler = handlers[method] as (input: unknown) => Promise<Reply<unknown>> | Reply<unknown>;
      const reply = await handler(parsed.data);
      if (!reply.ok) return reply;
      const answer = CONTRACT[method].output.safeParse(reply.value);
      if (answer.success) return replied(answer.data);
      onFailure(method, answer.error);
      return refused('contract.badOutput', { method, place: placeOf(answer.error) });
    } catch (error) {
      onFailure(method, error);
      return refused('contract.failed', { method, detail: error instanceof Error ? error.message : String(error) });
    }
  }
}

const placeOf = (error: z.ZodError): string => error.issues[0]?.path.map(String).join('.') ?? '';
