import { ORIGIN } from '../ownOrigin.ts';

/** What of an incoming message tells who sent it. */
export interface Sending {
  readonly sender: { readonly id: number; readonly mainFrame: unknown };
  readonly senderFrame: { readonly origin: string } | null;
}

/** Windows that the program itself opened, by the number of their contents. */
export class TrustedSenders {
  readonly #windows = new Set<number>();

  trust(contents: number): void {
    this.#windows.add(contents);
  }

  forget(contents: number): void {
    this.#windows.delete(contents);
  }

  /** Whether a message comes from the main frame of one of our windows, still showing our own page. The frame is gone
   *  (`null`) when the page has left in the meantime. */
  accepts({ sender, senderFrame }: Sending): boolean {
    return (
      senderFrame !== null &&
      this.#windows.has(sender.id) &&
      senderFrame === sender.mainFrame &&
      senderFrame.origin === ORIGIN
    );
  }
}
