import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Client } from '../../../../shared/contract/client.ts';
import type { InputOf, MethodName, OutputOf } from '../../../../shared/contract/contract.ts';
import { CallRefused, useClient } from '../../client/workbench.tsx';

/** A call whose refusal is thrown, as the query cache wants it. */
export async function answerOf<Name extends MethodName>(
  client: Client,
  method: Name,
  input: InputOf<Name>,
  signal?: AbortSignal,
): Promise<OutputOf<Name>> {
  const reply = await client.call(method, input, signal);
  if (reply.ok) return reply.value;
  throw new CallRefused(reply.error);
}

/** Like `useAnswer`, but asks only when no page of the list is under way: after a decision people look at the list first. */
export function useAnswerAfterPages<Name extends MethodName>(method: Name, input: InputOf<Name> | null) {
  const client = useClient();
  const queries = useQueryClient();
  return useQuery<OutputOf<Name>, CallRefused>({
    queryKey: [method, input],
    enabled: input !== null,
    placeholderData: (before) => before,
    queryFn: async ({ signal }) => {
      await pagesAtRest(queries);
      return answerOf(client, method, input!, signal);
    },
  });
}

async function pagesAtRest(queries: QueryClient): Promise<void> {
  // What else is asked for in this turn counts, too.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const areUnderWay = (): boolean => queries.isFetching({ queryKey: ['results.page'] }) > 0;
  if (!areUnderWay()) return;
  await new Promise<void>((resolve) => {
    const end = queries.getQueryCache().subscribe(() => {
      if (areUnderWay()) return;
      end();
      resolve();
    });
  });
}
