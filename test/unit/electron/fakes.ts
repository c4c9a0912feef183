import { EventEmitter } from 'node:events';
import type { BackendChild } from '../../../electron/main/backendProcess.ts';
import type { Receiving } from '../../../electron/main/callChannel.ts';
import type { Sending } from '../../../electron/main/security/trustedSender.ts';
import type { SettingsDocument } from '../../../shared/settings/settingsPort.ts';

/** A process of the services that answers nothing by itself. */
export class FakeChild extends EventEmitter implements BackendChild {
  readonly sent: unknown[] = [];
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  kill(): boolean {
    return this.emit('exit', 0);
  }
}

/** Electron's end of the channels: `send` is what a page's message leads to. */
export class FakeIpc implements Receiving {
  readonly #answers = new Map<string, (event: Sending, message: unknown) => Promise<unknown>>();
  handle(channel: string, answer: (event: Sending, message: unknown) => Promise<unknown>): void {
    this.#answers.set(channel, answer);
  }
  send(channel: string, event: Sending, message: unknown): Promise<unknown> {
    return this.#answers.get(channel)!(event, message);
  }
}

/** A message from the main frame of window 1, as the page we serve would send it. */
export function ownMessage(changes: { id?: number; origin?: string; frame?: 'main' | 'inner' | 'gone' } = {}): Sending {
  const mainFrame = { origin: changes.origin ?? 'app://rasoat' };
  const frame = changes.frame ?? 'main';
  const senderFrame = frame === 'gone' ? null : frame === 'inner' ? { ...mainFrame } : mainFrame;
  return { sender: { id: changes.id ?? 1, mainFrame }, senderFrame };
}

/** Settings in memory, with the copies that were kept. */
export class MemoryDocument implements SettingsDocument {
  stored: unknown;
  readonly copies: [name: string, content: unknown][] = [];
  constructor(stored?: unknown) {
    this.stored = stored;
  }
  async read(): Promise<unknown> {
    return this.stored;
  }
  async write(value: unknown): Promise<void> {
    this.stored = value;
  }
  async keepCopy(name: string): Promise<void> {
    this.copies.push([name, this.stored]);
  }
}
