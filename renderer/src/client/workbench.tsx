import { QueryClient, QueryClientProvider, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { createClient } from '../../../shared/contract/client.ts';
import type { InputOf, MethodName, OutputOf } from '../../../shared/contract/contract.ts';
import type { ContractFault, Reply } from '../../../shared/contract/envelope.ts';
import type { WorkbenchEvent } from '../../../shared/contract/events.ts';
import { useJobs } from './jobs.ts';
import { useNotices } from './notices.ts';
import type { ScreenHost } from './screenHost.ts';

const HostContext = createContext<ScreenHost | null>(null);

/** A refused call, as the query cache knows it. */
export class CallRefused extends Error {
  readonly fault: ContractFault;

  constructor(fault: ContractFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Gives the screens below it the services, and asks anew for whatever an event says has changed. */
export function WorkbenchProvider({ host, children }: { readonly host: ScreenHost; readonly children: ReactNode }) {
  const queries = useMemo(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false } },
      }),
    [],
  );
  const see = useJobs((state) => state.see);
  const askSlow = useMemo(() => slowly(queries), [queries]);
  useEffect(
    () =>
      host.subscribe((event) => {
        if (event.type === 'job') see(event.job);
        if (event.type === 'lapsed') useNotices.getState().tellLapse(event);
        void queries.invalidateQueries({
          predicate: ({ queryKey }) => isTouched(queryKey, event) && !isSlow(queryKey),
        });
        askSlow(event);
      }),
    [host, queries, see, askSlow],
  );
  useEffect(() => host.onReconnected(() => void queries.invalidateQueries()), [host, queries]);
  return (
    <HostContext value={host}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </HostContext>
  );
}

/** Answers that take long over a large round. In a quick row of decisions they are asked for after the last one: one that is
 *  under way holds up what people look at. */
const SLOW: ReadonlySet<unknown> = new Set([
  'results.summary',
  'results.facets',
  'results.causeOf',
  'results.readiness',
] satisfies MethodName[]);
const QUIET_MILLISECONDS = 250;

const isSlow = ([method]: readonly unknown[]): boolean => SLOW.has(method);

/** Asks for slow answers anew once no event has touched them for a moment. */
function slowly(queries: QueryClient): (event: WorkbenchEvent) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let events: WorkbenchEvent[] = [];
  const ask = (): void => {
    const seen = events;
    events = [];
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => isSlow(queryKey) && seen.some((event) => isTouched(queryKey, event)),
    });
  };
  return (event) => {
    if (event.type === 'job') return;
    events.push(event);
    clearTimeout(timer);
    timer = setTimeout(ask, QUIET_MILLISECONDS);
  };
}

/** Whether an answer may be another one after an event. */
function isTouched(key: readonly unknown[], event: WorkbenchEvent): boolean {
  const [method, input] = key;
  if (typeof method !== 'string') return false;
  switch (event.type) {
    case 'rounds':
      // What a round is compared with is another round.
      return method.startsWith('rounds.') || method === 'results.readiness' || method === 'jobs.unfinished';
    case 'references':
      return method.startsWith('references.');
    case 'ruleSets':
      return method.startsWith('ruleSets.');
    case 'lapsed':
      return false;
    case 'results': {
      const isAboutRound = ['results.', 'decisions.', 'intake.', 'reports.', 'returned.'].some((area) =>
        method.startsWith(area),
      );
      // Whether a daily report is due hangs on the sheets that are there, not on what they say.
      return isAboutRound && method !== 'reports.due' && (input as { round?: unknown } | null)?.round === event.round;
    }
    case 'job':
      return (
        event.job.state !== 'running' && (['intake.list', 'reports.due'].includes(method) || method.startsWith('jobs.'))
      );
  }
}

export function useHost(): ScreenHost {
  const host = useContext(HostContext);
  if (host === null) throw new Error('a screen outside of its WorkbenchProvider');
  return host;
}

/** Calls of the contract, for things done on a click. */
export function useClient() {
  const host = useHost();
  return useMemo(() => createClient(host), [host]);
}

/** The answer to a call, asked again when an event touches it. `input` null: not asked yet. While a new input is being
 *  answered, the answer to the last one stays. */
export function useAnswer<Name extends MethodName>(method: Name, input: InputOf<Name> | null) {
  const client = useClient();
  return useQuery<OutputOf<Name>, CallRefused>({
    queryKey: [method, input],
    enabled: input !== null,
    placeholderData: (before) => before,
    queryFn: async ({ signal }) => valueOf(await client.call(method, input!, signal)),
  });
}

/** A call that changes something. What it touches is asked again when it is done. */
export function useAction<Name extends MethodName>(method: Name) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation<OutputOf<Name>, CallRefused, InputOf<Name>>({
    mutationFn: async (input) => valueOf(await client.call(method, input)),
    onSuccess: async () => {
      const area = method.slice(0, method.indexOf('.'));
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(`${area}.`) });
    },
  });
}

function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new CallRefused(reply.error);
}
