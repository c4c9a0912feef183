import { spawn, type ChildProcess } from 'node:child_process';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
];

interface Waiting {
  readonly settle: (answer: Readonly<Record<string, unknown>>) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** A browser without a window that takes orders of the DevTools protocol through a pipe: no port is opened. */
export class BrowserPipe {
  readonly #browser: ChildProcess;
  readonly #orders: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #events = new Map<string, Waiting>();
  #last = 0;
  #gone: Error | null = null;
  #rest = '';

  /** @param profile  an empty folder of its own */
  constructor(program: string, profile: string) {
    this.#browser = spawn(
      program,
      // A sandbox can't be set up by root; nobody but root of a container or server runs into this.
      [...FLAGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`, 'about:blank'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], windowsHide: true },
    );
    this.#orders = this.#browser.stdio[3] as Writable;
    const answers = this.#browser.stdio[4] as Readable;
    answers.setEncoding('utf8');
    answers.on('data', (text: string) => this.#take(text));
    this.#browser.on('error', (error) => this.#fail(error));
    this.#browser.on('close', (code, signal) => this.#fail(new Error(`browser closed: ${signal ?? code ?? ''}`)));
    this.#orders.on('error', (error) => this.#fail(error));
  }

  /** Sends an order and gives its result. @throws Error with what the browser said, or when it is gone */
  send(method: string, params: object = {}, sessionId?: string): Promise<Readonly<Record<string, unknown>>> {
    if (this.#gone !== null) return Promise.reject(this.#gone);
    this.#last += 1;
    const id = this.#last;
    return new Promise((settle, reject) => {
      this.#waiting.set(id, { settle, reject });
      this.#orders.write(
        `${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`,
      );
    });
  }

  /** The next event of a name. @throws Error when the browser is gone */
  next(method: string): Promise<unknown> {
    if (this.#gone !== null) return Promise.reject(this.#gone);
    return new Promise((settle, reject) => this.#events.set(method, { settle, reject }));
  }

  /** Ends the browser. */
  async close(): Promise<void> {
    if (this.#gone !== null) return;
    const ended = new Promise((resolve) => this.#browser.once('close', resolve));
    this.#browser.kill('SIGKILL');
    await ended;
  }

  #take(text: string): void {
    const parts = (this.#rest + text).split('\0');
    this.#rest = parts.pop()!;
    for (const part of parts) this.#answer(JSON.parse(part) as Message);
  }

  #answer({ id, method, result = {}, error }: Message): void {
    if (id === undefined) {
      const event = this.#events.get(method ?? '');
      this.#events.delete(method ?? '');
      event?.settle({});
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.settle(result);
    else waiting?.reject(new Error(error.message));
  }

  #fail(error: Error): void {
    this.#gone ??= error;
    for (const { reject } of [...this.#waiting.values(), ...this.#events.values()]) reject(error);
    this.#waiting.clear();
    this.#events.clear();
  }
}
