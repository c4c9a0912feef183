import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract/contract.ts';
import type { Reply } from '../../shared/contract/envelope.ts';
import type { JobView } from '../../shared/contract/events.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const START_MILLISECONDS = 30_000;

/** The loopback host as its users start it: a process of its own. */
export interface RunningHost extends AsyncDisposable {
  /** Address to open, with the token in its fragment. */
  readonly address: string;
  readonly origin: string;
  /** Calls the services as the page does, to prepare what a test is not about. */
  call<Name extends MethodName>(method: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  /** Hands a file over as the page does. @returns its handle */
  handOver(name: string, content: Uint8Array): Promise<string>;
  /** Waits until a job has ended well. */
  ended(job: string): Promise<JobView>;
  /** Ends the process in the middle of whatever it does, as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the host over a built screen.
 *  @param workspace  folder of the data
 *  @param screen  folder of the built screen */
export async function startHost(workspace: string, screen: string): Promise<RunningHost> {
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'electron/loopback/main.ts'), '--no-open', '--workspace', workspace, '--screen', screen],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh' } },
  );
  const address = await addressOf(child);
  const { origin, hash } = new URL(address);
  const headers = { 'x-ra-soat-token': hash.slice('#t='.length) };

  const valueOf = async <T>(what: string, response: Response): Promise<T> => {
    const reply = (await response.json()) as Reply<T>;
    if (!reply.ok) throw new Error(`${what}: ${reply.error.code} ${JSON.stringify(reply.error.params)}`);
    return reply.value;
  };
  const call: RunningHost['call'] = async (method, input) =>
    valueOf(
      method,
      await fetch(`${origin}/api/${method}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      }),
    );
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };

  return {
    address,
    origin,
    call,
    handOver: async (name, content) => {
      const target = `${origin}/api/files?name=${encodeURIComponent(name)}`;
      const body = new Blob([Uint8Array.from(content)]);
      return (await valueOf<{ id: string }>(name, await fetch(target, { method: 'PUT', headers, body }))).id;
    },
    ended: (id) => endOf(id, `${origin}/api/events`, headers, () => call('jobs.list', {})),
    kill: () => end('SIGKILL'),
    [Symbol.asyncDispose]: () => end('SIGTERM'),
  };
}

/** The address that the host prints once it answers. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the host did not start: ${said}`));
    }, START_MILLISECONDS);
    const hear = (text: string): void => {
      said += text;
      const address = /http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]+/.exec(said)?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout?.setEncoding('utf8').on('data', hear);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the host ended with ${code}: ${said}`));
    });
  });
}

/** Follows the events until a job ends; one that ended before we listened is in the list. */
async function endOf(
  id: string,
  events: string,
  headers: Record<string, string>,
  list: () => Promise<{ readonly jobs: readonly JobView[] }>,
): Promise<JobView> {
  const listening = new AbortController();
  const response = await fetch(events, { headers, signal: listening.signal });
  try {
    const known = (await list()).jobs.find((job) => job.id === id);
    if (known !== undefined && known.state !== 'running') return doneOf(known);
    let rest = '';
    for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) {
        if (!block.startsWith('data: ')) continue;
        const { job } = JSON.parse(block.slice('data: '.length)) as { readonly job?: JobView };
        if (job?.id === id && job.state !== 'running') return doneOf(job);
      }
    }
    throw new Error('the host ended before the job did');
  } finally {
    listening.abort();
  }
}

function doneOf(job: JobView): JobView {
  if (job.state !== 'done') throw new Error(`${job.kind} ${job.state}: ${JSON.stringify(job.fault)}`);
  return job;
}
