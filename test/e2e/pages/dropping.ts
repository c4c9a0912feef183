import type { CDPSession, Locator, Page } from '@playwright/test';

/** Drags files and folders from the file manager over the window, as the browser itself hears of it.
 *  @param paths  of files and folders on the disk */
export async function dragOver(page: Page, target: Locator, paths: readonly string[]): Promise<Dragging> {
  const box = (await target.boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const dragging = new Dragging(session, [...paths], {
    x: box.x + box.width / 2,
    y: box.y + Math.min(box.height / 2, 24),
  });
  await dragging.move('dragEnter');
  await dragging.move('dragOver');
  return dragging;
}

/** What is held over the window. */
export class Dragging {
  readonly #session: CDPSession;
  readonly #files: string[];
  readonly #at: { readonly x: number; readonly y: number };

  constructor(session: CDPSession, files: string[], at: { readonly x: number; readonly y: number }) {
    this.#session = session;
    this.#files = files;
    this.#at = at;
  }

  async move(type: 'dragEnter' | 'dragOver' | 'drop'): Promise<void> {
    const COPY = 1;
    const data = { items: [], files: this.#files, dragOperationsMask: COPY };
    await this.#session.send('Input.dispatchDragEvent', { type, ...this.#at, data });
  }

  drop(): Promise<void> {
    return this.move('drop');
  }
}
