// Entry of the thread (loopback host) or utility process (desktop) that runs the services. Its one argument is the folder of
// the workspace.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { refused } from '../../shared/contract/envelope.ts';
import type { Backend } from '../../shared/contract/transport.ts';
import { settingsPort } from '../../shared/settings/settingsPort.ts';
import { settingsFile } from '../node/settingsFile.ts';
import type { MessagePipe } from '../node/transport/portMessages.ts';
import { serveBackend } from '../node/transport/serveBackend.ts';
import { HandleRegistry } from '../node/web/fileHandles.ts';
import { openWorkspace } from '../node/workspace/openWorkspace.ts';
import { createWorkbench } from '../node/workbench/workbench.ts';

/** What is used of Electron's port in a utility process. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const utilityPort = (process as { readonly parentPort?: UtilityPort }).parentPort;

function pipeToHost(): MessagePipe {
  if (utilityPort !== undefined) {
    return {
      postMessage: (message) => utilityPort.postMessage(message),
      listen: (listener) => utilityPort.on('message', ({ data }) => listener(data)),
    };
  }
  const port = parentPort!;
  return {
    postMessage: (message) => port.postMessage(message),
    listen: (listener) => void port.on('message', listener),
  };
}

function start(folder: string): void {
  const handles = new HandleRegistry();
  const opened = openWorkspace(folder, () => new Date());
  if (!opened.ok) {
    // Every call says why there is nothing to work on.
    const { code, params } = opened.error;
    const closed: Backend = { dispatch: () => Promise.resolve(refused(code, params)), subscribe: () => () => {} };
    serveBackend(pipeToHost(), closed, handles);
    return;
  }
  const workspace = opened.value;
  workspace.forgetRemoved();
  // What was made to be fetched lasts until the next start, however this one ends.
  const outputs = path.join(folder, 'ket-qua');
  rmSync(outputs, { recursive: true, force: true });
  mkdirSync(outputs);
  const isDesktop = utilityPort !== undefined;
  const workbench = createWorkbench({
    name: isDesktop ? 'electron' : 'loopback',
    can: { chooseFolder: isDesktop, printDirectly: isDesktop },
    workspace,
    settings: settingsPort(settingsFile(path.join(folder, 'thiet-lap.json'))),
    handles,
    now: () => new Date(),
    outputs,
    onFailure: (where, error) => console.error(where, error),
  });
  serveBackend(pipeToHost(), workbench, handles);
}

start(String((workerData as { folder?: string } | null)?.folder ?? process.argv[2]));
