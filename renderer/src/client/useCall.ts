import { useCallback } from 'react';
import type { InputOf, MethodName, OutputOf } from '../../../shared/contract/contract.ts';
import { useNotices } from './notices.ts';
import { useClient } from './workbench.tsx';

/** Calls that outlive the screen they were made on, such as the undo in a toast: a refusal is told as a notice, what they
 *  change is told by events. */
export function useCall(): <Name extends MethodName>(
  method: Name,
  input: InputOf<Name>,
) => Promise<OutputOf<Name> | undefined> {
  const client = useClient();
  const say = useNotices((state) => state.say);
  return useCallback(
    async (method, input) => {
      const reply = await client.call(method, input);
      if (reply.ok) return reply.value;
      say(reply.error);
      return undefined;
    },
    [client, say],
  );
}
