import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { InputOf, OutputOf } from '../../../../../shared/contract/contract.ts';
import type { FindingFilter, FindingLine, FindingSort } from '../../../../../shared/contract/results.ts';
import type { Language } from '../../../../../shared/i18n/index.ts';
import { CallRefused, useClient } from '../../../client/workbench.tsx';
import { answerOf } from '../afterPages.ts';
import { useSettled } from '../settled.ts';

export const PAGE = 100;
/** Pages that are flown over are not asked for. */
const REST_MILLISECONDS = 50;
/** Pages that left the window are soon given up, or a long scroll would fill the memory. */
const KEPT_MILLISECONDS = 20_000;

/** Which list is looked at. */
export interface ListQuery {
  readonly round: string;
  readonly language: Language;
  readonly filter: FindingFilter;
  readonly sort: FindingSort;
}

/** A list of findings of which only the pages in the window are here. */
export interface FindingPages {
  readonly total: number;
  /** Undefined while its page is not here. */
  lineAt(index: number): FindingLine | undefined;
  /** Another list, shown until the one asked for is here. */
  readonly isOld: boolean;
  /** Nothing is here yet. */
  readonly isEmptyYet: boolean;
  readonly isFetching: boolean;
  readonly error: CallRefused | null;
  retry(): void;
}

type Page = OutputOf<'results.page'>;

const inputOf = (query: ListQuery, page: number): InputOf<'results.page'> => ({
  ...query,
  from: page * PAGE,
  limit: PAGE,
});

/** Fetches the pages for a range of lines. @param first, last  lines in the window, both inside */
export function useFindingPages(query: ListQuery, first: number, last: number): FindingPages {
  const client = useClient();
  const from = Math.floor(first / PAGE);
  const to = Math.max(from, Math.floor(last / PAGE));
  const rest = useSettled(`${from} ${to}`, REST_MILLISECONDS);
  const isResting = rest === `${from} ${to}`;
  const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const answers = useQueries({
    queries: numbers.map((page) => ({
      queryKey: ['results.page', inputOf(query, page)],
      queryFn: () => answerOf(client, 'results.page', inputOf(query, page)),
      enabled: isResting,
      gcTime: KEPT_MILLISECONDS,
    })),
  });
  const here = new Map<number, Page>();
  let newest: Page | undefined;
  answers.forEach(({ data }, at) => {
    if (data === undefined) return;
    here.set(numbers[at]!, data);
    if (newest === undefined || data.revision > newest.revision) newest = data;
  });
  const shown = useRef<{ total: number; pages: ReadonlyMap<number, Page> } | null>(null);
  const isOld = newest === undefined && shown.current !== null;
  const listKey = JSON.stringify(query);
  const lastKey = useRef(listKey);
  // Scrolling within the same list: its length is known although none of its pages in the window is here yet.
  const isSameList = lastKey.current === listKey;
  const total = newest?.total ?? shown.current?.total ?? 0;
  const pages = newest === undefined && !isSameList ? (shown.current?.pages ?? here) : here;
  useEffect(() => {
    if (newest === undefined) return;
    shown.current = { total: newest.total, pages: here };
    lastKey.current = listKey;
  });
  const failed = answers.find(({ error }) => error !== null);
  return {
    total,
    lineAt: (index) => pages.get(Math.floor(index / PAGE))?.rows[index % PAGE],
    isOld: isOld && !isSameList,
    isEmptyYet: newest === undefined && shown.current === null,
    isFetching: answers.some(({ isFetching }) => isFetching),
    error: (failed?.error as CallRefused | null | undefined) ?? null,
    retry: () => {
      for (const answer of answers) if (answer.error !== null) void answer.refetch();
    },
  };
}

/** Identities of a range of lines, fetched where they are not here. @returns null when a page could not be had */
export function useIdentities(query: ListQuery): (first: number, last: number) => Promise<readonly string[] | null> {
  const client = useClient();
  const queries = useQueryClient();
  return async (first, last) => {
    const identities: string[] = [];
    for (let page = Math.floor(first / PAGE); page * PAGE <= last; page += 1) {
      const input = inputOf(query, page);
      const answer = await queries
        .fetchQuery<Page, CallRefused>({
          queryKey: ['results.page', input],
          queryFn: () => answerOf(client, 'results.page', input),
          staleTime: Infinity,
          gcTime: KEPT_MILLISECONDS,
        })
        .catch((refused: CallRefused) => refused);
      if (answer instanceof CallRefused) return null;
      answer.rows.forEach(({ identity }, at) => {
        const index = page * PAGE + at;
        if (index >= first && index <= last) identities.push(identity);
      });
    }
    return identities;
  };
}
