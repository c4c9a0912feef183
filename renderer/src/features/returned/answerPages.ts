import { useQueries } from '@tanstack/react-query';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import type { ReturnedLine } from '../../../../shared/contract/returned.ts';
import { useClient } from '../../client/workbench.tsx';
import { answerOf } from '../results/afterPages.ts';

const PAGE = 100;

/** Which lines are looked at. */
export type AnswerQuery = Omit<InputOf<'returned.lines'>, 'from' | 'limit'>;

/** Fetches the pages for a range of lines. @param first, last  lines in the window, both inside */
export function useAnswerPages(query: AnswerQuery, first: number, last: number) {
  const client = useClient();
  const from = Math.floor(first / PAGE);
  const to = Math.max(from, Math.floor(last / PAGE));
  const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const answers = useQueries({
    queries: numbers.map((page) => {
      const input = { ...query, from: page * PAGE, limit: PAGE };
      return { queryKey: ['returned.lines', input], queryFn: () => answerOf(client, 'returned.lines', input) };
    }),
  });
  return {
    /** Undefined while its page is not here. */
    lineAt: (index: number): ReturnedLine | undefined =>
      answers[Math.floor(index / PAGE) - from]?.data?.rows[index % PAGE],
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      for (const answer of answers) if (answer.error !== null) void answer.refetch();
    },
  };
}
