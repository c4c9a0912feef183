/** Thrown by work that notices its cancellation; the job ends as `cancelled`. */
export class Cancelled extends Error {}

/** Lets work of one name happen one after the other, in the order in which it came; work of other names goes on beside. */
export class Turns {
  /** Resolves when everything of a name that came so far is over. */
  readonly #over = new Map<string, Promise<unknown>>();

  /** Does work when it is its turn. @param signal  ends the waiting, not the work, with {@link Cancelled} */
  async take<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = this.#over.get(name) ?? Promise.resolve();
    const done = this.#wait(before, signal).then(work);
    // Who gave up waiting lets nobody pass the one before.
    const over = Promise.allSettled([before, done]);
    this.#over.set(name, over);
    try {
      return await done;
    } finally {
      if (this.#over.get(name) === over) this.#over.delete(name);
    }
  }

  async #wait(before: Promise<unknown>, signal: AbortSignal): Promise<void> {
    const cancelled = new AbortController();
    const given = new Promise<never>((_, reject) => {
      const giveUp = (): void => reject(new Cancelled());
      if (signal.aborted) giveUp();
      else signal.addEventListener('abort', giveUp, { once: true, signal: cancelled.signal });
    });
    try {
      await Promise.race([given, before]);
    } finally {
      cancelled.abort();
    }
  }
}
