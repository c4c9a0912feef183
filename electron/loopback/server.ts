import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { refused, type Reply } from '../../shared/contract/envelope.ts';
import type { PortBackend } from '../node/transport/portBackend.ts';
import { HandleRegistry, handleOf } from '../node/web/fileHandles.ts';
import { rendererPages } from '../node/web/rendererPages.ts';
import { refusalOf } from './gate.ts';
import { Uploads } from './uploads.ts';

/** Longest text of a call. */
const LARGEST_CALL = 8 << 20;
/** Bytes of events that may wait for a page. */
const MOST_UNREAD = 1 << 20;

/** A running host. */
export interface LoopbackHost extends AsyncDisposable {
  /** Address to open; the token stands in its fragment, which no server ever sees. */
  readonly address: string;
  readonly origin: string;
  readonly token: string;
  /** Resolves when no page has been listening for the given time. */
  whenIdle(milliseconds: number): Promise<void>;
}

/** Serves the screen and the contract on 127.0.0.1 at a free port: calls by POST, what happens by server-sent events, files
 *  in by PUT and out by GET. No CORS, no cookies; everything but the page itself needs the token.
 *  @param root  folder of the built screen */
export async function startLoopback(root: string, backend: PortBackend): Promise<LoopbackHost> {
  const token = randomBytes(24).toString('base64url');
  const handles = new HandleRegistry();
  const uploads = new Uploads(handles);
  const pages = await rendererPages(root);
  const listening = new Set<ServerResponse>();
  let lastHeard = Date.now();
  const unsubscribe = backend.subscribe((event) => {
    for (const page of listening) {
      // A page that sleeps reads nothing: it asks again for everything once it is awake and connects anew.
      if (page.writableLength > MOST_UNREAD) page.destroy();
      else page.write(`data: ${JSON.stringify(event)}\n\n`);
    }
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    lastHeard = Date.now();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isApi = pathname.startsWith('/api/');
    const refusal = refusalOf(request.headers, portOf(server), token, isApi);
    if (refusal !== null) return endWith(response, refusal);
    const asked = `${request.method} ${pathname}`;
    if (!isApi) {
      const { status, headers, body } = await pages(request.method ?? '', pathname);
      response.writeHead(status, headers).end(body);
    } else if (asked === 'GET /api/events') listen(response);
    else if (asked === 'PUT /api/files') {
      const received = await uploads.receive(request, searchParams.get('name') ?? '');
      if (!received.ok) return json(response, refused(received.error.code, received.error.params));
      backend.grant(received.value);
      json(response, { ok: true, value: handleOf(received.value) });
    } else if (request.method === 'GET' && pathname.startsWith('/api/files/')) {
      await handOut(response, decodeURIComponent(pathname.slice('/api/files/'.length)));
    } else if (request.method === 'POST') {
      const input = await bodyOf(request);
      if (input === undefined) json(response, refused('contract.badInput', { method: pathname.slice(5), place: '' }));
      else json(response, await backend.call(pathname.slice('/api/'.length), input));
    } else endWith(response, 405);
  }

  function listen(response: ServerResponse): void {
    response
      .writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      .write(': xin chào\n\n');
    listening.add(response);
    response.on('close', () => {
      listening.delete(response);
      lastHeard = Date.now();
    });
  }

  async function handOut(response: ServerResponse, handle: string): Promise<void> {
    const found = await backend.resolve(handle);
    if (!found.ok || typeof found.value !== 'string') return endWith(response, 404);
    const name = encodeURIComponent(path.basename(found.value));
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    // The client went away or the file did: there is nobody left to tell.
    await pipeline(createReadStream(found.value), response).catch(() => response.destroy());
  }

  // Node would end a request after five minutes; a large file on a slow share takes longer to hand over.
  const server = createServer({ requestTimeout: 0 }, (request, response) => {
    answer(request, response).catch(() => endWith(response, 500));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${portOf(server)}`;

  return {
    address: `${origin}/#t=${token}`,
    origin,
    token,
    whenIdle: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setInterval(
          () => {
            if (listening.size > 0 || Date.now() - lastHeard < milliseconds) return;
            clearInterval(timer);
            resolve();
          },
          Math.min(1000, milliseconds),
        );
      }),
    async [Symbol.asyncDispose]() {
      unsubscribe();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await uploads[Symbol.asyncDispose]();
    },
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function endWith(response: ServerResponse, status: number): void {
  if (response.headersSent) response.destroy();
  else
    response
      .writeHead(status, { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' })
      .end(String(status));
}

function json(response: ServerResponse, reply: Reply<unknown>): void {
  response
    .writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(JSON.stringify(reply));
}

/** The JSON of a call; undefined when it is none or too long. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_CALL) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
