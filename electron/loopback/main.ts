// `npm start`: the screen in a browser, over 127.0.0.1, where the desktop program isn't installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { portBackend } from '../node/transport/portBackend.ts';
import { startLoopback } from './server.ts';

/** A page reloads or sleeps for less than this; after it nobody is there any more. */
const IDLE_MILLISECONDS = 30 * 60_000;

const { values } = parseArgs({
  options: {
    'no-open': { type: 'boolean', default: false },
    workspace: { type: 'string' },
    screen: { type: 'string' },
  },
});
const isSource = import.meta.url.endsWith('.ts');
const root = path.resolve(import.meta.dirname, values.screen ?? (isSource ? '../../out/renderer' : '../renderer'));
const workerEntry = new URL(isSource ? '../worker/workbenchWorker.ts' : './workbenchWorker.js', import.meta.url);

const folder = path.resolve(values.workspace ?? process.env['RASOAT_WORKSPACE'] ?? defaultWorkspace());

if (!existsSync(path.join(root, 'index.html'))) {
  console.error('Chưa dựng giao diện. Chạy: npm run build / The screen is not built yet. Run: npm run build');
  process.exit(2);
}

const worker = new Worker(workerEntry, { workerData: { folder } });
let hasStopped = false;
const backend = portBackend({
  postMessage(message) {
    if (!hasStopped) worker.postMessage(message);
    // After the caller has begun to wait: nobody will answer.
    else queueMicrotask(() => backend.stopped());
  },
  listen: (listener) => void worker.on('message', listener),
});
worker.on('error', (error) => console.error(error));
worker.on('exit', () => {
  hasStopped = true;
  backend.stopped();
});

const host = await startLoopback(root, backend);
console.log(`Rà soát TTHC đang chạy tại / is running at:\n\n  ${host.address}\n`);
console.log('Giữ cửa sổ này mở trong lúc làm việc; nhấn Ctrl+C để dừng. / Keep this window open; Ctrl+C stops it.');
if (!values['no-open']) openBrowser(host.address);

const stop = async (): Promise<void> => {
  await host[Symbol.asyncDispose]();
  await worker.terminate();
  process.exit(0);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
await host.whenIdle(IDLE_MILLISECONDS);
await stop();

function openBrowser(address: string): void {
  const [command, args]: [string, string[]] =
    process.platform === 'win32'
      ? ['cmd', ['/c', 'start', '', 'msedge', `--app=${address}`]]
      : process.platform === 'darwin'
        ? ['open', [address]]
        : ['xdg-open', [address]];
  // No browser to open is no fault: the address stands above.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

function defaultWorkspace(): string {
  const { LOCALAPPDATA, XDG_DATA_HOME } = process.env;
  const base = process.platform === 'win32' ? LOCALAPPDATA : (XDG_DATA_HOME ?? path.join(homedir(), '.local/share'));
  return path.join(base ?? homedir(), 'ra-soat-tthc');
}
