import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createClient, type Client } from '../../shared/contract/client.ts';
import type { JobView, WorkbenchEvent } from '../../shared/contract/events.ts';
import type { Reply } from '../../shared/contract/envelope.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import { settingsPort } from '../../shared/settings/settingsPort.ts';
import { startLoopback } from '../../electron/loopback/server.ts';
import { settingsFile } from '../../electron/node/settingsFile.ts';
import { portBackend } from '../../electron/node/transport/portBackend.ts';
import type { MessagePipe } from '../../electron/node/transport/portMessages.ts';
import { serveBackend } from '../../electron/node/transport/serveBackend.ts';
import { HandleRegistry } from '../../electron/node/web/fileHandles.ts';
import { createWorkbench, type Workbench } from '../../electron/node/workbench/workbench.ts';
import { openWorkspace } from '../../electron/node/workspace/openWorkspace.ts';
import type { Workspace } from '../../electron/node/workspace/workspace.ts';
import { httpTransport } from '../../renderer/src/client/httpTransport.ts';

/** The services over one of the carriers, with what a test needs beside the contract. */
export interface TestHost extends AsyncDisposable {
  readonly client: Client;
  readonly transport: Transport;
  readonly folder: string;
  readonly workspace: Workspace;
  /** Faults of the program that were told of so far. */
  readonly failures: readonly unknown[];
  /** Handle of a path, as the host gives it for a file that a person chose. */
  grant(kind: 'read' | 'folder', file: string): string;
  /** Waits for a job to end. */
  ended(job: string): Promise<JobView>;
  /** Path behind a handle of a job's result. */
  pathOf(handle: string): string;
}

export const CARRIERS = ['in-process', 'message port', 'HTTP'] as const;
export type Carrier = (typeof CARRIERS)[number];

export const NOW = new Date('2026-09-01T08:00:00+07:00');

/** Starts the services in a fresh folder, or in one that is there, behind a carrier. */
export async function startTestHost(carrier: Carrier, given?: string): Promise<TestHost> {
  const folder = given ?? mkdtempSync(path.join(tmpdir(), 'rasoat-contract-'));
  const opened = openWorkspace(folder, () => NOW);
  if (!opened.ok) throw new Error(opened.error.code);
  const workspace = opened.value;
  const handles = new HandleRegistry();
  const failures: unknown[] = [];
  const workbench = createWorkbench({
    name: 'process',
    can: { chooseFolder: false, printDirectly: false },
    workspace,
    settings: settingsPort(settingsFile(path.join(folder, 'thiet-lap.json'))),
    handles,
    now: () => NOW,
    outputs: folder,
    onFailure: (_where, error) => failures.push(error),
  });
  const { transport, close } = await carry(carrier, workbench, handles);
  const finished = new Map<string, JobView>();
  const waiting = new Map<string, (job: JobView) => void>();
  const unsubscribe = transport.subscribe((event: WorkbenchEvent) => {
    if (event.type !== 'job' || event.job.state === 'running') return;
    finished.set(event.job.id, event.job);
    waiting.get(event.job.id)?.(event.job);
  });
  return {
    transport,
    client: createClient(transport),
    folder,
    workspace,
    failures,
    grant: (kind, file) => handles.register(kind, file).id,
    ended: (job) => {
      const known = finished.get(job);
      return known === undefined ? new Promise((resolve) => waiting.set(job, resolve)) : Promise.resolve(known);
    },
    pathOf: (handle) => {
      const found = handles.resolve('read', handle);
      if (!found.ok) throw new Error(found.error.code);
      return found.value;
    },
    async [Symbol.asyncDispose]() {
      unsubscribe();
      await workbench[Symbol.asyncDispose]();
      await close();
      workspace[Symbol.dispose]();
      if (given === undefined) rmSync(folder, { recursive: true, force: true });
      if (failures.length > 0) throw failures[0];
    },
  };
}

async function carry(
  carrier: Carrier,
  workbench: Workbench,
  handles: HandleRegistry,
): Promise<{ readonly transport: Transport; close(): Promise<void> }> {
  if (carrier === 'in-process') {
    const transport: Transport = { call: workbench.dispatch, subscribe: (listener) => workbench.subscribe(listener) };
    return { transport, close: () => Promise.resolve() };
  }
  const { port1, port2 } = new MessageChannel();
  const pipe = (port: typeof port1): MessagePipe => ({
    postMessage: (message) => port.postMessage(message),
    listen: (listener) => void port.on('message', listener),
  });
  serveBackend(pipe(port1), workbench, handles);
  const backend = portBackend(pipe(port2));
  const closePorts = (): Promise<void> => {
    port1.close();
    port2.close();
    return Promise.resolve();
  };
  if (carrier === 'message port') return { transport: backend, close: closePorts };
  const host = await startLoopback(import.meta.dirname, backend);
  const { fetch: original } = globalThis;
  // The page's own client, whose addresses are relative to the page.
  globalThis.fetch = (target, init) =>
    original(typeof target === 'string' ? new URL(target, host.origin) : target, init);
  return {
    transport: httpTransport(host.token),
    close: async () => {
      globalThis.fetch = original;
      await host[Symbol.asyncDispose]();
      await closePorts();
    },
  };
}

/** The value of an answer that must be yes. */
export function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new Error(`${reply.error.code} ${JSON.stringify(reply.error.params)}`);
}

/** Code of an answer that must be no. */
export const codeOf = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : reply.error.code);
