import { refused, type Reply } from '../../../shared/contract/envelope.ts';
import { workbenchEvent, type WorkbenchEvent } from '../../../shared/contract/events.ts';
import type { Transport } from '../../../shared/contract/transport.ts';
import { upload } from './upload.ts';

const TOKEN_HEADER = 'x-ra-soat-token';
const RETRY_MILLISECONDS = 1000;

/** The token that the host put behind the `#` of the address. It leaves the address at once, so that it is in no history
 *  list and no copied link; the entry of this tab keeps it, or a reload would shut the user out. */
export function takeToken(): string {
  const given = /^#t=([\w-]+)$/.exec(location.hash)?.[1];
  const kept: unknown = history.state;
  const token = given ?? (isKept(kept) ? kept.token : '');
  history.replaceState({ token }, '', location.pathname);
  return token;
}

const isKept = (state: unknown): state is { token: string } =>
  typeof state === 'object' && state !== null && 'token' in state && typeof state.token === 'string';

/** What a browser can do beside the contract: hand files in and fetch files. */
export interface HttpHost extends Transport {
  /** Hands a file over under a relative name. @param onProgress  told of bytes that have gone */
  upload(file: File, name: string, onProgress: (bytes: number) => void, signal: AbortSignal): Promise<Reply<unknown>>;
  /** Fetches a file behind a handle. Errors: `host.disconnected`, `handle.unknown`. */
  download(handle: string): Promise<Reply<Blob>>;
  /** Tells when the stream of events is there again: what happened meanwhile was told to nobody.
   *  @returns ends the telling */
  onReconnected(listener: () => void): () => void;
}

/** Calls by POST, what happens by a stream of server-sent events, which is opened again when it ends. */
export function httpTransport(token: string): HttpHost {
  const headers = { [TOKEN_HEADER]: token };
  const ask = async (path: string, init: RequestInit): Promise<Reply<unknown>> => {
    try {
      const response = await fetch(path, { ...init, headers: { ...headers, ...init.headers } });
      if (!response.ok) return refused(response.status === 401 ? 'host.noToken' : 'host.disconnected', {}, true);
      // Our own host is the only one who can answer here; it checks its answers.
      return (await response.json()) as Reply<unknown>;
    } catch {
      return refused('host.disconnected', {}, true);
    }
  };
  const reconnected = new Set<() => void>();
  return {
    // A browser keeps six connections to a host: answers that nobody waits for must not hold them.
    call: (method, input, signal) =>
      ask(`/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
        ...(signal === undefined ? {} : { signal }),
      }),
    upload: (file, name, onProgress, signal) =>
      upload(`/api/files?name=${encodeURIComponent(name)}`, headers, file, onProgress, signal),
    download: async (handle) => {
      try {
        const response = await fetch(`/api/files/${encodeURIComponent(handle)}`, { headers });
        return response.ok ? { ok: true, value: await response.blob() } : refused('handle.unknown');
      } catch {
        return refused('host.disconnected', {}, true);
      }
    },
    subscribe: (listener) => {
      const ending = new AbortController();
      void listen(headers, listener, () => reconnected.forEach((tell) => tell()), ending.signal);
      return () => ending.abort();
    },
    onReconnected: (listener) => {
      reconnected.add(listener);
      return () => reconnected.delete(listener);
    },
  };
}

async function listen(
  headers: Record<string, string>,
  listener: (event: WorkbenchEvent) => void,
  onReconnected: () => void,
  signal: AbortSignal,
): Promise<void> {
  let wasAway = false;
  while (!signal.aborted) {
    try {
      const response = await fetch('/api/events', { headers, signal });
      if (response.status === 401) return;
      if (wasAway && response.ok) onReconnected();
      await readEvents(response, listener);
    } catch {
      // The host is gone or we were told to end; the loop knows which.
    }
    wasAway = true;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
  }
}

async function readEvents(response: Response, listener: (event: WorkbenchEvent) => void): Promise<void> {
  if (response.body === null) return;
  let rest = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      if (!block.startsWith('data: ')) continue;
      const event = workbenchEvent.safeParse(JSON.parse(block.slice('data: '.length)));
      if (event.success) listener(event.data);
    }
  }
}
